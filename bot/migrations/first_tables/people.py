"""Who is in a federation: firms, communities, members, and who may join."""

import sqlalchemy as sa
from alembic import op

import models.tables.base
from bot.migrations.first_tables.words import words


def create_federation() -> None:
    op.create_table(
        "federation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("configured_chat_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("former_chat_ids", sa.JSON(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("configured_chat_id"),
    )
    with op.batch_alter_table("federation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_federation_chat_id"), ["chat_id"], unique=False)


def create_community() -> None:
    op.create_table(
        "community",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("federation_id", "name"),
    )
    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_community_federation_id"), ["federation_id"], unique=False
        )


def create_firm() -> None:
    op.create_table(
        "firm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", words("firmkind", "property specialist"), nullable=False),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("federation_id", "name"),
    )
    with op.batch_alter_table("firm", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_firm_federation_id"), ["federation_id"], unique=False)


def create_rosterahead() -> None:
    op.create_table(
        "rosterahead",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("on", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("settled_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rosterahead", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rosterahead_federation_id"), ["federation_id"], unique=False
        )


def create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("community_id", "name"),
    )
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alias_community_id"), ["community_id"], unique=False)


def create_member() -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("username", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("dispatcher", sa.Boolean(), nullable=False),
        sa.Column("secretary", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=True),
        sa.Column("asked_after", sa.Boolean(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("left_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("federation_id", "user_id"),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_member_federation_id"), ["federation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_member_firm_id"), ["firm_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_user_id"), ["user_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_username"), ["username"], unique=False)


def create_tenure() -> None:
    op.create_table(
        "tenure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("since", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("until", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("tenure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenure_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tenure_firm_id"), ["firm_id"], unique=False)


def create_invite() -> None:
    op.create_table(
        "invite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("expires_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("used_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"]),
        sa.ForeignKeyConstraint(["used_by"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    with op.batch_alter_table("invite", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invite_federation_id"), ["federation_id"], unique=False
        )
