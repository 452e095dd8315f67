"""What all tables share: aware UTC times, 64-bit Telegram ids."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time. SQLite forgets the zone, so it is put back; naive times are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def moment(**options: Any) -> Any:
    """A column that holds a time."""
    return Field(sa_type=UtcDateTime, **options)


def telegram_id(**options: Any) -> Any:
    """A column that holds a Telegram id, which may need 64 bits."""
    return Field(sa_type=BigInteger, **options)


def choice(words: type[StrEnum], **options: Any) -> Any:
    """A column that holds one word of an enumeration, stored as the word itself."""
    kind = Enum(words, native_enum=False, length=24, values_callable=lambda e: [w.value for w in e])
    return Field(sa_type=kind, **options)
