"""In a group with topics every message carries the one that opened its topic, as if it replied."""

from itertools import count
from typing import Any

from bot import inbox
from bot.demo import wire
from models.deed import Deed
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, SECRETARY, SHENHE, TYPED

_IDS = count(7_001)
_UPDATES = count(10**6)


def _written(quick: QuickStage, user_id: int, text: str) -> dict[str, Any]:
    state = quick.group.world.state
    chat = wire.chat(state, state.chats[quick.group.chat_id]) | {"is_forum": True}
    common = {
        "chat": chat,
        "date": int(quick.clock.now().timestamp()),
        "message_thread_id": 900,
        "is_topic_message": True,
    }
    opened = {
        "message_id": 900,
        "from": wire.user(state.people[CLERK]),
        "forum_topic_created": {"name": "工单", "icon_color": 7322096},
    }
    return common | {
        "message_id": next(_IDS),
        "from": wire.user(state.people[user_id]),
        "text": text,
        "reply_to_message": common | opened,
    }


async def _hear(quick: QuickStage, **update: dict[str, Any]) -> None:
    with quick.app.parts.db.transaction() as session:
        inbox.store(session, [{"update_id": next(_UPDATES), **update}], quick.clock.now())
    await quick.settled()


async def test_what_was_typed_may_be_edited(quick: QuickStage) -> None:
    typed = _written(quick, CLERK, TYPED)
    await _hear(quick, message=typed)
    await quick.card()
    mended = {"text": TYPED.replace("13812345678", "13641778999"), "edit_date": typed["date"]}
    await _hear(quick, edited_message=typed | mended)
    assert quick.facts().phone == "13641778999"


async def test_chatter_is_no_reply(quick: QuickStage) -> None:
    await quick.opened()
    await _hear(quick, message=_written(quick, SHENHE, "#1 那家上次也这样，哈哈"))
    assert not quick.record(Deed.NOTE, 1)


async def test_who_opened_the_topic_is_not_whom_it_is_about(quick: QuickStage) -> None:
    await _hear(quick, message=_written(quick, SECRETARY, "/bind 复瑞物业"))
    await quick.said("回复")
    quick.group.say(CLERK, "/whoami")
    assert "复瑞" not in (await quick.said("1001")).text
