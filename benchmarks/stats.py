"""How fast /stats is: figures of a month, and of all time, among a million tickets.

python -m benchmarks.stats [--tickets N]
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session, create_engine

from bot.services.report import tally
from models.satisfaction import Answer
from models.tables.community import Community
from models.tables.federation import Federation
from models.tables.firm import Firm
from models.tables.metadata import METADATA
from models.tables.ticket import Status
from models.tier import Tier

END = datetime(2026, 1, 1, tzinfo=UTC)
MONTHS = 36
START = END - timedelta(days=30 * MONTHS)
KINDS = (
    "排水",
    "漏水",
    "电梯",
    "道闸",
    "门禁",
    "照明",
    "保洁",
    "绿化",
    "消防",
    "安保",
    "停车",
    "其他",
)
FIRMS, COMMUNITIES = 29, 60
COLUMNS = METADATA.tables["ticket"].columns.keys()


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    tickets = parser.parse_args().tickets
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "figures.db"
        began = time.perf_counter()
        build(file, tickets)
        size = file.stat().st_size / 1e6
        print(f"{tickets} tickets in {time.perf_counter() - began:.0f} s, {size:.0f} MB")
        with Session(create_engine(f"sqlite:///{file}")) as session:
            report(session, "a day", END - timedelta(days=1))
            report(session, "a month", END - timedelta(days=30))
            report(session, "all time", START)


def report(session: Session, name: str, start: datetime) -> None:
    """Print the median of five askings, in seconds."""
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        figures = tally(session, 1, start, END, now=END)
        seconds.append(time.perf_counter() - began)
    print(f"{name}: {figures.accepted} accepted, {statistics.median(seconds):.3f} s")


def build(file: Path, tickets: int) -> None:
    """A database of this many tickets, spread evenly over the months, and their events."""
    engine = create_engine(f"sqlite:///{file}")
    METADATA.create_all(engine)
    with Session(engine) as session:
        session.add(Federation(id=1, name="联合体", configured_chat_id=-1, chat_id=-1))
        session.flush()
        session.add_all(Firm(federation_id=1, name=f"物业{n}") for n in range(FIRMS))
        session.add_all(Community(federation_id=1, name=f"小区{n}") for n in range(COMMUNITIES))
        session.commit()
    engine.dispose()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA journal_mode=WAL")
        marks = ", ".join("?" * len(COLUMNS))
        connection.executemany(
            f"INSERT INTO ticket ({', '.join(COLUMNS)}) VALUES ({marks})", rows(tickets)
        )
        connection.executescript(EVENTS)
    connection.close()


EVENTS = """
INSERT INTO event (federation_id, ticket_id, deed, at, firm_id, note, facts)
  SELECT 1, id, 'dispatch', dispatched_at, firm_id, '', '{}' FROM ticket;
INSERT INTO event (federation_id, ticket_id, deed, at, firm_id, note, facts)
  SELECT 1, id, 'acknowledge', acknowledged_at, firm_id, '',
    json_object('in_time', json(iif(acknowledged_at <= ack_due, 'true', 'false')))
  FROM ticket WHERE acknowledged_at IS NOT NULL;
INSERT INTO event (federation_id, ticket_id, deed, at, firm_id, note, facts)
  SELECT 1, id, 'contact', contacted_at, firm_id, '',
    '{}'
  FROM ticket WHERE contacted_at IS NOT NULL;
INSERT INTO event (federation_id, ticket_id, deed, at, firm_id, note, facts)
  SELECT 1, id, 'resolve', resolved_at, firm_id, '', '{}' FROM ticket WHERE resolved_at IS NOT NULL;
INSERT INTO event (federation_id, ticket_id, deed, at, firm_id, note, facts)
  SELECT 1, id, 'answer', closed_at, firm_id, '', json_object('answer', answer)
  FROM ticket WHERE answer <> '';
INSERT INTO assist (ticket_id, firm_id, user_id, words, offered_at, accepted_at)
  SELECT id, 1 + (firm_id + 3) % 29, 1, '', dispatched_at, dispatched_at
  FROM ticket WHERE id % 20 = 0;
"""


def rows(tickets: int) -> Iterator[tuple[Any, ...]]:
    """One tuple a ticket, in the order of the table's columns."""
    dice = random.Random(514)
    step = (END - START) / tickets
    for number in range(1, tickets + 1):
        row = one(number, START + step * number, dice)
        yield tuple(row.get(name) for name in COLUMNS)


def one(number: int, accepted: datetime, dice: random.Random) -> dict[str, Any]:
    """A ticket of a usual day: most acknowledged in minutes and resolved within two days."""
    dispatched = accepted + timedelta(seconds=dice.lognormvariate(1.5, 0.8))
    acknowledged = dispatched + timedelta(minutes=dice.lognormvariate(2, 1))
    resolved = acknowledged + timedelta(hours=dice.lognormvariate(2.8, 0.9))
    status = dice.choices(
        (Status.CLOSED, Status.RESOLVED, Status.ACKNOWLEDGED, Status.MERGED, Status.CANCELLED),
        (80, 7, 10, 2, 1),
    )[0]
    done = status in (Status.CLOSED, Status.RESOLVED)
    community = dice.randrange(COMMUNITIES) + 1
    contacted = dice.random() < 0.6
    return BLANK | {
        "number": number,
        "status": status.value,
        "firm_id": community % FIRMS + 1,
        "community_id": community,
        "category": dice.choice(KINDS),
        "reopened": int(dice.random() < 0.03),
        "refusals": int(dice.random() < 0.05),
        "accepted_at": text(accepted),
        "dispatched_at": text(dispatched),
        "held_since": text(dispatched),
        "ack_due": text(dispatched + timedelta(minutes=15)),
        "done_due": text(dispatched + timedelta(hours=48)),
        "acknowledged_at": text(acknowledged),
        "acknowledged_in_time": acknowledged <= dispatched + timedelta(minutes=15),
        "contacted_at": text(acknowledged) if contacted else None,
        "contacted_in_time": bool(number % 10) if contacted else None,
        "resolved_at": text(resolved) if done else None,
        "closed_at": text(resolved) if status is Status.CLOSED else None,
        "answer": dice.choice(list(Answer)).value if status is Status.CLOSED else "",
    }


def text(at: datetime) -> str:
    """A time as SQLAlchemy writes it into SQLite."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


BLANK: dict[str, Any] = {
    "federation_id": 1,
    "version": 3,
    "poster_id": 1001,
    "time_text": "2024年12月1日 10:00",
    "caller": "沈玉兰",
    "phone": "13800001234",
    "community": "丰翔新城",
    "address": "3号502室",
    "tier": Tier.NORMAL.value,
    "description": "一楼污水管漏水，漏到自家阳台，有异味",
    "operator": "丁敏",
    "reminded": 0,
    "hold_reason": "",
    "call_tries": 0,
}


if __name__ == "__main__":
    main()
