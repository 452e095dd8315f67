"""A federation 联合体: one Telegram group, and everything that belongs to it."""

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from models.tables.base import telegram_id


class Federation(SQLModel, table=True):
    """`configured_chat_id` is what the config file names; `chat_id` is where the group is now
    (Telegram gives a group a new id when it grows into a supergroup)."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    configured_chat_id: int = telegram_id(unique=True)
    chat_id: int = telegram_id(index=True)
    former_chat_ids: list[int] = Field(default_factory=list, sa_type=JSON)
    last_number: int = 0  # the highest ticket number given out
