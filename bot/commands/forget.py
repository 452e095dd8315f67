"""`paidan forget --before DATE`."""

import time
from datetime import date, datetime
from pathlib import Path

from bot.clock import Clock
from bot.commands.database import opened
from bot.config import load
from bot.db import Database
from bot.services.privacy import forget, forget_answers, forget_forms
from bot.services.scope import Scope, enrol, scopes
from bot.services.work import Work
from bot.store import Store

_PAUSE = 0.1  # seconds between two parts, in which the running bot gets to write


def run(config: Path, before: date) -> int:
    """Forget in every federation of the config; prints how many tickets. Exit code 0.

    Raises ConfigError."""
    settings = load(config)
    store = Store(settings.photos.dir)
    now = Clock(settings.clock.shift_file).now()
    midnight = datetime.combine(before, datetime.min.time(), settings.zone)
    with opened(settings) as database:
        with database.transaction() as session:
            enrol(session, settings)
            found = scopes(session, settings)
        for scope in found:
            _forget_in(database, scope, store, now, midnight)
    return 0


def _forget_in(
    database: Database, scope: Scope, store: Store, now: datetime, before: datetime
) -> None:
    """Part by part; where it ends before its end, that is said."""
    count, all_of_it = 0, False
    try:
        for forget_part in (forget, forget_forms, forget_answers):
            after: int | None = 0
            while after is not None:
                with database.transaction() as session:
                    part = forget_part(Work(session, scope, now), store, before, after)
                count, after = count + part.tickets, part.last
                time.sleep(_PAUSE if after is not None else 0)
        all_of_it = True
    finally:
        print(f"{scope.settings.name}：{_said(count, all_of_it=all_of_it)}")


def _said(count: int, *, all_of_it: bool) -> str:
    if all_of_it:
        return f"{count} 张工单的个人信息已删除，数字保留 / {count} tickets forgotten"
    return (
        f"没有删完，只删了 {count} 张工单的个人信息，请再运行一次 / "
        f"not all: {count} tickets forgotten; run it again"
    )
