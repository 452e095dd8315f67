"""The deeds in somebody's plain words, by what they are to the ticket."""

import re
from datetime import datetime

from handlers.call import Call
from models.deed import Deed
from models.effects import Detail
from models.rights import Standing
from models.said.extensions import extension_until, reason_given
from models.said.long_since import mended_before
from models.said.promises import promised
from models.said.words import Gesture, besides, understand
from models.tables.ticket import Status, Ticket

_DEEDS = {
    Gesture.ACKNOWLEDGE: Deed.ACKNOWLEDGE,
    Gesture.RESOLVE: Deed.RESOLVE,
    Gesture.REFUSE: Deed.REFUSE,
    Gesture.CONTACT: Deed.CONTACT,
    Gesture.OFFER: Deed.OFFER,
    Gesture.CALL_HELP: Deed.CALL_HELP,
    Gesture.HOLD: Deed.HOLD,
    Gesture.ASK_EXTENSION: Deed.ASK_EXTENSION,
}
DEEDS = frozenset(_DEEDS.values())
_COMES = re.compile(r"安排|派|过[去来]|来|马上|这就|帮")


def deeds_in(call: Call, ticket: Ticket, own: frozenset[Standing]) -> list[tuple[Deed, Detail]]:
    """The deeds in somebody's words, by what they are to the ticket."""
    words, now, zone = call.words, call.said_at, call.scope.zone
    gesture = understand(words)
    deed = _DEEDS[gesture] if gesture else Deed.NOTE
    if deed is Deed.RESOLVE and mended_before(words, ticket.held_since, now, zone):
        deed = Deed.NOTE  # 上周已经修好了, of a ticket of today
    if Standing.LEAD in own:
        return _of_lead(call, deed, ticket, promised(words, now, zone))
    if deed in (Deed.ACKNOWLEDGE, Deed.CONTACT, Deed.RESOLVE):
        # Another firm's 马上安排 below a card is an offer; a clerk's 好的 is a remark.
        comes = deed is Deed.ACKNOWLEDGE and _COMES.search(words) and Standing.FIRM in own
        deed = Deed.OFFER if comes else Deed.NOTE
    return [(deed, _said(deed, words))]


def _of_lead(
    call: Call, deed: Deed, ticket: Ticket, until: datetime | None
) -> list[tuple[Deed, Detail]]:
    words = call.words
    if deed is Deed.ASK_EXTENSION:
        more = extension_until(words, ticket.due, call.said_at, call.scope.rules.hours)
        return [(deed, Detail(reason_given(words), more))]
    if deed is Deed.OFFER:
        deed = Deed.ACKNOWLEDGE  # 我们派人去, said of one's own ticket
    waits = ticket.status in (Status.DISPATCHED, Status.RETURNED)
    if deed is Deed.ACKNOWLEDGE and not waits:
        deed = Deed.NOTE  # 收到, to a reminder
    in_hand = ticket.status in (Status.DISPATCHED, Status.ACKNOWLEDGED)
    promise = [(Deed.PROMISE, Detail(words, until))] if until is not None and in_hand else []
    if promise and deed in (Deed.NOTE, Deed.ACKNOWLEDGE):
        return promise
    return [(deed, _said(deed, words)), *(promise if deed is Deed.CONTACT else [])]


def _said(deed: Deed, words: str) -> Detail:
    """The words that go with a deed. A call for help may go without, a reason may not."""
    more = besides(words)
    return Detail(more if more or deed is Deed.CALL_HELP else words)
