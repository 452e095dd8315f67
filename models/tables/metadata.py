"""All tables, gathered for migrations and for creating a database."""

from sqlmodel import SQLModel

from models.tables import (
    community,
    event,
    federation,
    firm,
    form,
    member,
    message,
    roster,
    ticket,
    update,
)

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "community",
    "event",
    "federation",
    "firm",
    "form",
    "member",
    "message",
    "roster",
    "ticket",
    "update",
]
