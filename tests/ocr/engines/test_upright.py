"""Labels whose characters stand below one another, drawn and read."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.engines import engine
from bot.ocr.engines.upright import is_upright, side_by_side
from bot.ocr.page.geometry import quad
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from models.intake import Quad

PAPER, INK = (245, 243, 238), (40, 40, 45)
SIZE = 30  # pixels of a character
LABELS = ("来访人", "住址", "反映问题", "缓急")


def box(left: float, top: float, right: float, bottom: float) -> Quad:
    return quad([[left, top], [right, top], [right, bottom], [left, bottom]])


def column(text: str, pitch: int) -> tuple[Pixels, Quad]:
    """The text from top to bottom, `pitch` pixels from one character to the next."""
    picture = Image.new("RGB", (120, 40 + pitch * len(text)), PAPER)
    for place, character in enumerate(text):
        ImageDraw.Draw(picture).text((45, 20 + pitch * place), character, INK, font(SIZE))
    return np.asarray(picture), box(41, 18, 79, 24 + pitch * (len(text) - 1) + SIZE)


@pytest.mark.parametrize("pitch", [SIZE + 4, SIZE + 14], ids=["close", "wide"])
@pytest.mark.parametrize("text", LABELS)
def test_side_by_side_it_reads_like_any_text(text: str, pitch: int) -> None:
    picture, place = column(text, pitch)
    assert is_upright(place, usual=SIZE)
    (line,) = engine("rapidocr").recognise([(side_by_side(picture, place), place)])
    assert line.text == text


def test_a_lying_text_and_a_narrow_figure_are_none() -> None:
    assert not is_upright(box(0, 0, 90, 30), usual=SIZE)
    assert not is_upright(box(0, 0, 30, 30), usual=SIZE)
    assert not is_upright(box(0, 0, 14, 34), usual=SIZE)  # 1


def test_a_page_with_such_labels_is_read() -> None:
    picture = Image.new("RGB", (900, 860), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((300, 30), "民情接待登记卡", INK, font(40))
    for row, (text, value) in enumerate(
        zip(LABELS, ("张师傅", "3号502室", "漏水", "紧急"), strict=True)
    ):
        for place, character in enumerate(text):
            pen.text((60, 110 + 180 * row + 32 * place), character, INK, font(SIZE))
        pen.text((180, 125 + 180 * row), value, INK, font(SIZE))
    found = {line.text for line in engine("rapidocr").read(np.asarray(picture))}
    assert found >= set(LABELS)
