"""Several forms in one photo or file: a ticket each, and words to it that ask which is meant."""

import io

from PIL import Image

from tests.stories.stage import CLERK, FURUI, SAMPLES, Stage
from tests.stories.test_intake import question


def slips(*names: str) -> bytes:
    """A photo of samples, one above the other."""
    pictures = [Image.open(SAMPLES / f"{name}.jpg") for name in names]
    width = min(picture.width for picture in pictures)
    fitted = [one.resize((width, one.height * width // one.width)) for one in pictures]
    both = Image.new("RGB", (width, sum(one.height for one in fitted)), "white")
    for number, one in enumerate(fitted):
        both.paste(one, (0, sum(above.height for above in fitted[:number])))
    out = io.BytesIO()
    both.save(out, "JPEG", quality=92)
    return out.getvalue()


async def test_two_slips_are_two_tickets(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, slips("leak_printed", "lift_neat"))
    first, second = await stage.card(1), await stage.card(2)
    assert first.text != second.text
    stage.group.say(FURUI, "已修好", reply_to=photo.message_id)
    asked = await stage.said("不知道要办哪一张", chat_id=FURUI)
    assert "#1、#2" in asked.text
    stage.group.say(CLERK, "电话是13912345678", reply_to=photo.message_id)
    await stage.said("不知道要办哪一张", chat_id=CLERK)


async def test_one_goes_out_while_the_other_is_asked_about(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, slips("leak_printed", "no_community"))
    await stage.card(1)
    asked = await question(stage)
    assert asked.reply_to == photo.message_id
    stage.group.say(CLERK, "小区是南大新苑", reply_to=photo.message_id)
    assert "南大新苑" in (await stage.card(2)).text


async def test_the_same_two_again_open_nothing(stage: Stage) -> None:
    stage.group.photo(CLERK, slips("leak_printed", "lift_neat"))
    await stage.card(2)
    stage.group.photo(CLERK, slips("leak_printed", "lift_neat"))
    assert "工单 #1 #2，" in (await stage.said("没有重复开单")).text
    stage.group.say(CLERK, "/open")
    assert "2 件" in (await stage.said("全部未结")).text


async def test_each_page_of_a_scan_is_a_ticket_and_those_not_read_are_named(stage: Stage) -> None:
    names = ("leak_printed", "lift_neat")
    first, second = (Image.open(SAMPLES / f"{name}.jpg").convert("RGB") for name in names)
    white = [Image.new("RGB", (60, 80), "white")] * 20
    out = io.BytesIO()
    first.save(out, "TIFF", compression="jpeg", save_all=True, append_images=[second, *white])
    scan = stage.group.document(CLERK, out.getvalue(), "scan.tiff", "image/tiff")
    told = await stage.said("没有读")
    assert told.reply_to == scan.message_id
    assert "有 22 页，第 21–22 页" in told.text
    await stage.card(2)
