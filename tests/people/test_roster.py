"""The roster in the database: who serves what when, kept rulings, learned names, the record."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.roster_file import RosterFile, RosterRow, write_roster
from bot.services.roster import stored
from bot.services.roster.exporting import export, scheduled
from bot.services.roster.importing import apply
from bot.services.work import Work
from models.tables.community import Community, Rule, Tenure
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import Member
from tests.people.cast import (
    CHEN,
    FURUI,
    NOW,
    SECRETARY,
    SHANGHAI,
    USUAL,
    WANAN,
    member,
    row,
    take_in,
)
from tests.people.conftest import scope_of

FENGXIANG, DAHUA, HUALING = USUAL
MOVED = (FENGXIANG, row(FURUI, "", "徐磊", telegram="@xu_lei"), HUALING, row(WANAN, "大华二村"))
DAY = date(2024, 12, 20)
MIDNIGHT = datetime(2024, 12, 20, tzinfo=SHANGHAI)


def _serves(work: Work, community: str, at: datetime, category: str = "漏水") -> str | None:
    firm = stored.serving_firm(work.session, work.scope, community, category, at)
    return firm.name if firm else None


def _take_in_on(work: Work, day: date, *rows: RosterRow) -> None:
    plan = stored.plan(work.session, work.scope, RosterFile(rows), work.now, day)
    apply(work, plan)
    work.session.flush()


def _rule(
    work: Work, firm: str, *, community: str = "", category: str | None = None, at: datetime = NOW
) -> None:
    of = {c.name: c.id for c in work.session.exec(select(Community))}
    firm_id = work.session.exec(select(Firm.id).where(Firm.name == firm)).one()
    maker = member(work, SECRETARY).id
    work.session.add(
        Rule(
            federation_id=1,
            community_id=of.get(community),
            category=category,
            firm_id=firm_id or 0,
            made_by=maker or 0,
            made_at=at,
        )
    )
    work.session.flush()


def test_the_directory_has_each_community_with_its_firm_and_names(work: Work) -> None:
    take_in(work, *USUAL)
    directory = stored.directory(work.session, work.scope, NOW)
    assert [(c.name, c.firm, c.aliases) for c in directory.communities] == [
        ("丰翔新城", FURUI, ("丰翔",)),
        ("大华二村", FURUI, ()),
        ("华灵小区", WANAN, ()),
    ]
    assert stored.directory(work.session, scope_of(2), NOW).communities == ()


def test_a_community_changes_its_firm_at_midnight_of_the_day(work: Work) -> None:
    take_in(work, *USUAL)
    _take_in_on(work, DAY, *MOVED)
    before, after = MIDNIGHT - timedelta(seconds=1), MIDNIGHT
    assert (_serves(work, "大华二村", before), _serves(work, "大华二村", after)) == (FURUI, WANAN)
    assert stored.directory(work.session, work.scope, before).firm_of("大华二村") == FURUI
    assert stored.directory(work.session, work.scope, after).firm_of("大华二村") == WANAN
    (ahead,) = scheduled(work.session, work.scope, NOW)
    assert (ahead.community, ahead.day, ahead.before, ahead.firm) == ("大华二村", DAY, FURUI, WANAN)


def test_a_change_that_was_scheduled_can_be_taken_back(work: Work) -> None:
    take_in(work, *USUAL)
    _take_in_on(work, DAY, *MOVED)
    take_in(work, *USUAL)
    assert _serves(work, "大华二村", MIDNIGHT) == FURUI
    assert scheduled(work.session, work.scope, NOW) == []
    rows = work.session.exec(select(Tenure).order_by(col(Tenure.id))).all()
    assert len([t for t in rows if t.until == t.since]) == 1, "the plan that came to nothing stays"


def test_a_change_of_the_past_is_entered_with_its_day(work: Work, later: Work) -> None:
    _take_in_on(work, date(2024, 11, 1), *USUAL)
    _take_in_on(later, date(2024, 11, 20), *MOVED)
    assert _serves(work, "大华二村", datetime(2024, 11, 19, 23, tzinfo=SHANGHAI)) == FURUI
    assert _serves(work, "大华二村", datetime(2024, 11, 20, tzinfo=SHANGHAI)) == WANAN


def test_old_tenures_are_closed_never_deleted(work: Work, later: Work) -> None:
    take_in(work, *USUAL)
    take_in(later, *MOVED)
    tenures = select(Tenure, Community.name).join(Community).order_by(col(Tenure.since))
    rows = work.session.exec(tenures).all()
    own = [(t.since, t.until) for t, name in rows if name == "大华二村"]
    assert own == [(NOW, later.now), (later.now, None)]


def test_a_firm_that_left_comes_back_as_the_same_firm(work: Work, later: Work) -> None:
    take_in(work, *USUAL)
    take_in(later, FENGXIANG, DAHUA)
    left = work.session.exec(select(Firm).where(Firm.name == WANAN)).one()
    assert not left.active
    assert _serves(work, "华灵小区", later.now) is None
    take_in(later, *USUAL)
    assert left.active
    assert work.session.exec(select(Member).where(Member.name == "林海峰")).one().firm_id == left.id


@pytest.mark.parametrize(
    ("community", "category", "sends"),
    [
        ("大华二村", None, ("漏水", "电梯")),
        ("大华二村", "电梯", ("电梯",)),
        ("", "电梯", ("电梯",)),
        ("华灵小区", None, ()),
    ],
)
def test_a_kept_ruling_goes_before_the_roster(
    work: Work, community: str, category: str | None, sends: tuple[str, ...]
) -> None:
    take_in(work, *USUAL)
    _rule(work, WANAN, community=community, category=category)
    sent = [c for c in ("漏水", "电梯") if _serves(work, "大华二村", NOW, c) == WANAN]
    assert tuple(sent) == sends


def test_of_two_rulings_the_more_particular_then_the_newer_counts(work: Work) -> None:
    take_in(work, *USUAL, row("申和物业", "锦秋花园"), row("祥安物业", "瑞丰苑"))
    _rule(work, WANAN, community="大华二村", category="电梯")
    _rule(work, "申和物业", community="大华二村")
    _rule(work, "祥安物业", community="大华二村")
    assert _serves(work, "大华二村", NOW, "电梯") == WANAN
    assert _serves(work, "大华二村", NOW, "漏水") == "祥安物业"


def test_a_ruling_about_a_community_ends_when_its_firm_changes(work: Work, later: Work) -> None:
    take_in(work, *USUAL, row("申和物业", "锦秋花园"))
    _rule(work, "申和物业", community="大华二村")
    assert _serves(work, "大华二村", later.now) == "申和物业"
    take_in(later, *MOVED, row("申和物业", "锦秋花园"))
    assert _serves(work, "大华二村", later.now) == WANAN


def test_a_ruling_for_a_firm_that_left_counts_no_more(work: Work, later: Work) -> None:
    take_in(work, *USUAL)
    _rule(work, WANAN, category="电梯")
    take_in(later, FENGXIANG, DAHUA)
    assert _serves(work, "大华二村", later.now, "电梯") == FURUI


def _aliases(work: Work, community: str) -> tuple[str, ...]:
    found = stored.directory(work.session, work.scope, NOW).communities
    return next(c.aliases for c in found if c.name == community)


def test_a_name_is_learned_from_the_second_confirmation_on(work: Work) -> None:
    take_in(work, *USUAL)
    stored.learn_alias(work.session, work.scope, "华灵小区", "华灵")
    assert _aliases(work, "华灵小区") == ()
    stored.learn_alias(work.session, work.scope, "华灵小区", "华灵")
    assert _aliases(work, "华灵小区") == ("华灵",)


@pytest.mark.parametrize(
    ("community", "alias"), [("华灵小区", "大华二村"), ("没有的小区", "华灵"), ("华灵小区", "")]
)
def test_a_name_on_the_roster_is_never_an_alias(work: Work, community: str, alias: str) -> None:
    take_in(work, *USUAL)
    for _ in range(3):
        stored.learn_alias(work.session, work.scope, community, alias)
    assert _aliases(work, "华灵小区") == ()
    assert _aliases(work, "大华二村") == ()


def test_a_name_that_meant_another_community_is_trusted_for_neither(work: Work) -> None:
    take_in(work, *USUAL)
    stored.learn_alias(work.session, work.scope, "华灵小区", "丰翔")
    assert (_aliases(work, "丰翔新城"), _aliases(work, "华灵小区")) == ((), ())
    stored.learn_alias(work.session, work.scope, "华灵小区", "丰翔")
    assert (_aliases(work, "丰翔新城"), _aliases(work, "华灵小区")) == ((), ("丰翔",))


def test_a_name_that_the_file_leaves_out_is_trusted_no_more(work: Work) -> None:
    take_in(work, *USUAL)
    take_in(work, row(FURUI, "丰翔新城", "陈晓东"), *USUAL[1:])
    assert _aliases(work, "丰翔新城") == ()
    assert not any(row.aliases for row in export(work.session, work.scope, NOW))


def test_what_is_exported_changes_nothing_when_taken_in(work: Work) -> None:
    take_in(work, *USUAL, row("蓝盾消防", skills=("消防", "电梯")))
    member(work, 52, "小徐", "xu_lei")
    rows = export(work.session, work.scope, NOW)
    assert [r.cells for r in rows] == [
        (FURUI, "物业", "", "丰翔新城", "丰翔", "陈晓东", "13900000051", str(CHEN)),
        (FURUI, "物业", "", "大华二村", "", "徐磊", "", "52"),
        (WANAN, "物业", "", "华灵小区", "", "林海峰", "", ""),
        ("蓝盾消防", "物业", "消防、电梯", "", "", "", "", ""),
    ]
    assert stored.plan(work.session, work.scope, RosterFile(tuple(rows)), NOW).changes == ()


def test_each_change_is_on_record_without_names_in_what_nobody_can_change(
    work: Work, later: Work
) -> None:
    take_in(work, *USUAL)
    work.session.flush()
    first = len(work.session.exec(select(Event)).all())
    take_in(later, FENGXIANG, HUALING, row(WANAN, "大华二村"))
    moved, left = work.session.exec(select(Event).order_by(col(Event.id))).all()[first:]
    assert moved.facts == {
        "roster": "community_moved",
        "community": "大华二村",
        "firm": WANAN,
        "before": FURUI,
        "since": later.now.isoformat(),
    }
    assert left.facts["roster"] == "lead_left"
    assert "徐磊" not in str(left.facts)
    assert left.note == "徐磊 不再是 复瑞物业 的负责人"


def test_firms_that_come_and_go_are_on_record(work: Work, later: Work) -> None:
    take_in(work, *USUAL)
    take_in(later, *USUAL[:2])
    firms = {firm.id: firm.name for firm in work.session.exec(select(Firm))}
    events = work.session.exec(select(Event).order_by(col(Event.id))).all()
    told = [(e.facts["roster"], firms[e.firm_id], e.at) for e in events if e.firm_id in firms]
    assert ("firm_new", WANAN, work.now) in told
    assert ("firm_left", WANAN, later.now) in told


def test_at_start_the_configs_file_is_taken_in_once(work: Work, tmp_path: Path) -> None:
    write_roster(tmp_path / "r.csv", USUAL)
    scope = scope_of(1, roster=tmp_path / "r.csv")
    said = stored.take_in_if_empty(work.session, scope, NOW)
    assert said == ["花名册：单位 2 家，小区 3 个，别名 1 个，负责人 3 位有变化"]
    write_roster(tmp_path / "r.csv", USUAL[:1])
    assert stored.take_in_if_empty(work.session, scope, NOW) == []
    assert _serves(work, "华灵小区", NOW) == WANAN


def test_at_start_a_wrong_file_is_a_sentence(work: Work, tmp_path: Path) -> None:
    (said,) = stored.take_in_if_empty(work.session, scope_of(1, roster=tmp_path / "no.csv"), NOW)
    assert said.startswith("找不到花名册")
    assert stored.take_in_if_empty(work.session, scope_of(2), NOW) == []


def test_a_name_that_a_file_moves_means_one_community(work: Work) -> None:
    take_in(work, *USUAL)
    rows = (
        row(FURUI, "丰翔新城", "陈晓东"),
        row(FURUI, "大华二村", "徐磊", aliases=("丰翔",)),
        USUAL[2],
    )
    take_in(work, *rows)
    known = stored.directory(work.session, work.scope, work.now).communities
    assert [c.name for c in known if "丰翔" in c.aliases] == ["大华二村"]
