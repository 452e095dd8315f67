"""A roster that was taken in for a day ahead."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from models.tables.base import moment


class RosterAhead(SQLModel, table=True):
    """`rows`: the file's cells, as the roster's columns have them; emptied once `settled_at`."""

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    on: datetime = moment()
    rows: list[list[str]] = Field(default_factory=list, sa_type=JSON)
    settled_at: datetime | None = moment(default=None)
