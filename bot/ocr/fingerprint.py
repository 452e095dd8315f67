"""The same photo posted twice, packed anew by Telegram: alike in every part, not only at large."""

from pathlib import Path

import numpy as np
from PIL import Image

from bot.ocr.picture import pages

_SIDE = 32
_SAME = 12  # of 1024 bits may differ; two forms of one layout differ in far more


def fingerprint(path: Path) -> str:
    """1024 bits, as hex: whether each of 32 × 32 parts is lighter than its right neighbour.

    Raises Unreadable when the file cannot be opened."""
    picture = Image.fromarray(next(iter(pages(path)))).convert("L")
    small = np.asarray(picture.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX), dtype=np.int16)
    bits = (small[:, 1:] - small[:, :-1]) > 0
    return np.packbits(bits).tobytes().hex()


def same_photo(a: str, b: str) -> bool:
    """Whether two fingerprints are of one photo."""
    if not a or not b or len(a) != len(b):
        return False
    return (int(a, 16) ^ int(b, 16)).bit_count() <= _SAME
