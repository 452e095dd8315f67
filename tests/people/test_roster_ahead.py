"""A roster taken in for a day ahead: nothing of it counts before, everything on that day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.messages.firms import likely_firms
from bot.messages.view import View
from bot.roster_file import RosterRow
from bot.services import people
from bot.services.roster import stored
from bot.services.roster.ahead import waiting
from bot.services.roster.importing import apply
from bot.services.work import Work
from bot.store import Store
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.roster import RosterAhead
from tests.people.cast import CHEN, FURUI, NOW, SHANGHAI, USUAL, WANAN, file, row, take_in
from tests.report.cast import ticket

FENGXIANG, DAHUA, _HUALING = USUAL
NEW = "新来物业"
AFTER = (
    row(FURUI, "丰翔新城", "陈晓东", telegram=str(CHEN)),
    DAHUA,
    row(NEW, "华灵小区", "赵敏", aliases=("华灵",), telegram="77"),
)
DAY = date(2025, 7, 1)
MIDNIGHT = datetime(2025, 7, 1, tzinfo=SHANGHAI)


@pytest.fixture
def planned(work: Work) -> Work:
    """The usual roster counts; another one is taken in for July."""
    take_in(work, *USUAL)
    _take_in_for(work, DAY, *AFTER)
    return work


def _take_in_for(work: Work, day: date, *rows: RosterRow) -> None:
    apply(work, stored.plan(work.session, work.scope, file(*rows), work.now, day))
    work.session.flush()


def _on(work: Work, moment: datetime) -> Work:
    return Work(work.session, work.scope, moment)


def _active(session: Session) -> set[str]:
    return set(session.exec(select(Firm.name).where(Firm.active)))


def _leads(work: Work, firm: str) -> list[str]:
    found = work.session.exec(select(Firm).where(Firm.name == firm)).one()
    return [m.name for m in people.leads_of(work.session, found.id or 0)]


def _firm_of(work: Work, community: str) -> str | None:
    return stored.directory(work.session, work.scope, work.now).firm_of(community)


def test_before_the_day_nothing_of_it_counts(planned: Work) -> None:
    eve = _on(planned, MIDNIGHT - timedelta(seconds=1))
    assert stored.come_into_force(eve) == []
    assert _active(planned.session) == {FURUI, WANAN}
    assert people.firm_named(planned.session, planned.scope, NEW) is None
    assert _leads(planned, WANAN) == ["林海峰"]
    assert _leads(planned, NEW) == []
    assert _firm_of(eve, "华灵小区") == WANAN


def test_on_the_day_firms_leads_and_names_change_with_the_communities(planned: Work) -> None:
    today = _on(planned, MIDNIGHT)
    (plan,) = stored.come_into_force(today)
    planned.session.flush()
    assert _active(planned.session) == {FURUI, NEW}
    assert (_leads(planned, WANAN), _leads(planned, NEW)) == ([], ["赵敏"])
    assert _firm_of(today, "华灵小区") == NEW
    assert plan.communities == (), "they had their day already"
    assert stored.come_into_force(today) == [], "once"
    again = stored.plan(planned.session, planned.scope, file(*AFTER), today.now)
    assert again.changes == ()


def test_the_rows_which_name_people_are_kept_no_longer_than_needed(planned: Work) -> None:
    (row_,) = planned.session.exec(select(RosterAhead)).all()
    assert "赵敏" in str(row_.rows)
    stored.come_into_force(_on(planned, MIDNIGHT))
    assert (row_.rows, row_.settled_at) == ([], MIDNIGHT)


def test_after_days_without_power_it_comes_into_force_as_of_its_day(planned: Work) -> None:
    late = _on(planned, MIDNIGHT + timedelta(days=3))
    (plan,) = stored.come_into_force(late)
    assert plan.on == MIDNIGHT
    assert _firm_of(_on(planned, MIDNIGHT), "华灵小区") == NEW


def test_an_import_without_a_day_replaces_what_waits_and_says_so(planned: Work) -> None:
    plan = stored.plan(planned.session, planned.scope, file(*USUAL), planned.now)
    assert plan.sentences("zh")[-1] == "原定 2025-07-01 生效的那次录入作废，以这次为准"
    assert not plan.idle
    apply(planned, plan)
    assert waiting(planned.session, planned.scope) == []
    july = _on(planned, MIDNIGHT)
    assert stored.come_into_force(july) == []
    assert _firm_of(july, "华灵小区") == WANAN
    assert stored.plan(planned.session, planned.scope, file(*USUAL), planned.now).idle


def test_of_a_change_that_is_taken_back_no_firm_is_named_that_never_served(planned: Work) -> None:
    *_, community, _ = stored.plan(
        planned.session, planned.scope, file(*USUAL), planned.now
    ).sentences("zh")
    assert community == "华灵小区：仍由 万安物业 服务，原定以后的变更作废"


def test_a_firm_that_was_to_come_is_none_before_another_that_comes(planned: Work) -> None:
    _take_in_for(planned, DAY, *AFTER, row(NEW, "锦秋花园"))
    plan = stored.plan(planned.session, planned.scope, file(*USUAL, row(WANAN, "锦秋花园")), NOW)
    assert "新增小区 锦秋花园 → 万安物业（自 2024-12-02）" in plan.sentences("zh")


def test_two_days_ahead_come_one_after_the_other(planned: Work) -> None:
    _take_in_for(planned, date(2025, 8, 1), *USUAL)
    july, august = _on(planned, MIDNIGHT), _on(planned, datetime(2025, 8, 1, tzinfo=SHANGHAI))
    assert len(stored.come_into_force(july)) == 1
    planned.session.flush()
    assert (_active(planned.session), _firm_of(july, "华灵小区")) == ({FURUI, NEW}, NEW)
    assert len(stored.come_into_force(august)) == 1
    planned.session.flush()
    assert (_active(planned.session), _firm_of(august, "华灵小区")) == ({FURUI, WANAN}, WANAN)
    assert _leads(planned, WANAN) == ["林海峰"]


def test_an_earlier_day_replaces_a_later_one(planned: Work) -> None:
    plan = stored.plan(planned.session, planned.scope, file(*USUAL), NOW, date(2025, 6, 1))
    assert plan.replaces == (DAY,)
    assert (
        stored.plan(planned.session, planned.scope, file(*USUAL), NOW, date(2025, 8, 1)).replaces
        == ()
    )


def test_tickets_keep_their_firm(planned: Work) -> None:
    wanan = planned.session.exec(select(Firm).where(Firm.name == WANAN)).one()
    held = ticket(1, firm_id=wanan.id, community_id=None)
    planned.session.add(held)
    planned.session.flush()
    (plan,) = stored.come_into_force(_on(planned, MIDNIGHT))
    assert held.firm_id == wanan.id
    assert "⚠️ 万安物业 退出时还有 1 张未结工单，请派单员转派" in plan.noted("zh")


@pytest.mark.parametrize(("moment", "firm"), [(NOW, WANAN), (MIDNIGHT, NEW)])
def test_a_refused_ticket_is_offered_to_the_firm_that_serves_then(
    planned: Work, tmp_path: Path, moment: datetime, firm: str
) -> None:
    session, scope = planned.session, planned.scope
    firms = {found.name: found.id for found in session.exec(select(Firm))}
    place = stored.community_id(session, scope, "华灵小区")
    refused = ticket(1, firm_id=firms[FURUI], community_id=place)
    session.add(refused)
    view = View(session, scope, Store(tmp_path), moment, "paidan_bot")
    assert [found.name for found in likely_firms(view, refused)] == [firm]


def test_each_change_is_on_record_on_its_day(planned: Work) -> None:
    query = select(Event).order_by(col(Event.id))
    before = len(planned.session.exec(query).all())
    stored.come_into_force(_on(planned, MIDNIGHT))
    planned.session.flush()
    new = planned.session.exec(query).all()[before:]
    assert [e.note for e in new] == [
        "单位加入 新来物业（资料已有）",
        "单位退出 万安物业（记录保留）",
        "华灵小区 又名 华灵",
        "丰翔新城 不再又名 丰翔",
        "新增负责人 赵敏 → 新来物业",
        "林海峰 不再是 万安物业 的负责人",
    ]
    assert {e.at for e in new} == {MIDNIGHT}
