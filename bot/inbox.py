"""Incoming updates: stored before Telegram is told that we have them, done once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, select

from models.tables.update import Update, UpdateState

MAX_TRIES = 3
KEEP = timedelta(days=7)  # Telegram forgets an update after 24 hours


def store(session: Session, payloads: Sequence[dict[str, Any]], now: datetime) -> None:
    """Keep each update once, whatever number of times Telegram delivers it."""
    ids = [p["update_id"] for p in payloads]
    known = set(session.exec(select(Update.update_id).where(col(Update.update_id).in_(ids))))
    for payload in payloads:
        if payload["update_id"] not in known:
            known.add(payload["update_id"])
            row = Update(update_id=payload["update_id"], payload=payload, received_at=now)
            session.add(row)


def waiting(session: Session, limit: int = 100) -> list[Update]:
    """Updates whose handler has not run, in the order in which they came."""
    query = select(Update).where(Update.state == UpdateState.WAITING)
    return list(session.exec(query.order_by(col(Update.update_id)).limit(limit)))


def done(session: Session, update_id: int) -> None:
    """The handler has run."""
    row = session.get_one(Update, update_id)
    row.state = UpdateState.DONE
    row.payload = {}  # personal data are not kept twice


def failed(session: Session, update_id: int, error: str) -> None:
    """The handler raised: once more later, and after three times set aside for a look."""
    row = session.get_one(Update, update_id)
    row.tries += 1
    row.error = error[:500]
    if row.tries >= MAX_TRIES:
        row.state = UpdateState.FAILED


def tidy(session: Session, now: datetime) -> None:
    """Forget updates that are long done."""
    done_ones = col(Update.state) == UpdateState.DONE
    session.exec(delete(Update).where(done_ones, col(Update.received_at) < now - KEEP))
