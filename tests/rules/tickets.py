"""A ticket to try the rules on: dispatched on Monday at nine, urgent, held by firm 1."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.calendar import WorkingHours
from models.deadlines import DEFAULTS, Rules
from models.deed import Deed
from models.effects import Detail
from models.satisfaction import Answer
from models.tables.ticket import Status, Ticket
from models.tier import Tier

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2024, 12, 2, 9, tzinfo=SHANGHAI)
RULES = Rules(
    WorkingHours(
        time(8, 30),
        time(17, 30),
        frozenset(range(5)),
        SHANGHAI,
    ),
    DEFAULTS,
)


def ticket(status: Status = Status.DISPATCHED, **columns: Any) -> Ticket:
    """As it stands right after its dispatch, but for what is said."""
    facts: dict[str, Any] = {
        "id": 7,
        "federation_id": 1,
        "number": 17,
        "status": status,
        "firm_id": 1,
        "poster_id": 1001,
        "phone": "13812345678",
        "tier": Tier.URGENT,
        "accepted_at": MONDAY,
        "dispatched_at": MONDAY,
        "held_since": MONDAY,
        "ack_due": MONDAY + timedelta(minutes=15),
        "done_due": MONDAY + timedelta(hours=24),
    }
    return Ticket(**{**facts, **columns})


def detail(deed: Deed) -> Detail:
    """What goes with a deed that is done properly."""
    match deed:
        case Deed.PROMISE:
            return Detail("30分钟到", MONDAY + timedelta(minutes=30))
        case Deed.ASK_EXTENSION | Deed.GRANT | Deed.DECLINE:
            return Detail("等配件", MONDAY + timedelta(days=4))
        case Deed.REASSIGN | Deed.ACCEPT_HELP | Deed.THANK:
            return Detail(firm_id=2)
        case Deed.MERGE:
            return Detail(other_ticket=8)
        case Deed.ANSWER:
            return Detail(answer=Answer.SATISFIED)
        case _:
            return Detail("有理由")
