"""An engine for what looks once more at a page that has been read."""

from collections.abc import Sequence

from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad
from tests.ocr.writing import line


class Answering:
    """Reads this in whatever strip it gets, and remembers where it lay."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.boxes: list[Quad] = []

    def read(self, picture: Pixels) -> list[Line]:
        raise AssertionError("the page has been read already")

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        self.boxes += [box for _, box in strips]
        return [line(self.answer, 0, 0) for _ in strips]
