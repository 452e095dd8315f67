"""What one piece of work is done with: a transaction, a federation, a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services.people import Person
from bot.services.scope import Scope
from models.deed import Deed
from models.effects import Detail
from models.tables.ticket import Ticket


@dataclass(frozen=True)
class Work:
    """Handed down from whoever opened the transaction. `said_at`: when that was said which this
    is done for, if it is known; a bot that was down hears it later."""

    session: Session
    scope: Scope
    now: datetime
    said_at: datetime | None = None


@dataclass(frozen=True)
class Act:
    """Somebody does something to a ticket."""

    ticket: Ticket
    deed: Deed
    person: Person
    detail: Detail
