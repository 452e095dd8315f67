"""PP-OCRv6 by RapidOCR, with detection on a small copy and recognition on full pixels."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from typing import Any

import cv2
import numpy as np

from bot.ocr.frames import Frames
from bot.ocr.geometry import angle, cut, quad, sides, turned
from bot.ocr.lines import Glyph, Line
from bot.ocr.picture import Pixels
from models.community_match import simplified
from models.intake import Quad

DETECT_SIDE = 736  # pixels of the longer side: finding needs no more, and costs by area
STRIP = 48  # height in pixels that the recogniser was trained on
MOST_TEXT = 900  # characters, about: three times a full form
_NARROWEST = 3.0  # times its height: a shorter strip is filled up, or two characters are misread
_HALF = 127.5  # of a byte: the detector was trained on -1 … 1


class RapidOcr:
    """The models, loaded."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        cores = os.cpu_count() or 1
        parts: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                # Tight boxes (1.6 as delivered): the letters fill the strip they are read from.
                "Det.unclip_ratio": 1.0,
                "EngineConfig.onnxruntime.intra_op_num_threads": cores,
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            }
        )
        self._detect = parts._load_det_model()
        self._classify = parts._load_cls_model()
        # A page is one picture for all cores; its strips are many, one a core.
        parts.cfg.EngineConfig.onnxruntime.intra_op_num_threads = 1
        self._recognise = parts._load_rec_model()
        self._cores = ThreadPoolExecutor(cores)
        self._characters: list[str] = list(self._recognise.postprocess_op.character)
        self._alphabet = {c: i for i, c in enumerate(self._characters) if i > 0}
        self._folds = np.array([self._folded(c) for c in self._characters])

    def _folded(self, character: str) -> int:
        """The recogniser also knows traditional characters, and takes hurried simplified ones for
        them: both speak for the simplified one."""
        own = self._alphabet.get(character, 0)
        return self._alphabet.get(simplified(character), own) if own else 0

    def read(self, picture: Pixels) -> list[Line]:
        """Find, turn upright, recognise."""
        bgr: Pixels = np.ascontiguousarray(picture[:, :, ::-1])
        boxes = self._upright(bgr, self._level(bgr))
        strips = [(cut(picture, box, STRIP), box) for box in _largest(boxes)]
        return [line for line in self.recognise(strips) if line.glyphs]

    def _level(self, bgr: Pixels) -> list[Quad]:
        """The lines' boxes, their text running from left to right or from right to left of the
        page. Most lines are longer than high: a page on its side shows them standing, and many
        are missed; so they are found once more with the page turned."""
        boxes = self._find(bgr)
        standing = sum(np.ptp([p[1] for p in b]) > 1.5 * np.ptp([p[0] for p in b]) for b in boxes)
        if standing <= len(boxes) / 2:
            return [_level(box) for box in boxes]
        found = self._find(np.ascontiguousarray(np.rot90(bgr)))
        return [_turned_back(_level(box), bgr.shape[1]) for box in found]

    def _find(self, bgr: Pixels) -> list[Quad]:
        high, wide = bgr.shape[:2]
        scale = min(1.0, DETECT_SIDE / max(high, wide))
        size = (_whole(wide * scale), _whole(high * scale))
        small = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
        shares = self._detect.session(cv2.dnn.blobFromImage(small, 1 / _HALF, mean=(_HALF,) * 3))
        boxes, _ = self._detect.postprocess_op(shares, (high, wide))
        return [quad(box) for box in boxes]

    def _upright(self, bgr: Pixels, boxes: list[Quad]) -> list[Quad]:
        """Which of the two sides is up, the classifier says by the longest lines."""
        if not boxes:
            return boxes
        longest = sorted(boxes, key=lambda b: -sides(b)[0])[:6]
        strips = [cut(bgr, box, STRIP) for box in longest]
        votes = self._classify(strips).cls_res
        upside_down = sum(score if label == "180" else -score for label, score in votes) > 0
        return [turned(box, 2) for box in boxes] if upside_down else boxes

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """What each strip says, in their order. The longest come first, so that all cores are
        done at the same time."""
        order = sorted(range(len(strips)), key=lambda i: -strips[i][0].shape[1])
        lines = self._cores.map(lambda i: self._line(*strips[i]), order)
        return [line for _, line in sorted(zip(order, lines, strict=True), key=itemgetter(0))]

    def _line(self, strip: Pixels, box: Quad) -> Line:
        width = strip.shape[1] / max(strip.shape[0], 1)
        padded = max(width, _NARROWEST)
        norm = self._recognise.resize_norm_img(cv2.cvtColor(strip, cv2.COLOR_RGB2BGR), padded)
        (odds,) = self._recognise.session(norm[np.newaxis].astype(np.float32))
        odds = odds[: max(1, round(len(odds) * width / padded + 1))]
        frames = Frames.of(odds, self._folds)
        return Line(box, _decode(frames, self._characters), frames, self._alphabet)


def _whole(length: float) -> int:
    """The nearest length that the detector's layers divide evenly."""
    return max(32, round(length / 32) * 32)


def _decode(frames: Frames, characters: Sequence[str]) -> tuple[Glyph, ...]:
    """The best path: runs of one character are one, blanks are none."""
    best, odds = frames.best
    glyphs, start = [], 0
    for i in range(1, len(best) + 1):
        if i < len(best) and best[i] == best[start]:
            continue
        if best[start] != 0:
            middle = (start + i) / 2 / len(best)
            glyphs.append(Glyph(characters[best[start]], middle, float(odds[start:i].max())))
        start = i
    return tuple(g for g in glyphs if g.text.strip())


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


def _level(box: Quad) -> Quad:
    """The box with its corners begun so that its text runs as nearly as can be to the right: a
    short box on its own does not tell."""
    return min((turned(box, k) for k in range(4)), key=lambda one: abs(angle(one)))


def _turned_back(box: Quad, width: int) -> Quad:
    """A box found in the picture turned a quarter to the left, in the picture itself, which is so
    many pixels wide."""
    return quad([[width - 1 - y, x] for x, y in box])
