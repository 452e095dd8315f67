"""Pictures as Telegram keeps them: JPEG, no wider or higher than 90, 320, 800, 1280 or 2560 px."""

import secrets
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.demo.records import StoredFile
from bot.demo.refusals import bad_request

CLASSES = (90, 320, 800, 1280, 2560)
PHONE = 1280  # what a phone makes of a photo before it sends it
QUALITY = 87
LARGEST_PHOTO = 10 * 1024 * 1024


def store_file(content: bytes, name: str, mime: str, folder: str) -> StoredFile:
    """A file with ids and a path that nobody can guess.

    The library would read a local file if the path existed, hence no plain names.
    """
    unique = secrets.token_urlsafe(9)
    suffix = name.rpartition(".")[2] if "." in name else "bin"
    path = f"{folder}/{secrets.token_hex(16)}.{suffix}"
    file_id = f"BQACAgUAAx{secrets.token_urlsafe(30)}"
    return StoredFile(file_id, unique, path, name, mime, size=len(content), content=content)


def store_photo(content: bytes, largest: int = PHONE) -> list[StoredFile]:
    """The sizes of a photo, smallest first. A small JPEG stays byte for byte as it came.

    Raises RefusalError (400) for what Telegram does not take as a photo.
    """
    if len(content) > LARGEST_PHOTO:
        raise bad_request(f"file of size {len(content)} bytes is too big for a photo")
    picture = _opened(content)
    longest = min(max(picture.size), largest)
    as_it_came = picture.format == "JPEG" and max(picture.size) == longest and _is_upright(picture)
    upright = _decoded(picture, longest)
    smaller = [_scaled(upright, side) for side in CLASSES if side < longest]
    return [*smaller, _size(content, upright.size) if as_it_came else _scaled(upright, longest)]


def _opened(content: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(content))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    width, height = picture.size
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return picture


def _decoded(picture: Image.Image, longest: int) -> Image.Image:
    """Upright, in RGB. A large JPEG is decoded at a fraction of its size, which is much faster."""
    try:
        picture.draft("RGB", (longest, longest))
        return ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None


def _is_upright(picture: Image.Image) -> bool:
    return bool(picture.getexif().get(0x0112, 1) == 1)


def _scaled(picture: Image.Image, side: int) -> StoredFile:
    small = picture.copy()
    small.thumbnail((side, side), Image.Resampling.BILINEAR)
    written = BytesIO()
    small.save(written, "JPEG", quality=QUALITY)
    return _size(written.getvalue(), small.size)


def _size(content: bytes, size: tuple[int, int]) -> StoredFile:
    stored = store_file(content, "photo.jpg", "image/jpeg", "photos")
    stored.width, stored.height = size
    return stored
