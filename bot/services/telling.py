"""Which messages a fact owes to whom. Rows only; messages/ renders each when its turn comes."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import col, func, select

from bot import outbox
from bot.services import people
from bot.services.work import Work
from models.deed import Deed
from models.tables.form import Form
from models.tables.member import Member
from models.tables.message import Message, MessageKind
from models.tables.ticket import Ticket


def owe(
    work: Work, key: str, kind: MessageKind, *, chat_id: int | None = None, **rest: Any
) -> bool:
    """A message to a chat, by default the group; False if the same key was owed before."""
    chat_id = chat_id if chat_id is not None else work.scope.chat_id
    message = Message(
        key=key, kind=kind, chat_id=chat_id, due_at=work.now, federation_id=work.scope.id, **rest
    )
    return outbox.enqueue(work.session, message)


def card(work: Work, ticket: Ticket) -> None:
    """Mention the firm that holds the ticket, and give its leads all of it in private."""
    _card(work, ticket)
    for lead in people.leads_of(work.session, ticket.firm_id):
        if lead.reachable is not False:
            full(work, ticket, lead)


def _card(work: Work, ticket: Ticket) -> None:
    form = work.session.get(Form, ticket.form_id) if ticket.form_id else None
    reply_to = form.message_id if form and form.chat_id == work.scope.chat_id else None
    owe(
        work,
        f"ticket:{ticket.id}:card:{ticket.version}",
        MessageKind.CARD,
        ticket_id=ticket.id,
        reply_to=reply_to,
        facts={"firm_id": ticket.firm_id},
        urgent=True,
    )


def card_edit(work: Work, ticket: Ticket) -> None:
    """The ticket's cards (a reassigned one has several) are to show it as it is. Once the group
    has moved, those in its former place cannot: it gets a new one."""
    outbox.supersede(work.session, MessageKind.CARD_EDIT, ticket_id=ticket.id or 0)
    query = select(Message.id).where(Message.ticket_id == ticket.id)
    query = query.where(Message.chat_id == work.scope.chat_id)
    cards = work.session.exec(query.where(Message.kind == MessageKind.CARD)).all()
    if not cards:
        _card(work, ticket)
    for card_id in cards:
        owe(
            work,
            f"ticket:{ticket.id}:edit:{card_id}:{ticket.version}:{_count(work)}",
            MessageKind.CARD_EDIT,
            ticket_id=ticket.id,
            facts={"card": card_id},
        )


def buttons(
    work: Work, ticket: Ticket, message_id: int, menu: str = "", deeds: Sequence[Deed] = ()
) -> None:
    """The buttons below a message of the group that has a card's: a menu's, or ("") the first.
    `deeds`: what 更多 shows."""
    owe(
        work,
        f"ticket:{ticket.id}:menu:{message_id}:{_count(work)}",
        MessageKind.CARD_EDIT,
        ticket_id=ticket.id,
        facts={"place": message_id, "menu": menu, "deeds": list(deeds)},
        urgent=True,
    )


def _count(work: Work) -> int:
    """How many messages there are: makes a key of something that may be told again."""
    return work.session.exec(select(func.max(col(Message.id)))).one() or 0


def full(work: Work, ticket: Ticket, member: Member, fixed: Sequence[str] = ()) -> None:
    """All personal data to one person, in private; the disclosure is recorded once it is sent.
    `fixed`: the fields that were set right since."""
    if member.user_id is None:
        return
    owe(
        work,
        f"ticket:{ticket.id}:full:{member.user_id}:{ticket.version}:{_count(work)}",
        MessageKind.FULL,
        chat_id=member.user_id,
        ticket_id=ticket.id,
        facts={"fixed": list(fixed)} if fixed else {},
    )


def notice(
    work: Work,
    *,
    key: str,
    say: str,
    chat_id: int | None = None,
    ticket_id: int | None = None,
    form_id: int | None = None,
    reply_to: int | None = None,
    mention: Iterable[int] = (),
    buttons: list[list[list[str]]] | None = None,
    urgent: bool = False,
    **facts: Any,
) -> None:
    """A sentence of texts/notices.py. `mention`: member ids; `buttons`: rows of [word, data]."""
    everything = {"say": say, "mention": list(mention), "buttons": buttons or [], **facts}
    owe(
        work,
        key,
        MessageKind.NOTICE,
        chat_id=chat_id,
        ticket_id=ticket_id,
        form_id=form_id,
        reply_to=reply_to,
        facts=everything,
        urgent=urgent,
    )


def to_poster(work: Work, form: Form, *, key: str, say: str, **rest: Any) -> None:
    """A notice in reply to what somebody posted: in private, if it was posted there; else in the
    group, where nothing stands to reply to once that has moved."""
    here = form.chat_id if form.chat_id > 0 else work.scope.chat_id
    reply_to = form.message_id if here == form.chat_id else None
    notice(work, key=f"form:{form.id}:{key}", say=say, chat_id=here, reply_to=reply_to, **rest)


def about(work: Work, ticket: Ticket, *, say: str, **rest: Any) -> None:
    """A notice about a ticket, in the group, below its newest card."""
    key = f"ticket:{ticket.id}:notice:{say}:{ticket.version}:{_count(work)}"
    reply_to = newest_card(work, ticket)
    notice(work, key=key, say=say, ticket_id=ticket.id, reply_to=reply_to, **rest)


def remind(work: Work, due: Sequence[tuple[Ticket, str]]) -> None:
    """One reminder to a firm: its tickets that are due, each with why (messages/reminder.py)."""
    first = due[0][0]
    owe(
        work,
        f"firm:{first.firm_id}:remind:{first.id}:{first.version}",
        MessageKind.REMINDER,
        ticket_id=first.id if len(due) == 1 else None,
        reply_to=newest_card(work, first) if len(due) == 1 else None,
        facts={"tickets": [[ticket.id, why] for ticket, why in due]},
        urgent=True,
    )


def escalation(work: Work, ticket: Ticket, *, urges: bool = False) -> None:
    """Those above the firm are told of its ticket (messages/reminder.py says why). `urges`: it is
    the firm's reminder as well."""
    owe(
        work,
        f"ticket:{ticket.id}:escalate:{ticket.version}",
        MessageKind.ESCALATION,
        ticket_id=ticket.id,
        reply_to=newest_card(work, ticket),
        facts={"urges": True} if urges else {},
        urgent=True,
    )


def reminder_edits(work: Work, ticket: Ticket) -> None:
    """Reminders of this ticket alone have a card's buttons, which are to be those of now."""
    outbox.supersede(work.session, MessageKind.REMINDER_EDIT, ticket_id=ticket.id or 0)
    kinds = (MessageKind.REMINDER, MessageKind.ESCALATION)
    query = select(Message).where(Message.ticket_id == ticket.id, col(Message.kind).in_(kinds))
    query = query.where(Message.chat_id == work.scope.chat_id)
    for row in work.session.exec(query.where(col(Message.message_id).is_not(None))):
        if row.kind is MessageKind.REMINDER or "urges" in row.facts:
            owe(
                work,
                f"ticket:{ticket.id}:reminder:{row.message_id}:{ticket.version}",
                MessageKind.REMINDER_EDIT,
                ticket_id=ticket.id,
                facts={"place": row.message_id},
            )


def take_buttons_off(work: Work, ticket: Ticket, data: str = "") -> None:
    """Notices about a ticket with a button that carries `data` have been answered; without it, all
    that ask for anything have lost their sense."""
    query = select(Message).where(Message.ticket_id == ticket.id)
    for row in work.session.exec(query.where(Message.kind == MessageKind.NOTICE)):
        carried = [button[1] for line in row.facts.get("buttons") or [] for button in line]
        if data in carried or (carried and not data):
            owe(
                work,
                f"message:{row.id}:settled",
                MessageKind.NOTICE_EDIT,
                chat_id=row.chat_id,
                ticket_id=ticket.id,
                facts={"original": row.id},
            )


def newest_card(work: Work, ticket: Ticket) -> int | None:
    """Where the ticket's newest card stands in the group, if it has been sent."""
    query = select(Message.message_id).where(Message.ticket_id == ticket.id)
    query = query.where(Message.kind == MessageKind.CARD, col(Message.message_id).is_not(None))
    query = query.where(Message.chat_id == work.scope.chat_id)
    return work.session.exec(query.order_by(col(Message.id).desc())).first()


def react(work: Work, place: tuple[int, int], emoji: str) -> None:
    """A quiet sign below somebody's message, at (chat id, message id)."""
    chat_id, message_id = place
    owe(
        work,
        f"react:{chat_id}:{message_id}:{emoji}:{work.now.timestamp()}",
        MessageKind.SEEN,
        chat_id=chat_id,
        message_id=message_id,
        facts={"emoji": emoji},
        urgent=True,
    )


def leads(work: Work, firm_id: int) -> list[int]:
    """Member ids of a firm's leads, to mention."""
    return [m.id for m in people.leads_of(work.session, firm_id) if m.id is not None]


def member_ids(work: Work, user_id: int) -> list[int]:
    """The member id of a Telegram user, to mention; none if they have left."""
    member = people.find(work.session, work.scope, user_id)
    return [member.id] if member is not None and member.id is not None else []


def rulers(work: Work) -> list[int]:
    """Member ids of the dispatchers, to mention."""
    return [m.id for m in people.dispatchers(work.session, work.scope) if m.id is not None]
