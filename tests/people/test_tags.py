"""A lead's firm beside the name: set when seen, again when it was lost, not for ever."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot import outbox
from bot.services import joining, tags
from bot.services.work import Work
from models.tables.message import Message, MessageKind, MessageState
from tests.people.cast import CHEN, FURUI, SECRETARY, USUAL, WANAN, member, person, row, take_in


@pytest.fixture
def usual(work: Work) -> Work:
    take_in(work, *USUAL)
    return work


def after(work: Work, **span: int) -> Work:
    return Work(work.session, work.scope, work.now + timedelta(**span))


def _owed(work: Work) -> list[Message]:
    query = select(Message).where(Message.kind == MessageKind.TAG).order_by(col(Message.id))
    return list(work.session.exec(query))


def _tags(work: Work) -> list[tuple[int, str]]:
    return [(row.facts["user_id"], row.facts["tag"]) for row in _owed(work)]


def _refuse(work: Work) -> None:
    for message in _owed(work):
        if message.state is MessageState.PENDING:
            outbox.failed(work.session, message.id or 0, "not enough rights")


@pytest.mark.parametrize(
    ("firm", "shown"),
    [
        (FURUI, "复瑞物业"),
        ("上海大场镇环境卫生综合管理物业", "上海大场镇环境卫生综合管理物业"),
        ("上海市宝山区大场镇联合服务管理物业", "上海市宝山区大场镇联合服务管理"),
        ("上海市宝山区大场镇房屋设备维修服务有限公司", "上海市宝山区大场镇房屋设备维修服"),
    ],
)
def test_a_tag_fits_into_sixteen_characters(usual: Work, firm: str, shown: str) -> None:
    tags.show(usual, member(usual, CHEN), firm)
    assert _tags(usual) == [(CHEN, shown)]
    assert len(shown) <= tags.LENGTH


def test_a_lead_gets_a_tag_when_seen_once_and_again_when_it_was_lost(usual: Work) -> None:
    for _ in range(2):
        tags.seen(usual, person(usual, CHEN))
    tags.seen(usual, person(usual, SECRETARY))
    assert _tags(usual) == [(CHEN, FURUI)]
    joining.left(usual, CHEN)
    joining.came(after(usual, minutes=2), CHEN, "陈晓东", None)
    assert _tags(usual) == [(CHEN, FURUI)] * 2


def test_a_lead_whom_an_import_moves_gets_the_new_firms_tag(usual: Work) -> None:
    tags.seen(usual, person(usual, CHEN))
    rows = (row(FURUI, "丰翔新城"), *USUAL[1:], row(WANAN, "", "陈晓东", telegram=str(CHEN)))
    take_in(after(usual, minutes=1), *rows)
    take_in(after(usual, minutes=2), *rows[:-1])
    assert _tags(usual) == [(CHEN, FURUI), (CHEN, WANAN), (CHEN, "")]


def test_a_refused_tag_is_tried_daily_for_a_week_and_then_let_be(usual: Work) -> None:
    tags.seen(usual, person(usual, CHEN))
    owed = []
    for hour in range(0, 24 * 12, 6):
        _refuse(usual)
        tags.again(after(usual, hours=hour))
        tags.seen(after(usual, hours=hour), person(usual, CHEN))
        owed.append(len(_owed(usual)))
    assert owed[:6] == [1, 1, 1, 1, 2, 2], "not before a day is over"
    assert owed[-1] == tags.TRIES
    assert {m.facts["tag"] for m in _owed(usual)} == {FURUI}


def test_given_rights_the_bot_sets_every_tag_once_more(usual: Work) -> None:
    tags.seen(usual, person(usual, CHEN))
    _refuse(usual)
    later = after(usual, days=30)
    tags.anew(later)
    assert _tags(usual) == [(CHEN, FURUI)] * 2
    assert _owed(usual)[-1].facts["tries"] == 1
    tags.again(after(later, days=2))
    assert len(_owed(usual)) == 2, "what waits or went is not owed again"


def test_nobody_who_left_is_tagged(usual: Work) -> None:
    tags.seen(usual, person(usual, CHEN))
    _refuse(usual)
    joining.left(usual, CHEN)
    tags.anew(after(usual, days=1))
    tags.again(after(usual, days=2))
    assert len(_owed(usual)) == 1
