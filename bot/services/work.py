"""What one piece of work is done with: a transaction, a federation, a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services.people import Person
from bot.services.scope import Scope
from models.deed import Deed
from models.effects import Detail
from models.ticket import Ticket


@dataclass(frozen=True)
class Work:
    """Handed down from whoever opened the transaction."""

    session: Session
    scope: Scope
    now: datetime


@dataclass(frozen=True)
class Act:
    """Somebody does something to a ticket."""

    ticket: Ticket
    deed: Deed
    person: Person
    detail: Detail
