"""The only place that knows an OCR library: RapidOCR by default, Tesseract by setting."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

STRIP = 48  # height in pixels at which a strip is read best: the recognisers were trained on it


class Engine(Protocol):
    """Finds and reads the lines of a picture."""

    def read(self, picture: Pixels) -> list[Line]:
        """All lines of text, boxes in the picture's own pixels."""
        ...

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """What each strip says, in their order, as closely as can be. A strip is one upright line
        of text, RGB, with the box that it was cut from."""
        ...


@cache
def engine(name: str) -> Engine:
    """The engine of this name, loaded once a process. Raises ValueError for an unknown name."""
    if name == "rapidocr":
        from bot.ocr.engines.rapid import RapidOcr

        return RapidOcr()
    if name == "tesseract":
        from bot.ocr.engines.tesseract import Tesseract

        return Tesseract()
    raise ValueError(f"no such engine: {name}")
