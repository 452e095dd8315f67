"""The only place that knows an OCR library: RapidOCR by default, Tesseract by setting."""

import os
from collections.abc import Sequence
from functools import cache
from math import pi, remainder
from typing import Any, Protocol

import cv2
import numpy as np
import pytesseract
from numpy.typing import NDArray

from bot.ocr.geometry import angle, cut, quad, sides, turned
from bot.ocr.lines import Frames, Glyph, Line
from bot.ocr.picture import Pixels
from models.intake import Quad

DETECT_SIDE = 736  # pixels of the longer side: finding needs no more, and costs by area
STRIP = 48  # height in pixels that the recogniser was trained on
MOST_TEXT = 900  # characters, about: three times a full form
_BATCH = 8


class Engine(Protocol):
    """Finds and reads the lines of a picture."""

    def read(self, picture: Pixels) -> list[Line]:
        """All lines of text, boxes in the picture's own pixels."""
        ...

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """What each strip says, in their order. A strip is one upright line of text, RGB, with the
        box that it was cut from."""
        ...


@cache
def engine(name: str) -> Engine:
    """The engine of this name, loaded once a process. Raises ValueError for an unknown name."""
    if name == "rapidocr":
        return RapidOcr()
    if name == "tesseract":
        return Tesseract()
    raise ValueError(f"no such engine: {name}")


class RapidOcr:
    """PP-OCRv6 by RapidOCR, with detection on a small copy and recognition on full pixels."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        threads = os.cpu_count() or 1
        parts: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Det.limit_side_len": DETECT_SIDE,
                "Det.limit_type": "max",
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            }
        )
        self._detect = parts._load_det_model()
        self._classify = parts._load_cls_model()
        self._recognise = parts._load_rec_model()
        characters = self._recognise.postprocess_op.character
        self._characters: list[str] = list(characters)
        self._alphabet = {c: i for i, c in enumerate(characters) if i > 0}

    def read(self, picture: Pixels) -> list[Line]:
        """Find, turn upright, recognise."""
        bgr: Pixels = np.ascontiguousarray(picture[:, :, ::-1])
        boxes = self._upright(bgr, self._find(bgr))
        strips = [(cut(picture, box, STRIP), box) for box in _largest(boxes)]
        return [line for line in self.recognise(strips) if line.glyphs]

    def _find(self, bgr: Pixels) -> list[Quad]:
        scale = min(1.0, DETECT_SIDE / max(bgr.shape[:2]))
        small = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        found = self._detect(small).boxes
        if found is None:
            return []
        return [quad(box / scale) for box in found]

    def _upright(self, bgr: Pixels, boxes: list[Quad]) -> list[Quad]:
        """Most lines are longer than high: a page on its side shows them standing; which of the
        two sides is up, the classifier says by the longest of them."""
        if not boxes:
            return boxes
        standing = sum(np.ptp([p[1] for p in b]) > 1.5 * np.ptp([p[0] for p in b]) for b in boxes)
        direction = pi / 2 if standing > len(boxes) / 2 else 0.0
        boxes = [_facing(box, direction) for box in boxes]
        longest = sorted(boxes, key=lambda b: -sides(b)[0])[:6]
        strips = [cut(bgr, box, STRIP) for box in longest]
        votes = self._classify(strips).cls_res
        upside_down = sum(score if label == "180" else -score for label, score in votes) > 0
        return [turned(box, 2) for box in boxes] if upside_down else boxes

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """Strips of like length are recognised together: a batch is padded to its longest."""
        widths = [picture.shape[1] / max(picture.shape[0], 1) for picture, _ in strips]
        order = sorted(range(len(strips)), key=lambda i: widths[i])
        lines: dict[int, Line] = {}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            widest = max(widths[i] for i in batch)
            norm = [self._norm(strips[i][0], widest) for i in batch]
            frames = self._recognise.session(np.stack(norm).astype(np.float32))
            for i, one in zip(batch, frames, strict=True):
                lines[i] = self._line(strips[i][1], one, widths[i] / widest)
        return [lines[i] for i in range(len(strips))]

    def _norm(self, strip: Pixels, widest: float) -> NDArray[np.float32]:
        bgr = cv2.cvtColor(strip, cv2.COLOR_RGB2BGR)
        return np.asarray(self._recognise.resize_norm_img(bgr, widest), np.float32)

    def _line(self, box: Quad, frames: Frames, share: float) -> Line:
        """`share`: of the frames, that are no padding."""
        frames = frames[: max(1, round(len(frames) * share + 1))]
        return Line(box, _decode(frames, self._characters), frames, self._alphabet)


def _decode(frames: Frames, characters: Sequence[str]) -> tuple[Glyph, ...]:
    """The best path: runs of one character are one, blanks are none."""
    best = frames.argmax(axis=1)
    glyphs, start = [], 0
    for i in range(1, len(best) + 1):
        if i < len(best) and best[i] == best[start]:
            continue
        if best[start] != 0:
            run: NDArray[np.float32] = frames[start:i, best[start]]
            middle = (start + i) / 2 / len(best)
            glyphs.append(Glyph(characters[best[start]], middle, float(run.max())))
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


def _facing(box: Quad, direction: float) -> Quad:
    """The box with its corners begun so that its text runs as nearly as can be in the direction
    (radians) of the page's other lines: a short box on its own does not tell."""
    turns = [turned(box, k) for k in range(4)]
    return min(turns, key=lambda one: abs(remainder(angle(one) - direction, 2 * pi)))


class Tesseract:
    """Tesseract with simplified Chinese; it needs the system's tesseract-ocr."""

    def read(self, picture: Pixels) -> list[Line]:
        """Words that Tesseract joins into lines."""
        found = pytesseract.image_to_data(
            picture, lang="chi_sim", config="--psm 11", output_type=pytesseract.Output.DICT
        )
        rows: dict[tuple[int, int, int], list[int]] = {}
        for i, text in enumerate(found["text"]):
            if text.strip():
                key = (found["block_num"][i], found["par_num"][i], found["line_num"][i])
                rows.setdefault(key, []).append(i)
        return [_tesseract_line(found, words) for words in rows.values()]

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """One strip after the other."""
        return [_tesseract_strip(picture, box) for picture, box in strips]


def _tesseract_strip(picture: Pixels, box: Quad) -> Line:
    found = pytesseract.image_to_data(
        picture, lang="chi_sim", config="--psm 7", output_type=pytesseract.Output.DICT
    )
    words = [i for i, text in enumerate(found["text"]) if text.strip()]
    return Line(box, _tesseract_line(found, words).glyphs if words else ())


def _tesseract_line(found: dict[str, list[Any]], words: list[int]) -> Line:
    left = min(found["left"][i] for i in words)
    top = min(found["top"][i] for i in words)
    right = max(found["left"][i] + found["width"][i] for i in words)
    bottom = max(found["top"][i] + found["height"][i] for i in words)
    glyphs = []
    for i in words:
        text, confidence = found["text"][i].strip(), max(0.0, float(found["conf"][i])) / 100
        for k, character in enumerate(text):
            x = found["left"][i] + found["width"][i] * (k + 0.5) / len(text)
            glyphs.append(Glyph(character, (x - left) / max(right - left, 1), confidence))
    corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return Line(quad(corners), tuple(glyphs))
