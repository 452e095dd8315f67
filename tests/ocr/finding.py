"""What the reader finds among lines of a page without ruling."""

from bot.ocr.fields.finding import find
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import telling
from models.directory import Community, Directory
from models.labels.listed import LABELS
from tests.ocr.writing import line

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"), Community("大华二村", "和顺物业")))
CALL = {  # what most of these pages tell
    "caller": "沈桂芳",
    "phone": "13812345678",
    "community": "丰翔新城",
    "address": "3号502室",
    "description": "厨房水管漏水，地上全是水",
}


def read(*lines: Line, directory: Directory = DIRECTORY) -> dict[str, str]:
    """Field → its values' lines."""
    slots = find(lines, LABELS, telling(directory))
    return {slot.name: "|".join(value.text for value in slot.values) for slot in slots}


def read_column(*texts: str) -> dict[str, str]:
    """The same of texts below one another."""
    return read(*(line(text, 60, 60 * i) for i, text in enumerate(texts)))
