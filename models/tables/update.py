"""An update as Telegram sent it, kept until its handler has run."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from models.tables.base import choice, moment, telegram_id


class UpdateState(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    DONE = "done"  # -- waiting -> done: its handler has run
    FAILED = "failed"  # -- waiting -> failed: its handler failed three times; kept for a look


class Update(SQLModel, table=True):
    update_id: int = telegram_id(primary_key=True)
    payload: dict[str, Any] = Field(sa_type=JSON)
    state: UpdateState = choice(UpdateState, default=UpdateState.WAITING, index=True)
    tries: int = 0
    error: str = ""
    received_at: datetime = moment()
