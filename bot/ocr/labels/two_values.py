"""Two values that were seen as one text: 沈桂芳13812345678."""

from collections.abc import Mapping

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import Tells

_SHORTEST = 2  # characters of a value
_COMPOUND = ("category", "caller")  # 停车费收据: 费 is a surname as well
_CLOSING = ")）]】"


def second_value(text: str, telling: Mapping[str, Tells]) -> int | None:
    """Where the second of two values begins that tell what they are, or of three of a register's
    row; None where the text is not such values. `telling`: field → whether a text is a value."""
    for at in range(_SHORTEST, len(text) - _SHORTEST + 1):
        first = field_told(text[:at], telling)
        if first is None or text[at] in _CLOSING:
            continue
        rest = text[at:]
        second = field_told(rest, telling)
        two = second and first != second and (first, second) != _COMPOUND
        if two or (second is None and second_value(rest, telling) is not None):
            return at
    return None


def field_told(text: str, telling: Mapping[str, Tells]) -> str | None:
    """The field that the text can be nothing else than a value of."""
    value = text.strip(BETWEEN)
    return next((name for name, tells in telling.items() if tells(value)), None)
