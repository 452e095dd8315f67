"""Calls told in sentences: a printed letter with blanks, a note in running text.

Each draws a whole sheet from a Style, as benchmarks.reading.layouts does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from string import Formatter

from benchmarks.reading.sheet import CLOSING, Sheet
from benchmarks.reading.styles import Style, titled, wording

_LEFT, _RIGHT, _STEP = 110.0, 1130.0, 72.0
_PRINT = 30  # pixels
_BLANK = 170.0  # pixels of the shortest blank


@dataclass
class _Lines:
    """Where printed words and filled blanks go on, line after line."""

    sheet: Sheet
    one: Style
    y: float
    x: float = _LEFT

    def fill_in(self, sentence: str, fields: Mapping[str, str]) -> None:
        """The sentence in print, on its blanks what the fields say."""
        for words, name, _, _ in Formatter().parse(sentence):
            self._print(words)
            if name is not None:
                self._blank(fields.get(name, ""))

    def next(self, lines: int = 1) -> None:
        """Go on so many lines below."""
        self.x, self.y = _LEFT, self.y + lines * _STEP

    def _print(self, words: str) -> None:
        for char in words:
            if self.x + _PRINT > _RIGHT and char not in CLOSING:
                self.next()
            self.x = self.sheet.print(self.x, self.y, char, _PRINT, self.one.press)

    def _blank(self, value: str) -> None:
        """Never broken: a form leaves the whole of a blank on one line."""
        width = max(_BLANK, self.sheet.width(value, self.one.manner) + 36)
        if self.x + width > _RIGHT:
            self.next()
        start = self.x + self.one.rng.uniform(6, 20)
        rise = self.one.rng.gauss(0, 2)
        self.sheet.write(start, self.y + rise, value, self.one.manner, self.x + width)
        self.sheet.line(self.x + 4, self.y + 24, self.x + width - 4, self.y + 24, "#777")
        self.x += width


def letter(one: Style) -> Sheet:
    """A printed letter, the call told in one sentence; below it what is torn off and sent back."""
    sheet = titled(replace(one, title=wording(one, "letter_titles")))
    lines = _Lines(sheet, one, 210)
    lines.fill_in(wording(one, "letter_addressees"), {})
    lines.next()
    lines.x += 2 * _PRINT
    told = one.fields | {"time": _in_words(one.fields["time"])}
    lines.fill_in(wording(one, "letter_openings"), told)
    lines.next()
    _described(lines)
    lines.fill_in(wording(one, "letter_requests"), told)
    lines.next(2)
    lines.x = 640
    lines.fill_in(one.labels["operator"] + "：{operator}", told)
    for words in (wording(one, "letter_senders"), one.fields["time"].split()[0]):
        lines.next()
        sheet.print(_RIGHT - len(words) * _PRINT, lines.y, words, _PRINT, one.press)
    lines.next()
    _receipt(lines)
    return sheet


def _in_words(time: str) -> str:
    """2025年3月9日 20:48 → 2025年3月9日20时48分, as letters have it."""
    day, clock = time.split()
    hour, minute = clock.split(":")
    return f"{day}{int(hour)}时{int(minute)}分"


def _described(lines: _Lines) -> None:
    """The description on ruled lines, of which there are three at least."""
    sheet, one = lines.sheet, lines.one
    said = sheet.wrap(one.fields["description"], one.manner, _RIGHT - _LEFT - 40)
    for number in range(max(3, len(said))):
        if number < len(said):
            sheet.write(_LEFT + 16, lines.y, said[number], one.manner)
        sheet.line(_LEFT, lines.y + 28, _RIGHT, lines.y + 28, "#777")
        lines.next()


def _receipt(lines: _Lines) -> None:
    for x in range(0, lines.sheet.image.width, 30):
        lines.sheet.line(x, lines.y, x + 16, lines.y, "#555")
    lines.next()
    lines.x = 575
    lines.fill_in("回　执", {})
    lines.next()
    lines.fill_in(wording(lines.one, "letter_receipts"), {})


def message(one: Style) -> Sheet:
    """A note to the colleagues, nothing printed, in lines that run the full width."""
    sheet = Sheet((1240, 877), one.rng, one.rng.choice(("#fdfdfb", "#fcf8ea", "#f6f8fb")))
    y, step = 110.0, 84.0
    fields = one.fields | {"time": one.fields["time"].replace(" ", "")}
    said = wording(one, "messages").format(**fields)
    for line in sheet.wrap("　　" + said, one.manner, 1080):
        sheet.write(80, y + one.rng.gauss(0, 2), line, one.manner)
        y += step
    signed = f"{one.labels['operator']}：{one.fields['operator']}"
    x = 1160 - sheet.width(signed, one.manner)
    sheet.write(x, y, signed, one.manner)
    return sheet


LETTERS: Mapping[str, Callable[[Style], Sheet]] = {
    layout.__name__: layout for layout in (letter, message)
}
