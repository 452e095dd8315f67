"""Columns that hold one word of a short list."""

import sqlalchemy as sa

DEEDS = (
    "dispatch acknowledge promise contact refuse send_back reassign ask_extension grant "
    "decline offer accept_help thank call_help resolve answer unreached reopen hold resume "
    "merge cancel backfill keep_rule drop_rule correct note remind escalate lapse disclose "
    "deny"
)


def words(name: str, values: str) -> sa.Enum:
    """Text of one of these words, which stand apart by spaces."""
    return sa.Enum(*values.split(), name=name, native_enum=False, length=24)
