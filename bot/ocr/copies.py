"""A form and its counterfoil in one photo are one call."""

from collections.abc import Sequence

from models.intake import Reading
from models.same_paper import same_call
from models.verdict import not_sure

_ON_BOTH = ("community", "phone", "address")


def without_copies(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one photo; of a form and its counterfoil the form's, and of two that say the
    same the first."""
    found: list[Reading] = []
    for reading in readings:
        if any(_same_call(reading, one) or _is_counterfoil(reading, one) for one in found):
            continue
        found = [one for one in found if not _is_counterfoil(one, reading)]
        found.append(reading)
    return found


def _same_call(one: Reading, other: Reading) -> bool:
    doubted = not_sure(one.fields, one.doubts) | not_sure(other.fields, other.doubts)
    return same_call(_said(one), _said(other), doubted)


def _is_counterfoil(one: Reading, form: Reading) -> bool:
    """Whether it says in a word what the form says of the same resident: the kind alone, or what
    the description begins with."""
    short, full = _said(one), _said(form)
    same = all(short.get(name) and short.get(name) == full.get(name) for name in _ON_BOTH)
    said, told = short.get("description", ""), full.get("description", "")
    return same and len(said) < len(told) and (said in told or said == full.get("category"))


def _said(reading: Reading) -> dict[str, str]:
    return {name: value.value for name, value in reading.fields.items()}
