"""How people come to a firm: by a personal link, or bound by the secretary-general; how they go."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from bot.services import people, tags, telling, tickets
from bot.services.people import Person
from bot.services.work import Work
from models.deed import Deed
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import INVITE_DAYS, Invite, Member

_HOLDERS = {
    "dispatcher": people.dispatchers,
    "on_duty": people.on_duty,
    "secretary": people.secretaries,
}


@dataclass(frozen=True)
class Joined:
    """Bound to the firm."""

    firm: Firm


@dataclass(frozen=True)
class Gone:
    """Who has left the group; the firm of which nobody is left there that can be mentioned; the
    posts that nobody there holds any more."""

    member: Member
    firm: Firm | None
    posts: Sequence[str]


class NotJoined(StrEnum):
    """Why a link binds nobody."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    OWN = "own"  # whoever made a link tries it: it stays good for the lead
    ALREADY = "already"  # they lead that firm


@dataclass(frozen=True)
class Meant:
    """What /invite and /bind name: a firm, and perhaps which lead of its roster is to join."""

    firm: Firm
    lead: Member | None = None


def meant(work: Work, words: str) -> Meant | Firm | None:
    """复瑞物业, or 复瑞物业 陈晓东. A Firm: it has no such lead who is to join. None: no firm."""
    firm = people.firm_named(work.session, work.scope, words)
    if firm is not None:
        return Meant(firm)
    firm_words, _, name = words.strip().rpartition(" ")
    firm = people.firm_named(work.session, work.scope, firm_words)
    if firm is None:
        return None
    lead = next((m for m in unheard(work.session, firm) if m.name == name), None)
    return Meant(firm, lead) if lead is not None else firm


def unheard(session: Session, firm: Firm) -> Sequence[Member]:
    """Leads whom the roster names, but whose Telegram account is not known yet."""
    query = select(Member).where(Member.firm_id == firm.id, col(Member.user_id).is_(None))
    return session.exec(query.where(col(Member.left_at).is_(None)).order_by(col(Member.id))).all()


def make_invite(
    work: Work, firm: Firm, maker: Member, lead: Member | None = None
) -> tuple[int, str]:
    """The id of an invitation and its token, for one person; only the token's hash is kept. It
    says whom of the roster it is for: the hash covers that, too."""
    token = f"{secrets.token_hex(16)}-{lead.id if lead else 0}"
    invite = Invite(
        federation_id=work.scope.id,
        firm_id=firm.id or 0,
        token_hash=_hash(token),
        made_by=maker.id or 0,
        expires_at=work.now + timedelta(days=INVITE_DAYS),
    )
    work.session.add(invite)
    work.session.flush()
    _record(work, maker.user_id, firm, invited=lead.id if lead else 0)
    return invite.id or 0, token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def federation_of(session: Session, token: str) -> int | None:
    """The federation that a link leads to; whoever presses it need not be known there."""
    query = select(Invite.federation_id).where(Invite.token_hash == _hash(token))
    return session.exec(query).first()


def redeem(work: Work, token: str, person: Person) -> Joined | NotJoined:
    """Bind whoever presses the link first."""
    query = select(Invite).where(Invite.token_hash == _hash(token)).with_for_update()
    invite = work.session.exec(query).first()
    if invite is None or invite.federation_id != work.scope.id:
        return NotJoined.UNKNOWN
    firm = work.session.get_one(Firm, invite.firm_id)
    refusal = _why_not(work, invite, firm, person)
    if refusal is not None:
        return refusal
    lead_id = int(token.rpartition("-")[2])
    lead = work.session.get(Member, lead_id) if lead_id else None
    member = _bind(work, person, Meant(firm, lead))
    member.reachable = True
    invite.used_at, invite.used_by = work.now, member.id
    _record(work, person.user_id, firm, bound=firm.name, member=member.id, by="link")
    return Joined(firm)


def _why_not(work: Work, invite: Invite, firm: Firm, person: Person) -> NotJoined | None:
    if person.firm_id == firm.id:
        return NotJoined.ALREADY
    if person.member is not None and person.member.id == invite.made_by:
        return NotJoined.OWN
    if invite.used_at is not None:
        return NotJoined.USED
    return NotJoined.EXPIRED if invite.expires_at < work.now or not firm.active else None


def bind(work: Work, by: Person, target: Person, to: Meant) -> Member:
    """The secretary-general says which firm somebody leads."""
    member = _bind(work, target, to)
    _record(work, by.user_id, to.firm, bound=to.firm.name, member=member.id, by="reply")
    return member


def _bind(work: Work, target: Person, to: Meant) -> Member:
    """Whoever the roster calls the same in this firm is taken to be the same."""
    lead = to.lead if to.lead is not None and to.lead.user_id is None else None
    if lead is None:
        named = (m for m in unheard(work.session, to.firm) if m.name == target.name)
        lead = next(named, None)
    person = people.recognise(
        work.session, work.scope, target.user_id, target.name, target.username, present=True
    )
    member = person.member or lead or Member(federation_id=work.scope.id, name=target.name)
    if lead is not None and lead is not member:
        people.absorb(member, lead)
    before = member.firm_id
    member.user_id, member.username, member.firm_id = target.user_id, target.username, to.firm.id
    work.session.add(member)
    work.session.flush()
    tags.show(work, member, to.firm.name)
    _show_leads(work, {before, to.firm.id})
    return member


def unbind(work: Work, by: Person, target: Person) -> Firm | None:
    """They lead no firm any more; the firm that they led, or None."""
    member = target.member
    firm = work.session.get(Firm, member.firm_id) if member and member.firm_id else None
    if member is None or firm is None:
        return None
    member.firm_id = None
    work.session.flush()
    tags.show(work, member, "")
    _show_leads(work, {firm.id})
    _record(work, by.user_id, firm, unbound=firm.name, member=member.id)
    return firm


def _record(work: Work, actor_id: int | None, firm: Firm, **facts: Any) -> None:
    work.session.add(
        Event(
            federation_id=work.scope.id,
            deed=Deed.NOTE,
            at=work.now,
            actor_id=actor_id,
            firm_id=firm.id,
            facts=facts,
        )
    )


def came(work: Work, user_id: int, name: str, username: str | None) -> None:
    """Somebody is in the group, again or for the first time."""
    person = people.recognise(work.session, work.scope, user_id, name, username, present=True)
    if person.member is not None:
        person.member.tag = ""  # nobody brings one along
        _show_leads(work, {person.member.firm_id})
    tags.seen(work, person)


def left(work: Work, user_id: int) -> Gone | None:
    """Somebody has left the group; None of one who was nobody there."""
    member = people.left(work.session, work.scope, user_id, work.now)
    if member is None:
        return None
    work.session.flush()
    _show_leads(work, {member.firm_id})
    firm = work.session.get(Firm, member.firm_id) if member.firm_id is not None else None
    if firm is not None and has_lead(work.session, firm.id or 0):
        firm = None
    held = (post for post in _HOLDERS if getattr(member, post))
    return Gone(member, firm, [p for p in held if not _HOLDERS[p](work.session, work.scope)])


def _show_leads(work: Work, firm_ids: set[int | None]) -> None:
    """The cards of what these firms have in hand name the leads that they have now."""
    for firm_id in firm_ids - {None}:
        for ticket in tickets.open_ones(work.session, work.scope, firm_id):
            telling.card_edit(work, ticket)


def has_lead(session: Session, firm_id: int) -> bool:
    """Whether the firm has a lead in the group who can be mentioned."""
    leads = people.leads_of(session, firm_id)
    return any(lead.user_id is not None or lead.username for lead in leads)
