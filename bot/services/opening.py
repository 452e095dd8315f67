"""A ticket is opened: from a sure form, a settled question, or a typed intake."""

from sqlmodel import col, select, update

from bot.services import duplicates, photos, signs, telling
from bot.services.people import Person
from bot.services.record import record
from bot.services.roster import stored
from bot.services.work import Work
from models.deed import Deed
from models.intake import Reading
from models.tables.federation import Federation
from models.tables.firm import Firm
from models.tables.form import Form, FormState
from models.tables.message import MessageKind
from models.tables.ticket import Purpose, Status, Ticket
from models.tier import Tier


def open_ticket(
    work: Work, form: Form, reading: Reading, *, firm: Firm | None = None, by: Person | None = None
) -> Ticket | None:
    """Open and dispatch. `firm`: the dispatcher's choice; else the one that serves the community.
    None if the form has its ticket already, or nobody serves the community any more."""
    facts = {name: value.value for name, value in reading.fields.items()}
    category = facts.get("category", "")
    firm = firm or stored.serving_firm(
        work.session, work.scope, facts.get("community", ""), category, work.now
    )
    if form.ticket_id is not None or firm is None or firm.id is None:
        return None
    ticket = _ticket(work, form, facts, firm.id)
    work.session.add(ticket)
    work.session.flush()
    form.state, form.ticket_id = FormState.OPENED, ticket.id
    if form.file_id:
        photos.keep_form(work, form, ticket, Purpose.FORM)
    _attach_pictures(work, form)
    record(work.session, ticket, Deed.DISPATCH, work.now, by=by, facts={"tier": ticket.tier.value})
    telling.card(work, ticket)
    duplicates.look_for(work, ticket)
    take_out(work, form)
    return ticket


def take_out(work: Work, form: Form, place: tuple[int, int] | None = None) -> None:
    """By setting: the photo, or what was typed, which shows a resident's data to the whole group.
    It is kept in the store. `place`: of an answer (chat id, message id) that has such data too."""
    chat_id, message_id = place or (form.chat_id, form.message_id)
    if not work.scope.settings.delete_photos or chat_id not in work.scope.chat_ids:
        return
    telling.owe(
        work,
        f"form:{form.id}:delete:{message_id}",
        MessageKind.DELETE,
        chat_id=chat_id,
        form_id=form.id,
        message_id=message_id,
    )


def _ticket(work: Work, form: Form, facts: dict[str, str], firm_id: int) -> Ticket:
    tier = Tier(facts.get("urgency") or Tier.NORMAL)
    limits, hours = work.scope.rules.limits[tier], work.scope.rules.hours
    ack_due, done_due = limits.due(work.now, hours)
    return Ticket(
        federation_id=work.scope.id,
        number=_next_number(work),
        status=Status.DISPATCHED,
        firm_id=firm_id,
        community_id=stored.community_id(work.session, work.scope, facts.get("community", "")),
        form_id=form.id,
        poster_id=form.poster_id,
        time_text=facts.get("time", ""),
        tier=tier,
        accepted_at=form.filed_at,
        dispatched_at=work.now,
        held_since=work.now,
        ack_due=ack_due,
        look_at=ack_due,
        done_due=done_due,
        caller=facts.get("caller", ""),
        phone=facts.get("phone", ""),
        community=facts.get("community", ""),
        address=facts.get("address", ""),
        category=facts.get("category", ""),
        description=facts.get("description", ""),
        operator=facts.get("operator", ""),
    )


def _next_number(work: Work) -> int:
    """Counted up in the database itself, so that two at once get two numbers."""
    query = update(Federation).where(col(Federation.id) == work.scope.id)
    work.session.exec(query.values(last_number=Federation.last_number + 1))
    found = select(Federation.last_number).where(Federation.id == work.scope.id)
    return work.session.exec(found).one()


def attach(work: Work, picture: Form, form: Form) -> None:
    """A picture stays with the ticket of the form in its album, or of that which it replies to: it
    shows the place, unless the firm has been at work since."""
    ticket = duplicates.standing(work.session, form.ticket_id)
    if ticket is None:
        return
    picture.state, picture.ticket_id = FormState.ATTACHED, ticket.id
    replies = picture.in_reply_to == form.id
    late = replies and ticket.status is not Status.DISPATCHED
    photos.keep_form(work, picture, ticket, photos.purpose_now(ticket) if late else Purpose.PLACE)
    if replies:
        telling.react(work, (picture.chat_id, picture.message_id), signs.DONE)


def _attach_pictures(work: Work, form: Form) -> None:
    """What was posted in its album, or in reply to it, and read before it had its ticket."""
    of_form = col(Form.in_reply_to) == form.id
    if form.album is not None:
        of_form |= (col(Form.chat_id) == form.chat_id) & (col(Form.album) == form.album)
    query = select(Form).where(Form.state == FormState.IGNORED, of_form)
    for picture in work.session.exec(query):
        attach(work, picture, form)
