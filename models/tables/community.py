"""A residential community 小区, the names it goes by, and who serves it from when to when."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from models.tables.base import moment


class Community(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("federation_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    name: str


class Alias(SQLModel, table=True):
    """Another name of a community. One learned from clerks' answers counts their confirmations;
    the reader trusts it from the second one on."""

    __table_args__ = (UniqueConstraint("community_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    name: str
    confirmed: int = 0


TRUSTED_AFTER = 2  # confirmations


class Tenure(SQLModel, table=True):
    """A firm serves a community from `since` until `until` (open: for now). Never overwritten:
    when a community changes its firm, the old row is closed and a new one begun."""

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    firm_id: int = Field(foreign_key="firm.id", index=True)
    since: datetime = moment()
    until: datetime | None = moment(default=None)


class Rule(SQLModel, table=True):
    """A ruling that was kept: this community (or any), this kind (or any) → that firm."""

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int = Field(foreign_key="federation.id", index=True)
    community_id: int | None = Field(default=None, foreign_key="community.id")
    category: str | None = None
    firm_id: int = Field(foreign_key="firm.id")
    made_by: int = Field(foreign_key="member.id")
    made_at: datetime = moment()
    withdrawn_at: datetime | None = moment(default=None)
