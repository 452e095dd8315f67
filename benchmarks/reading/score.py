"""A reading against the truth of its picture: the verdict's outcome, and field by field."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from benchmarks.reading.hands import kind_of
from models.community_match import match
from models.directory import Directory
from models.intake import Reading, Value, Verdict

EXACT = ("community", "phone", "address", "caller", "category", "urgency", "time", "operator")


class Outcome(StrEnum):
    """What became of a picture, seen beside what a careful clerk would do with it."""

    RIGHT = "right"  # should go out, and did, to its firm
    ASKED = "asked"  # should go out, but a question came first
    MISSED = "missed"  # a form, left alone as if it were none
    WRONG = "wrong firm"  # went out to another firm
    TRAPPED = "trapped"  # went out, but had to be asked about
    CAUGHT = "caught"  # had to be asked about, and was
    LEFT = "left alone"  # no form, and no word
    ANSWERED = "answered"  # no form, but the bot spoke


NEVER = frozenset({Outcome.WRONG, Outcome.TRAPPED, Outcome.ANSWERED})


@dataclass(frozen=True)
class Truth:
    """A line of truth.jsonl. `want`: what a careful clerk would do."""

    path: Path
    want: Verdict
    layout: str
    hand: str  # print · neat · brush · cursive; empty for what is no form
    photo: str
    fields: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, line: Mapping[str, Any]) -> "Truth":
        """From the line's JSON; `hand` stands there where `ink` is none of our fonts."""
        hand = line.get("hand") or (kind_of(line["ink"]) if line["ink"] else "")
        want = Verdict(line["want"])
        return cls(folder / line["file"], want, line["layout"], hand, line["photo"], line["fields"])


@dataclass(frozen=True)
class Score:
    """How one picture was read. `misread`: truth and reading of each field that is not exact."""

    truth: Truth
    outcome: Outcome
    seconds: float
    misread: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    edits: int = 0  # to turn the description as read into the true one

    @property
    def letters(self) -> int:
        """Of the true description."""
        return len(plain(self.truth.fields.get("description", "")))


def score(truth: Truth, reading: Reading, directory: Directory, seconds: float) -> Score:
    """Judge a reading. `seconds`: how long it took, file to answer."""
    read = {name: reading.fields.get(name, Value()).value for name in truth.fields}
    misread = {
        name: (said, read[name])
        for name, said in truth.fields.items()
        if plain(_canonical(name, said, directory)) != plain(read[name])
    }
    edits = Levenshtein.distance(*map(plain, misread.get("description", ("", ""))))
    return Score(truth, outcome(truth, reading, directory), seconds, misread, edits)


def outcome(truth: Truth, reading: Reading, directory: Directory) -> Outcome:
    """The verdict beside what was wanted."""
    ignored = reading.verdict is Verdict.IGNORE
    dispatched = reading.verdict is Verdict.DISPATCH
    if truth.want is Verdict.IGNORE:
        return Outcome.LEFT if ignored else Outcome.ANSWERED
    if ignored:
        return Outcome.MISSED
    if truth.want is Verdict.ASK:
        return Outcome.TRAPPED if dispatched else Outcome.CAUGHT
    if not dispatched:
        return Outcome.ASKED
    name = _canonical("community", truth.fields["community"], directory)
    return Outcome.RIGHT if reading.firm == directory.firm_of(name) else Outcome.WRONG


def plain(text: str) -> str:
    """Without spaces, and in one width: how a sign is set is no matter of reading."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _canonical(name: str, said: str, directory: Directory) -> str:
    """A community's name as the roster has it, where the form has another name for it."""
    if name != "community":
        return said
    return match(said, directory).name or said
