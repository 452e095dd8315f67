"""Our own form, filled in with print and photographed: tests need no font but the wheel's."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.reading.hands import HANDS
from benchmarks.reading.own_form import own
from benchmarks.reading.photos import photograph
from benchmarks.reading.sheet import Manner
from benchmarks.reading.styles import style
from bot.ocr.page.picture import Pixels

FIELDS = {
    "time": "2025年3月9日 20:48",
    "caller": "蔡桂芳",
    "phone": "13816120727",
    "community": "丰翔新城",
    "address": "518弄32号1801室",
    "category": "道闸",
    "urgency": "紧急",
    "description": "出口抬杆抬起后不落下，一个月没人管，外来车辆进来过夜。上个月报修过一次",
    "operator": "彭建华",
}


def sheet(seed: int = 1, changed: Mapping[str, str] = FIELDS) -> Image.Image:
    """The filled form, flat. `changed`: fields other than FIELDS has them."""
    rng = Random(seed)
    printed = HANDS["tuning"][0]
    manner = Manner(printed, 34, (20, 30, 90), 0.0)
    one = style(rng, "tuning", FIELDS | dict(changed), manner, printed)
    one.tick = "check"
    return own(one).image


def photo(kind: str, seed: int = 1, changed: Mapping[str, str] = FIELDS) -> Pixels:
    """A photo of it as pixels, upright by its EXIF."""
    data = photograph(sheet(seed, changed), kind, "tuning", np.random.default_rng(seed))
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def saved(folder: Path, kind: str, seed: int = 1, changed: Mapping[str, str] = FIELDS) -> Path:
    """The photo as a file."""
    path = folder / "form.jpg"
    noise = np.random.default_rng(seed)
    path.write_bytes(photograph(sheet(seed, changed), kind, "tuning", noise))
    return path


def slanted(picture: Image.Image) -> tuple[Pixels, NDArray[np.float64]]:
    """A view of the sheet from the side, and how it maps the sheet's pixels."""
    width, height = picture.size
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = np.array([[180, 90], [1020, 140], [1100, 1360], [90, 1300]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, there)
    view = cv2.warpPerspective(np.asarray(picture), matrix, (1200, 1450), borderValue=(70, 60, 50))
    return np.asarray(view, np.uint8), np.asarray(matrix)
