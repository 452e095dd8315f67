"""What happened, when, by whom: append-only, the source of every figure and of the audit."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from models.deed import Deed
from models.tables.base import choice, moment, telegram_id


class Event(SQLModel, table=True):
    """`note` is free text, the only column that may change: emptied when personal data are
    forgotten. Triggers in the database refuse every other change."""

    __table_args__ = (
        Index("ix_event_figures", "federation_id", "deed", "at"),
        Index("ix_event_ticket", "ticket_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id")
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    deed: Deed = choice(Deed)
    at: datetime = moment()
    actor_id: int | None = telegram_id(default=None)  # Telegram user id; None: the bot itself
    firm_id: int | None = Field(default=None, foreign_key="firm.id")  # the firm concerned
    note: str = ""
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
