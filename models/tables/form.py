"""A form 信息表 as posted: one page of one picture, from the post to its ticket."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel, UniqueConstraint

from models.intake import Doubt, Value, Why
from models.tables.base import choice, moment, telegram_id


class FormState(StrEnum):
    """Where a form stands on its way to a ticket."""

    FILED = "filed"  # posted, or declared to be a form: waits to be read
    READING = "reading"  # -- filed -> reading: claimed by a reader
    ASKING = "asking"  # -- reading -> asking: its poster is asked about a doubt
    OPENED = "opened"  # -- reading | asking -> opened: has a ticket
    IGNORED = "ignored"  # -- reading -> ignored: no form
    ATTACHED = "attached"  # -- reading -> attached: no form, kept with the ticket that it is about
    REPEATED = "repeated"  # -- reading -> repeated: the same photo, sheet or words came before
    SET_ASIDE = "set_aside"  # -- reading -> set_aside: cannot be read; its poster was told
    DROPPED = "dropped"  # -- asking -> dropped: its poster said that it is no form
    RETAKEN = "retaken"  # -- asking -> retaken: another photo of the same call took its place


UNSETTLED = (FormState.FILED, FormState.READING, FormState.ASKING)  # may get a ticket yet


class Form(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("chat_id", "message_id", "page"),)

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    chat_id: int = telegram_id()
    message_id: int = telegram_id()
    page: int = 0  # which of the forms in its file (a PDF's pages, slips side by side) or its words
    leaf: int = 0  # the file's page on which it stands
    album: str | None = Field(default=None, index=True)
    caption: str = ""
    poster_id: int = telegram_id()  # Telegram user id
    in_reply_to: int | None = Field(default=None, index=True)  # the form that was replied to
    file_id: str = ""  # empty: typed, not photographed
    file_name: str = ""
    state: FormState = choice(FormState, default=FormState.FILED, index=True)
    tries: int = 0
    read_after: datetime = moment(index=True)  # not before; an album is collected first
    filed_at: datetime = moment()
    photo: str = Field(default="", index=True)  # its name in the store
    fingerprint: str = ""
    paper: int | None = None  # the running number of the federation's own form
    fields: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    doubts: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    ask_round: int = 0  # 1 the poster, 2 the dispatchers, 3 anyone on duty, then all
    ask_next_at: datetime | None = moment(default=None)  # when the next round is due
    ticket_id: int | None = Field(default=None, index=True)  # a ticket names its form: no cycle
    retaken_by: int | None = None  # the form that took its place
    declared: bool = False  # somebody on duty says that it is a form, whatever it looks like

    def values(self) -> dict[str, Value]:
        """The fields as read, back from their row."""
        return {name: _value(stored) for name, stored in self.fields.items()}

    def said(self) -> dict[str, str]:
        """The fields as read, their values alone."""
        return {name: value.value for name, value in self.values().items()}

    def open_doubts(self) -> list[Doubt]:
        """What must still be asked, back from its row."""
        return [
            Doubt(d["field"], Why(d["why"]), d["read"], tuple(d["likely"])) for d in self.doubts
        ]

    def key(self, answer: str) -> str:
        """By what a button names a likely answer: its place among them may be another's by the time
        that somebody taps. Of a phone, which the group sees masked, nobody works it out without the
        id that our bot alone has of the photo."""
        return sha256(f"{self.file_id} {answer}".encode()).hexdigest()[:8]


def _value(stored: dict[str, Any]) -> Value:
    box = stored.get("box")
    return Value(**{**stored, "box": tuple(tuple(point) for point in box) if box else None})
