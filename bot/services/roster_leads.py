"""The leads of a roster file against the members that are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bot.services.roster_changes import LeadChange, Note, What
from bot.services.roster_known import Known
from bot.services.roster_wanted import Wanted, WantedLead
from models.member import Member


@dataclass(frozen=True)
class _Pair:
    wanted: WantedLead
    member: Member | None


def changes_of_leads(known: Known, wanted: Wanted) -> tuple[list[LeadChange], list[Note]]:
    """Who comes, moves, is reached another way, or leads no more; and who is kept although the
    file does not list them, because they were bound in the group."""
    pairs = _paired(known, wanted.leads)
    changes = [change for pair in pairs if (change := _change(known, pair)) is not None]
    listed = {pair.member.id for pair in pairs if pair.member is not None}
    notes = []
    for member in known.members:
        firm = known.firm_name(member.firm_id)
        if not firm or member.id in listed:
            continue
        name = shown(member)
        if member.id in known.bound and firm in wanted.firms:
            notes.append(Note("bound", firm, name))
        else:
            changes.append(LeadChange(What.LEAD_LEFT, name, before=firm, member_id=member.id))
    return changes, notes


def shown(member: Member) -> str:
    """A name for a member, whatever is known of them."""
    return member.name or (f"@{member.username}" if member.username else str(member.user_id or "?"))


def has_lead(known: Known, changes: Sequence[LeadChange], firm: str) -> bool:
    """Whether the firm has a lead once the changes are made."""
    gone = {c.member_id for c in changes if c.what in (What.LEAD_LEFT, What.LEAD_MOVED)}
    firm_id = known.firm_id(firm)
    here = [m for m in known.members if m.left_at is None and m.id not in gone]
    stays = firm_id and any(m.firm_id == firm_id for m in here)
    return bool(stays) or any(c.firm == firm for c in changes if c.what is not What.LEAD_LEFT)


def _paired(known: Known, leads: Sequence[WantedLead]) -> list[_Pair]:
    """The surest likeness first, over the whole file: a name must not take a member whom another
    row names by id."""
    found: dict[WantedLead, Member] = {}
    free = list(known.members)
    for alike in (_by_id, _by_username, partial(_by_name, known), _was_called):
        for lead in (lead for lead in leads if lead not in found):
            member = next((m for m in free if alike(lead, m)), None)
            if member is not None:
                found[lead] = member
                free.remove(member)
    return [_Pair(lead, found.get(lead)) for lead in leads]


def _by_id(lead: WantedLead, member: Member) -> bool:
    return lead.user_id is not None and member.user_id == lead.user_id


def _by_username(lead: WantedLead, member: Member) -> bool:
    own = member.username
    return lead.username is not None and own is not None and own.lower() == lead.username.lower()


def _by_name(known: Known, lead: WantedLead, member: Member) -> bool:
    """The same name in the same firm, unless both have an id and the ids differ."""
    if lead.user_id is not None and member.user_id is not None:
        return False
    firm_id = known.firm_id(lead.firm)
    return bool(lead.name and firm_id) and (member.name, member.firm_id) == (lead.name, firm_id)


def _was_called(lead: WantedLead, member: Member) -> bool:
    """The same name, once listed without an account and since listed no more: back again."""
    nobody = member.user_id is None and member.firm_id is None
    return bool(lead.name) and nobody and member.name == lead.name


def _change(known: Known, pair: _Pair) -> LeadChange | None:
    lead, member = pair.wanted, pair.member
    if member is None:
        return LeadChange(What.LEAD_NEW, _called(lead), lead.firm, wanted=lead)
    before = known.firm_name(member.firm_id)
    what = _what(known, lead, member, before)
    if what is None:
        return None
    name = lead.name or shown(member)
    return LeadChange(what, name, lead.firm, before, member.id, lead)


def _what(known: Known, lead: WantedLead, member: Member, before: str) -> What | None:
    if not before:
        return What.LEAD_NEW
    if before != lead.firm:
        return What.LEAD_MOVED
    if any(getattr(member, column) != value for column, value in facts_of(lead, member)):
        return What.LEAD_CHANGED
    return What.LEAD_LISTED if member.id in known.bound else None


def facts_of(lead: WantedLead, member: Member) -> Iterator[tuple[str, object]]:
    """The columns that the file decides. An empty cell decides nothing; and once somebody was
    heard, Telegram knows their @name better than a file does."""
    if lead.name:
        yield "name", lead.name
    if lead.phone:
        yield "phone", lead.phone
    if member.user_id is None and lead.user_id is not None:
        yield "user_id", lead.user_id
    if member.user_id is None and lead.username is not None and not _by_username(lead, member):
        yield "username", lead.username


def _called(lead: WantedLead) -> str:
    return lead.name or (f"@{lead.username}" if lead.username else str(lead.user_id))
