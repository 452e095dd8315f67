"""A property firm 物业, or a specialist agency 专业机构, and what it has shown it can solve."""

from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from models.tables.base import choice


class FirmKind(StrEnum):
    """What a firm is to the federation."""

    PROPERTY = "property"  # 物业: serves communities, is dispatched to
    SPECIALIST = "specialist"  # 专业机构: called in for what it is skilled in


class Firm(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("federation_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    name: str
    kind: FirmKind = choice(FirmKind, default=FirmKind.PROPERTY)
    skills: str = ""  # kinds of fault, joined by 、
    active: bool = True
