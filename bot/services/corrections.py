"""更正: the desk sets right what a ticket says of the call, its kind or its urgency."""

from collections.abc import Callable, Mapping

from bot.services import record, respond, telling
from bot.services.people import Person
from bot.services.respond import Done, Refused
from bot.services.roster import stored
from bot.services.work import Work
from bot.texts import corrections as texts
from bot.texts.questions import FIELD
from bot.texts.text import Text
from models import phone
from models.community_match import match
from models.deed import Deed
from models.effects import Detail
from models.kinds import KINDS, kind_written, urgency_written
from models.privacy import mask_name, mask_names
from models.tables.ticket import RUNNING, Ticket
from models.tier import Tier

Answer = tuple[Text, dict[str, str]]
_KEPT: Mapping[str, Callable[[str], str]] = {"caller": mask_name}  # a former one is known to nobody
_CHOICES: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "category": (texts.NO_CATEGORY, (*KINDS, "其他")),
    "urgency": (texts.NO_URGENCY, tuple(Tier)),
}


def correct(
    work: Work, person: Person, ticket: Ticket, fixes: Mapping[str, str], place: tuple[int, int]
) -> Done | Refused | None:
    """Change what differs, on record with what it was; None if nothing does. `place`: of the
    message (chat id, message id) that says so."""
    changed = {f: v for f, v in _tidied(work, fixes).items() if v != getattr(ticket, f)}
    if not changed:
        return None
    former, tier = ticket.caller, ticket.tier
    note = "；".join(_change(ticket, field, value) for field, value in changed.items())
    detail = Detail(note, fixes=changed, said_in=record.said_in(place))
    done = respond.act(work, ticket.id or 0, Deed.CORRECT, person, detail)
    if isinstance(done, Done) and "community" in changed:
        ticket.community_id = stored.community_id(work.session, work.scope, ticket.community)
    if isinstance(done, Done) and "caller" in changed:
        _hide(ticket, former)
    if ticket.status in RUNNING and ticket.tier.presses_more_than(tier):
        leads = telling.leads(work, ticket.firm_id)
        telling.about(work, ticket, say="more_urgent", mention=leads, urgent=True)
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
    """Why which of the fields cannot be changed so. Another community, or kind, that another firm
    serves is the dispatcher's to reassign first: a card must not name what its firm has not."""
    new, why = _tidied(work, fixes), {}
    if "phone" in new and not phone.is_whole(new["phone"]):
        why["phone"] = (texts.NO_PHONE, {"number": ticket.label})
    for field, (text, known) in _CHOICES.items():
        if new.get(field) == "":
            why[field] = (text, {"said": fixes[field], "known": "、".join(known)})
    category = new.get("category") or ticket.category
    community = new.get("community", ticket.community)
    if answer := _community_unfit(work, ticket, community, category):
        why["community"], community = answer, ticket.community
    if answer := _category_unfit(work, ticket, community, category):
        why["category"] = answer
    return why


def _community_unfit(work: Work, ticket: Ticket, community: str, category: str) -> Answer | None:
    if community == ticket.community:
        return None
    firm = stored.serving_firm(work.session, work.scope, community, category, work.now)
    if firm is None:
        return texts.NO_COMMUNITY, {"community": community}
    if firm.id == ticket.firm_id:
        return None
    facts = {"number": ticket.label, "community": community, "firm": firm.name}
    return texts.REASSIGN_FIRST, facts


def _category_unfit(work: Work, ticket: Ticket, community: str, category: str) -> Answer | None:
    """By a ruling that was kept. Where that makes no difference between the kinds, the ticket may
    be with another firm all the same: the dispatcher gave it to that one."""
    of_new, of_old = (
        stored.serving_firm(work.session, work.scope, community, kind, work.now)
        for kind in (category, ticket.category)
    )
    if of_new is None or of_new.id == ticket.firm_id or of_new == of_old:
        return None
    facts = {"number": ticket.label, "community": community, "category": category}
    return texts.REASSIGN_FIRST_KIND, facts | {"firm": of_new.name}


def _tidied(work: Work, fixes: Mapping[str, str]) -> dict[str, str]:
    """The values as a form's are kept: the roster's own name, a phone's digits, a kind and an
    urgency that there are, or nothing."""
    new = dict(fixes)
    for field, written in (("category", kind_written), ("urgency", urgency_written)):
        if field in new:
            new[field] = written(new[field])
    if "phone" in new:
        new["phone"] = phone.tidy(new["phone"])
    if "community" in new:
        known = match(new["community"], stored.directory(work.session, work.scope, work.now))
        new["community"] = known.name or new["community"]
    return new


def _change(ticket: Ticket, field: str, value: str) -> str:
    shown = _KEPT.get(field, str)
    return f"{FIELD[field].zh} {shown(getattr(ticket, field)) or '—'}{_new(field, value)}"


def _new(field: str, value: str) -> str:
    return f" → {_KEPT.get(field, str)(value)}"
