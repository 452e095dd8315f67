"""What a reading of a form says, and how sure it is. Pure data; the rules stand beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]


class Verdict(StrEnum):
    """What to do with a picture."""

    DISPATCH = "dispatch"  # every field that decides is sure
    ASK = "ask"  # a form, but its poster must settle something first
    IGNORE = "ignore"  # no form


FIELDS = (
    "time",
    "caller",
    "phone",
    "community",
    "address",
    "category",
    "urgency",
    "description",
    "operator",
)
PEOPLE = frozenset({"caller", "operator"})  # their values are names
PERSONAL = frozenset({"caller", "phone", "address", "description"})  # may tell who a resident is


class Why(StrEnum):
    """Why a field is doubtful."""

    MISSING = "missing"  # nothing stands in the field
    UNREAD = "unread"  # something stands in the field, and nothing was read of it
    LOOKALIKE = "lookalike"  # not on the roster, but resembles names that are
    UNKNOWN = "unknown"  # not on the roster and resembles nothing
    MALFORMED = "malformed"  # has not the shape such a value must have (a digit short)
    UNSURE = "unsure"  # read, but with too little confidence


@dataclass(frozen=True)
class Value:
    """One field as read. `box`: four corners in pixels of the photo as posted (after EXIF
    orientation), clockwise from top left, or None where nothing on the paper shows it."""

    value: str = ""
    confidence: float = 0.0
    box: Quad | None = None
    inferred: bool = False  # worked out from the description, not written on the form
    as_read: str | None = None  # of an answer: what the form itself says there


@dataclass(frozen=True)
class Doubt:
    """A field that must be asked about: what was read, and the likely answers, best first."""

    field: str
    why: Why
    read: str = ""
    likely: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A form as read and checked. `seconds`: how long its page took; `leaf`: which page of the
    file that is, from 0, of how many `leaves`."""

    verdict: Verdict
    firm: str | None = None
    fields: dict[str, Value] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    seconds: float = 0.0
    paper: int | None = None  # the running number of the federation's own form
    leaf: int = 0
    leaves: int = 1


def unread(readings: Sequence[Reading]) -> list[int]:
    """The pages of a file, counted from 0, of which there is no reading."""
    leaves = readings[0].leaves if readings else 0
    return sorted(set(range(leaves)) - {reading.leaf for reading in readings})
