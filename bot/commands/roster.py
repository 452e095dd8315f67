"""`paidan roster import FILE [--dry-run] [--from DATE]`, `roster export FILE`, `roster show`."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlmodel import Session

from bot.clock import Clock
from bot.commands.database import opened
from bot.config import Settings, load
from bot.roster_file import RosterError, RosterRow, read_roster, write_roster
from bot.services.roster import stored
from bot.services.roster.ahead import waiting
from bot.services.roster.changes import said
from bot.services.roster.exporting import export, scheduled
from bot.services.roster.importing import apply
from bot.services.scope import Scope, enrol, scopes
from bot.services.work import Work
from bot.texts import roster as texts
from bot.texts.text import Language

SPOKEN: Language = "zh+en"


def run(
    config: Path,
    action: str,
    file: Path | None,
    *,
    federation: str | None = None,
    on: date | None = None,
    dry_run: bool = False,
) -> int:
    """0: done; 1: the file or the federation is wrong, and a sentence says how. `on`: the day
    from which all that the file changes counts, or as of which is exported or shown.

    Raises ConfigError."""
    settings = load(config)
    try:
        with opened(settings) as database:
            with database.transaction() as session:
                enrol(session, settings)
            with database.transaction() as session:
                scope = _chosen(session, settings, federation)
                now = Clock(settings.clock.shift_file).now()
                _act(Work(session, scope, now), action, file, on, dry_run=dry_run)
                if action != "import":
                    session.rollback()  # a day ahead was only played through
    except RosterError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _chosen(session: Session, settings: Settings, name: str | None) -> Scope:
    """The federation of this name, or the only one."""
    known = scopes(session, settings)
    fitting = [s for s in known if name is None or name in s.settings.name]
    exact = [s for s in fitting if s.settings.name == name] or fitting
    if len(exact) == 1:
        return exact[0]
    text = texts.WHICH_FEDERATION if exact else texts.NO_FEDERATION
    names = "、".join(s.settings.name for s in known)
    raise RosterError(text.say(SPOKEN, name=name, known=names))


def _act(work: Work, action: str, file: Path | None, on: date | None, *, dry_run: bool) -> None:
    if action == "import":
        _import(work, _named(file), on, dry_run=dry_run)
        return
    at = datetime.combine(on, time.max, work.scope.zone) if on else work.now
    expected = [
        sentence
        for row in waiting(work.session, work.scope)
        if row.on > at
        for sentence in stored.expected(work.session, work.scope, row, work.now).sentences(SPOKEN)
    ]
    stored.come_into_force(Work(work.session, work.scope, max(at, work.now)))
    rows = export(work.session, work.scope, at)
    if action == "export":
        _export(_named(file), rows)
    else:
        _show(work, rows)
    if on and at < work.now:
        print(texts.PAST.say(SPOKEN, day=on))
    for change in scheduled(work.session, work.scope, at):
        print(said(change, SPOKEN))
    for sentence in expected:
        print(sentence)


def _named(file: Path | None) -> Path:
    if file is None:
        raise RosterError(texts.NO_FILE.say(SPOKEN))
    return file


def _import(work: Work, file: Path, on: date | None, *, dry_run: bool) -> None:
    plan = stored.plan(work.session, work.scope, read_roster(file), work.now, on)
    for sentence in plan.sentences(SPOKEN):
        print(sentence)
    print(plan.summary(SPOKEN))
    if dry_run:
        print(texts.DRY_RUN.say(SPOKEN))
    elif not plan.idle:
        apply(work, plan)
        print(texts.TAKEN_IN.say(SPOKEN))


def _export(file: Path, rows: Sequence[RosterRow]) -> None:
    try:
        write_roster(file, rows)
    except OSError as error:
        why = error.strerror or str(error)
        raise RosterError(texts.NOT_WRITTEN.say(SPOKEN, path=file, why=why)) from None
    print(texts.EXPORTED.say(SPOKEN, path=file, count=len(rows)))


def _show(work: Work, rows: Iterable[RosterRow]) -> None:
    """A row a firm: what it serves, and which of its leads can be mentioned by now."""
    table = Table(title=work.scope.settings.name, show_lines=True)
    for heading in texts.HEADINGS:
        table.add_column(heading, overflow="fold")
    for firm, own in groupby(rows, key=lambda row: row.firm):
        group = list(own)
        communities = "、".join(row.community for row in group if row.community)
        leads = "\n".join(_lead(row) for row in group if row.lead or row.telegram)
        kind = texts.KINDS[group[0].kind].word(SPOKEN)
        table.add_row(*(Text(cell) for cell in (firm, kind, communities, leads)))
    Console().print(table)


def _lead(row: RosterRow) -> str:
    return f"{row.lead} {row.telegram or texts.NO_TELEGRAM.word(SPOKEN)}".strip()
