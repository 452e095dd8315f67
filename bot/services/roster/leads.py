"""The leads of a roster file against the members that are known."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from bot.services.roster.changes import LeadChange, Note, What
from bot.services.roster.known import Known
from bot.services.roster.wanted import Wanted, WantedLead, lowered
from models.tables.member import Member


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


def firms_with_leads(known: Known, changes: Sequence[LeadChange]) -> set[str]:
    """Those that have a lead once the changes are made."""
    gone = {c.member_id for c in changes if c.what in (What.LEAD_LEFT, What.LEAD_MOVED)}
    here = [m for m in known.members if m.left_at is None and m.id not in gone]
    stays = {known.firm_name(member.firm_id) for member in here}
    return stays | {c.firm for c in changes if c.what is not What.LEAD_LEFT}


@dataclass(frozen=True)
class _Likeness:
    """A lead of the file and a member are the same if these are, and not None."""

    of_lead: Callable[[WantedLead], Hashable]
    of_member: Callable[[Member], Hashable]


def _likenesses(known: Known) -> tuple[_Likeness, ...]:
    """The surest first. The same name in the same firm is the same person, unless both have an
    id; and one that was listed without an account, and since listed no more, is back again."""

    def named(lead: WantedLead) -> Hashable:
        firm_id = known.firm_id(lead.firm)
        return (lead.name, firm_id) if lead.name and firm_id else None

    return (
        _Likeness(lambda lead: lead.user_id, lambda member: member.user_id),
        _Likeness(lambda lead: lowered(lead.username), lambda member: lowered(member.username)),
        _Likeness(
            lambda lead: named(lead) if lead.user_id is None else None,
            lambda member: (member.name, member.firm_id),
        ),
        _Likeness(named, lambda m: (m.name, m.firm_id) if m.user_id is None else None),
        _Likeness(
            lambda lead: lead.name or None,
            lambda m: m.name if m.user_id is None and m.firm_id is None else None,
        ),
    )


def _paired(known: Known, leads: Sequence[WantedLead]) -> list[_Pair]:
    """The surest likeness first, over the whole file: a name must not take a member whom another
    row names by id."""
    found: dict[WantedLead, Member] = {}
    taken: set[int | None] = set()
    for alike in _likenesses(known):
        free: defaultdict[Hashable, deque[Member]] = defaultdict(deque)
        for member in known.members:
            if member.id not in taken:
                free[alike.of_member(member)].append(member)
        for lead in leads:
            key = alike.of_lead(lead)
            if lead not in found and key is not None and free[key]:
                found[lead] = free[key].popleft()
                taken.add(found[lead].id)
    return [_Pair(lead, found.get(lead)) for lead in leads]


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
    if member.user_id is None and lead.username is not None and not _same_username(lead, member):
        yield "username", lead.username


def _called(lead: WantedLead) -> str:
    return lead.name or (f"@{lead.username}" if lead.username else str(lead.user_id))


def _same_username(lead: WantedLead, member: Member) -> bool:
    return lowered(lead.username) == lowered(member.username)
