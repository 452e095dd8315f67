"""The same photo posted twice, packed anew by Telegram: alike in every part, not only at large."""

from pathlib import Path

import numpy as np
from PIL import Image

from bot.ocr.page.picture import page

_COLUMNS, _ROWS = 48, 64
_SAME = 16  # of 255: packing anew moves a part's lightness by up to 13, another photo by 64


def fingerprint(path: Path) -> str:
    """The lightness of 48 × 64 parts of the first page, as hex.

    Raises UnreadableError when the file cannot be opened."""
    picture = Image.fromarray(page(path)).convert("L")
    return picture.resize((_COLUMNS, _ROWS), Image.Resampling.BOX).tobytes().hex()


def same_photo(a: str, b: str) -> bool:
    """Whether two fingerprints are of one photo."""
    if not a or len(a) != len(b):
        return False
    return farthest(a, b) <= _SAME


def farthest(a: str, b: str) -> int:
    """By how much the parts differ that differ most; brightness as a whole does not count."""
    one, other = (np.frombuffer(bytes.fromhex(x), dtype=np.uint8).astype(np.int16) for x in (a, b))
    apart = one - other
    return int(np.abs(apart - round(float(np.median(apart)))).max())
