"""The dispatcher is asked to rule on a refusal or an extension; the ruling, once made."""

from html import escape

from bot.messages.firms import likely_firms
from bot.messages.menus import to_firm
from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, mention
from bot.services import duplicates, people, rules, tickets
from bot.texts import notices
from bot.texts import rulings as texts
from models.deed import Deed
from models.privacy import mask_text
from models.said.ticket_numbers import find_numbers
from models.tables.firm import Firm
from models.tables.message import Message
from models.tables.ticket import Request, Ticket

_KEEP = {
    "": texts.KEEP_RULE,
    "kind": texts.KEEP_RULE_KIND,
    "everywhere": texts.KEEP_RULE_EVERYWHERE,
}
DUPLICATE = "重复"  # in a reason: the same trouble has another ticket


def render(view: View, message: Message) -> Outgoing | None:
    """The question to the dispatchers, unless it is settled by now."""
    request = view.session.get_one(Request, message.facts["request"])
    if request.ruled_at is not None:
        return None
    ticket = view.session.get_one(Ticket, request.ticket_id)
    waits = [_waits(view, ticket)] if message.facts.get("waits") else []
    return Outgoing(
        message.chat_id,
        text="\n".join([_text(view, ticket, request), *waits, _please(view, request)]),
        buttons=_buttons(view, ticket, request),
        reply_to=message.reply_to,
    )


def render_edit(view: View, message: Message) -> Outgoing | None:
    """The same with its ruling instead of the buttons; a kept rule can still be made of it."""
    asked = view.session.get_one(Message, message.facts["original"])
    request = view.session.get_one(Request, message.facts["request"])
    ticket = view.session.get_one(Ticket, request.ticket_id)
    if asked.message_id is None:
        return None
    ruled = texts.RULED.get(request.ruling, texts.RULED_ELSE)
    outcome = view.say(ruled, firm=view.firm(ticket.firm_id))
    return Outgoing(
        asked.chat_id,
        Way.EDIT,
        text=f"{_text(view, ticket, request)}\n{outcome}",
        buttons=_keep(view, ticket, request),
        message_id=asked.message_id,
    )


def _text(view: View, ticket: Ticket, request: Request) -> str:
    facts = {
        "number": ticket.label,
        "firm": view.firm(request.firm_id),
        "community": view.community(ticket),
        "category": view.kind(ticket),
        "reason": escape(mask_text(request.reason, [ticket.caller])),
        "due": view.time(ticket.done_due),
    }
    if request.until is not None:
        return view.say(texts.WANTS_TIME, until=view.time(request.until), **facts)
    text = view.say(texts.REFUSED, **facts)
    if ticket.refusals > 1:
        text += "\n" + view.say(texts.FINAL, count=ticket.refusals)
    return text


def _waits(view: View, ticket: Ticket) -> str:
    """To its firm, which has heard nothing since it asked."""
    called = view.called(ticket.firm_id)
    return view.say(texts.STILL_WAITS, mention=called, due=view.time(ticket.due))


def _please(view: View, request: Request) -> str:
    """Until it is ruled. Thirty firms do not fit below a message: any other is named in a reply."""
    dispatchers = people.dispatchers(view.session, view.scope)
    asked = view.say(texts.PLEASE_RULE, mention=mention(dispatchers))
    extension = request.kind is Deed.ASK_EXTENSION
    return asked if extension else f"{asked}\n{view.say(texts.TO_ANY_FIRM)}"


def _buttons(view: View, ticket: Ticket, request: Request) -> Buttons:
    if request.kind is Deed.ASK_EXTENSION:
        grant = Button(view.word(texts.GRANT), f"{Deed.GRANT}:{ticket.id}")
        return ((grant, Button(view.word(texts.DECLINE), f"{Deed.DECLINE}:{ticket.id}")),)
    firms = likely_firms(view, ticket)
    found = [(to_firm(view, ticket, f.id or 0, f.name),) for f in firms]
    if DUPLICATE in request.reason:
        found += [(_same_as(view, ticket, twin),) for twin in _twins(view, ticket, request)]
    return (*found, (Button(view.word(texts.SEND_BACK), f"{Deed.SEND_BACK}:{ticket.id}"),))


def _twins(view: View, ticket: Ticket, request: Request) -> list[Ticket]:
    """The ticket that the reason names, then those that look like this one."""
    found = [tickets.by_label(view.session, view.scope, n) for n in find_numbers(request.reason)]
    stand = [duplicates.standing(view.session, t.id) for t in found if t is not None]
    unique = {t.id: t for t in (*stand, *duplicates.alike(view.session, ticket)) if t is not None}
    return [twin for twin in unique.values() if twin.id != ticket.id]


def _same_as(view: View, ticket: Ticket, twin: Ticket) -> Button:
    label = view.word(notices.SAME_AS).format(number=twin.label)
    return Button(label, f"same:{ticket.id}:{twin.id}")


def _keep(view: View, ticket: Ticket, request: Request) -> Buttons:
    """What was ruled can be kept as a rule: for the community, for its kind of fault; for the
    kind everywhere only where it went to a specialist."""
    if request.ruling != Deed.REASSIGN.value:
        return ()
    firm = view.session.get_one(Firm, ticket.firm_id)
    facts = {"community": ticket.community, "category": ticket.category, "firm": firm.name}
    return tuple(
        (
            Button(
                _KEEP[which].say("zh", **facts), f"keep:{ticket.id}:{which}:{rules.ruled(ticket)}"
            ),
        )
        for which in rules.choices(view.session, ticket)
    )
