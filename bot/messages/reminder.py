"""Reminders 催办, bundled a firm, and escalations 督办 to those who rule."""

from sqlmodel import col, select

from bot.messages.card import card_buttons, card_text
from bot.messages.outgoing import Button, Outgoing, Way
from bot.messages.view import View, mention
from bot.services import people
from bot.texts import card as card_texts
from bot.texts import reminders as texts
from bot.texts import rulings
from bot.texts.text import Text
from models.deed import Deed
from models.reminders import ESCALATE_AT
from models.tables.message import Message, MessageKind, MessageState
from models.tables.ticket import RUNNING, Status, Ticket
from models.ticket_deadlines import is_promised_too_late

MOST = 20  # tickets that are named: two hundred can fall due in one second, and do not fit
_LINES = {
    "unacknowledged": texts.REMIND_UNACKNOWLEDGED,
    "promise": texts.REMIND_PROMISE,
    "late": texts.REMIND_LATE,
    "urged": texts.REMIND_URGED,
    "lapsed": texts.REMIND_LAPSED,
}


def render(view: View, message: Message) -> Outgoing | None:
    """One message a firm: a line for each ticket that still needs it, as far as it fits."""
    items = [
        (ticket, why)
        for ticket_id, why in message.facts["tickets"]
        if _still(ticket := view.session.get_one(Ticket, ticket_id), why)
    ]
    if not items:
        return None
    first = items[0][0]
    head = _reminder(view, first.firm_id)
    named = items[:MOST]
    lines = [_line(view, ticket, _LINES[why]) for ticket, why in named]
    if len(items) > MOST:
        lines.append(view.say(texts.REMIND_MORE, count=len(items) - MOST))
    if len(items) == 1 and _lacks_card(view, first):
        lines = [card_text(view, first)]
    buttons = card_buttons(view, first) if len(items) == 1 else ()
    return Outgoing(
        message.chat_id,
        text="\n".join([head, *lines]),
        buttons=buttons or tuple(_take(view, t) for t, why in named if why != "late"),
        reply_to=message.reply_to,
    )


def _reminder(view: View, firm_id: int) -> str:
    return view.say(texts.REMINDER, firm=view.firm(firm_id), mention=view.called(firm_id))


def render_edit(view: View, message: Message) -> Outgoing:
    """A card's buttons, as they are now."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    return Outgoing(
        message.chat_id,
        Way.BUTTONS,
        buttons=card_buttons(view, ticket),
        message_id=message.facts["place"],
    )


def _take(view: View, ticket: Ticket) -> tuple[Button, ...]:
    word = view.word(card_texts.ACKNOWLEDGE)
    return (Button(f"{word} #{ticket.label}", f"{Deed.ACKNOWLEDGE}:{ticket.id}"),)


def _still(ticket: Ticket, why: str) -> bool:
    """Nobody is nagged after the thing is done."""
    if why in ("unacknowledged", "lapsed"):
        return ticket.status is Status.DISPATCHED
    return ticket.status in RUNNING


def _line(view: View, ticket: Ticket, text: Text) -> str:
    return "· " + view.say(
        text,
        number=ticket.label,
        community=view.community(ticket),
        category=view.kind(ticket),
        minutes=view.ago(ticket.dispatched_at),
        due=view.time(ticket.due),
    )


def _lacks_card(view: View, ticket: Ticket) -> bool:
    """The card did not arrive, or nobody knows whether: then the reminder carries all of it."""
    query = select(Message.state).where(Message.ticket_id == ticket.id)
    query = query.where(Message.kind == MessageKind.CARD).order_by(col(Message.id).desc())
    return view.session.exec(query).first() in (MessageState.DOUBTFUL, MessageState.FAILED)


def render_escalation(view: View, message: Message) -> Outgoing | None:
    """To those above, with a way to reassign; and to the firm, if it is its reminder too."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    why = _why_escalated(view, ticket)
    if why is None:
        return None
    text = view.say(
        texts.ESCALATION,
        mention=_those_above(view, ticket),
        number=ticket.label,
        community=view.community(ticket),
        category=view.kind(ticket),
        firm=view.firm(ticket.firm_id),
        why=why,
    )
    deeds = [Button(view.word(card_texts.REASSIGN), f"{Deed.REASSIGN}:{ticket.id}")]
    if ticket.status is Status.RETURNED:
        deeds.append(Button(view.word(rulings.SEND_BACK), f"{Deed.SEND_BACK}:{ticket.id}"))
    urges = "urges" in message.facts
    reminder = [_reminder(view, ticket.firm_id)] if urges else []
    return Outgoing(
        message.chat_id,
        text="\n".join([text, view.say(rulings.TO_ANY_FIRM), *reminder]),
        buttons=(tuple(deeds), *(card_buttons(view, ticket) if urges else ())),
        reply_to=message.reply_to,
    )


def _why_escalated(view: View, ticket: Ticket) -> Text | None:
    """Unless that was mended meanwhile."""
    match ticket.status:
        case Status.DISPATCHED:
            return texts.WHY_UNACKNOWLEDGED
        case Status.RETURNED:
            return texts.WHY_UNRULED
        case Status.ACKNOWLEDGED if is_promised_too_late(ticket) and ticket.promised_at:
            return texts.WHY_PROMISED_LATE.filled(time=view.time(ticket.promised_at))
        case Status.ACKNOWLEDGED if view.now >= ticket.due:
            return texts.WHY_LATE.filled(due=view.time(ticket.due))
        case _:
            return None


def _those_above(view: View, ticket: Ticket) -> str:
    """The dispatchers; and the secretary-general, unless it is in hand, and but lately late."""
    first = ticket.status is Status.ACKNOWLEDGED and ticket.reminded <= ESCALATE_AT
    asked = people.dispatchers if first else people.those_above
    return mention(asked(view.session, view.scope))
