"""The models: ours are made from shipped ones, and say the same."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from PIL import Image, ImageDraw

from bot.demo.cast import ROSTER
from bot.ocr.engines import STRIP
from bot.ocr.engines.boxes import line_boxes
from bot.ocr.engines.recogniser import Recogniser, once
from bot.ocr.engines.sessions import (
    DETECTOR,
    QUANTISED,
    as_model,
    open_session,
    shipped,
)
from bot.ocr.engines.strips import blob
from bot.ocr.page.geometry import angle, sides
from bot.ocr.page.lines import Glyph
from bot.ocr.page.picture import Pixels
from bot.ocr.process.memory import large_pages
from bot.pictures.fonts import font
from bot.roster_file import read_roster
from models.intake import Quad
from models.labels.listed import LABELS

CLOSE = shipped("PP-OCRv6_rec_small.onnx")
FINDS = shipped("PP-OCRv6_det_small.onnx")
BOX: Quad = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def printed(text: str) -> Pixels:
    type_ = font(STRIP - 10)
    paper = Image.new("RGB", (round(type_.getlength(text)) + 8, STRIP), "white")
    ImageDraw.Draw(paper).text((4, STRIP / 2), text, fill="black", font=type_, anchor="lm")
    return np.asarray(paper)


def test_a_figure_as_wide_as_a_character_is_a_figure() -> None:
    text = Recogniser(CLOSE).line(printed("２０２５年０９月０９日"), BOX).text
    assert text == "2025年09月09日"


@pytest.mark.parametrize(
    ("places", "text"), [((0.36, 0.46, 0.56), "小区"), ((0.2, 0.5, 0.8), "小区区")]
)
def test_a_character_is_read_once_where_there_is_no_room_for_two(
    places: Sequence[float], text: str
) -> None:
    glyphs = tuple(Glyph(*pair, 0.9) for pair in zip("小区区", places, strict=True))
    assert "".join(glyph.text for glyph in once(glyphs, 0.3)) == text


@pytest.mark.parametrize(
    ("made", "source"), [(QUANTISED, CLOSE), (DETECTOR, FINDS)], ids=["recogniser", "detector"]
)
def test_a_model_names_the_shipped_one_that_it_was_made_from(made: Path, source: Path) -> None:
    made_from = open_session(made, 1).get_modelmeta().custom_metadata_map["source"]
    assert made_from == hashlib.sha256(source.read_bytes()).hexdigest()


@pytest.mark.parametrize("size", [(192, 256), (256, 160)], ids=["wide", "high"])
def test_the_detector_finds_what_the_shipped_one_finds(size: tuple[int, int]) -> None:
    page = np.zeros((1, 3, *size), np.float32)
    page[0, :, 40:88, 8:152] = printed("楼道灯不亮").transpose(2, 0, 1)[:, :48, :144] / 127.5 - 1
    ours, theirs = (as_model(open_session(path, 1))(page) for path in (DETECTOR, FINDS))
    assert theirs.max() > 0.9
    assert ((ours > 0.3) != (theirs > 0.3)).mean() < 0.01  # bytes move the edges a little


@pytest.mark.parametrize(
    "text", ["丰翔新城", "13812345678", "120弄58号601室", "楼道灯不亮，晚上看不见"]
)
@pytest.mark.parametrize("path", [QUANTISED, CLOSE], ids=["quick", "close"])
def test_print_is_read(path: Path, text: str) -> None:
    line = Recogniser(path).line(printed(text), BOX)
    assert line.text == text
    assert line.confidence > 0.9


def test_the_quick_recogniser_knows_all_that_labels_communities_and_names_are_written_with() -> (
    None
):
    known = set(open_session(QUANTISED, 1).get_modelmeta().custom_metadata_map["character"])
    roster = {row.community for row in read_roster(ROSTER).rows}
    words = {word for labels in LABELS.values() for word in labels}
    rare = {"喆玥珺翀昇堃", "☐☑✓√×〇①，。：（）", "後樓電話號"}
    written = {c for text in (*roster, *words, *rare) for c in text if not c.isspace()}
    assert written <= known
    assert not set("わア😀") & known


def test_no_sum_of_the_quick_recogniser_overflows() -> None:
    """Where a CPU has no instructions of their own for bytes, they are multiplied in pairs, whose
    sums must hold in 16 bits. The option widens them first, slowly; elsewhere it does nothing."""
    wide = onnxruntime.SessionOptions()
    wide.add_session_config_entry("session.x64quantprecision", "1")
    safe = onnxruntime.InferenceSession(str(QUANTISED), wide)
    strip = blob(printed("楼道灯不亮，晚上看不见"), 480, STRIP)
    odds = [as_model(one)(strip) for one in (open_session(QUANTISED, 1), safe)]
    assert np.abs(odds[0] - odds[1]).max() < 1e-4


def test_a_line_is_boxed_where_the_map_has_it() -> None:
    shares = np.zeros((64, 128), np.float32)
    shares[20:28, 30:90] = 0.9
    (box,) = line_boxes(shares, 256, 128)
    (left, top), (right, low) = np.min(box, axis=0), np.max(box, axis=0)
    assert (40 < left < 60, 180 < right < 200) == (True, True)
    assert (20 < top < 40, 56 < low < 76) == (True, True)


def test_a_line_that_climbs_is_boxed_so() -> None:
    shares = np.zeros((128, 128), np.float32)
    for x in range(20, 100):
        shares[80 - x // 2 : 88 - x // 2, x] = 0.9
    (box,) = line_boxes(shares, 128, 128)
    along, across = max(sides(box)), min(sides(box))
    assert along > 5 * across
    assert abs(np.tan(angle(box))) == pytest.approx(0.5, abs=0.1) or abs(
        np.tan(angle(box))
    ) == pytest.approx(2.0, abs=0.4)


@pytest.mark.parametrize("share", [0.2, 0.4])
def test_what_is_hardly_text_is_no_line(share: float) -> None:
    shares = np.zeros((64, 128), np.float32)
    shares[20:28, 30:90] = share
    assert line_boxes(shares, 256, 128) == []


def test_a_speck_is_no_line() -> None:
    shares = np.zeros((64, 128), np.float32)
    shares[20:21, 30:31] = 0.9
    assert line_boxes(shares, 256, 128) == []


def test_large_pages_are_asked_for_only_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    with large_pages():
        assert os.environ["GLIBC_TUNABLES"] == "glibc.malloc.hugetlb=1"
    assert "GLIBC_TUNABLES" not in os.environ


def test_what_the_operator_has_tuned_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.check=3")
    with large_pages():
        assert os.environ["GLIBC_TUNABLES"] == "glibc.malloc.check=3"
    assert os.environ["GLIBC_TUNABLES"] == "glibc.malloc.check=3"


def test_a_bent_line_is_boxed_though_half_of_its_box_is_paper() -> None:
    shares = np.zeros((64, 256), np.float32)
    for x in range(20, 240):
        y = round(20 + 16 * (1 - ((x - 130) / 110) ** 2))
        shares[y : y + 8, x] = 0.9
    (box,) = line_boxes(shares, 256, 64)
    assert sides(box)[0] > 200


def test_what_is_hardly_like_text_is_no_line() -> None:
    shares = np.zeros((64, 128), np.float32)
    shares[20:28, 30:90] = 0.4
    assert not line_boxes(shares, 128, 64)
