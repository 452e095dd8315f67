"""One federation at work: its row, its settings, its clockwork."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.config import FederationSettings, Settings
from bot.texts.text import Language
from models.deadlines import Rules
from models.tables.federation import Federation


@dataclass(frozen=True)
class Scope:
    """What every service needs to know of the federation that it works for."""

    id: int
    chat_id: int
    former_chat_ids: tuple[int, ...]
    settings: FederationSettings
    rules: Rules
    zone: ZoneInfo

    @property
    def language(self) -> Language:
        """In which the bot speaks here."""
        return self.settings.language

    @property
    def chat_ids(self) -> tuple[int, ...]:
        """Where the group is and was."""
        return (self.chat_id, *self.former_chat_ids)

    def moment(self, at: datetime) -> str:
        """The day and the time of day, where the federation is."""
        return at.astimezone(self.zone).strftime("%m-%d %H:%M")


def enrol(session: Session, settings: Settings) -> list[Federation]:
    """A row for each federation of the config file; returns those that are new."""
    new = []
    for wanted in settings.federations:
        row = _row(session, wanted.chat_id)
        if row is None:
            row = Federation(
                name=wanted.name, configured_chat_id=wanted.chat_id, chat_id=wanted.chat_id
            )
            session.add(row)
            new.append(row)
        row.name, row.configured_chat_id = wanted.name, wanted.chat_id
    session.flush()
    return new


def _row(session: Session, chat_id: int) -> Federation | None:
    """The federation that the file names by this id; or whose group is there since it moved, which
    somebody has now written into the file."""
    rows = session.exec(select(Federation)).all()
    named = next((row for row in rows if row.configured_chat_id == chat_id), None)
    return named or next((row for row in rows if row.chat_id == chat_id), None)


def scopes(session: Session, settings: Settings) -> Sequence[Scope]:
    """All federations of the config file."""
    ids = [f.chat_id for f in settings.federations]
    query = select(Federation).where(col(Federation.configured_chat_id).in_(ids))
    return [_scope(row, settings) for row in session.exec(query.order_by(col(Federation.id)))]


def scope_of(session: Session, settings: Settings, federation_id: int) -> Scope:
    """The federation of this id. Raises LookupError if the config file names it no more."""
    return _scope(session.get_one(Federation, federation_id), settings)


def _scope(row: Federation, settings: Settings) -> Scope:
    own = settings.federation(row.configured_chat_id)
    if own is None or row.id is None:
        raise LookupError(f"federation {row.id} is not in the config file")
    return Scope(
        id=row.id,
        chat_id=row.chat_id,
        former_chat_ids=tuple(row.former_chat_ids),
        settings=own,
        rules=own.rules(settings.zone),
        zone=settings.zone,
    )


def migrate(session: Session, old_chat_id: int, new_chat_id: int) -> bool:
    """The group has a new id. False if it is no group of ours, or known already."""
    row = session.exec(select(Federation).where(Federation.chat_id == old_chat_id)).first()
    if row is None:
        return False
    row.former_chat_ids = [*row.former_chat_ids, old_chat_id]
    row.chat_id = new_chat_id
    return True
