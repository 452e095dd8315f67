"""Writing and drawing on one sheet, in the few colours that all pictures share."""

import re
from io import BytesIO
from math import inf

from PIL import Image, ImageDraw

from bot.pictures.fonts import font
from bot.texts.text import Text

PAPER = "#FBFAF7"
INK = "#1F2A33"
GREY = "#74808B"
LINE = "#E3E1DB"
GREEN = "#1E7B6B"
AMBER = "#E0A33A"
PALE = "#CBD2D8"
RED = "#B93A2B"

_PIECE = re.compile(r"[\x21-\x7e÷→]+ *|.")  # a Latin word with its space, or one character
_CLOSING = "，。；：、）"


class Pen:
    """Draws on a sheet of `width`; what lies below the last line is cut off at the end.

    Positions are pixels; a text's y is its baseline."""

    def __init__(self, width: int, height: int) -> None:
        self.sheet = Image.new("RGB", (width, height), PAPER)
        self._draw = ImageDraw.Draw(self.sheet)

    def width(self, words: str, size: int, *, bold: bool = False) -> float:
        """How wide the words come out."""
        return font(size).getlength(words) + 2 * _stroke(size, bold)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: int,
        *,
        colour: str = INK,
        bold: bool = False,
        right: bool = False,
    ) -> float:
        """One line from `x` on, or up to it if `right`. Returns the end of the words."""
        # The wheel has no bold face: a stroke of the same colour thickens the regular one.
        anchor, stroke = "rs" if right else "ls", _stroke(size, bold)
        self._draw.text(
            (x, y),
            words,
            fill=colour,
            font=font(size),
            anchor=anchor,
            stroke_width=stroke,
            stroke_fill=colour,
        )
        return x if right else x + self.width(words, size, bold=bold)

    def both(
        self, x: float, y: float, text: Text, size: int, *, colour: str = INK, until: float = inf
    ) -> float:
        """中文 with small grey English beside it, left out where it would pass `until`.
        Returns the end of the words."""
        end = self.write(x, y, text.zh, size, colour=colour)
        english = end + size * 0.3
        if english + self.width(text.en, small(size)) > until:
            return end
        return self.write(english, y, text.en, small(size), colour=GREY)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle; nothing where there is no width or height."""
        if width > 0 and height > 0:
            self._draw.rectangle((x, y, x + width - 1, y + height - 1), fill=colour)

    def paste(self, x: float, y: float, picture: Image.Image) -> None:
        """A picture in a thin frame."""
        self.box(x - 2, y - 2, picture.width + 4, picture.height + 4, LINE)
        self.sheet.paste(picture, (round(x), round(y)))

    def fit(self, words: str, size: int, width: float) -> str:
        """The words, cut with … where they are wider than `width`."""
        if self.width(words, size) <= width:
            return words
        while words and self.width(words + "…", size) > width:
            words = words[:-1]
        return words + "…"

    def wrap(self, words: str, size: int, width: float) -> list[str]:
        """The words in lines of at most `width`; closing punctuation may stick out."""
        lines, line = [], ""
        for piece in _PIECE.findall(words):
            if line and self.width(line + piece.rstrip(), size) > width and piece not in _CLOSING:
                lines.append(line.rstrip())
                line = ""
            line += piece
        return [*lines, line.rstrip()] if line.strip() else lines

    def png(self, height: float) -> bytes:
        """The sheet down to `height`, as PNG: packed quickly rather than tightly."""
        out = BytesIO()
        self.sheet.crop((0, 0, self.sheet.width, round(height))).save(out, "PNG", compress_level=3)
        return out.getvalue()


def small(size: int) -> int:
    """The size of English beside 中文 of this size."""
    return max(16, round(size * 0.68))


def _stroke(size: int, bold: bool) -> float:
    return size / 42 if bold else 0
