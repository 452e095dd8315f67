"""What comes in: updates of the channel, photographed forms, photos."""

import sqlalchemy as sa
from alembic import op

import models.tables.base
from bot.migrations.first_tables.words import words


def create_update() -> None:
    op.create_table(
        "update",
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", words("updatestate", "waiting done failed"), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("received_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("update_id"),
    )
    with op.batch_alter_table("update", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_update_state"), ["state"], unique=False)


def create_form() -> None:
    op.create_table(
        "form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("poster_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column(
            "state",
            words(
                "formstate",
                "filed reading asking opened ignored attached repeated set_aside dropped retaken",
            ),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("read_after", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("filed_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("paper", sa.Integer(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("ask_round", sa.Integer(), nullable=False),
        sa.Column("ask_next_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("retaken_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("chat_id", "message_id", "page"),
    )
    _index_form()


def _index_form() -> None:
    with op.batch_alter_table("form", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_form_album"), ["album"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_federation_id"), ["federation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_photo"), ["photo"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_read_after"), ["read_after"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_ticket_id"), ["ticket_id"], unique=False)


def create_photo() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("purpose", words("purpose", "form place evidence repair"), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("stored", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetch_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_album"), ["album"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_fetch_at"), ["fetch_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_stored"), ["stored"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_ticket_id"), ["ticket_id"], unique=False)
