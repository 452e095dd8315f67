"""One deployment, two federations, and people who are in both: what they do in private."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.config import Settings
from bot.demo.records import Message
from models.deed import Deed
from models.tables.event import Event
from models.tables.federation import Federation
from models.tables.ticket import Status, Ticket
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, FURUI, SECRETARY, SHENHE, STRANGER, TYPED

FIRST, SECOND = "大场镇物业服务联合体", "顾村镇物业服务联合体"
WHICH = "您在几个联合体里"


class TwoFederations(QuickStage):
    """Everybody of the first federation is in the second one too; its group lies elsewhere."""

    def settings(self) -> Settings:
        own = super().settings()
        other = own.federations[0].model_copy(update={"name": SECOND, "chat_id": -1009})
        return own.model_copy(update={"federations": (own.federations[0], other)})

    async def asked(self, user_id: int, text: str, federation: str) -> None:
        """Write in private, be asked which federation is meant, say it."""
        written = self.group.say(user_id, text, chat_id=user_id).message_id
        question = await self.group.wait_for(
            lambda m: WHICH in m.text and m.reply_to == written, chat_id=user_id, what="a question"
        )
        assert labels(question) == [FIRST, SECOND]
        toast = await self.group.press(user_id, question, federation, chat_id=user_id)
        assert toast == federation

    async def both(self) -> None:
        """A ticket #1 in each: in the group of the first, in private for the second."""
        await self.opened()
        self.group.start_private(CLERK)
        await self.asked(CLERK, TYPED.replace("丰翔新城", "洛场新村"), SECOND)
        await self.group.wait_until(lambda: len(self.tickets()) == 2, what="two tickets")

    def tickets(self) -> dict[str, Ticket]:
        """Ticket #1 of each federation, by its name."""
        query = select(Federation.name, Ticket).join(Ticket).where(Ticket.number == 1)
        with Session(self.app.parts.db.engine, expire_on_commit=False) as session:
            return dict(session.exec(query).all())

    def told(self, user_id: int) -> list[Message]:
        return [m for m in self.group.messages(user_id) if m.sender.is_bot]


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[TwoFederations]:
    own = TwoFederations(tmp_path)
    await own.start()
    yield own
    await own.stop()


async def test_the_link_to_all_data_leads_to_its_own_federations_ticket(
    two: TwoFederations,
) -> None:
    await two.both()
    for name, community in ((FIRST, "丰翔新城"), (SECOND, "洛场新村")):
        two.group.start_private(CLERK, f"see_{two.tickets()[name].id}")
        shown = await two.private(CLERK, community)
        assert shown.text.splitlines()[0] == name
        assert "13812345678" in shown.text


@pytest.mark.parametrize(
    ("user_id", "command", "said"),
    [
        (CLERK, "/open", "洛场新村"),
        (CLERK, "/ticket 1", "洛场新村"),
        (CLERK, "未结", "洛场新村"),
        (CLERK, "/find 漏水", "洛场新村"),
        (CLERK, "/stats", "受理 1"),
        (CLERK, "/calls", "没有"),
        (CLERK, "/help", "您可以做的事"),
        (CLERK, "/whoami", "值班客服"),
        (FURUI, "/mine", "没有未结工单"),
        (FURUI, "/experts 漏水", "办过「漏水」"),
    ],
)
async def test_a_private_command_asks_which_federation_and_answers_for_it(
    two: TwoFederations, user_id: int, command: str, said: str
) -> None:
    await two.both()
    two.group.start_private(user_id)
    await two.asked(user_id, command, SECOND)
    answer = await two.private(user_id, said)
    assert answer.text.splitlines()[0] == SECOND
    assert "丰翔新城" not in answer.text


async def test_the_record_is_each_federations_own(two: TwoFederations) -> None:
    await two.both()
    two.group.say(FURUI, "钥匙在门卫那里", reply_to=await two.card())
    two.group.start_private(SECRETARY)
    await two.asked(SECRETARY, "/audit", FIRST)
    assert "钥匙在门卫" in (await two.private(SECRETARY, "操作记录")).text
    await two.asked(SECRETARY, "/audit", SECOND)
    second = await two.group.wait_for(
        lambda m: "操作记录" in m.text and m.text.startswith(SECOND), chat_id=SECRETARY
    )
    assert "#1 派单" in second.text
    assert "钥匙在门卫" not in second.text


async def test_a_reply_in_private_is_about_what_it_replies_to(two: TwoFederations) -> None:
    await two.both()
    second = two.tickets()[SECOND]
    two.group.start_private(CLERK, f"see_{second.id}")
    shown = await two.private(CLERK, "洛场新村")
    two.group.say(CLERK, "居民说明天在家", chat_id=CLERK, reply_to=shown)

    def notes() -> list[int | None]:
        with Session(two.app.parts.db.engine) as session:
            query = select(Event.ticket_id).where(Event.deed == Deed.NOTE)
            return list(session.exec(query.where(Event.note == "居民说明天在家")))

    await two.group.wait_until(lambda: notes() == [second.id], what="the note")


@pytest.mark.parametrize("words", ["#1 已修好", "1号单30分钟到", "#9 收到"])
async def test_words_that_do_something_to_a_number_are_asked_about_too(
    two: TwoFederations, words: str
) -> None:
    await two.both()
    two.group.start_private(SHENHE)
    await two.asked(SHENHE, words, SECOND)
    await two.settled()
    assert two.tickets()[FIRST].status is Status.DISPATCHED
    assert (two.tickets()[SECOND].status is Status.DISPATCHED) == ("#9" in words)


async def test_a_reaction_in_private_is_to_what_stands_there(two: TwoFederations) -> None:
    two.group.start_private(SHENHE)
    await two.both()
    two.group.react(SHENHE, await two.private(SHENHE, "洛场新村"), "👍", chat_id=SHENHE)
    await two.group.wait_until(lambda: two.tickets()[SECOND].status is Status.ACKNOWLEDGED)


async def test_chatter_is_let_be_and_one_federation_is_not_asked(two: TwoFederations) -> None:
    two.group.start_private(CLERK)
    two.group.say(CLERK, "今天真冷，17号楼的灯也不亮", chat_id=CLERK)
    two.group.say(CLERK, "#1 什么时候派的？", chat_id=CLERK)
    await two.opened()
    two.group.start_private(STRANGER, f"see_{two.tickets()[FIRST].id}")
    await two.private(STRANGER, "名册")
    assert not [m for m in two.told(STRANGER) if WHICH in m.text]
    assert len([m for m in two.told(CLERK) if WHICH in m.text]) == 1, "for Start alone"


async def test_a_choice_pressed_twice_is_done_once(two: TwoFederations) -> None:
    await two.both()
    await two.asked(CLERK, "/note 1 业主明天在家", FIRST)
    question = next(m for m in reversed(two.told(CLERK)) if WHICH in m.text)
    again = await two.group.press(CLERK, question, FIRST, chat_id=CLERK)
    assert "没有再办" in again
    assert len([e for e in two.record(Deed.NOTE) if e.note == "业主明天在家"]) == 1
    assert await two.group.press(CLERK, question, SECOND, chat_id=CLERK) == SECOND


async def test_a_forged_choice_does_nothing(two: TwoFederations) -> None:
    two.group.start_private(CLERK)
    question = await two.private(CLERK, WHICH)
    for data in ("in:999", "in:", "in:x", "in:" + "9" * 30):
        toast = await two.group.forge(CLERK, question, data, chat_id=CLERK)
        assert toast in (FIRST, "这个按钮已失效，请看最新的卡片。"), data
