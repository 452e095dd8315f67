"""PP-OCRv6 by RapidOCR, with detection on a small copy and recognition on full pixels."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from statistics import fmean, median

from bot.ocr.engines import STRIP
from bot.ocr.engines.detector import Detector
from bot.ocr.engines.recogniser import Recogniser
from bot.ocr.engines.sessions import QUANTISED, shipped
from bot.ocr.engines.two_rows import parted
from bot.ocr.engines.upright import is_upright, side_by_side
from bot.ocr.page.geometry import cut, sides, turned
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

MOST_TEXT = 900  # characters, about: three times a full form
_NONSENSE = 0.75  # mean sureness of a page's characters; read the right way up it is above 0.85


class RapidOcr:
    """The models, loaded. A page is one picture for all cores; its strips are many, one a core.

    The quick recogniser is the close one with bytes for weights: up to twice as fast, and right
    nearly as often. Together they read a page quickly and its doubtful values closely."""

    def __init__(self) -> None:
        cores = os.cpu_count() or 1
        self._cores = ThreadPoolExecutor(cores)
        self._detector = Detector(cores)
        self._close = Recogniser(shipped("PP-OCRv6_rec_small.onnx"))
        self._quick = Recogniser(QUANTISED)

    def read(self, picture: Pixels) -> list[Line]:
        """Find, turn upright, recognise. What reads as nonsense may stand on its head: the boxes of
        a form's options look alike from both sides."""
        boxes = _largest(self._detector.lines(picture))
        lines = self._lines(picture, boxes)
        if not lines or _sureness(lines) > _NONSENSE:
            return lines
        return max(lines, self._lines(picture, [turned(box, 2) for box in boxes]), key=_sureness)

    def _lines(self, picture: Pixels, boxes: Sequence[Quad]) -> list[Line]:
        usual = median(min(sides(box)) for box in boxes) if boxes else 0.0
        boxes = [part for box in boxes for part in parted(picture, box, usual)]

        def strip(box: Quad) -> tuple[Pixels, Quad]:
            upright = is_upright(box, usual)
            return side_by_side(picture, box) if upright else cut(picture, box, STRIP), box

        strips = list(self._cores.map(strip, boxes))
        return [line for line in self._recognise(self._quick, strips) if line.glyphs]

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """What each strip says, read closely, in their order."""
        return self._recognise(self._close, strips)

    def _recognise(
        self, recogniser: Recogniser, strips: Sequence[tuple[Pixels, Quad]]
    ) -> list[Line]:
        """The longest come first, so that all cores are done at the same time."""
        order = sorted(range(len(strips)), key=lambda i: -strips[i][0].shape[1])
        lines = self._cores.map(lambda i: recogniser.line(*strips[i]), order)
        return [line for _, line in sorted(zip(order, lines, strict=True), key=itemgetter(0))]


def _sureness(lines: Sequence[Line]) -> float:
    """The mean of all characters; empty brackets look alike from both sides."""
    glyphs = (glyph for line in lines for glyph in line.glyphs)
    return fmean([glyph.confidence for glyph in glyphs if glyph.text.isalnum()] or [0.0])


def _largest(boxes: list[Quad]) -> list[Quad]:
    """The largest writing, as much of it as a form can hold: on a page of small print, reading
    all would take longer than anybody waits."""
    left, kept = float(MOST_TEXT), list[Quad]()
    for box in sorted(boxes, key=lambda b: -sides(b)[1]):
        along, across = sides(box)
        left -= along / max(across, 1.0)
        if left < 0:
            break
        kept.append(box)
    return kept
