"""What goes out, and what was sent."""

import sqlalchemy as sa
from alembic import op

import models.tables.base
from bot.migrations.first_tables.words import DEEDS, words

_MESSAGES = (
    "seen card card_edit question question_edit reminder escalation ruling ruling_edit full "
    "photo call call_edit rules rules_edit stats notice notice_edit tag delete"
)


def create_message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column(
            "kind",
            words(
                "messagekind",
                _MESSAGES,
            ),
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("form_id", sa.Integer(), nullable=True),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            words("messagestate", "pending sending sent failed doubtful dropped"),
            nullable=False,
        ),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("sent_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    _index_message()


def _index_message() -> None:
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_form_id"), ["form_id"], unique=False)
        batch_op.create_index("ix_message_place", ["chat_id", "message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_message_ticket_id"), ["ticket_id"], unique=False)
        batch_op.create_index("ix_message_turn", ["state", "due_at"], unique=False)


def create_request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            words(
                "deed",
                DEEDS,
            ),
            nullable=False,
        ),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("asked_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ruled_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ruled_by", sa.BigInteger(), nullable=True),
        sa.Column("ruling", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    _index_request()


def _index_request() -> None:
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_ticket_id"), ["ticket_id"], unique=False)
