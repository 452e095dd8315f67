"""What is posted: forms, places, the same again, no form at all, broken files, doubtful fields."""

import asyncio
import io
from datetime import timedelta

import pytest
from PIL import Image

from bot.demo.records import Message
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SAMPLES, Stage


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.jpg").read_bytes()


def place_photo() -> bytes:
    """A picture of a place: no writing on it."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((900, 700)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def bot_said(stage: Stage) -> list[Message]:
    return [m for m in stage.group.messages() if m.sender.is_bot]


async def question(stage: Stage) -> Message:
    """The question, once the bot has noted its number: before that no clock may move on."""
    asked = await stage.said("确认一下")
    await stage.group.wait_until(lambda: str(asked.message_id) in stage.stored(), what="noted")
    return asked


async def test_an_album_of_a_form_and_the_place_is_one_ticket(stage: Stage) -> None:
    stage.group.album(CLERK, [place_photo(), sample("leak_printed")])
    await stage.card(1)
    stage.group.say(CLERK, "/open")
    listed = await stage.said("全部未结")
    assert "1 件" in listed.text


async def test_the_same_photo_again_opens_no_second_ticket(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("leak_printed"))
    await stage.card(1)
    with Image.open(io.BytesIO(sample("leak_printed"))) as image:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=60)
    again = stage.group.photo(CLERK, out.getvalue())
    notice = await stage.said("没有重复开单")
    assert notice.reply_to == again.message_id
    assert "#1" in notice.text


async def test_what_was_not_to_be_dispatched_may_be_posted_again(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("lookalike"))
    asked = await question(stage)
    assert "已标记为不派单" in await stage.group.press(CLERK, asked, "不派单")
    await stage.said("已标记为不派单")
    again = stage.group.photo(CLERK, sample("lookalike"))
    await stage.group.wait_for(
        lambda m: "确认一下" in m.text and m.reply_to == again.message_id, what="asked again"
    )


async def test_a_picture_that_is_no_form_is_left_alone(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("canteen_menu"))
    stage.group.photo(FURUI, sample("leak_printed"))
    stage.group.photo(CLERK, sample("leak_printed"))
    await stage.card(1)
    assert len(bot_said(stage)) == 1


async def test_a_broken_file_is_answered_and_the_work_goes_on(stage: Stage) -> None:
    stage.group.document(CLERK, b"this is no picture", "form.jpg", "image/jpeg")
    notice = await stage.said("不是图片")
    assert "请发照片" in notice.text
    stage.group.photo(CLERK, sample("leak_printed"))
    await stage.card(1)


async def test_a_file_of_a_kind_that_the_client_does_not_know_goes_by_its_name(
    stage: Stage,
) -> None:
    unknown = "application/octet-stream"
    other = stage.group.document(CLERK, sample("leak_printed"), "form.docx", unknown)
    form = stage.group.document(CLERK, sample("leak_printed"), "IMG_2.JPG", unknown)
    await stage.card(1)
    assert form.reactions
    assert not other.reactions


async def test_what_was_posted_in_private_is_answered_there(stage: Stage) -> None:
    stage.group.start_private(CLERK)
    stage.group.document(CLERK, b"this is no picture", "form.jpg", "image/jpeg", chat_id=CLERK)
    notice = await stage.said("不是图片", chat_id=CLERK)
    assert notice.reply_to is not None
    for _ in range(2):
        stage.group.photo(CLERK, sample("leak_printed"), chat_id=CLERK)
    await stage.said("没有重复开单", chat_id=CLERK)
    assert len(bot_said(stage)) == 1, "the card alone"


async def test_a_look_alike_is_asked_about_and_a_tap_settles_it(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, sample("lookalike"))
    asked = await question(stage)
    assert asked.reply_to == photo.message_id
    assert asked.photo is not None
    assert asked.buttons[0][0].text == "丰翔新城"
    assert "请发表的人" in await stage.group.press(FURUI, asked, "丰翔新城")
    assert "派单 #1" in await stage.group.press(CLERK, asked, "丰翔新城")
    card = await stage.card(1)
    assert "丰翔新城" in card.text
    await stage.said("已确认，工单 #1")
    assert not asked.buttons


async def test_an_empty_community_is_settled_by_a_reply(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("no_community"))
    asked = await question(stage)
    stage.group.say(CLERK, "天气不错", reply_to=asked.message_id)
    await stage.said("没看懂", chat_id=CLERK)
    stage.group.say(CLERK, "小区是丰翔新城", reply_to=asked.message_id)
    assert "丰翔新城" in (await stage.card(1)).text


async def test_a_caption_fills_what_the_paper_leaves_empty(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("no_community"), caption="小区：南大新苑，姓名：王小明")
    card = await stage.card(1)
    assert "南大新苑" in card.text
    assert "王**" not in card.text  # the paper names somebody


async def test_an_albums_caption_is_the_forms_wherever_that_stands(stage: Stage) -> None:
    pictures = [place_photo(), sample("no_community")]
    stage.group.album(CLERK, pictures, caption="小区：南大新苑")
    assert "南大新苑" in (await stage.card(1)).text


async def test_a_caption_written_later_answers_the_question(stage: Stage) -> None:
    posted = stage.group.photo(CLERK, sample("no_community"), caption="急")
    await question(stage)
    stage.group.edit(CLERK, posted, "小区：南大新苑")
    assert "南大新苑" in (await stage.card(1)).text


async def test_a_question_nobody_answers_goes_to_the_dispatcher(stage: Stage) -> None:
    stage.group.photo(CLERK, sample("no_community"))
    asked = await question(stage)
    stage.wind(timedelta(minutes=6))
    waits = await stage.said("还没人确认")
    assert waits.reply_to == asked.message_id
    assert [e.user_id for e in waits.entities if e.user_id] == [DISPATCHER]
    stage.group.say(DISPATCHER, "转给复瑞物业", reply_to=asked.message_id)
    assert "复瑞物业" in (await stage.card(1)).text


async def test_a_confirmed_alias_is_asked_about_twice_only(stage: Stage) -> None:
    for number in (1, 2):
        stage.group.say(CLERK, f"小区：丰翔苑区 电话：1381234567{number} 内容：第{number}盏灯坏了")
        asked = await stage.group.wait_for(
            lambda m: "确认一下" in m.text and bool(m.buttons), what="a question"
        )
        stage.group.say(CLERK, "小区是丰翔新城", reply_to=asked.message_id)
        await stage.card(number)
        await stage.said(f"已确认，工单 #{number}")
    stage.group.say(CLERK, "小区：丰翔苑区 电话：13812345673 内容：大门坏了")
    await stage.card(3)


async def test_all_is_there_after_a_restart(stage: Stage) -> None:
    card = await stage.ticket()
    await stage.restart()
    assert "已接单" in await stage.group.press(FURUI, card, "接单")
    await stage.card(1, saying="办理中")


async def test_two_firms_press_at_once(stage: Stage) -> None:
    card = await stage.ticket()
    answers = await asyncio.gather(
        stage.group.press(FURUI, card, "接单"), stage.group.press(500000101, card, "接单")
    )
    assert sorted("已接单" in answer for answer in answers) == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "/new 小区丰翔新城 电话13812340021 地址1号 内容门禁坏了",
        "登记 小区 丰翔新城，电话 13812340021，地址 1号，内容 门禁坏了",
        "【小区】丰翔新城【电话】13812340021【地址】1号【内容】门禁坏了",
        "小区＝丰翔新城 电话＝13812340021 地址＝1号 内容＝门禁坏了",
    ],
)
async def test_what_is_typed_needs_no_colons(quick: QuickStage, text: str) -> None:
    quick.group.say(CLERK, text)
    card = await quick.card()
    assert "丰翔新城 · 1号" in card.text
    assert "门禁坏了" in card.text
    assert quick.facts().phone == "13812340021"
