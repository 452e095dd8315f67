"""`paidan forget --before DATE`."""

from datetime import date, datetime
from pathlib import Path

from bot.clock import Clock
from bot.command_database import opened
from bot.config import load
from bot.services.privacy import forget
from bot.services.scope import enrol, scopes
from bot.services.work import Work
from bot.store import Store


def run(config: Path, before: date) -> int:
    """Forget in every federation of the config; prints how many tickets. Exit code 0.

    Raises ConfigError."""
    settings = load(config)
    store = Store(settings.photos.dir)
    midnight = datetime.combine(before, datetime.min.time(), settings.zone)
    with opened(settings) as database, database.transaction() as session:
        enrol(session, settings)
        for scope in scopes(session, settings):
            work = Work(session, scope, Clock(settings.clock.shift_file).now())
            count = forget(work, store, midnight)
            name = scope.settings.name
            print(f"{name}：{count} 张工单的个人信息已删除，数字保留 / {count} tickets forgotten")
    return 0
