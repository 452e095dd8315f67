"""Who may do what to a ticket: one table, role × deed."""

from collections.abc import Mapping
from enum import StrEnum

from models.deed import Deed


class Standing(StrEnum):
    """What a person is to one ticket. A person may have several standings at once."""

    LEAD = "lead"  # a lead 负责人 of the firm that holds the ticket
    FIRM = "firm"  # a lead of another firm or agency
    CLERK = "clerk"  # a duty clerk 值班客服
    DISPATCHER = "dispatcher"  # 派单员
    SECRETARY = "secretary"  # 秘书长
    STRANGER = "stranger"  # in the group, but nothing to the federation
    BOT = "bot"  # what happens by itself


S = Standing
_HOLDER = frozenset({S.LEAD})
_RULER = frozenset({S.DISPATCHER})
_DESK = frozenset({S.CLERK, S.DISPATCHER})
_BOT = frozenset({S.BOT})

MAY: Mapping[Deed, frozenset[Standing]] = {
    Deed.DISPATCH: _BOT | _DESK,
    Deed.ACKNOWLEDGE: _HOLDER,
    Deed.PROMISE: _HOLDER,
    Deed.CONTACT: _HOLDER,
    Deed.REFUSE: _HOLDER,
    Deed.SEND_BACK: _RULER,
    Deed.REASSIGN: _RULER,
    Deed.ASK_EXTENSION: _HOLDER,
    Deed.GRANT: _RULER,
    Deed.DECLINE: _RULER,
    Deed.OFFER: frozenset({S.FIRM}),
    Deed.ACCEPT_HELP: _HOLDER | _RULER,
    Deed.THANK: _HOLDER | _RULER,
    Deed.WITHDRAW: frozenset({S.FIRM}),
    Deed.CALL_HELP: _HOLDER | _RULER,
    Deed.RESOLVE: _HOLDER | _RULER,
    Deed.ANSWER: _DESK,
    Deed.UNREACHED: _DESK,
    Deed.REOPEN: _DESK | {S.SECRETARY},
    Deed.HOLD: _RULER,
    Deed.RESUME: _RULER | _HOLDER,
    Deed.MERGE: _DESK,
    Deed.CANCEL: _DESK,
    Deed.BACKFILL: _DESK,
    Deed.KEEP_RULE: _RULER,
    Deed.DROP_RULE: _RULER | {S.SECRETARY},
    Deed.CORRECT: _DESK,
    Deed.NOTE: frozenset({S.LEAD, S.FIRM, S.CLERK, S.DISPATCHER, S.SECRETARY}),
    Deed.REMIND: _BOT | _RULER | {S.SECRETARY},
    Deed.ESCALATE: _BOT,
    Deed.ASK_AGAIN: _BOT,
    Deed.LAPSE: _BOT,
    Deed.DISCLOSE: frozenset({S.LEAD, S.CLERK, S.DISPATCHER, S.SECRETARY, S.BOT}),
    Deed.DENY: _BOT,
}


def may(standings: frozenset[Standing], deed: Deed) -> bool:
    """Whether any of a person's standings allows the deed."""
    return bool(MAY[deed] & standings)
