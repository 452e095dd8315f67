"""A field as it is on the paper, to be shown beside what was read."""

import io
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from bot.ocr.page.geometry import cut, quad, sides
from bot.ocr.page.picture import page
from models.intake import Quad

_HEIGHT = 96  # pixels of the strip: legible on a phone


def crop(path: Path, box: Quad, margin: float = 0.3, leaf: int = 0) -> bytes:
    """PNG of the box, upright, with a margin of so many times its height around it. `leaf`: which
    page of the file.

    Raises UnreadableError when the file cannot be opened."""
    strip = cut(page(path, leaf), _grown(box, margin), _HEIGHT)
    out = io.BytesIO()
    Image.fromarray(cv2.convertScaleAbs(strip, alpha=1.1)).save(out, "PNG")
    return out.getvalue()


def _grown(box: Quad, margin: float) -> Quad:
    """The box with its corners moved out along its own sides."""
    corners = np.asarray(box)
    along, across = sides(box)
    right = (corners[1] - corners[0]) / max(along, 1.0) * across * margin
    down = (corners[3] - corners[0]) / max(across, 1.0) * across * margin
    moves = np.stack([-right - down, right - down, right + down, -right + down])
    return quad(corners + moves)
