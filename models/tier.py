"""How urgent a ticket is."""

from enum import StrEnum


class Tier(StrEnum):
    """How urgent, in the field's words, the most urgent first; the limits of each are in
    deadlines.py."""

    EXTREME = "特急"
    URGENT = "紧急"
    NORMAL = "一般"
    HARD = "疑难"

    def presses_more_than(self, other: "Tier") -> bool:
        """Whether it is the more urgent one."""
        order = list(Tier)
        return order.index(self) < order.index(other)
