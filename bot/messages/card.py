"""The living card of a ticket: what the group sees, personal data masked."""

from collections.abc import Sequence
from html import escape

from sqlmodel import col, select

from bot.messages import menus
from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, rows
from bot.services.consequences import open_request
from bot.services.work import Work
from bot.texts import card as texts
from bot.texts import lookups
from bot.texts.calls import ANSWER
from bot.texts.text import Text
from models.deed import Deed
from models.privacy import mask_address, mask_name, mask_phone, mask_text
from models.satisfaction import Answer
from models.shortened import MOST_TOLD, shortened
from models.tables.message import Message, MessageState
from models.tables.ticket import DONE, OPEN, RUNNING, Assist, Status, Ticket

_BUTTONS: dict[Status, tuple[tuple[Deed, Text], ...]] = {
    Status.DISPATCHED: (
        (Deed.ACKNOWLEDGE, texts.ACKNOWLEDGE),
        (Deed.REFUSE, texts.REFUSE),
        (Deed.OFFER, texts.OFFER),
        (Deed.RESOLVE, texts.RESOLVE),
    ),
    Status.ACKNOWLEDGED: (
        (Deed.CONTACT, texts.CONTACT),
        (Deed.PROMISE, texts.PROMISE),
        (Deed.OFFER, texts.OFFER),
        (Deed.RESOLVE, texts.RESOLVE),
    ),
    Status.RETURNED: ((Deed.ACKNOWLEDGE, texts.ACKNOWLEDGE), (Deed.OFFER, texts.OFFER)),
    Status.ON_HOLD: ((Deed.RESUME, texts.RESUME), (Deed.RESOLVE, texts.RESOLVE)),
    Status.RESOLVED: ((Deed.REOPEN, texts.REOPEN),),
    Status.CLOSED: ((Deed.REOPEN, texts.REOPEN),),
}
_SECOND_ROW: dict[Status, tuple[tuple[Deed, Text], ...]] = {
    Status.ACKNOWLEDGED: (
        (Deed.ASK_EXTENSION, texts.ASK_EXTENSION),
        (Deed.CALL_HELP, texts.CALL_HELP),
        (Deed.REFUSE, texts.REFUSE),
    ),
}


def render(view: View, message: Message) -> Outgoing | None:
    """The card as a new message, which mentions the firm's leads."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    if message.facts["firm_id"] != ticket.firm_id:
        return None  # reassigned before its turn came
    return Outgoing(
        message.chat_id,
        text=card_text(view, ticket),
        buttons=card_buttons(view, ticket),
        reply_to=message.reply_to,
    )


def render_edit(view: View, message: Message) -> Outgoing | None:
    """The card as it is now, where it stands; or the choices that a press has asked for."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    if "place" in message.facts:
        return _buttons_below(view, message, ticket)
    card = view.session.get_one(Message, message.facts["card"])
    if card.state is MessageState.PENDING or card.message_id is None:
        return None  # not sent yet: it will be rendered then
    moved = card.facts["firm_id"] != ticket.firm_id
    return Outgoing(
        card.chat_id,
        Way.EDIT,
        text=_moved_text(view, ticket) if moved else card_text(view, ticket),
        buttons=() if moved else card_buttons(view, ticket),
        message_id=card.message_id,
    )


def _buttons_below(view: View, message: Message, ticket: Ticket) -> Outgoing:
    """Below a card, or below a reminder that carries a card's buttons."""
    menu, deeds = message.facts["menu"], message.facts.get("deeds", ())
    return Outgoing(
        message.chat_id,
        Way.BUTTONS,
        buttons=menus.buttons(view, ticket, menu, deeds) if menu else card_buttons(view, ticket),
        message_id=message.facts["place"],
    )


def _moved_text(view: View, ticket: Ticket) -> str:
    moved = view.piece(texts.MOVED_TO, firm=view.firm(ticket.firm_id))
    return f"➡️ <b>{view.word(texts.MOVED_TITLE)} #{ticket.label}</b>\n{moved}"


def card_text(view: View, ticket: Ticket) -> str:
    """What the group may know: no full name, phone number or room."""
    told = shortened(mask_text(ticket.description, [ticket.caller]), MOST_TOLD)
    lines = [
        _title(view, ticket),
        _place(view, ticket),
        _caller_line(view, ticket),
        f"📝 {escape(told)}",
        _firm_line(view, ticket),
        *_helpers(view, ticket),
        _status_line(view, ticket),
        _when_line(view, ticket),
    ]
    return "\n".join(line for line in lines if line)


def _title(view: View, ticket: Ticket) -> str:
    tier = view.word(texts.TIER[ticket.tier])
    return f"<b>{view.word(texts.TITLE)} #{ticket.label}</b> · {tier} · {view.kind(ticket)}"


def _place(view: View, ticket: Ticket) -> str:
    parts = (view.community(ticket), escape(mask_address(ticket.address)))
    return "📍 " + " · ".join(part for part in parts if part)


def _caller_line(view: View, ticket: Ticket) -> str:
    """Of one that is over, the phone may have been forgotten."""
    none = view.word(texts.NO_PHONE) if ticket.status in OPEN else ""
    phone = escape(mask_phone(ticket.phone)) or none
    return " ".join(part for part in ("👤", escape(mask_name(ticket.caller)), phone) if part)


def _firm_line(view: View, ticket: Ticket) -> str:
    return f"🏢 <b>{view.firm(ticket.firm_id)}</b> {view.called(ticket.firm_id)}"


def _helpers(view: View, ticket: Ticket) -> list[str]:
    """Who helps, who offers to; with a helper the lead firm is named as such."""
    query = select(Assist).where(Assist.ticket_id == ticket.id, col(Assist.thanked_at).is_(None))
    query = query.where(Assist.firm_id != ticket.firm_id)  # a helper that it was handed to
    assists = view.session.exec(query.order_by(col(Assist.id))).all()
    helping = [view.firm(a.firm_id) for a in assists if a.accepted_at]
    offering = [view.firm(a.firm_id) for a in assists if not a.accepted_at]
    lines = []
    if helping:
        lead = view.piece(texts.LEAD_FIRM, firm=view.firm(ticket.firm_id))
        lines.append(f"🤝 {view.piece(texts.HELPERS, names='、'.join(helping))} · {lead}")
    if offering:
        lines.append(f"🙋 {view.piece(texts.OFFERS, names='、'.join(offering))}")
    return lines


def _status_line(view: View, ticket: Ticket) -> str:
    into = view.session.get(Ticket, ticket.merged_into) if ticket.merged_into else None
    status = texts.STATUS[ticket.status].word(view.language)
    parts = [f"<b>{status.format(into=into.label if into else '')}</b>", *_details(view, ticket)]
    if ticket.reopened:
        parts.append(view.piece(texts.REOPENED, count=ticket.reopened))
    return " · ".join(parts)


def _details(view: View, ticket: Ticket) -> list[str]:
    match ticket.status:
        case Status.DISPATCHED:
            return [view.piece(texts.ACK_BY, time=view.time(ticket.ack_due))]
        case Status.ACKNOWLEDGED:
            return _in_hand(view, ticket)
        case Status.ON_HOLD:
            reason = escape(mask_text(ticket.hold_reason, [ticket.caller]))
            return [view.piece(texts.HOLD_REASON, reason=reason)]
        case Status.RESOLVED | Status.CLOSED:
            return _answer(view, ticket)
        case _:
            return []


def _in_hand(view: View, ticket: Ticket) -> list[str]:
    """When they will come; that the resident was called; that more time is asked for."""
    found = []
    if ticket.promised_at is not None:
        found.append(view.piece(texts.PROMISED, time=view.time(ticket.promised_at)))
    elif ticket.contacted_at is not None and ticket.contacted_at >= ticket.held_since:
        found.append(view.piece(texts.CONTACTED, time=view.time(ticket.contacted_at)))
    work = Work(view.session, view.scope, view.now)
    if open_request(work, ticket, Deed.ASK_EXTENSION) is not None:
        found.append(view.word(texts.WANTS_TIME))
    return found


def _when_line(view: View, ticket: Ticket) -> str:
    """When it is due, or was done: a line of its own, so that no date is torn on a phone."""
    if ticket.status in RUNNING:
        return f"📅 {_due(view, ticket)}"
    if ticket.status in DONE and ticket.resolved_at is not None:
        return "📅 " + view.piece(texts.RESOLVED_AT, time=view.time(ticket.resolved_at))
    return ""


def _due(view: View, ticket: Ticket) -> str:
    due = view.piece(texts.DONE_BY, time=view.time(ticket.due))
    if view.now >= ticket.due:
        due += f" · {view.word(lookups.LATE)}"
    if ticket.extended_due is None:
        return due
    return due + view.piece(texts.EXTENDED, time=view.time(ticket.done_due))


def _answer(view: View, ticket: Ticket) -> list[str]:
    if not ticket.answer:
        return []
    answer = view.word(ANSWER[Answer(ticket.answer)])
    return [view.piece(texts.ANSWERED, answer=answer)]


def card_buttons(view: View, ticket: Ticket) -> Buttons:
    """What a thumb may do now, and a link to all the data."""
    first = _deeds(view, ticket, _BUTTONS.get(ticket.status, ()))
    more = _deeds(view, ticket, _SECOND_ROW.get(ticket.status, ()))
    if ticket.status in menus.MORE:
        more.append(Button(view.word(texts.MORE), f"{menus.ALL}:{ticket.id}"))
    see = Button(view.word(texts.SEE), url=view.link(f"see_{ticket.id}"))
    return (*rows(first, 4), *rows([*more, see], 4))


def _deeds(view: View, ticket: Ticket, deeds: Sequence[tuple[Deed, Text]]) -> list[Button]:
    return [Button(view.word(word), f"{deed}:{ticket.id}") for deed, word in deeds]
