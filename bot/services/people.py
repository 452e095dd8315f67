"""Who somebody is to the federation, and to one ticket."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, or_, select

from bot.services.scope import Scope
from models.rights import Standing
from models.tables.firm import Firm
from models.tables.member import Member
from models.tables.ticket import Ticket


@dataclass(frozen=True)
class Person:
    """Somebody who writes, presses or reacts, as Telegram names them, and our row of them."""

    user_id: int
    name: str
    username: str | None = None
    member: Member | None = None

    @property
    def firm_id(self) -> int | None:
        """The firm that they lead, or None."""
        return self.member.firm_id if self.member else None


def recognise(
    session: Session,
    scope: Scope,
    user_id: int,
    name: str,
    username: str | None,
    *,
    present: bool = False,
) -> Person:
    """The person behind a Telegram user. A lead whom the roster names only by @username is bound
    to their user id when first heard; a changed @name is taken over, and a changed name where the
    roster gives none. `present`: what they do shows that they are in the group."""
    if present:
        returned(session, scope, user_id)
    member, unheard = find(session, scope, user_id), _by_username(session, scope, username)
    if member is not None and unheard is not None:
        absorb(member, unheard)
    member = member or unheard
    if member is None and user_id in posts_of(scope) and not _rows(session, scope, user_id):
        member = Member(federation_id=scope.id, user_id=user_id, name=name)
    if member is None or member.username != username:
        _lose_username(session, scope, user_id, username)
    if member is not None:
        member.user_id = user_id
        member.username = username
        member.name = member.name if member.name and member.firm_id is not None else name
        _give_posts(scope, member)
        session.add(member)
        session.flush()
    return Person(user_id, name, username, member)


def find(session: Session, scope: Scope, user_id: int) -> Member | None:
    """Our row of a Telegram user who has not left."""
    query = select(Member).where(Member.federation_id == scope.id, Member.user_id == user_id)
    return session.exec(query.where(col(Member.left_at).is_(None))).first()


def _rows(session: Session, scope: Scope, user_id: int) -> Sequence[Member]:
    """Our row of a Telegram user, also of one who has left."""
    query = select(Member).where(Member.federation_id == scope.id, Member.user_id == user_id)
    return session.exec(query).all()


def _by_username(session: Session, scope: Scope, username: str | None) -> Member | None:
    """A lead who was not heard yet. Equal, not like: to Telegram "_" is a letter, to SQL any."""
    if username is None:
        return None
    query = select(Member).where(Member.federation_id == scope.id, col(Member.left_at).is_(None))
    query = query.where(func.lower(Member.username) == username.lower())
    return session.exec(query.where(col(Member.user_id).is_(None))).first()


def _lose_username(session: Session, scope: Scope, user_id: int, username: str | None) -> None:
    """An @name has one owner: whoever had it before must not be mentioned by it any more."""
    if username is None:
        return
    query = select(Member).where(Member.federation_id == scope.id)
    query = query.where(func.lower(Member.username) == username.lower())
    for member in session.exec(query.where(col(Member.user_id) != user_id)):
        member.username = None


def absorb(member: Member, unheard: Member) -> None:
    """A lead whom the roster named turns out to be somebody we know already: one row leads."""
    member.firm_id = unheard.firm_id
    member.name = unheard.name or member.name
    member.phone = unheard.phone or member.phone
    unheard.firm_id, unheard.username = None, None


def posts_of(scope: Scope) -> set[int]:
    """User ids of all to whom the config file gives a post."""
    own = scope.settings
    return {*own.duty, *own.dispatchers, *own.secretaries}


def _give_posts(scope: Scope, member: Member) -> None:
    """The config file says who is on duty, dispatches, and is secretary-general."""
    own = scope.settings
    member.on_duty = member.user_id in own.duty
    member.dispatcher = member.user_id in own.dispatchers
    member.secretary = member.user_id in own.secretaries


def enrol_posts(session: Session, scope: Scope) -> None:
    """At start: rows for those whom the config file names, so that they can be mentioned; whom it
    names no more holds no post, and is not told what residents said."""
    holds = or_(col(Member.on_duty), col(Member.dispatcher), col(Member.secretary))
    for held in session.exec(select(Member).where(Member.federation_id == scope.id, holds)):
        _give_posts(scope, held)
    for user_id in sorted(posts_of(scope)):
        known = next(iter(_rows(session, scope, user_id)), None)
        member = known or Member(federation_id=scope.id, user_id=user_id)
        _give_posts(scope, member)
        session.add(member)


def standings(person: Person, ticket: Ticket | None) -> frozenset[Standing]:
    """What a person is to a ticket (or, with None, to the federation)."""
    member = person.member
    if member is None:
        return frozenset({Standing.STRANGER})
    held = {
        Standing.CLERK: member.on_duty,
        Standing.DISPATCHER: member.dispatcher,
        Standing.SECRETARY: member.secretary,
    }
    found = {standing for standing, holds in held.items() if holds}
    if member.firm_id is not None:
        leads = ticket is not None and ticket.firm_id == member.firm_id
        found.add(Standing.LEAD if leads else Standing.FIRM)
    return frozenset(found or {Standing.STRANGER})


def leads_of(session: Session, firm_id: int) -> Sequence[Member]:
    """The leads of a firm, in the roster's order."""
    query = select(Member).where(Member.firm_id == firm_id, col(Member.left_at).is_(None))
    return session.exec(query.order_by(col(Member.id))).all()


def dispatchers(session: Session, scope: Scope) -> Sequence[Member]:
    """The federation's dispatchers."""
    return _holding(session, scope, Member.dispatcher)


def secretaries(session: Session, scope: Scope) -> Sequence[Member]:
    """The federation's secretaries-general."""
    return _holding(session, scope, Member.secretary)


def those_above(session: Session, scope: Scope) -> Sequence[Member]:
    """To whom what goes wrong climbs: dispatchers and secretaries-general, each once."""
    return _holding(session, scope, Member.dispatcher, Member.secretary)


def on_duty(session: Session, scope: Scope) -> Sequence[Member]:
    """The federation's duty clerks."""
    return _holding(session, scope, Member.on_duty)


def _holding(session: Session, scope: Scope, *posts: bool) -> Sequence[Member]:
    query = select(Member).where(Member.federation_id == scope.id, or_(*map(col, posts)))
    return session.exec(query.where(col(Member.left_at).is_(None)).order_by(col(Member.id))).all()


def started(session: Session, user_id: int) -> None:
    """They have pressed Start in private: the bot may write to them."""
    for member in session.exec(select(Member).where(Member.user_id == user_id)):
        member.reachable = True


def unreachable(session: Session, user_id: int) -> None:
    """Telegram says that the bot may not write to them."""
    for member in session.exec(select(Member).where(Member.user_id == user_id)):
        member.reachable = False


def left(session: Session, scope: Scope, user_id: int, now: datetime) -> Member | None:
    """They have left the group. Their row stays for the record; it leads no firm any more, and
    Telegram has forgotten their tag."""
    member = find(session, scope, user_id)
    if member is not None:
        member.left_at = now
        member.tag = ""
    return member


def returned(session: Session, scope: Scope, user_id: int) -> None:
    """They are in the group again: what they were, they are."""
    query = select(Member).where(Member.federation_id == scope.id, Member.user_id == user_id)
    for member in session.exec(query):
        member.left_at = None


def unheard_of(session: Session, scope: Scope, limit: int) -> list[int]:
    """Telegram user ids whose names and @names we have never seen, those with a post first."""
    query = select(Member.user_id).where(
        Member.federation_id == scope.id,
        col(Member.user_id).is_not(None),
        col(Member.username).is_(None),
        col(Member.asked_after).is_(False),
        col(Member.left_at).is_(None),
    )
    first = (col(Member.firm_id).is_not(None), col(Member.id))
    return [i for i in session.exec(query.order_by(*first).limit(limit)) if i is not None]


def asked_after(
    session: Session, scope: Scope, user_id: int, name: str, username: str | None
) -> None:
    """What Telegram says of them; an empty name: it does not know them in this group."""
    member = find(session, scope, user_id)
    if member is not None:
        member.asked_after = True
        member.name = member.name or name
        member.username = username or member.username


def federations_of(session: Session, user_id: int) -> list[int]:
    """The federations in which this Telegram user is a member."""
    query = select(Member.federation_id).where(Member.user_id == user_id)
    return list(session.exec(query.where(col(Member.left_at).is_(None))))


def firms_in(session: Session, scope: Scope, words: str) -> list[Firm]:
    """The firms that the words name: 请申和来看看 names 申和物业."""
    query = select(Firm).where(Firm.federation_id == scope.id, Firm.active)
    return [f for f in session.exec(query) if f.name.removesuffix("物业") in words]


def firm_named(session: Session, scope: Scope, words: str) -> Firm | None:
    """The one firm whose name is, or is alone in containing, these words."""
    words = words.strip()
    if not words:
        return None
    query = select(Firm).where(Firm.federation_id == scope.id, Firm.active)
    found = session.exec(query.where(col(Firm.name).icontains(words, autoescape=True))).all()
    exact = [f for f in found if f.name.lower() == words.lower()]
    return exact[0] if exact else found[0] if len(found) == 1 else None
