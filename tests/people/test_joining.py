"""Personal links, /bind, leaving and coming back, @names, tags: the services."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.services import joining, people
from bot.services.joining import Joined, Meant, NotJoined
from bot.services.people import Person
from bot.services.roster import stored
from bot.services.work import Work
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import Invite, Member
from models.tables.message import Message, MessageKind
from tests.people.cast import (
    CHEN,
    DISPATCHER,
    FURUI,
    LIN,
    SECRETARY,
    USUAL,
    WANAN,
    XU,
    file,
    member,
    person,
    row,
    take_in,
)
from tests.people.conftest import scope_of


@pytest.fixture
def usual(work: Work) -> Work:
    take_in(work, *USUAL)
    return work


def _firm(work: Work, name: str) -> Firm:
    return work.session.exec(select(Firm).where(Firm.name == name)).one()


def _lead(work: Work, name: str) -> Member:
    return work.session.exec(select(Member).where(Member.name == name)).one()


def _token(work: Work, firm: str = WANAN, lead: Member | None = None) -> str:
    return joining.make_invite(work, _firm(work, firm), member(work, SECRETARY), lead)[1]


def _after(work: Work, **span: int) -> Work:
    return Work(work.session, work.scope, work.now + timedelta(**span))


def _tags(work: Work) -> list[tuple[int, str]]:
    rows = work.session.exec(select(Message).where(Message.kind == MessageKind.TAG)).all()
    return [(row.facts["user_id"], row.facts["tag"]) for row in rows]


def test_a_link_binds_whoever_presses_it_first(usual: Work) -> None:
    token = _token(usual)
    joined = joining.redeem(usual, token, Person(LIN, "小林", "lin"))
    assert isinstance(joined, Joined)
    assert joined.firm.name == WANAN
    bound = member(usual, LIN)
    assert (bound.firm_id, bound.reachable) == (joined.firm.id, True)
    assert joining.redeem(usual, token, Person(99, "别人")) is NotJoined.USED
    assert people.find(usual.session, usual.scope, 99) is None


def test_only_the_hash_of_a_link_is_kept_and_telegram_takes_it(usual: Work) -> None:
    token = _token(usual, lead=_lead(usual, "林海峰"))
    invite = usual.session.exec(select(Invite)).one()
    assert token not in str(invite)
    assert len(invite.token_hash) == 64
    payload = f"join_{token}"
    assert len(payload) <= 64
    assert payload.replace("_", "").replace("-", "").isalnum()
    assert payload.isascii()


def test_a_link_is_good_for_seven_days(usual: Work) -> None:
    token = _token(usual)
    assert joining.redeem(_after(usual, days=7, seconds=1), token, Person(LIN, "林")) is (
        NotJoined.EXPIRED
    )
    assert isinstance(joining.redeem(_after(usual, days=7), token, Person(LIN, "林")), Joined)


def test_a_link_of_a_firm_that_has_left_is_good_no_more(usual: Work) -> None:
    token = _token(usual)
    take_in(usual, *USUAL[:2])
    assert joining.redeem(usual, token, Person(LIN, "林")) is NotJoined.EXPIRED


def test_whoever_made_a_link_does_not_use_it_up(usual: Work) -> None:
    token = _token(usual)
    assert joining.redeem(usual, token, person(usual, SECRETARY)) is NotJoined.OWN
    assert isinstance(joining.redeem(usual, token, Person(LIN, "林")), Joined)


def test_pressing_twice_is_no_mistake(usual: Work) -> None:
    token = _token(usual)
    joining.redeem(usual, token, Person(LIN, "林"))
    assert joining.redeem(usual, token, person(usual, LIN)) is NotJoined.ALREADY


@pytest.mark.parametrize("change", ["-0", "-1", "x"])
def test_a_link_cannot_be_made_up_or_turned_to_another_lead(usual: Work, change: str) -> None:
    token = _token(usual, lead=_lead(usual, "林海峰")).rpartition("-")[0]
    assert joining.redeem(usual, token + change, Person(LIN, "林")) is NotJoined.UNKNOWN


def test_a_link_leads_to_its_own_federation(usual: Work) -> None:
    token = _token(usual)
    assert joining.federation_of(usual.session, token) == 1
    assert joining.federation_of(usual.session, "nothing") is None
    other = Work(usual.session, scope_of(2), usual.now)
    assert joining.redeem(other, token, Person(LIN, "林")) is NotJoined.UNKNOWN


def test_a_link_for_a_lead_of_the_roster_makes_them_one_person(usual: Work) -> None:
    listed = _lead(usual, "林海峰")
    joining.redeem(usual, _token(usual, lead=listed), Person(LIN, "小林"))
    assert (listed.user_id, listed.name) == (LIN, "林海峰")
    assert people.leads_of(usual.session, listed.firm_id or 0) == [listed]


def test_a_known_person_takes_over_the_roster_s_row(usual: Work) -> None:
    listed, known = _lead(usual, "林海峰"), member(usual, DISPATCHER, "派单员")
    joining.redeem(usual, _token(usual, lead=listed), person(usual, DISPATCHER))
    assert (known.name, known.firm_id) == ("林海峰", _firm(usual, WANAN).id)
    assert listed.firm_id is None


@pytest.mark.parametrize(
    ("words", "firm", "lead"),
    [
        ("万安物业", WANAN, None),
        ("万安", WANAN, None),
        (" 万安物业  林海峰 ", WANAN, "林海峰"),
        ("物业", None, None),
        ("_", None, None),
        ("", None, None),
    ],
)
def test_words_name_a_firm_and_perhaps_a_lead(
    usual: Work, words: str, firm: str | None, lead: str | None
) -> None:
    meant = joining.meant(usual, words)
    found = (meant.firm.name, meant.lead) if isinstance(meant, Meant) else (None, None)
    assert (found[0], found[1].name if found[1] else None) == (firm, lead)


@pytest.mark.parametrize("words", ["万安物业 王五", "复瑞物业 陈晓东"])
def test_a_lead_who_is_not_to_join_is_not_meant(usual: Work, words: str) -> None:
    found = joining.meant(usual, words)
    assert isinstance(found, Firm)
    assert found.name == words.split(maxsplit=1)[0]


def test_bind_then_unbind_is_on_record_with_who_did_it(usual: Work) -> None:
    secretary, target = person(usual, SECRETARY), Person(LIN, "小林", "lin")
    joining.bind(usual, secretary, target, Meant(_firm(usual, WANAN)))
    joining.unbind(_after(usual, minutes=1), secretary, person(usual, LIN, "小林"))
    assert member(usual, LIN).firm_id is None
    assert joining.unbind(usual, secretary, person(usual, LIN, "小林")) is None
    events = [e for e in usual.session.exec(select(Event)) if e.actor_id == SECRETARY]
    assert [next(iter(e.facts)) for e in events] == ["bound", "unbound"]
    assert _tags(usual) == [(LIN, WANAN), (LIN, "")]


def test_who_made_a_link_for_which_firm_is_on_record(usual: Work) -> None:
    _token(usual)
    (made,) = [e for e in usual.session.exec(select(Event)) if "invited" in e.facts]
    assert (made.actor_id, made.firm_id) == (SECRETARY, _firm(usual, WANAN).id)


def test_bind_takes_whom_the_roster_calls_the_same(usual: Work) -> None:
    listed = _lead(usual, "林海峰")
    target = Person(LIN, "林海峰")
    assert (
        joining.bind(usual, person(usual, SECRETARY), target, Meant(_firm(usual, WANAN))) is listed
    )


def test_someone_who_left_can_be_bound_again(usual: Work) -> None:
    firm = _firm(usual, WANAN)
    first = joining.bind(usual, person(usual, SECRETARY), Person(LIN, "小林"), Meant(firm))
    joining.left(usual, LIN)
    again = joining.bind(usual, person(usual, SECRETARY), Person(LIN, "小林"), Meant(firm))
    assert again is first
    assert again.left_at is None


def test_an_import_keeps_whom_a_link_bound_and_says_so(usual: Work) -> None:
    joining.redeem(usual, _token(usual, FURUI), Person(LIN, "小林"))
    plan = stored.plan(usual.session, usual.scope, file(*USUAL), usual.now)
    assert plan.changes == ()
    assert plan.sentences("zh") == [
        "复瑞物业 小林 是在群里绑定的，花名册上没有，予以保留；要取消请用 /unbind"
    ]


def test_once_a_file_has_listed_them_the_file_decides(usual: Work) -> None:
    joining.redeem(usual, _token(usual, FURUI), Person(LIN, "小林"))
    (change,) = take_in(usual, *USUAL, row(FURUI, "", "小林", telegram=str(LIN))).changes
    assert change.what == "lead_listed"
    (change,) = take_in(usual, *USUAL).changes
    assert change.what == "lead_left"
    assert member(usual, LIN).firm_id is None


def test_the_last_lead_who_leaves_is_told_of(usual: Work) -> None:
    person(usual, XU, "徐磊", "xu_lei")
    first, last = joining.left(usual, CHEN), joining.left(usual, XU)
    assert first is not None
    assert first.firm is None, "徐磊 is still there"
    assert last is not None
    assert (last.member.name, last.firm) == ("徐磊", _firm(usual, FURUI))
    assert joining.left(usual, XU) is None, "told once"


def test_the_last_who_holds_a_post_is_told_of(usual: Work) -> None:
    member(usual, DISPATCHER).on_duty = True
    member(usual, SECRETARY).on_duty = True
    first, last = joining.left(usual, DISPATCHER), joining.left(usual, SECRETARY)
    assert first is not None
    assert last is not None
    assert first.posts == ["dispatcher"], "somebody else is on duty"
    assert last.posts == ["on_duty", "secretary"]


def test_who_left_leads_nothing_until_they_are_back(usual: Work) -> None:
    joining.left(usual, CHEN)
    absent = people.recognise(usual.session, usual.scope, CHEN, "陈晓东", None)
    assert absent.member is None
    before = len(_tags(usual))
    joining.came(usual, CHEN, "陈晓东", None)
    assert member(usual, CHEN).firm_id == _firm(usual, FURUI).id
    assert _tags(usual)[before:] == [(CHEN, FURUI)], "no tag outlives leaving"


def test_what_somebody_does_in_the_group_shows_that_they_are_back(usual: Work) -> None:
    joining.left(usual, CHEN)
    assert person(usual, CHEN).firm_id == _firm(usual, FURUI).id


def test_a_dispatcher_who_left_is_a_stranger_and_breaks_nothing(usual: Work) -> None:
    member(usual, DISPATCHER)
    joining.left(usual, DISPATCHER)
    absent = people.recognise(usual.session, usual.scope, DISPATCHER, "派", None)
    people.enrol_posts(usual.session, usual.scope)
    usual.session.flush()
    assert absent.member is None
    assert list(people.dispatchers(usual.session, usual.scope)) == []


def test_whom_the_config_names_no_more_holds_no_post(usual: Work) -> None:
    struck_off = member(usual, CHEN)
    struck_off.on_duty = struck_off.dispatcher = struck_off.secretary = True
    people.enrol_posts(usual.session, usual.scope)
    assert (struck_off.on_duty, struck_off.dispatcher, struck_off.secretary) == (False,) * 3
    assert [one.user_id for one in people.dispatchers(usual.session, usual.scope)] == [DISPATCHER]


def test_a_lead_listed_by_username_is_bound_when_first_heard(usual: Work) -> None:
    assert member(usual, XU, "小徐", "Xu_Lei") is _lead(usual, "徐磊")


def test_an_underscore_in_a_username_is_no_wildcard(usual: Work) -> None:
    take_in(usual, *USUAL, row(WANAN, "", "王安", telegram="@wangan"))
    assert person(usual, 66, "冒充", "w_ngan").member is None


def test_a_username_taken_by_somebody_else_mentions_nobody_else(usual: Work) -> None:
    first = member(usual, XU, "徐磊", "xu_lei")
    person(usual, 66, "新人", "xu_lei")
    assert first.username is None
    assert first.user_id == XU


def test_a_changed_username_and_name_are_taken_over(usual: Work) -> None:
    lead, post = member(usual, XU, "徐磊", "xu_lei"), member(usual, DISPATCHER, "旧名")
    member(usual, XU, "磊磊", "xu_new")
    member(usual, DISPATCHER, "新名", "paidan")
    assert (lead.username, lead.name) == ("xu_new", "徐磊"), "the roster's name stays"
    assert (post.username, post.name) == ("paidan", "新名")


def test_somebody_known_whom_the_roster_lists_by_username_is_one_person(usual: Work) -> None:
    known = member(usual, DISPATCHER, "派")
    take_in(usual, *USUAL, row(WANAN, "", "王安", telegram="@wangan"))
    person(usual, DISPATCHER, "派", "wangan")
    assert (known.firm_id, known.name) == (_firm(usual, WANAN).id, "王安")
