"""The same sheet photographed again, or typed again: one ticket, and nothing more is asked."""

import io
from datetime import timedelta

import numpy as np
import pytest
from PIL import Image, ImageDraw
from sqlmodel import Session

from benchmarks.reading.photos import photograph
from bot.demo.records import Message
from bot.services import filing, intake
from bot.services.filing import Posted
from bot.services.roster import stored
from bot.services.scope import scopes
from bot.services.work import Work
from models.form_layout import CELLS, PAGE
from models.intake import Value
from models.tables.form import FormState
from models.verdict import check
from tests.form.filled import sheet
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, FURUI, SAMPLES, Stage

SHORT = "小区：丰翔新城\n地址：3号502室\n电话：1381234567\n内容：家中天花板漏水"
WHOLE = SHORT.replace("1381234567", "13812345678")
LEAK = {  # as it is read
    "time": "2024年12月2日 08:10",
    "community": "丰翔新城",
    "phone": "13812345678",
    "address": "3号502室",
    "description": "家中天花板漏水",
}


def taken(kind: str, thumb: str = "") -> bytes:
    """A photo of one filled sheet of our own; a thumb may lie on a field of it."""
    paper = sheet().convert("RGB")
    if thumb:
        place, scale = CELLS[thumb].inside(1), paper.width / PAGE[0]
        corners = (place.x, place.y, place.right, place.bottom)
        ImageDraw.Draw(paper).rectangle([side * scale for side in corners], "white")
    return photograph(paper, kind, "tuning", np.random.default_rng(len(kind + thumb)))


def turned(name: str) -> bytes:
    """A sample form held otherwise, in less light."""
    with Image.open(SAMPLES / f"{name}.jpg") as image:
        held = image.rotate(2, Image.Resampling.BICUBIC, expand=True, fillcolor=(90, 80, 70))
        out = io.BytesIO()
        held.point(lambda light: light * 0.9).save(out, "JPEG", quality=85)
    return out.getvalue()


def asked(stage: Stage) -> list[Message]:
    return [m for m in stage.group.messages() if "确认一下" in m.text]


async def test_a_better_photo_takes_the_place_of_the_one_that_was_doubted(stage: Stage) -> None:
    stage.group.photo(CLERK, taken("phone", thumb="community"))
    question = await stage.said("确认一下")
    stage.group.photo(CLERK, taken("good"))
    assert "丰翔新城" in (await stage.card(1)).text
    await stage.group.wait_until(lambda: "以后面那张为准" in question.text, what="it says so")
    assert not question.buttons
    stage.wind(timedelta(minutes=20))
    await stage.said("还没接单")
    assert not [m for m in stage.group.messages() if "没人确认" in m.text]


async def test_a_photo_of_a_sheet_that_has_a_ticket_opens_no_second_one(stage: Stage) -> None:
    stage.group.photo(CLERK, (SAMPLES / "leak_printed.jpg").read_bytes())
    await stage.card(1)
    again = stage.group.photo(CLERK, turned("leak_printed"))
    told = await stage.said("没有重复开单")
    assert told.reply_to == again.message_id
    assert "工单 #1" in told.text


async def test_our_own_sheet_is_known_by_its_number(stage: Stage) -> None:
    stage.group.photo(CLERK, taken("good"))
    await stage.card(1)
    stage.group.photo(CLERK, taken("phone", thumb="time"))
    assert "工单 #1" in (await stage.said("没有重复开单")).text


async def test_what_is_typed_again_rightly_is_not_asked_any_more(quick: QuickStage) -> None:
    quick.group.say(CLERK, SHORT)
    question = await quick.said("确认一下")
    quick.group.say(CLERK, WHOLE)
    await quick.card(1)
    await quick.group.wait_until(lambda: "以后面那张为准" in question.text, what="it says so")
    quick.group.say(FURUI, "收到", reply_to=question)
    await quick.card(1, saying="办理中")


async def test_what_is_typed_again_wrongly_is_asked_once(quick: QuickStage) -> None:
    quick.group.say(CLERK, SHORT)
    await quick.said("确认一下")
    quick.group.say(CLERK, SHORT)
    await quick.said("以后面那张为准")
    last = await quick.said("确认一下")
    assert asked(quick) == [last]
    quick.group.say(CLERK, "13812345678", reply_to=last)
    await quick.card(1)


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("小区：丰翔新城", "小区：洛场新村"),
        ("时间：2024-12-02 08:10", "时间：2024-12-02 09:40"),
    ],
)
async def test_another_call_in_the_same_words_leaves_the_question_open(
    quick: QuickStage, was: str, is_now: str
) -> None:
    timed = f"{SHORT}\n时间：2024-12-02 08:10"
    quick.group.say(CLERK, timed)
    question = await quick.said("确认一下")
    quick.group.say(CLERK, timed.replace("1381234567", "13812345678").replace(was, is_now))
    await quick.card(1)
    await quick.settled()
    assert asked(quick) == [question]


async def test_the_same_words_from_another_community_are_no_repeat(
    quick: QuickStage, picture: bytes
) -> None:
    """As readings come: two sheets, both read well, of one day and one lamp."""
    lamp = {
        "time": "2024年12月2日",
        "phone": "13812345678",
        "address": "3号门口",
        "description": "路灯不亮",
    }
    for number, community in enumerate(("丰翔新城", "洛场新村"), 1):
        await read(quick, picture, lamp | {"community": community, "phone": f"1381234567{number}"})
        assert community in (await quick.card(number)).text
    await read(quick, picture, lamp | {"community": "洛场新村", "phone": "13812345672"})
    assert "工单 #2" in (await quick.said("没有重复开单")).text


@pytest.mark.parametrize("file", ["the same", "another"])
async def test_a_sheet_whose_ticket_was_cancelled_gets_a_new_one(
    quick: QuickStage, picture: bytes, file: str
) -> None:
    await read(quick, picture, LEAK, file="one")
    await quick.card(1)
    quick.group.say(CLERK, "作废 1 点错了")
    await quick.card(1, saying="已作废")
    await read(quick, picture, LEAK, file="one" if file == "the same" else "two")
    await quick.card(2)
    await read(quick, picture, LEAK, file="three")
    assert "工单 #2" in (await quick.said("没有重复开单")).text


@pytest.mark.parametrize(
    "wrong", [{"phone": "13812345673"}, {"time": "2024年2月2日 08:10"}], ids=["phone", "time"]
)
async def test_a_sheet_of_which_one_photo_was_misread_is_one_ticket_to_be_looked_at(
    quick: QuickStage, picture: bytes, wrong: dict[str, str]
) -> None:
    await read(quick, picture, LEAK)
    await quick.card(1)
    await read(quick, picture, LEAK | wrong)
    assert "#1" in (await quick.said("请对着纸核对")).text
    quick.group.say(FURUI, "/done 1 已修好")
    await quick.card(1, saying="已办结")
    await read(quick, picture, LEAK | wrong | {"time": "2024年12月3日 08:10"})
    await quick.card(2)


async def read(quick: QuickStage, picture: bytes, said: dict[str, str], file: str = "") -> None:
    """A form is posted, and this is what the reader makes of it. `file`: its picture's name."""
    photo = quick.group.photo(FURUI, picture)  # nobody on duty: the reader lets it be
    parts = quick.app.parts

    def settle(session: Session) -> None:
        [scope] = scopes(session, parts.settings)
        work = Work(session, scope, parts.clock.now())
        posted = Posted(photo.chat_id, photo.message_id, CLERK, file_id=str(photo.message_id))
        form = filing.file(work, posted)
        assert form is not None
        form.state = FormState.READING
        values = {name: Value(value, 0.9) for name, value in said.items()}
        reading = check(values, stored.directory(session, scope, work.now))
        intake.settle(work, form, (reading,), photo=file or str(form.id), mark="")

    await parts.db.run(settle)
    parts.wake("deliver")


async def test_the_same_words_again_open_no_second_ticket(quick: QuickStage) -> None:
    quick.group.say(CLERK, WHOLE)
    await quick.card(1)
    for clerk in (CLERK, 1004):
        again = quick.group.say(clerk, WHOLE.replace("\n", " "))
        await quick.group.wait_until(lambda: "没有重复开单" in quick.group.messages()[-1].text)
        told = quick.group.messages()[-1]
        assert told.reply_to == again.message_id
        assert "工单 #1" in told.text
    assert len(quick.all_tickets()) == 1


async def test_the_same_words_once_it_is_done_are_another_call(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    await quick.opened(number=2)


async def test_a_repeat_that_is_edited_into_another_call_is_opened(quick: QuickStage) -> None:
    quick.group.say(CLERK, WHOLE)
    await quick.card(1)
    again = quick.group.say(CLERK, WHOLE)
    await quick.said("没有重复开单")
    quick.group.edit(CLERK, again, WHOLE.replace("502室", "601室"))
    await quick.card(2)
    assert [ticket.address for ticket in quick.all_tickets()] == ["3号502室", "3号601室"]


async def test_another_call_leaves_the_question_open(quick: QuickStage) -> None:
    quick.group.say(CLERK, SHORT)
    question = await quick.said("确认一下")
    await quick.opened(description="楼道灯不亮", phone="13912345678")
    await quick.settled()
    assert asked(quick) == [question]
    quick.group.say(CLERK, "13812345678", reply_to=question)
    await quick.card(2)
