"""What lies beside the federation's own forms in a photo: another form, or the desk."""

from collections.abc import Sequence

import cv2
import numpy as np

from bot.ocr.own_form.registered import Registered
from bot.ocr.page.light import as_pixels
from bot.ocr.page.picture import Pixels
from models.form_layout import PAGE, Rect

_ROOM = 0.1  # times the photo's longer side: how far around some place a form beside it reaches


def beside(picture: Pixels, sheets: Sequence[Registered]) -> Pixels | None:
    """The photo with these sheets painted over; None where there is no room for another form."""
    free = np.ones(picture.shape[:2], np.uint8)
    for sheet in sheets:
        corners = np.array(sheet.box(Rect(0, 0, *PAGE))).round().astype(np.int32)
        cv2.fillConvexPoly(free, corners, 0)
    room = cv2.distanceTransform(np.pad(free, 1), cv2.DIST_L2, 3).max()
    if room < _ROOM * max(free.shape):
        return None
    desk = np.median(picture[free > 0][::97], axis=0)  # some of it tells its colour
    return as_pixels(np.where(free[..., None] > 0, picture, desk))
