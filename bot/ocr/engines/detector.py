"""Where a page's lines are, and which side of it is up."""

from collections.abc import Sequence

import cv2
import numpy as np

from bot.ocr.engines.boxes import line_boxes
from bot.ocr.engines.sessions import DETECTOR, Floats, as_model, open_session, shipped
from bot.ocr.engines.strips import blob
from bot.ocr.page.geometry import angle, cut, quad, sides, turned
from bot.ocr.page.picture import Pixels
from models.intake import Quad

SIDE = 640  # pixels of the longer side: finding needs no more, and costs by area
_HALF = 127.5  # of a byte: the detector was trained on -1 … 1
_VOTERS, _MORE_VOTERS = 3, 7  # lines that say which side is up; the more, where they differ
_STANDING = 1.5  # times as high as long
_VOTER = (192, 48)  # width and height in pixels of what the classifier was trained on


class Detector:
    """The detector and the classifier, loaded."""

    def __init__(self, cores: int) -> None:
        found = open_session(DETECTOR, cores)
        upright = open_session(shipped("ch_ppocr_mobile_v2.0_cls_mobile.onnx"), cores)
        self._shares, self._classify = as_model(found), as_model(upright)

    def lines(self, picture: Pixels) -> list[Quad]:
        """The lines' boxes, each begun at its text's upper left."""
        return self._upright(picture, self._level(picture))

    def _level(self, picture: Pixels) -> list[Quad]:
        """The lines' boxes, their text running from left to right or from right to left of the
        page. Lines are longer than high: a page on its side shows them standing, and many are
        missed; so they are found once more with the page turned."""
        boxes = self._find(picture)
        if not _stand(boxes):
            return [_level(box) for box in boxes]
        found = self._find(np.ascontiguousarray(np.rot90(picture)))
        return [_turned_back(_level(box), picture.shape[1]) for box in found]

    def _find(self, picture: Pixels) -> list[Quad]:
        high, wide = picture.shape[:2]
        scale = min(1.0, SIDE / max(high, wide))
        size = (_whole(wide * scale), _whole(high * scale))
        ((shares,),) = self._shares(as_batch(picture, size))
        return line_boxes(shares, wide, high)

    def _upright(self, picture: Pixels, boxes: list[Quad]) -> list[Quad]:
        """Which of the two sides is up, the classifier says by the longest lines. They may be rows
        of （）（）（）, which look alike from both."""
        if not boxes:
            return boxes
        longest = sorted(boxes, key=lambda b: -sides(b)[0])[:_MORE_VOTERS]
        strips = [cut(picture, box, _VOTER[1]) for box in longest]
        odds = self._votes(strips[:_VOTERS])
        if odds.any(axis=0).all():  # each side has a vote
            odds = self._votes(strips)
        up, down = odds.sum(axis=0)
        return [turned(box, 2) for box in boxes] if down > up else boxes

    def _votes(self, strips: Sequence[Pixels]) -> Floats:
        """For each strip how likely it is the right way up, and upside down; of the surer one."""
        odds = self._classify(np.concatenate([blob(strip, *_VOTER) for strip in strips]))
        return np.where(odds == odds.max(axis=1, keepdims=True), odds, np.float32(0))


def _stand(boxes: Sequence[Quad]) -> bool:
    """Whether the lines are higher than long, the longest counting most: labels may be short
    columns beside rows of text."""
    sizes = np.array([np.ptp(box, axis=0) for box in boxes]).reshape(-1, 2)
    higher = sizes[:, 1] > _STANDING * sizes[:, 0]
    return bool((sizes[higher, 1] ** 2).sum() > (sizes[~higher, 0] ** 2).sum())


def as_batch(picture: Pixels, size: tuple[int, int]) -> Floats:
    """The RGB picture as the detector takes it, of this width and height in pixels."""
    # Of at most two pixels one: the mean of four is as good as that of the area, and quicker.
    means = cv2.INTER_LINEAR if size[0] >= picture.shape[1] / 2 else cv2.INTER_AREA
    small = cv2.resize(picture, size, interpolation=means)
    batch = cv2.dnn.blobFromImage(small, 1 / _HALF, mean=(_HALF,) * 3, swapRB=True)
    return np.asarray(batch, dtype=np.float32)


def _whole(length: float) -> int:
    """The nearest length that the detector's layers divide evenly."""
    return max(32, round(length / 32) * 32)


def _level(box: Quad) -> Quad:
    """The box with its corners begun so that its text runs as nearly as can be to the right: a
    short box on its own does not tell."""
    return min((turned(box, k) for k in range(4)), key=lambda one: abs(angle(one)))


def _turned_back(box: Quad, width: int) -> Quad:
    """A box found in the picture turned a quarter to the left, in the picture itself, which is so
    many pixels wide."""
    return quad([[width - 1 - y, x] for x, y in box])
