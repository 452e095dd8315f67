"""A strip of a line as a model takes it."""

import cv2
import numpy as np

from bot.ocr.engines.sessions import Floats
from bot.ocr.page.picture import Pixels

_HALF = 127.5  # of a byte: the models were trained on -1 … 1


def blob(strip: Pixels, width: int, height: int) -> Floats:
    """A batch of one, `width` × `height` pixels: the RGB strip as wide as it is, squeezed where it
    is wider, and the rest in the models' grey. The models want blue first."""
    own = max(1, round(strip.shape[1] * height / max(strip.shape[0], 1)))
    sized = cv2.resize(strip, (min(own, width), height))
    batch = np.zeros((1, 3, height, width), dtype=np.float32)
    batch[0, :, :, : sized.shape[1]] = sized[:, :, ::-1].transpose(2, 0, 1) / np.float32(_HALF) - 1
    return batch
