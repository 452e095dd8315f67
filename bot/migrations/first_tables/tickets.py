"""Tickets, what was done about them, and what was ruled."""

from typing import Any

import sqlalchemy as sa
from alembic import op

import models.tables.base
from bot.migrations.first_tables.words import DEEDS, words


def create_ticket() -> None:
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            words(
                "status",
                "dispatched acknowledged returned on_hold resolved closed merged cancelled",
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=True),
        sa.Column("form_id", sa.Integer(), nullable=True),
        sa.Column("poster_id", sa.BigInteger(), nullable=False),
        sa.Column("time_text", sa.String(), nullable=False),
        sa.Column("caller", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("community", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("tier", words("tier", "特急 紧急 一般 疑难"), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        *_progress(),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"]),
        sa.ForeignKeyConstraint(["merged_into"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("federation_id", "number"),
    )
    _index_ticket()


def _progress() -> list[sa.Column[Any]]:
    """What became of it, when, and how often."""
    return [
        sa.Column("accepted_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("dispatched_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("held_since", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ack_due", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("progress_due", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("done_due", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("extended_due", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("promised_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_in_time", sa.Boolean(), nullable=True),
        sa.Column("contacted_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("contacted_in_time", sa.Boolean(), nullable=True),
        sa.Column("resolved_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("look_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("refusals", sa.Integer(), nullable=False),
        sa.Column("hold_reason", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("call_tries", sa.Integer(), nullable=False),
        sa.Column("call_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
    ]


def _index_ticket() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ticket_call_at"), ["call_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_ticket_community_id"), ["community_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_ticket_federation_id"), ["federation_id"], unique=False
        )
        batch_op.create_index(
            "ix_ticket_figures",
            [
                "federation_id",
                "accepted_at",
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
            ],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_ticket_firm_id"), ["firm_id"], unique=False)
        batch_op.create_index("ix_ticket_look", ["status", "look_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_ticket_phone"), ["phone"], unique=False)


def create_assist() -> None:
    op.create_table(
        "assist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("offered_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("thanked_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ticket_id", "firm_id"),
    )
    with op.batch_alter_table("assist", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assist_firm_id"), ["firm_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assist_ticket_id"), ["ticket_id"], unique=False)


def create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column(
            "deed",
            words(
                "deed",
                DEEDS,
            ),
            nullable=False,
        ),
        sa.Column("at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("firm_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    _index_event()


def _index_event() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_figures", ["federation_id", "deed", "at"], unique=False)
        batch_op.create_index("ix_event_ticket", ["ticket_id", "at"], unique=False)


def create_rule() -> None:
    op.create_table(
        "rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("federation_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("firm_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", models.tables.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", models.tables.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["federation_id"], ["federation.id"]),
        sa.ForeignKeyConstraint(["firm_id"], ["firm.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rule_federation_id"), ["federation_id"], unique=False)
