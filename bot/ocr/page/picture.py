"""A file → its pages as pixels: any common kind of picture, or a PDF. Hostile files end here."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from bot.ocr.errors import Reason, UnreadableError

Pixels = NDArray[np.uint8]  # height × width × 3, RGB

MAX_BYTES = 20 * 1024 * 1024  # what Telegram hands out
MAX_PIXELS = 60_000_000  # a phone's largest photo; more is a bomb
MAX_WEIGHT = 150_000_000  # bytes that the pixels may take once decoded, one copy included
MAX_SIDE = 2600  # pixels; more tells the reader nothing
_PDF_SCALE = 2.2  # × 72 dpi

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
pillow_heif.register_heif_opener()


def count(path: Path) -> int:
    """How many pages a file has: of a PDF, or of what a scanner saves as a TIFF. Raises
    UnreadableError."""
    if _is_pdf(path):
        with _document(path) as document:
            return len(document)
    with _picture(path) as image:
        return getattr(image, "n_frames", 1) if image.format == "TIFF" else 1


def page(path: Path, number: int = 0) -> Pixels:
    """One of its pages, counted from 0, upright by its EXIF. Raises UnreadableError."""
    if _is_pdf(path):
        with _document(path) as document:
            return _pdf_page(document, number)
    with _picture(path) as image:
        image.seek(number)
        return _pixels(image)


def _is_pdf(path: Path) -> bool:
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(Reason.TOO_BIG)
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


@contextmanager
def _picture(path: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                yield image
    except UnreadableError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableError(Reason.TOO_BIG) from None
    except UnidentifiedImageError:
        raise UnreadableError(Reason.NOT_A_PICTURE) from None
    except MemoryError:
        raise UnreadableError(Reason.TOO_BIG) from None
    except Exception:  # each decoder has errors of its own; all mean the same to the poster
        raise UnreadableError(Reason.BROKEN) from None


def _pixels(image: Image.Image) -> Pixels:
    if image.width * image.height > MAX_PIXELS:
        raise UnreadableError(Reason.TOO_BIG)
    image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a JPEG is decoded at a fraction of its size
    if image.width * image.height * _weight(image.mode) > MAX_WEIGHT:
        raise UnreadableError(Reason.TOO_BIG)
    small = _shrunk(image)
    ImageOps.exif_transpose(small, in_place=True)  # else it copies what is upright already
    if small.mode in ("RGBA", "LA", "PA"):
        small = _on_white(small)
    return np.asarray(small if small.mode == "RGB" else small.convert("RGB"))


def _weight(mode: str) -> int:
    """Bytes a pixel: as Pillow keeps it, and once more where it must be copied to be shrunk."""
    if mode in ("1", "L"):
        return 2
    return 4 if mode in ("RGB", "CMYK", "YCbCr") else 8


def _shrunk(image: Image.Image) -> Image.Image:
    """At most MAX_SIDE long. Before all else: each further step holds a copy of its own."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        image = _to_eight_bits(image)
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode == "P":
        image = image.convert("RGBA")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BILINEAR)
    return image


def _to_eight_bits(image: Image.Image) -> Image.Image:
    deep = np.nan_to_num(np.asarray(image, dtype=np.float32))
    low, high = float(deep.min()), float(deep.max())
    return Image.fromarray(((deep - low) * (255 / max(high - low, 1))).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)


def _document(path: Path) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableError(Reason.LOCKED if locked else Reason.BROKEN) from None
    except ValueError:
        raise UnreadableError(Reason.BROKEN) from None
    if len(document) == 0:
        raise UnreadableError(Reason.BROKEN)
    return document


def _pdf_page(document: pypdfium2.PdfDocument, number: int) -> Pixels:
    try:
        page = document[number]
        largest = max(page.get_size())
        scale = min(_PDF_SCALE, MAX_SIDE / max(largest, 1))
        return np.asarray(page.render(scale=scale).to_pil().convert("RGB"))
    except (pypdfium2.PdfiumError, ValueError):
        raise UnreadableError(Reason.BROKEN) from None
