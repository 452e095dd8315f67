"""Photos of the federation's own form, registered by its corner marks: flat, cells in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.page.geometry import quad
from bot.ocr.page.light import as_pixels, evened
from bot.ocr.page.picture import Pixels
from models.form_layout import LEFT, MARKS, PAGE, QR, RIGHT, RULES, Rect, number_in
from models.intake import Quad

SCALE = 6  # pixels a millimetre of the flat page: writing comes out as high as readers like it
_ROUGH = 3  # pixels a millimetre where only the bend is measured
_INK = 212  # of 250 for paper: thin strokes come out pale in a blurred photo
FEWEST_MARKS = 3
_MOST_OFF = 6.0  # mm that a mark may lie off where the others put it; a curled page bends this much
_MOST_BENT = 6.0  # mm that the table's lines may lie off
_NEAR = PAGE[0] / 2  # mm from where a mark puts another; the next sheet's lies farther off
_FIND_SIDE = 1600  # pixels: marks need no more
_WINDOWS = (7, 21)  # pixels around each one that say what is dark there: near marks and far ones
_STRAIGHT = 0.25  # mm of bend that do no harm
_STEP = 6  # mm between the places where the bend is measured

Grey = NDArray[np.uint8]
Curve = NDArray[np.float64]
Matrix = NDArray[np.float64]
Mark = tuple[int, NDArray[np.float32]]  # its identity, and its corners in the photo


@dataclass(frozen=True)
class Registered:
    """The form flat on the page, `SCALE` pixels a millimetre, light evened.

    `number`: its running number, None where the QR code cannot be read."""

    page: Pixels
    number: int | None
    to_photo: Matrix = field(repr=False)  # millimetres → pixels of the photo
    bend: Curve = field(repr=False)  # mm downwards, for each millimetre from the left

    @cached_property
    def ink(self) -> NDArray[np.bool_]:
        """Where something is written or printed; the faint lines to write on are no ink."""
        return cv2.cvtColor(cv2.GaussianBlur(self.page, (0, 0), 0.8), cv2.COLOR_RGB2GRAY) < _INK

    def cut(self, place: Rect) -> Pixels:
        """This part of the page."""
        return self.page[_span(place)]

    def ink_in(self, place: Rect) -> NDArray[np.bool_]:
        """The ink in this part of the page."""
        return self.ink[_span(place)]

    def box(self, place: Rect) -> Quad:
        """Where this part of the page is in the photo."""
        bent = [(x, y + float(np.interp(x, *_along(self.bend)))) for x, y in place.corners]
        return quad(cv2.perspectiveTransform(np.array([bent]), self.to_photo)[0])


def register(picture: Pixels) -> list[Registered]:
    """The forms in the photo, however they lie: each sheet of which three marks are seen, and lie
    as on the form."""
    marks = _marks(as_pixels(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)))
    found = (_homography(sheet) for sheet in _sheets(marks))
    return [_registered(picture, to_photo) for to_photo in found if to_photo is not None]


def _registered(picture: Pixels, to_photo: Matrix) -> Registered:
    grey = cv2.cvtColor(_level(picture, to_photo, _ROUGH), cv2.COLOR_RGB2GRAY)
    bend = _bend(as_pixels(grey))
    page = evened(_flat(picture, to_photo, bend), SCALE)
    return Registered(page, _number(page), to_photo, bend)


def _marks(grey: Grey) -> list[Mark]:
    """Those of our marks that are seen."""
    scale = min(1.0, _FIND_SIDE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    settings = cv2.aruco.DetectorParameters()
    settings.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    least, most = _WINDOWS
    settings.adaptiveThreshWinSizeMin, settings.adaptiveThreshWinSizeMax = least, most
    settings.adaptiveThreshWinSizeStep = most - least
    known = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    corners, identities, _ = cv2.aruco.ArucoDetector(known, settings).detectMarkers(small)
    if identities is None:
        return []
    pairs = zip(map(int, identities.ravel()), corners, strict=True)
    return [(one, np.asarray(c[0]) / scale) for one, c in pairs if one < len(MARKS)]


def _sheets(marks: list[Mark]) -> Iterator[Mapping[int, NDArray[np.float32]]]:
    """The marks of each sheet: all that are seen, unless one of them is seen twice."""
    while marks:
        sheet = dict(marks)
        if len(sheet) < len(marks):
            sheet = max((_around(mark, marks) for mark in marks), key=len)
        marks = [(one, corners) for one, corners in marks if sheet.get(one) is not corners]
        yield sheet


def _around(mark: Mark, marks: Sequence[Mark]) -> dict[int, NDArray[np.float32]]:
    """The mark's own sheet: of each other one that which lies nearest to where this one puts it."""
    one, corners = mark
    to_page, _ = cv2.estimateAffinePartial2D(corners, np.array(MARKS[one].corners))

    def off(other: Mark) -> float:
        there = cv2.transform(other[1][None], to_page)[0] - MARKS[other[0]].corners
        return float(np.linalg.norm(there.mean(axis=0)))

    near = [other for other in marks if off(other) < _NEAR]
    return dict(sorted(near, key=off, reverse=True))  # the nearest comes last, and stays


def _homography(marks: Mapping[int, NDArray[np.float32]]) -> Matrix | None:
    """Millimetres on the page → pixels of the photo; None where they do not lie as on the form."""
    if len(marks) < FEWEST_MARKS:
        return None
    page = np.array([corner for one in marks for corner in MARKS[one].corners])
    photo = np.concatenate([marks[one] for one in marks]).astype(np.float64)
    back, _ = cv2.findHomography(photo, page)
    if back is None:
        return None
    off = cv2.perspectiveTransform(photo[None], back)[0] - page
    if np.abs(off).max() > _MOST_OFF:
        return None
    return np.asarray(np.linalg.inv(back))


def _level(picture: Pixels, to_photo: Matrix, scale: int) -> Pixels:
    """The page as if it were level, at so many pixels a millimetre."""
    width, height = (round(side * scale) for side in PAGE)
    matrix = to_photo @ np.diag([1 / scale, 1 / scale, 1.0])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return as_pixels(
        cv2.warpPerspective(
            picture, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
    )


def _flat(picture: Pixels, to_photo: Matrix, bend: Curve) -> Pixels:
    """The page level, and its bend taken out."""
    page = _level(picture, to_photo, SCALE)
    if np.abs(bend).max() < _STRAIGHT:
        return page
    height, width = page.shape[:2]
    down = np.interp(np.arange(width) / SCALE, *_along(bend)) * SCALE
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    there = y + down.astype(np.float32)
    return as_pixels(cv2.remap(page, x, there, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _along(bend: Curve) -> tuple[Curve, Curve]:
    return np.arange(len(bend), dtype=np.float64), bend


def _bend(grey: Grey) -> Curve:
    """How far down the table's horizontal lines lie, for each millimetre from the left.

    A curled page keeps its corners and sags between them."""
    # Darker than the paper around, so that a shadow's edge is no line.
    dark = cv2.GaussianBlur(grey, (0, 0), 4 * _ROUGH).astype(np.float32) - grey
    shifts = np.arange(-round(_MOST_BENT * _ROUGH), round(_MOST_BENT * _ROUGH) + 1)
    rows = np.array([round(y * _ROUGH) for y in RULES])
    places = np.arange(LEFT + _STEP / 2, RIGHT, _STEP)
    found = []
    for x in places:
        left = round((x - _STEP / 2) * _ROUGH)
        profile = dark[:, left : left + _STEP * _ROUGH].mean(axis=1)
        scores = [float(profile[rows + shift].sum()) for shift in shifts]
        found.append(shifts[int(np.argmax(scores))] / _ROUGH)
    curve = np.polynomial.Polynomial.fit(places, _steady(np.array(found)), 5)
    return np.asarray(curve(np.clip(np.arange(round(PAGE[0]) + 1), LEFT, RIGHT)))


def _steady(values: Curve) -> Curve:
    """Each value the median of itself and its neighbours: one stroke must not pull the line."""
    padded = np.pad(values, 2, mode="edge")
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(padded, 5), axis=1))


def _number(page: Pixels) -> int | None:
    code = page[_span(QR.inside(-3))]
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(code)
    return number_in(text)


def _span(place: Rect) -> tuple[slice, slice]:
    return (
        slice(round(place.y * SCALE), round(place.bottom * SCALE)),
        slice(round(place.x * SCALE), round(place.right * SCALE)),
    )
