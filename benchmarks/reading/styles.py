"""Who writes what on a form, in which wording, and what every layout puts on its sheet."""

from dataclasses import dataclass
from random import Random

from benchmarks.reading.hands import Hand
from benchmarks.reading.sheet import A4, Manner, Sheet
from benchmarks.reading.words import LABELS, OPTIONS, half, words


@dataclass
class Style:
    """Everything that one form's look depends on."""

    fields: dict[str, str]
    manner: Manner
    press: Hand  # what labels are printed in
    labels: dict[str, str]
    title: str
    rng: Random
    split: str
    tick: str = "check"


def style(rng: Random, split: str, fields: dict[str, str], manner: Manner, press: Hand) -> Style:
    """Wordings drawn from this split's half."""
    labels = {name: rng.choice(half(wordings, split)) for name, wordings in LABELS.items()}
    title = rng.choice(half(words("titles"), split))
    tick = rng.choice(("check", "check", "check", "cross", "scribble"))
    return Style(fields, manner, press, labels, title, rng, split, tick)


def wording(one: Style, name: str) -> str:
    """One of a list of words.toml, of this split's half."""
    return one.rng.choice(half(words(name), one.split))


def titled(one: Style, paper: tuple[int, int] = A4, y: float = 120) -> Sheet:
    """An empty sheet under its title."""
    sheet = Sheet(paper, one.rng, one.rng.choice(("#fdfdfb", "#fbfaf2", "#f7fafc", "#fff")))
    size = one.rng.randint(36, 46)
    sheet.print(paper[0] / 2 - len(one.title) * size / 2, y, one.title, size, one.press)
    return sheet


def write_value(sheet: Sheet, one: Style, name: str, x: float, y: float, right: float) -> None:
    """The field's value by hand, to end before `right`."""
    start = x + one.rng.uniform(4, 20)
    sheet.write(start, y + one.rng.gauss(0, 2), one.fields[name], one.manner, right - 6)


def paragraph(sheet: Sheet, one: Style, x: float, y: float, right: float, step: float) -> float:
    """The description over as many lines as it takes. Returns the height of the last one."""
    for line in sheet.wrap(one.fields["description"], one.manner, right - x - 20):
        sheet.write(x + 10, y, line, one.manner)
        y += step
    return y - step


def options(
    sheet: Sheet, one: Style, name: str, x: float, y: float, columns: int, *, behind: bool = False
) -> None:
    """The field's words in so many columns, a box before each or behind it, the true one ticked."""
    side, size = 26, 27
    choices = list(OPTIONS[name])
    if name == "category":
        one.rng.shuffle(choices)
    for i, word in enumerate(choices):
        left, middle = x + 14 + (i % columns) * 140, y + (i // columns) * 44
        box = left + (len(word) * size + 8 if behind else 0)
        sheet.box(box, middle - side / 2, box + side, middle + side / 2)
        sheet.print(left if behind else left + side + 8, middle, word, size, one.press)
        if word == one.fields.get(name):
            sheet.tick(box, middle, side, one.tick, one.manner.ink)
