"""A ticket 工单: what a resident reported, who holds it, and the times that count."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from models.deed import Deed
from models.tables.base import choice, moment, telegram_id
from models.tier import Tier


class Status(StrEnum):
    """Where a ticket stands. Overdue is a question about time, not a status."""

    DISPATCHED = "dispatched"  # 待接单
    ACKNOWLEDGED = "acknowledged"  # 办理中
    RETURNED = "returned"  # 退单待裁定: refused, the dispatcher rules; the clock runs
    ON_HOLD = "on_hold"  # 挂账
    RESOLVED = "resolved"  # 已办结, 待回访
    CLOSED = "closed"  # 已回访
    MERGED = "merged"  # 已并单
    CANCELLED = "cancelled"  # 已作废


RUNNING = (Status.DISPATCHED, Status.ACKNOWLEDGED, Status.RETURNED)  # a deadline presses
OPEN = (*RUNNING, Status.ON_HOLD)
DONE = (Status.RESOLVED, Status.CLOSED)  # whether or not the resident was phoned back
TO_CALL = (Status.RESOLVED, Status.MERGED)  # residents may be to be phoned back 回访
UNCOUNTED = (Status.MERGED, Status.CANCELLED)  # left out of every figure


FIGURES = (  # what figures are added up from; in the index, so that it alone is read
    "status",
    "firm_id",
    "community_id",
    "category",
    "dispatched_at",
    "acknowledged_at",
    "acknowledged_in_time",
    "contacted_in_time",
    "resolved_at",
    "ack_due",
    "done_due",
    "extended_due",
    "refusals",
    "reopened",
    "answer",
)


class Ticket(SQLModel, table=True):
    __table_args__ = (
        UniqueConstraint("federation_id", "number"),
        Index("ix_ticket_look", "status", "look_at"),
        Index("ix_ticket_figures", "federation_id", "accepted_at", *FIGURES),
    )

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    number: int
    reopened: int = 0  # how often; shown as a suffix: 17-1
    status: Status = choice(Status, default=Status.DISPATCHED)
    version: int = 0  # every change counts it up, so that of two at once one wins
    firm_id: int = Field(foreign_key="firm.id", index=True)  # 牵头单位, responsible
    community_id: int | None = Field(default=None, foreign_key="community.id", index=True)
    form_id: int | None = Field(default=None, foreign_key="form.id")
    poster_id: int = telegram_id()  # Telegram user id of the clerk

    time_text: str = ""  # as written on the form
    caller: str = ""
    phone: str = Field(default="", index=True)
    community: str = ""
    address: str = ""
    category: str = ""
    tier: Tier = choice(Tier, default=Tier.NORMAL)
    description: str = ""
    operator: str = ""

    accepted_at: datetime = moment()  # 受理: the photo was posted
    dispatched_at: datetime = moment()  # the clock starts, and never stops for a refusal
    held_since: datetime = moment()  # the present firm's own clock
    ack_due: datetime = moment()
    progress_due: datetime | None = moment(default=None)  # taken: contact or promise by then
    contact_due: datetime | None = moment(default=None)  # once it was moved from its tier's
    done_due: datetime = moment()
    extended_due: datetime | None = moment(default=None)
    promised_at: datetime | None = moment(default=None)
    acknowledged_at: datetime | None = moment(default=None)  # the first time
    acknowledged_in_time: bool | None = None  # by the deadline that was in force then
    contacted_at: datetime | None = moment(default=None)  # the first time by the present firm
    contacted_in_time: bool | None = None  # the first of all: models.ticket_deadlines
    resolved_at: datetime | None = moment(default=None)
    closed_at: datetime | None = moment(default=None)
    look_at: datetime | None = moment(default=None)  # when the next reminder may be due
    reminded: int = 0  # since the present firm has it
    refusals: int = 0
    hold_reason: str = ""
    merged_into: int | None = Field(default=None, foreign_key="ticket.id")
    answer: str = ""  # of the resident, one of models.satisfaction
    call_tries: int = 0
    call_at: datetime | None = moment(default=None, index=True)  # when to phone back

    @property
    def label(self) -> str:
        """The number that people say: 17, or 17-1 once reopened."""
        return f"{self.number}-{self.reopened}" if self.reopened else str(self.number)

    @property
    def urgency(self) -> str:
        """By the name of the intake's field."""
        return self.tier.value

    @property
    def due(self) -> datetime:
        """The deadline in force."""
        return self.extended_due or self.done_due


class Assist(SQLModel, table=True):
    """A firm that helps, or offers to. The lead firm stays responsible."""

    __table_args__ = (UniqueConstraint("ticket_id", "firm_id"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    firm_id: int = Field(foreign_key="firm.id", index=True)
    user_id: int = telegram_id()
    words: str = ""
    offered_at: datetime = moment()
    accepted_at: datetime | None = moment(default=None)
    thanked_at: datetime | None = moment(default=None)  # or taken back


class Request(SQLModel, table=True):
    """What a firm asks the dispatcher to rule on: a refusal or an extension."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    kind: Deed = choice(Deed)  # REFUSE or ASK_EXTENSION
    firm_id: int = Field(foreign_key="firm.id")
    user_id: int = telegram_id()
    reason: str = ""
    until: datetime | None = moment(default=None)  # of an extension
    asked_at: datetime = moment()
    ruled_at: datetime | None = moment(default=None)
    ruled_by: int | None = telegram_id(default=None)
    ruling: str = ""  # the Deed that settled it


class Purpose(StrEnum):
    """What a picture shows."""

    FORM = "form"  # 信息表
    PLACE = "place"  # 现场, from the form's album
    EVIDENCE = "evidence"  # 退单依据
    REPAIR = "repair"  # 办理照片: of the work, or what else was posted in reply


class Photo(SQLModel, table=True):
    """A picture that is kept with a ticket."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    purpose: Purpose = choice(Purpose)
    file_id: str
    file_name: str = ""  # of one that came as a document; empty: as a photo
    album: str | None = Field(default=None, index=True)
    stored: str = Field(default="", index=True)  # its name in the store, once fetched
    tries: int = 0
    fetch_at: datetime | None = moment(default=None, index=True)  # None: fetched, or given up
    at: datetime = moment()
