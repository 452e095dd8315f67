"""The database as the commands use it that need no running bot."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.check.places import unusable_database
from bot.config import Settings
from bot.config_errors import ConfigError
from bot.db import Database


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """Brought up to date, and closed at the end. Raises ConfigError where it cannot be used."""
    for finding in unusable_database(settings.database.url):
        raise ConfigError(finding.sentence)
    database = Database(settings.database.url)
    try:
        database.migrate()
        yield database
    finally:
        database.close()
