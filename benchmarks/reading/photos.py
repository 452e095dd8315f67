"""A sheet → a photo of it: lying askew on a desk, in uneven light, curled, blurred, compressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.reading.desks import DESKS, Noise, Pixels

_ORIENTATION = 0x0112  # the EXIF tag
_EXIF_OF_TURNS = {1: 6, 2: 3, 3: 8}  # quarter turns that the pixels lie off → what EXIF says


@dataclass(frozen=True)
class Camera:
    """How hard a kind of photo is. `long` and all lengths are pixels; shares are of the page."""

    long: int  # of the picture's longer side
    askew: float  # degrees, at most
    slant: float  # share by which a corner is off
    shadow: float  # share of light lost, at most
    curl: float  # share of the height that the page bends
    blur: float  # sigma, at most
    noise: float  # grey levels
    quality: int  # of the JPEG, at least
    turned: float  # how often it lies on its side or upside down


CAMERAS: Mapping[str, Camera] = {
    "scan": Camera(1754, 0.6, 0.0, 0.0, 0.0, 0.4, 1.5, 85, 0.0),
    "good": Camera(2048, 2.5, 0.015, 0.15, 0.0, 0.5, 2, 85, 0.05),
    "phone": Camera(1280, 6, 0.04, 0.45, 0.006, 0.7, 3, 78, 0.08),
    "harsh": Camera(1280, 13, 0.07, 0.65, 0.012, 1.0, 5, 60, 0.4),
}


def photograph(sheet: Image.Image, kind: str, split: str, noise: Noise) -> bytes:
    """The JPEG that a clerk would post."""
    camera = CAMERAS[kind]
    page = np.asarray(sheet.convert("RGB"))
    if camera.slant:
        picture = _on_desk(page, camera, split, noise)
        picture = _lit(picture, camera, noise)
    else:
        picture = _scanned(page, camera, noise)
    return developed(picture, camera, noise)


def developed(picture: Pixels, camera: Camera, noise: Noise) -> bytes:
    """What the camera makes of what is before it."""
    picture = _sharpness(picture, camera, noise)
    turns = int(noise.integers(1, 4)) if noise.random() < camera.turned else 0
    return _jpeg(np.rot90(picture, turns), camera, noise)


def _scanned(page: Pixels, camera: Camera, noise: Noise) -> Pixels:
    height, width = page.shape[:2]
    angle = float(noise.uniform(-camera.askew, camera.askew))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    white = (252, 252, 250)
    return _pixels(cv2.warpAffine(page, matrix, (width, height), borderValue=white))


def _on_desk(page: Pixels, camera: Camera, split: str, noise: Noise) -> Pixels:
    """The page, bent and slanted, on a desk with a margin around it."""
    page = _curled(page, camera, noise)
    height, width = page.shape[:2]
    scale = camera.long / (max(height, width) * 1.2)
    canvas = (round(width * scale * 1.28), round(height * scale * 1.2))
    desks = DESKS[split]
    desk = desks[noise.integers(len(desks))](noise, canvas)
    corners = _corners((width * scale, height * scale), canvas, camera, noise)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    # Shrunk before it is warped: a warp that skips pixels breaks thin strokes.
    laid = cv2.warpPerspective(page, matrix, canvas, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, canvas)
    fall = cv2.GaussianBlur(mask, (0, 0), 9)[..., None] * (1 - mask[..., None])
    under = desk * (1 - 0.5 * fall)
    return _pixels(under * (1 - mask[..., None]) + laid * mask[..., None])


def _corners(
    size: tuple[float, float], canvas: tuple[int, int], camera: Camera, noise: Noise
) -> NDArray[np.float32]:
    """Where the page's corners come to lie in the photo."""
    turn = np.radians(noise.uniform(-camera.askew, camera.askew))
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(size) / 2
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    off = noise.uniform(-camera.slant, camera.slant, (4, 2)) * np.array(size)
    placed = half @ spin.T + off + np.array(canvas) / 2
    middle = np.array(canvas) / 2
    over = max(1.0, float(np.max(np.abs(placed - middle) / (middle - 3))))
    return np.asarray((placed - middle) / over + middle, np.float32)


def _curled(page: Pixels, camera: Camera, noise: Noise) -> Pixels:
    height, width = page.shape[:2]
    bend = camera.curl * height * noise.uniform(-1, 1)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    wave = np.float32(bend) * np.sin(x / width * np.float32(np.pi * noise.uniform(0.8, 1.6)))
    return _pixels(cv2.remap(page, x, y + wave, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _lit(picture: Pixels, camera: Camera, noise: Noise) -> Pixels:
    """Light that falls off, a shadow's edge across, a lamp's colour."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    turn = noise.uniform(0, 2 * np.pi)
    along = (x / width - 0.5) * np.cos(turn) + (y / height - 0.5) * np.sin(turn)
    light = 1 - camera.shadow * 0.5 * (along + 0.5)
    edge = 1 / (1 + np.exp(-(along - noise.uniform(-0.3, 0.3)) / noise.uniform(0.01, 0.12)))
    light = light * (1 - camera.shadow * noise.uniform(0.3, 1) * 0.7 * edge)
    lamp = np.array([1.0, noise.uniform(0.94, 1.0), noise.uniform(0.8, 1.0)])
    return _pixels(picture * light[..., None] * lamp)


def _sharpness(picture: Pixels, camera: Camera, noise: Noise) -> Pixels:
    blurred = cv2.GaussianBlur(picture, (0, 0), max(0.2, camera.blur * noise.uniform(0.4, 1)))
    grain = noise.normal(0, camera.noise, picture.shape)
    return _pixels(blurred + grain)


def _jpeg(picture: Pixels, camera: Camera, noise: Noise) -> bytes:
    """Sometimes stored lying on its side, with EXIF to say so, as cameras do."""
    image, out = Image.fromarray(np.ascontiguousarray(picture)), BytesIO()
    exif = Image.Exif()
    if camera.slant and noise.random() < 0.12:
        turns = int(noise.integers(1, 4))
        exif[_ORIENTATION] = _EXIF_OF_TURNS[turns]
        image = image.rotate(90 * turns, expand=True)
    quality = int(noise.integers(camera.quality, 92))
    image.save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()


def _pixels(values: NDArray[np.generic] | cv2.typing.MatLike) -> Pixels:
    return np.clip(values, 0, 255).astype(np.uint8)
