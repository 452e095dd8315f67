"""更正: the desk sets right the phone, the address, the caller or the community of a ticket."""

from collections.abc import Callable, Mapping

from bot.services import record, respond, roster
from bot.services.people import Person
from bot.services.respond import Done, Refused
from bot.services.work import Work
from bot.texts import corrections as texts
from bot.texts.asking import FIELD
from bot.texts.text import Text
from models import phone
from models.community_match import match
from models.deed import Deed
from models.effects import Detail
from models.privacy import mask_name, mask_names
from models.ticket import Ticket

Answer = tuple[Text, dict[str, str]]
_KEPT: Mapping[str, Callable[[str], str]] = {"caller": mask_name}  # a former one is known to nobody


def correct(
    work: Work, person: Person, ticket: Ticket, fixes: Mapping[str, str], place: tuple[int, int]
) -> Done | Refused | None:
    """Change what differs, on record with what it was; None if nothing does. `place`: of the
    message (chat id, message id) that says so."""
    changed = {f: v for f, v in _tidied(work, fixes).items() if v != getattr(ticket, f)}
    if not changed:
        return None
    former = ticket.caller
    note = "；".join(_change(ticket, field, value) for field, value in changed.items())
    detail = Detail(note, fixes=changed, said_in=record.said_in(place))
    done = respond.act(work, ticket.id or 0, Deed.CORRECT, person, detail)
    if isinstance(done, Done) and "community" in changed:
        ticket.community_id = roster.community_id(work.session, work.scope, ticket.community)
    if isinstance(done, Done) and "caller" in changed:
        _hide(ticket, former)
    return done


def said_before(
    work: Work, ticket: Ticket, fixes: Mapping[str, str], place: tuple[int, int]
) -> bool:
    """Whether the message at this place has set the same right before."""
    before = record.done_in(work.session, ticket.id, Deed.CORRECT, place)
    new = _tidied(work, fixes)
    return before is not None and all(_new(field, new[field]) in before.note for field in new)


def _hide(ticket: Ticket, former: str) -> None:
    """Who is no more known as the caller, nobody would mask in what was written."""
    ticket.description = mask_names(ticket.description, [former])
    ticket.hold_reason = mask_names(ticket.hold_reason, [former])


def unfit(work: Work, ticket: Ticket, fixes: Mapping[str, str]) -> dict[str, Answer]:
    """Why which of the fields cannot be changed so. Another community that another firm serves is
    the dispatcher's to reassign first: a card must not name a community that its firm has not."""
    new, why = _tidied(work, fixes), {}
    if "phone" in new and not phone.is_whole(new["phone"]):
        why["phone"] = (texts.NO_PHONE, {"number": ticket.label})
    if "community" in new:
        name = new["community"]
        firm = roster.serving_firm(work.session, work.scope, name, ticket.category, work.now)
        if firm is None:
            why["community"] = (texts.NO_COMMUNITY, {"community": name})
        elif firm.id != ticket.firm_id and name != ticket.community:
            facts = {"number": ticket.label, "community": name, "firm": firm.name}
            why["community"] = (texts.REASSIGN_FIRST, facts)
    return why


def _tidied(work: Work, fixes: Mapping[str, str]) -> dict[str, str]:
    """The values as a form's are kept: the roster's own name, a phone's digits."""
    new = dict(fixes)
    if "phone" in new:
        new["phone"] = phone.tidy(new["phone"])
    if "community" in new:
        known = match(new["community"], roster.directory(work.session, work.scope, work.now))
        new["community"] = known.name or new["community"]
    return new


def _change(ticket: Ticket, field: str, value: str) -> str:
    shown = _KEPT.get(field, str)
    return f"{FIELD[field].zh} {shown(getattr(ticket, field)) or '—'}{_new(field, value)}"


def _new(field: str, value: str) -> str:
    return f" → {_KEPT.get(field, str)(value)}"
