"""Which tickets a report is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col

from models.tables.ticket import UNCOUNTED, Ticket


@dataclass(frozen=True)
class Asked:
    """What was asked for, and of whom."""

    session: Session
    federation_id: int
    start: datetime
    end: datetime
    now: datetime
    firm_id: int | None

    def accepted(self) -> list[ColumnElement[bool]]:
        """Tickets accepted in the period, counted or not."""
        conditions = [
            col(Ticket.federation_id) == self.federation_id,
            col(Ticket.accepted_at) >= self.start,
            col(Ticket.accepted_at) < self.end,
        ]
        if self.firm_id is not None:
            conditions.append(col(Ticket.firm_id) == self.firm_id)
        return conditions

    def counted(self) -> list[ColumnElement[bool]]:
        """Of these, the tickets that figures are about."""
        return [*self.accepted(), col(Ticket.status).not_in(UNCOUNTED)]
