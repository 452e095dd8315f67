"""What is asked about in the group is masked; all of it is told in private, on record."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image
from sqlmodel import Session

from bot.demo import records
from bot.messages import question
from bot.messages.outgoing import Outgoing
from bot.messages.question import render
from bot.messages.view import View
from bot.services.scope import scopes
from models.deed import Deed
from models.tables.form import Form
from models.tables.message import Message, MessageKind
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, FURUI, SAMPLES, Stage

UNSURE = "小区：丰翔新城\n姓名：沈建国\n电话：1391234567\n地址：3号502室\n内容：漏水"


async def asked(quick: QuickStage) -> records.Message:
    """The clerk types a form with a phone that lacks a digit; the question."""
    quick.group.say(CLERK, UNSURE)
    return await quick.said("确认一下")


async def test_the_group_reads_it_masked_and_the_poster_all_of_it(quick: QuickStage) -> None:
    question = await asked(quick)
    assert "1391234567" not in question.text
    assert "1391234567" not in "".join(labels(question))
    await quick.group.press(CLERK, question, "🔒 完整信息")
    whole = await quick.private(CLERK, "「1391234567」")
    await quick.settled()
    told = quick.record(Deed.DISCLOSE)
    assert [(e.facts["to"], e.facts["form"]) for e in told] == [(CLERK, 1)]
    quick.group.say(CLERK, "电话13812345678", reply_to=whole, chat_id=CLERK)
    await quick.card()
    await quick.group.wait_until(lambda: "已确认" in question.text)
    await quick.group.wait_until(lambda: "已确认" in whole.text, chat_id=CLERK)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1391234567", "只有 10 位"),
        ("139123456789", "多了 1 位"),
        ("12912345678", "位数或格式不对"),
    ],
)
async def test_the_group_reads_how_many_digits_are_wrong(
    quick: QuickStage, number: str, said: str
) -> None:
    quick.group.say(CLERK, UNSURE.replace("1391234567", number))
    question = await quick.said("确认一下")
    assert said in question.text
    assert number not in question.text


async def test_a_firm_is_not_told_and_that_is_on_record(quick: QuickStage) -> None:
    question = await asked(quick)
    await quick.group.press(FURUI, question, "🔒 完整信息")
    await quick.private(FURUI, "请发表的人")
    assert quick.record(Deed.DENY)[-1].facts == {"deed": "disclose", "form": 1}
    assert not [m for m in quick.group.messages(FURUI) if "1391234567" in m.text]


async def test_an_answer_with_personal_data_is_taken_out_too(taking_out: QuickStage) -> None:
    quick, question = taking_out, await asked(taking_out)
    answer = quick.group.say(CLERK, "电话13812345678", reply_to=question)
    await quick.card()
    await quick.group.wait_until(lambda: answer.deleted, what="the answer gone")


async def test_a_form_that_is_not_dispatched_is_taken_out_too(taking_out: QuickStage) -> None:
    quick, question = taking_out, await asked(taking_out)
    await quick.group.press(CLERK, question, "不派单")
    await quick.group.wait_until(
        lambda: not [m for m in quick.group.messages() if "1391234567" in m.text],
        what="the form gone",
    )


async def doubtful(stage: Stage) -> None:
    """A photographed form of which the caller, the phone and the community are asked about."""
    stage.group.photo(CLERK, (SAMPLES / "lookalike.jpg").read_bytes())
    await stage.said("确认一下")
    with Session(stage.app.parts.db.engine) as session, session.begin():
        form = session.get_one(Form, 1)
        box = form.fields["community"]["box"]
        read = {"caller": "沈建国", "phone": "13912345678", "community": "丰翔新苑"}
        form.fields = {f: {"value": v, "confidence": 0.1, "box": box} for f, v in read.items()}
        form.doubts = [
            {"field": f, "why": "unsure", "read": v, "likely": [v]} for f, v in read.items()
        ]


def rendered(stage: Stage, chat_id: int, *, taken_out: bool) -> Outgoing:
    """The question as it is put into this chat."""
    parts = stage.app.parts
    with Session(parts.db.engine) as session:
        [scope] = scopes(session, parts.settings)
        own = scope.settings.model_copy(update={"delete_photos": taken_out})
        view = View(session, replace(scope, settings=own), parts.store, parts.clock.now(), "bot")
        row = Message(
            key="q", kind=MessageKind.QUESTION, chat_id=chat_id, form_id=1, due_at=view.now
        )
        found = render(view, row)
    assert found is not None
    return found


async def asked_about(stage: Stage, **doubt: str) -> Outgoing:
    """The question in the group about nothing but this."""
    await doubtful(stage)
    with Session(stage.app.parts.db.engine) as session, session.begin():
        session.get_one(Form, 1).doubts = [{**doubt, "likely": []}]
    return rendered(stage, stage.group.chat_id, taken_out=False)


async def test_beside_a_crop_stands_all_that_was_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await doubtful(stage)
    drawn: list[str] = []

    def draw(crops: Sequence[tuple[str, bytes, str]]) -> bytes:
        drawn.extend(read for _, _, read in crops)
        return b""

    monkeypatch.setattr(question, "draw_question", draw)
    rendered(stage, stage.group.chat_id, taken_out=False)
    assert drawn == ["沈建国", "13912345678", "丰翔新苑"]
    drawn.clear()
    rendered(stage, stage.group.chat_id, taken_out=True)
    assert drawn == ["丰翔新苑"]
    drawn.clear()
    with Session(stage.app.parts.db.engine) as session, session.begin():
        session.get_one(Form, 1).chat_id = CLERK  # the group has never seen the photo
    rendered(stage, stage.group.chat_id, taken_out=False)
    assert drawn == ["丰翔新苑"]


async def test_what_was_written_and_not_read_is_shown(stage: Stage) -> None:
    asked = await asked_about(stage, field="phone", why="unread", read="")
    assert "没读出来" in asked.text
    assert isinstance(asked.picture, bytes)


async def test_no_crop_of_personal_data_stays_where_photos_are_taken_out(stage: Stage) -> None:
    await doubtful(stage)
    heights = {}
    for name, chat_id, taken_out in (
        ("kept", stage.group.chat_id, False),
        ("taken out", stage.group.chat_id, True),
        ("alone", CLERK, True),
    ):
        question = rendered(stage, chat_id, taken_out=taken_out)
        said = question.text + "".join(b.label for row in question.buttons for b in row)
        assert ("沈建国" in said, "13912345678" in said) == (chat_id > 0, chat_id > 0)
        assert "丰翔新苑" in said
        assert isinstance(question.picture, bytes)
        heights[name] = Image.open(io.BytesIO(question.picture)).height
    assert heights["taken out"] < heights["kept"] / 2  # one field of three
    assert heights["alone"] > heights["taken out"] * 2


async def test_an_address_that_no_room_has_is_asked_about_like_any_field(stage: Stage) -> None:
    asked = await asked_about(stage, field="address", why="malformed", read="120571103")
    assert "「**」位数或格式不对" in asked.text  # the group reads no room
    assert "地址3号502室" in asked.text  # how to answer
