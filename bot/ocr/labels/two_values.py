"""Two values that were seen as one text: 沈桂芳13812345678."""

from collections.abc import Iterator, Mapping
from itertools import chain

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import Tells

_SHORTEST = 2  # characters of a value
_COMPOUND = ("category", "caller")  # 停车费收据: 费 is a surname as well
_CLOSING = ")）]】"


def second_value(text: str, telling: Mapping[str, Tells]) -> int | None:
    """Where the second of two values begins that tell what they are, or of three of a register's
    row; None where the text is not such values. `telling`: field → whether a text is a value."""
    begins = list(_behind_first(text, telling))
    both = (at for at, first in begins if _goes_with(first, field_told(text[at:], telling)))
    three = (at for at, _ in begins if _is_two(text[at:], telling))
    return next(chain(both, three), None)


def _behind_first(text: str, telling: Mapping[str, Tells]) -> Iterator[tuple[int, str]]:
    """Where a value may end that the text begins with, and of which field it is."""
    for at in range(_SHORTEST, len(text) - _SHORTEST + 1):
        first = field_told(text[:at], telling)
        if first is not None and text[at] not in _CLOSING:
            yield at, first


def _is_two(text: str, telling: Mapping[str, Tells]) -> bool:
    ends = _behind_first(text, telling)
    return any(_goes_with(first, field_told(text[at:], telling)) for at, first in ends)


def _goes_with(first: str, second: str | None) -> bool:
    return second is not None and first != second and (first, second) != _COMPOUND


def field_told(text: str, telling: Mapping[str, Tells]) -> str | None:
    """The field that the text can be nothing else than a value of."""
    value = text.strip(BETWEEN)
    return next((name for name, tells in telling.items() if tells(value)), None)
