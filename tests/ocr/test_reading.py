"""From lines to the verdict, with an engine that reads what it is told to."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.ocr import reading
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.directory import Community, Directory
from models.intake import Quad, Reading, Verdict, Why
from tests.ocr.writing import doubtful, line

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"),))
FORM = ("小区：丰翔新城", "地址：3号502室", "姓名：沈桂芳", "内容：厨房水管漏水，地上全是水")


class Told:
    """An engine that sees these lines on any page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = list(lines)

    def read(self, picture: Pixels) -> list[Line]:
        return self.lines

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        return [line("", 0, 0) for _ in strips]


def read(number: Line, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    lines = [line(text, 60, 60 * place) for place, text in enumerate(FORM)]
    return read_page([*lines, number], folder, monkeypatch)


def read_page(lines: Sequence[Line], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(reading, "load", lambda _: Told(lines))
    page = folder / "page.png"
    Image.fromarray(np.full((600, 900, 3), 235, np.uint8)).save(page)
    (found,) = reading.read(page, DIRECTORY)
    return found


@pytest.mark.parametrize("share", [0.0, 0.3], ids=["a clear 1", "or a 7"])
def test_a_telephone_with_a_one_that_may_be_a_seven_is_asked_about(
    share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = line("电话：13812341678", 60, 300).box
    number = doubtful("电话：13812341678", {10: ("7", share)}, box)
    found = read(number, tmp_path, monkeypatch)
    assert found.fields["phone"].value == "13812341678"
    doubts = [(doubt.field, doubt.why) for doubt in found.doubts]
    assert doubts == ([("phone", Why.UNSURE)] if share else [])
    assert found.verdict is (Verdict.ASK if share else Verdict.DISPATCH)


def test_a_word_that_a_row_s_end_parts_is_one_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (
        "丰翔新城3号502室的沈桂芳，电话13812345678",
        "来电反映：电梯门关不上，老人被夹了一下。此事特",
        "急，请速派人。",
    )
    note = [line(text, 60, 60 * place) for place, text in enumerate(rows)]
    assert read_page(note, tmp_path, monkeypatch).fields["urgency"].value == "特急"
