"""The scores of a set as tables: verdicts and fields by hand, photo and layout, and the goals."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isnan

from rich.console import Console
from rich.table import Table

from benchmarks.reading.score import EXACT, NEVER, Outcome, Score
from models.intake import Verdict

HANDS = ("print", "neat", "brush", "cursive")
GOALS: Mapping[str, float] = {
    "community": 0.99, "phone": 0.98, "address": 0.97, "caller": 0.95, "category": 0.97
}  # fmt: skip
UNASKED, UNASKED_CURSIVE = 0.95, 0.60  # share of the forms that should go out
DESCRIPTION = 0.02  # of its characters may be wrong
_GROUPS: Mapping[str, Callable[[Score], str]] = {
    "hand": lambda score: score.truth.hand,
    "photo": lambda score: score.truth.photo,
    "layout": lambda score: score.truth.layout,
}


def unasked(scores: Sequence[Score]) -> float:
    """Share of the forms that should go out that did, to the right firm; nan without any."""
    due = [score for score in scores if score.truth.want is Verdict.DISPATCH]
    return _share(sum(score.outcome is Outcome.RIGHT for score in due), len(due))


def exact(scores: Sequence[Score], name: str) -> float:
    """Share of the forms whose field was read exactly; nan without any."""
    return _share(sum(name not in score.misread for score in scores), len(scores))


def error_rate(scores: Sequence[Score]) -> float:
    """Of the descriptions: edits a character; nan without any."""
    return _share(sum(score.edits for score in scores), sum(score.letters for score in scores))


def harm(scores: Sequence[Score]) -> int:
    """How many did what must never happen."""
    return sum(score.outcome in NEVER for score in scores)


def show(console: Console, scores: Sequence[Score]) -> None:
    """All tables. Pictures that are no form count among the verdicts only."""
    forms = [score for score in scores if score.truth.want is not Verdict.IGNORE]
    console.print(_verdicts(scores))
    console.print(_fields(forms))
    console.print(_goals(forms, scores))


def show_misread(console: Console, scores: Sequence[Score]) -> None:
    """A line a field that was misread, and a line a verdict that is not as wanted."""
    fine = (Outcome.RIGHT, Outcome.CAUGHT, Outcome.LEFT)
    for score in scores:
        truth = score.truth
        where = f"{truth.path.name} {truth.layout} {truth.hand} {truth.photo}"
        if score.outcome not in fine:
            console.print(f"{where}: {score.outcome}", markup=False, soft_wrap=True)
        for name, (said, read) in score.misread.items():
            console.print(f"{where}: {name} {said} → {read}", markup=False, soft_wrap=True)


def _verdicts(scores: Sequence[Score]) -> Table:
    table = _table("verdicts", ("", *(outcome.value for outcome in Outcome)))
    for hand in (*HANDS, ""):
        counts = Counter(score.outcome for score in scores if score.truth.hand == hand)
        table.add_row(hand or "no form", *(str(counts[outcome] or "·") for outcome in Outcome))
    return table


def _fields(forms: Sequence[Score]) -> Table:
    columns = ("%", "forms", "unasked", *EXACT, "description CER", "median s")
    table = _table("read exactly, by hand, photo and layout", columns)
    for group in _GROUPS.values():
        for name in sorted({group(score) for score in forms}):
            table.add_row(name, *_row([score for score in forms if group(score) == name]))
        table.add_section()
    table.add_row("all", *_row(forms))
    return table


def _row(forms: Sequence[Score]) -> Iterator[str]:
    yield str(len(forms))
    yield _percent(unasked(forms))
    for name in EXACT:
        yield _percent(exact(forms, name))
    yield _percent(error_rate(forms))
    yield f"{statistics.median(score.seconds for score in forms):.2f}" if forms else "·"


def _goals(forms: Sequence[Score], scores: Sequence[Score]) -> Table:
    plain_hands = [score for score in forms if score.truth.hand != "cursive"]
    cursive = [score for score in forms if score.truth.hand == "cursive"]
    table = _table("goals, of all hands but the cursive", ("", "goal", "is"))
    table.add_row("wrong firm, trapped, answered", "0", str(harm(scores)))
    table.add_row("unasked", f"≥ {_percent(UNASKED)}", _percent(unasked(plain_hands)))
    table.add_row(
        "unasked, of the cursive", f"≥ {_percent(UNASKED_CURSIVE)}", _percent(unasked(cursive))
    )
    for name, goal in GOALS.items():
        table.add_row(f"{name} exact", f"≥ {_percent(goal)}", _percent(exact(plain_hands, name)))
    rate = _percent(error_rate(plain_hands))
    table.add_row("description, character error rate", f"≤ {_percent(DESCRIPTION)}", rate)
    return table


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place else "left")
    return table


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _percent(share: float) -> str:
    return "·" if isnan(share) else f"{100 * share:.1f}"
