"""How urgent a ticket is."""

from enum import StrEnum


class Tier(StrEnum):
    """How urgent, in the field's words; the limits of each are in deadlines.py."""

    EXTREME = "特急"
    URGENT = "紧急"
    NORMAL = "一般"
    HARD = "疑难"
