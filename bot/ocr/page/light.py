"""Light on a page: a deep shadow taken away, so that what lies in it is read like the rest."""

import cv2
import numpy as np

from bot.ocr.page.picture import Pixels

_WHITE = 250  # of 255: what paper becomes
_MAP_SIDE = 320  # pixels of the longer side: light varies slowly
_MARGIN = 0.15  # of each side, where a photo may show the desk
_DEEP = 1 / 3  # of the light on the brightest paper; the reader copes with less of a shadow


def evened(picture: Pixels, shrink: int) -> Pixels:
    """Paper made white wherever light fell on it: divided by what the paper looks like there.

    `shrink`: how many pixels become one where the paper is looked at; a stroke must become less
    than ten."""
    high, wide = picture.shape[:2]
    paper = cv2.resize(_paper(picture, shrink), (wide, high), interpolation=cv2.INTER_LINEAR)
    return as_pixels(cv2.divide(picture, np.maximum(paper, 1), scale=_WHITE))


def without_deep_shadow(picture: Pixels) -> Pixels:
    """The picture, evened where a part of the page lies in deep shadow. Evening makes noise in the
    dark and a desk's pattern stronger as well, so other pictures stay as they are."""
    shrink = max(1, round(max(picture.shape) / _MAP_SIDE))
    light = np.maximum.reduce(cv2.split(_paper(picture, shrink)))
    rows, columns = (round(length * _MARGIN) for length in light.shape)
    middle = light[rows : light.shape[0] - rows, columns : light.shape[1] - columns]
    dark, bright = np.percentile(middle, [5, 95])
    return evened(picture, shrink) if dark < _DEEP * bright else picture


def _paper(picture: Pixels, shrink: int) -> Pixels:
    """What the paper looks like, without the writing, on a small copy."""
    high, wide = (max(1, length // shrink) for length in picture.shape[:2])
    whole = picture[: high * shrink, : wide * shrink]  # blocks: thrice as fast as parts of pixels
    small = cv2.resize(whole, (wide, high), interpolation=cv2.INTER_AREA)
    # Closing takes writing away and leaves the edge of a shadow where it is.
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
    return as_pixels(cv2.GaussianBlur(closed, (0, 0), 1.5))


def as_pixels(image: cv2.typing.MatLike) -> Pixels:
    """What OpenCV made, as bytes."""
    return image.astype(np.uint8, copy=False)
