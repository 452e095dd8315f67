"""Pictures of a ticket: kept in the store, shown to those who may see, forgotten with it."""

import asyncio
import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlmodel import Session, select

from bot.demo.records import Message
from bot.services import photos
from jobs import fetch_photos
from models.deed import Deed
from models.tables.ticket import Photo, Purpose
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import (
    CLERK,
    DISPATCHER,
    FURUI,
    SAMPLES,
    SECRETARY,
    SHENHE,
    STRANGER,
    Stage,
)
from tests.stories.test_intake import place_photo
from tests.stories.test_privacy import forget_all_before


def pictures(count: int) -> list[bytes]:
    """So many different ones."""
    found = []
    for number in range(count):
        out = io.BytesIO()
        Image.new("RGB", (400, 300), (40 * number, 90, 60)).save(out, "JPEG")
        found.append(out.getvalue())
    return found


def files(stage: Stage) -> list[Path]:
    return [p for p in (stage.folder / "photos").rglob("*") if p.is_file()]


def kept(stage: Stage) -> list[tuple[int, Purpose]]:
    """Of each picture: with which ticket, and as what."""
    with Session(stage.app.parts.db.engine) as session:
        return [(photo.ticket_id, photo.purpose) for photo in session.exec(select(Photo))]


async def fetched(quick: QuickStage, count: int) -> list[Photo]:
    """So many pictures are kept; each is in the store that could be fetched by now."""
    await quick.group.wait_until(lambda: len(quick.photos()) == count, what=f"{count} kept")
    await fetch_photos.run(quick.app.parts)
    await quick.app.idle("fetch_photos")
    return quick.photos()


def shown(quick: QuickStage, user: int) -> list[Message]:
    """Pictures that somebody was sent in private."""
    return [m for m in quick.group.messages(user) if m.sender.is_bot and (m.photo or m.document)]


async def first_shown(quick: QuickStage, user: int) -> Message:
    await quick.group.wait_until(lambda: bool(shown(quick, user)), what="a photo", chat_id=user)
    return shown(quick, user)[0]


async def ask_for_them(quick: QuickStage, user: int) -> None:
    """/ticket 1, and the button below it."""
    quick.group.say(user, "/ticket 1")
    story = await quick.said("经过")
    button = next(label for label in labels(story) if "照片" in label)
    await quick.group.press(user, story, button)


async def test_evidence_is_kept_and_shown_to_those_who_rule(
    quick: QuickStage, picture: bytes
) -> None:
    card = await quick.opened()
    quick.group.photo(FURUI, picture, caption="退单 不是我们小区", reply_to=card)
    [evidence] = await fetched(quick, 1)
    assert evidence.purpose == "evidence"
    [kept] = files(quick)
    assert kept.name == evidence.stored
    assert kept.stat().st_mode & 0o777 == 0o600
    assert Image.open(kept).size == (640, 480)
    for user in (FURUI, CLERK, DISPATCHER, SECRETARY):
        await ask_for_them(quick, user)
        assert "退单依据" in (await first_shown(quick, user)).text
        assert len(shown(quick, user)) == 1
    await quick.settled()
    told = [e.facts["to"] for e in quick.record(Deed.DISCLOSE, 1)]
    assert {FURUI, CLERK, DISPATCHER, SECRETARY} <= set(told)


async def test_another_firm_is_not_shown_them(quick: QuickStage, picture: bytes) -> None:
    card = await quick.opened()
    quick.group.photo(FURUI, picture, reply_to=card)
    await fetched(quick, 1)
    await ask_for_them(quick, SHENHE)
    await quick.private(SHENHE, "承办单位的负责人")
    assert not shown(quick, SHENHE)
    assert quick.record(Deed.DENY, 1)[-1].actor_id == SHENHE


async def test_an_album_of_the_repair_goes_with_its_first_picture(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.album(FURUI, pictures(3), caption="/done 1 换了水管")
    await quick.card(saying="已办结")
    assert all(photo.stored for photo in await fetched(quick, 3))
    quick.group.say(FURUI, "/ticket 1")
    assert "📷 照片 3" in labels(await quick.said("经过"))


async def test_a_file_is_shown_as_a_file(quick: QuickStage, picture: bytes) -> None:
    card = await quick.opened()
    quick.group.document(FURUI, picture, "修好了.jpg", "image/jpeg", reply_to=card)
    await fetched(quick, 1)
    await ask_for_them(quick, FURUI)
    document = (await first_shown(quick, FURUI)).document
    assert document is not None
    assert (document.name, document.content) == ("修好了.jpg", picture)


async def test_what_cannot_be_fetched_now_is_fetched_later(
    quick: QuickStage, picture: bytes
) -> None:
    card = await quick.opened()
    fault = quick.group.faults.add("getFile", do="error", status=502)
    quick.group.photo(FURUI, picture, caption="已修好", reply_to=card)
    await fault.arrived.wait()
    await quick.card(saying="已办结")
    assert not files(quick)
    quick.wind(timedelta(seconds=61))
    await fetched(quick, 1)
    assert len(files(quick)) == 1


async def test_what_fails_for_days_is_let_be_and_still_shown(
    quick: QuickStage, picture: bytes
) -> None:
    card = await quick.opened()
    fault = quick.group.faults.add("getFile", do="error", status=502, times=100)
    quick.group.photo(FURUI, picture, caption="已修好", reply_to=card)
    await quick.card(saying="已办结")
    for tried in range(1, photos.MAX_TRIES + 1):
        [photo] = await fetched(quick, 1)
        assert photo.tries == fault.met == tried
        quick.wind(timedelta(minutes=2 ** (tried - 1), seconds=1))
    await fetched(quick, 1)
    assert fault.met == photos.MAX_TRIES
    assert not files(quick)
    await ask_for_them(quick, FURUI)
    assert (await first_shown(quick, FURUI)).photo is not None


async def test_what_telegram_never_hands_out_is_still_shown(quick: QuickStage) -> None:
    card = await quick.opened()
    huge = pictures(1)[0] + bytes(21 << 20)
    quick.group.document(FURUI, huge, "video.jpg", "image/jpeg", reply_to=card)
    [never] = await fetched(quick, 1)
    assert (never.stored, never.fetch_at) == ("", None)
    await ask_for_them(quick, FURUI)
    assert (await first_shown(quick, FURUI)).document is not None


async def test_photos_are_forgotten_with_their_ticket(quick: QuickStage, picture: bytes) -> None:
    card = await quick.opened()
    quick.group.photo(FURUI, picture, caption="已修好", reply_to=card)
    await quick.card(saying="已办结")
    await fetched(quick, 1)
    quick.group.say(CLERK, "/answer 1 满意")
    await quick.card(saying="已回访")
    await asyncio.to_thread(forget_all_before, quick, MONDAY + timedelta(days=1))
    assert not files(quick)
    assert not quick.photos()
    quick.group.start_private(FURUI, f"photos_{quick.facts().id}")
    await quick.private(FURUI, "没有照片")


async def test_bytes_that_a_newer_ticket_uses_stay(quick: QuickStage, picture: bytes) -> None:
    old = await quick.opened()
    quick.group.photo(FURUI, picture, caption="已修好", reply_to=old)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "/answer 1 满意")
    await quick.card(saying="已回访")
    quick.wind(timedelta(days=5))
    new = await quick.opened(description="楼道灯不亮", phone="13912345678", number=2)
    quick.group.photo(FURUI, picture, reply_to=new)
    await fetched(quick, 2)
    assert len(files(quick)) == 1
    await asyncio.to_thread(forget_all_before, quick, MONDAY + timedelta(days=3))
    assert [p.ticket_id for p in quick.photos()] == [quick.facts(2).id]
    assert len(files(quick)) == 1


async def test_a_form_and_its_place_are_kept_with_the_ticket(stage: Stage) -> None:
    form = (SAMPLES / "leak_printed.jpg").read_bytes()
    stage.group.album(CLERK, [place_photo(), form])
    await stage.card()
    full = await stage.said("13812345678", chat_id=FURUI)
    await stage.group.wait_until(lambda: len(files(stage)) == 2, what="both in the store")
    await stage.group.press(FURUI, full, "📷 照片")
    place = await stage.said("现场", chat_id=FURUI)
    assert place.photo is not None
    assert (await stage.said("信息表", chat_id=FURUI)).photo is not None


async def test_a_form_posted_in_reply_to_another_s_card_opens_its_own_ticket(stage: Stage) -> None:
    stage.group.photo(CLERK, (SAMPLES / "leak_printed.jpg").read_bytes())
    first = await stage.card(1)
    lift = (SAMPLES / "lift_neat.jpg").read_bytes()
    stage.group.photo(CLERK, lift, reply_to=first)
    assert "电梯" in (await stage.card(2)).text
    assert kept(stage) == [(1, Purpose.FORM), (2, Purpose.FORM)]


@pytest.mark.parametrize("taken", [False, True])
async def test_what_a_clerk_posts_in_reply_to_a_card_stays_with_its_ticket(
    stage: Stage, taken: bool
) -> None:
    card = await stage.ticket()
    if taken:
        await stage.group.press(FURUI, card, "接单")
    place = stage.group.photo(CLERK, place_photo(), reply_to=card)
    await stage.group.wait_until(lambda: "👌" in place.reactions.values(), what="👌")
    assert kept(stage) == [(1, Purpose.REPAIR if taken else Purpose.PLACE)]


async def test_a_place_posted_in_reply_to_the_question_waits_for_the_ticket(stage: Stage) -> None:
    stage.group.photo(CLERK, (SAMPLES / "no_community.jpg").read_bytes())
    asked = await stage.said("确认一下")
    place = stage.group.photo(CLERK, place_photo(), reply_to=asked)
    await stage.group.wait_until(lambda: "ignored" in stage.stored(), what="it is read")
    stage.group.say(CLERK, "小区是南大新苑", reply_to=asked)
    await stage.card(1)
    await stage.group.wait_until(lambda: "👌" in place.reactions.values(), what="👌")
    assert kept(stage) == [(1, Purpose.FORM), (1, Purpose.PLACE)]


async def test_a_form_is_forgotten_with_its_ticket(stage: Stage) -> None:
    stage.group.photo(CLERK, (SAMPLES / "leak_printed.jpg").read_bytes())
    await stage.card()
    assert len(files(stage)) == 1
    stage.group.say(FURUI, "/done 1")
    await stage.card(saying="已办结")
    stage.group.say(CLERK, "/answer 1 满意")
    await stage.card(saying="已回访")
    await asyncio.to_thread(forget_all_before, stage, stage.clock.now() + timedelta(days=2))
    assert files(stage) == []


async def test_a_strangers_picture_below_a_card_is_left_alone(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.join(quick.group.world.state.people[STRANGER])
    alone = quick.group.photo(STRANGER, pictures(1)[0], reply_to=card)
    kept = quick.group.photo(FURUI, pictures(2)[1], reply_to=card)
    await fetched(quick, 1)
    await quick.group.wait_until(lambda: bool(kept.reactions), what="a sign")
    assert not alone.reactions


async def test_a_dispatcher_s_photo_of_what_is_done_is_no_form(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.photo(DISPATCHER, pictures(1)[0], caption="/done 1 已修好")
    await quick.card(saying="已办结")
    [photo] = await fetched(quick, 1)
    assert photo.purpose is Purpose.REPAIR


async def test_a_piece_of_a_photo_that_a_dead_process_left_is_removed_at_start(
    quick: QuickStage,
) -> None:
    piece = quick.folder / "photos" / "ab" / "tmpx1y2"
    piece.parent.mkdir()
    piece.write_bytes(b"the upper half")
    await quick.restart()
    assert not piece.exists()
