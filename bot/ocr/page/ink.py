"""Ink on a strip of paper, and a stroke that a pen draws through a word."""

import cv2
import numpy as np

from bot.ocr.page.picture import Pixels

SIZE = 24  # pixels of a character on such a strip
HEIGHT = 0.64  # of a line's box that its characters are high
STROKE = 0.94  # of a straight line through a word that is ink, where a pen drew it
_DARK = 0.45  # of the word's darkness: a pen may be lighter than print
_PAPER = 25  # pixels that are never all ink
_BAND = 0.4  # characters that a stroke through a word may lie from its middle
_NEAR = 3  # pixels: a stroke may bend


def ink(grey: Pixels, left: int, right: int) -> Pixels:
    """1 for what is dark beside the paper around it, whatever shadow it lies in. `left`, `right`:
    where the word is, in the middle rows."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    paper = cv2.blur(cv2.dilate(smooth, np.ones((_PAPER, _PAPER), np.uint8)), (_PAPER, _PAPER))
    dark = 1 - smooth / np.maximum(paper, 1)
    middle = grey.shape[0] // 2
    word = dark[middle - SIZE // 2 : middle + SIZE // 2, left:right]
    return (dark > _DARK * np.percentile(word, 95)).astype(np.uint8)


def straightest(ink: Pixels, left: int, right: int) -> float:
    """How much of a straight line from `left` to `right`, through the middle rows, is ink, of the
    line that has most: letters alone leave gaps."""
    left, right = max(left, 0), min(right, ink.shape[1])
    bold = cv2.dilate(ink, np.ones((_NEAR, 1), np.uint8))
    middle, reach = ink.shape[0] // 2, round(_BAND * SIZE)
    ends = np.arange(max(middle - reach, 0), min(middle + reach + 1, len(ink)))
    share = np.linspace(0, 1, max(right - left, 2))
    begin, end = np.meshgrid(ends, ends, indexing="ij")
    rows = np.round(begin[..., None] * (1 - share) + end[..., None] * share).astype(int)
    columns = np.arange(left, left + len(share)).clip(0, ink.shape[1] - 1)
    return float(bold[rows, columns].mean(axis=-1).max())
