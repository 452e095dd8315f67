"""Who serves a community from when to when. Tenures are closed and begun, never deleted."""

from collections.abc import Sequence
from datetime import datetime

from models.tables.community import Tenure


def running(tenures: Sequence[Tenure], on: datetime) -> list[Tenure]:
    """Those that run at a moment or begin after it, the earliest first."""
    found = [t for t in tenures if t.until is None or t.until > max(on, t.since)]
    return sorted(found, key=lambda t: t.since)


def serving(tenures: Sequence[Tenure], at: datetime) -> Tenure | None:
    """The one that runs at a moment."""
    return next((t for t in running(tenures, at) if t.since <= at), None)


def stands(tenures: Sequence[Tenure], firm_id: int | None, on: datetime) -> bool:
    """Whether from `on` the community is with this firm (None: with no firm) for good."""
    rest = running(tenures, on)
    if firm_id is None:
        return not rest
    return len(rest) == 1 and rest[0].firm_id == firm_id and rest[0].until is None


def hand_over(
    tenures: Sequence[Tenure], community_id: int, firm_id: int | None, on: datetime
) -> Tenure | None:
    """From `on` this firm (None: none) serves the community: what runs is closed; the tenure
    begun is returned. One that was to begin later ends when it begins, so that it never serves.
    If the firm serves already and was only to leave, it stays, and nothing is begun."""
    stays = None
    for tenure in running(tenures, on):
        if tenure.firm_id == firm_id and tenure.since <= on:
            stays, tenure.until = tenure, None
        else:
            tenure.until = max(tenure.since, on)
    if stays is not None or firm_id is None:
        return None
    return Tenure(community_id=community_id, firm_id=firm_id, since=on)
