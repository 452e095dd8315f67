"""The main story: a photo becomes a mention, a ticket's whole day is played."""

from datetime import timedelta

from tests.stories.stage import CLERK, FURUI, FURUI_2, SAMPLES, SECRETARY, SHENHE, Stage

PHOTO = (SAMPLES / "leak_printed.jpg").read_bytes()


async def test_a_photo_becomes_a_mention_of_the_firm(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, PHOTO)
    card = await stage.card()
    assert card.reply_to == photo.message_id
    rung = [e.user_id for e in card.entities if e.type in ("mention", "text_mention")]
    assert rung == [FURUI, FURUI_2]
    assert stage.group.message(photo).reactions
    labels = [button.text for row in card.buttons for button in row]
    assert labels[:4] == ["接单", "退单", "协助", "办结"]


async def test_the_group_sees_no_full_name_phone_or_room(stage: Stage) -> None:
    card = await stage.ticket()
    assert "沈**" in card.text
    assert "138****5678" in card.text
    assert "3号" in card.text
    for secret in ("沈建国", "13812345678", "502"):
        assert secret not in card.text
    full = await stage.said("13812345678", chat_id=FURUI)
    assert "沈建国" in full.text
    assert "502室" in full.text


async def test_a_whole_day(stage: Stage) -> None:
    card = await stage.ticket()
    assert "已接单" in await stage.group.press(FURUI, card, "接单")
    await stage.card(saying="办理中")
    stage.group.say(SHENHE, "/assist 1 我们小区碰到过")
    offer = await stage.said("申和物业")
    await stage.group.press(FURUI, offer, "请来协助")
    await stage.card(saying="牵头 复瑞物业")
    await stage.group.wait_until(lambda: not offer.buttons, what="an answered offer")
    await stage.group.press(FURUI, card, "办结")
    await stage.card(saying="已办结")
    stage.wind(timedelta(days=1, hours=10))
    call = await stage.said("13812345678", chat_id=CLERK)
    await stage.group.press(CLERK, call, "非常满意")
    await stage.card(saying="非常满意")
    stage.group.say(SECRETARY, "/stats 7d")
    answer = await stage.group.wait_for(lambda m: m.sender.is_bot and m.photo is not None)
    assert "1/1" in answer.text
