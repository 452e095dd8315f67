"""The small cast, and tickets of which a test says only what matters to it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from models.deed import Deed
from models.tables.community import Community
from models.tables.event import Event
from models.tables.federation import Federation
from models.tables.firm import Firm
from models.tables.ticket import Ticket

MONDAY = datetime(2024, 12, 2, tzinfo=UTC)
NEXT_MONDAY = MONDAY + timedelta(days=7)
NOW = NEXT_MONDAY + timedelta(days=2)
NINE = MONDAY + timedelta(hours=9)

FURUI, WANAN, LANDUN = 1, 2, 3
FENGXIANG, HUALING = 1, 2


def enter_cast(session: Session) -> None:
    firms = {FURUI: "复瑞物业", WANAN: "万安物业", LANDUN: "蓝盾消防"}
    communities = {FENGXIANG: "丰翔新城", HUALING: "华灵小区"}
    session.add(Federation(id=1, name="联合体", configured_chat_id=-1, chat_id=-1))
    session.add(Federation(id=2, name="另一个联合体", configured_chat_id=-2, chat_id=-2))
    session.flush()
    session.add_all(Firm(id=id_, federation_id=1, name=name) for id_, name in firms.items())
    session.add_all(
        Community(id=id_, federation_id=1, name=name) for id_, name in communities.items()
    )
    session.flush()


def after(minutes: float) -> datetime:
    """This long after nine on Monday, when tickets of a test are dispatched."""
    return NINE + timedelta(minutes=minutes)


def ticket(number: int, **facts: Any) -> Ticket:
    """Accepted and dispatched on Monday at nine, due in 15 minutes and in 24 hours."""
    usual: dict[str, Any] = {
        "id": number,
        "federation_id": 1,
        "number": number,
        "firm_id": FURUI,
        "community_id": FENGXIANG,
        "category": "漏水",
        "poster_id": 1001,
        "accepted_at": NINE,
        "dispatched_at": NINE,
        "held_since": NINE,
        "ack_due": after(15),
        "done_due": after(24 * 60),
    }
    known = usual | facts
    taken = known.get("acknowledged_at")
    in_time = {"acknowledged_in_time": taken <= known["ack_due"]} if taken is not None else {}
    return Ticket(**(in_time | known))


def event(ticket_id: int, deed: Deed, minutes: float, **facts: Any) -> Event:
    """Something that happened to a ticket so many minutes after nine on Monday."""
    firm_id = facts.pop("firm_id", FURUI)
    return Event(
        federation_id=1,
        ticket_id=ticket_id,
        deed=deed,
        at=after(minutes),
        firm_id=firm_id,
        facts=facts,
    )
