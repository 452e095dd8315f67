"""Photo → page → lines → fields → checked intake."""

from bot.ocr.errors import Reason, UnreadableError
from bot.ocr.page.crop import crop
from bot.ocr.page.fingerprint import fingerprint, same_photo
from bot.ocr.process.pool import ReaderPool
from bot.ocr.process.worker import MAX_PAGES
from bot.ocr.reading import read

__all__ = [
    "MAX_PAGES",
    "ReaderPool",
    "Reason",
    "UnreadableError",
    "crop",
    "fingerprint",
    "read",
    "same_photo",
]
