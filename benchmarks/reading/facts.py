"""What one practice form says, and what a careful clerk would do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.reading import rosters
from benchmarks.reading.faults import FAULTS
from benchmarks.reading.words import half, words

TRAPS = ("lookalike", "nocommunity", "shortphone")


@dataclass(frozen=True)
class Facts:
    """The fields as written, by name, and the trap laid in them."""

    fields: dict[str, str]
    trap: str | None = None


def draw(rng: Random, split: str, rows: Sequence[dict[str, str]], trap: str | None = None) -> Facts:
    """One call, made up."""
    category, urgency, description = rng.choice(half(FAULTS, split))
    if rng.random() < 0.35:  # some callers have more to say
        description += "。" + rng.choice(half(words("afterthoughts"), split))
    fields = {
        "time": _time(rng),
        "caller": _caller(rng, split),
        "phone": _phone(rng),
        "community": rng.choice(rosters.known(rows)),
        "address": _address(rng),
        "category": category,
        "urgency": urgency,
        "description": description,
        "operator": rng.choice(half(words("surnames"), split))
        + rng.choice(half(words("given_names"), split)),
    }
    if trap == "lookalike":
        fields["community"] = rosters.resembling(rng, rows)
    elif trap == "nocommunity":
        fields["community"] = ""
    elif trap == "shortphone":
        lost = rng.randrange(4, len(fields["phone"]))
        fields["phone"] = fields["phone"][:lost] + fields["phone"][lost + 1 :]
    return Facts(fields, trap)


def _time(rng: Random) -> str:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return f"2025年{month}月{day}日 {rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"


def _caller(rng: Random, split: str) -> str:
    last = (
        rng.choice(words("forms_of_address"))
        if rng.random() < 0.3
        else rng.choice(half(words("given_names"), split))
    )
    return rng.choice(half(words("surnames"), split)) + last


def _phone(rng: Random) -> str:
    if rng.random() < 0.15:
        return f"021-{rng.choice('3568')}{rng.randint(0, 9999999):07d}"
    start = rng.choice(
        ("130", "133", "136", "138", "139", "150", "156", "158", "177", "186", "199")
    )
    return f"{start}{rng.randint(0, 99999999):08d}"


def _address(rng: Random) -> str:
    room = f"{rng.randint(1, 68)}号{rng.randint(1, 18)}0{rng.randint(1, 4)}室"
    lane = rng.choice(("", f"{rng.choice((66, 88, 120, 255, 360, 518, 777, 1188, 2066))}弄"))
    return lane + room
