"""A person of the federation, the posts they hold, and the links by which leads join."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from models.tables.base import moment, telegram_id


class Member(SQLModel, table=True):
    """`user_id` is unknown until a lead from the roster, named by @username, is first heard."""

    __table_args__ = (UniqueConstraint("federation_id", "user_id"),)

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    user_id: int | None = telegram_id(default=None, index=True)
    username: str | None = Field(default=None, index=True)
    name: str = ""
    phone: str = ""
    firm_id: int | None = Field(default=None, foreign_key="firm.id", index=True)
    on_duty: bool = False  # a duty clerk 值班客服
    dispatcher: bool = False  # 派单员
    secretary: bool = False  # 秘书长
    reachable: bool | None = None  # in private: True once Start is pressed, None: not tried yet
    asked_after: bool = False  # Telegram was asked for their name, once
    tag: str = ""  # the tag beside the name that the bot has set
    left_at: datetime | None = moment(default=None)


INVITE_DAYS = 7  # a link is good for so long


class Invite(SQLModel, table=True):
    """A personal link that binds whoever presses it first to a firm. Only its hash is kept."""

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    firm_id: int = Field(foreign_key="firm.id")
    token_hash: str = Field(unique=True)
    made_by: int = Field(foreign_key="member.id")
    expires_at: datetime = moment()
    used_at: datetime | None = moment(default=None)
    used_by: int | None = Field(default=None, foreign_key="member.id")
