"""How people come to a firm: by a personal link, or bound by the secretary-general."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import select

from bot.services import people, telling
from bot.services.people import Person
from bot.services.work import Work
from models.firm import Firm
from models.member import Invite, Member
from models.message import MessageKind

VALID = timedelta(days=7)
TAG_LENGTH = 16  # characters that Telegram shows beside a name


@dataclass(frozen=True)
class Joined:
    """Bound to the firm."""

    firm: Firm


def may_invite(person: Person) -> bool:
    """The secretary-general, and the dispatchers."""
    return person.member is not None and (person.member.secretary or person.member.dispatcher)


def make_invite(work: Work, firm: Firm, maker: Member) -> str:
    """A token for one person; only its hash is kept."""
    token = secrets.token_urlsafe(24)
    work.session.add(
        Invite(
            federation_id=work.scope.id,
            firm_id=firm.id or 0,
            token_hash=_hash(token),
            made_by=maker.id or 0,
            expires_at=work.now + VALID,
        )
    )
    return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def redeem(work: Work, token: str, person: Person) -> Joined | None:
    """Bind whoever presses the link first; None if it was used, has expired, or is none."""
    query = select(Invite).where(Invite.token_hash == _hash(token)).with_for_update()
    invite = work.session.exec(query).first()
    if invite is None or invite.used_at is not None or invite.expires_at < work.now:
        return None
    if invite.federation_id != work.scope.id:
        return None
    firm = work.session.get_one(Firm, invite.firm_id)
    member = _bind(work, person.user_id, person.name, person.username, firm)
    member.reachable = True
    invite.used_at, invite.used_by = work.now, member.id
    return Joined(firm)


def bind(work: Work, target: Person, firm: Firm) -> Member:
    """The secretary-general says which firm somebody leads."""
    return _bind(work, target.user_id, target.name, target.username, firm)


def _bind(work: Work, user_id: int, name: str, username: str | None, firm: Firm) -> Member:
    person = people.recognise(work.session, work.scope, user_id, name, username)
    member = person.member or Member(federation_id=work.scope.id, user_id=user_id, name=name)
    member.username, member.firm_id = username, firm.id
    work.session.add(member)
    work.session.flush()
    show_tag(work, member, firm.name)
    return member


def unbind(work: Work, target: Person) -> bool:
    """They lead no firm any more; False if they led none."""
    member = target.member
    if member is None or member.firm_id is None:
        return False
    member.firm_id = None
    show_tag(work, member, "")
    return True


def show_tag(work: Work, member: Member, firm_name: str) -> None:
    """The firm beside the member's name, where the bot may do that."""
    tag = firm_name if len(firm_name) <= TAG_LENGTH else firm_name.removesuffix("物业")[:TAG_LENGTH]
    if member.tag == tag or member.user_id is None:
        return
    member.tag = tag
    telling.owe(
        work,
        f"member:{member.id}:tag:{work.now.timestamp()}",
        MessageKind.TAG,
        facts={"user_id": member.user_id, "tag": tag},
    )


def came(work: Work, user_id: int, name: str, username: str | None) -> None:
    """Somebody is in the group, again or for the first time: known leads get their tag."""
    people.returned(work.session, work.scope, user_id)
    person = people.recognise(work.session, work.scope, user_id, name, username)
    if person.member is not None and person.firm_id is not None:
        show_tag(work, person.member, work.session.get_one(Firm, person.firm_id).name)


def left(work: Work, user_id: int, now: datetime) -> tuple[Member, Firm] | None:
    """Somebody has left the group; whom, and of which firm, if that leaves it without a lead."""
    member = people.left(work.session, work.scope, user_id, now)
    if member is None or member.firm_id is None:
        return None
    work.session.flush()
    if people.leads_of(work.session, member.firm_id):
        return None
    return member, work.session.get_one(Firm, member.firm_id)
