"""The choices below a card when a press needs a reason, a time or a firm first; and 更多, what
is done more rarely."""

from collections.abc import Collection, Mapping

from bot.messages.firms import likely_firms
from bot.messages.outgoing import Button, Buttons
from bot.messages.view import View, rows
from bot.texts import card as texts
from bot.texts import menus, rulings
from bot.texts.text import Text
from models.deed import Deed
from models.said.moments import parse_moment
from models.tables.ticket import Status, Ticket

ALL = "more"
_FIRST = ((Deed.REASSIGN, texts.REASSIGN), (Deed.HOLD, texts.HOLD), (Deed.CANCEL, texts.CANCEL))
_URGE = (Deed.REMIND, texts.REMIND)
_HELP = (Deed.CALL_HELP, texts.CALL_HELP)
MORE: Mapping[Status, tuple[tuple[Deed, Text], ...]] = {
    Status.DISPATCHED: (*_FIRST, _URGE, _HELP),
    Status.ACKNOWLEDGED: (*_FIRST, _URGE),
    Status.RETURNED: _FIRST,
    Status.ON_HOLD: ((Deed.REASSIGN, texts.REASSIGN), (Deed.CANCEL, texts.CANCEL)),
}
_CHOICES: Mapping[str, Mapping[str, Text]] = {
    Deed.REFUSE: menus.REASONS,
    Deed.PROMISE: menus.PROMISES,
    Deed.ASK_EXTENSION: menus.EXTENSIONS,
    Deed.HOLD: menus.HOLDS,
    Deed.CANCEL: menus.CANCELS,
}


def buttons(view: View, ticket: Ticket, menu: str, deeds: Collection[str]) -> Buttons:
    """A button a choice, and one that leads back. `deeds`: those of 更多 that whoever opened it
    may do."""
    return (*rows(_choices(view, ticket, menu, deeds), 2), _back(view, ticket))


def _choices(view: View, ticket: Ticket, menu: str, deeds: Collection[str]) -> list[Button]:
    if menu == ALL:
        found = [(deed, text) for deed, text in MORE.get(ticket.status, ()) if deed in deeds]
        return [Button(view.word(text), f"{deed}:{ticket.id}") for deed, text in found]
    if menu == Deed.REASSIGN:
        return [to_firm(view, ticket, f.id or 0, f.name) for f in likely_firms(view, ticket)]
    return [
        Button(view.word(text), f"{menu}:{ticket.id}:{name}")
        for name, text in _CHOICES[menu].items()
        if menu != Deed.PROMISE or name == "other" or _still_to_come(view, text.zh)
    ]


def _still_to_come(view: View, words: str) -> bool:
    """今天下午 is no promise in the evening."""
    return parse_moment(words, view.now, view.scope.zone) is not None


def to_firm(view: View, ticket: Ticket, firm_id: int, name: str) -> Button:
    """Gives the ticket to this firm."""
    return Button(rulings.TO_FIRM.say("zh", firm=name), f"{Deed.REASSIGN}:{ticket.id}:{firm_id}")


def _back(view: View, ticket: Ticket) -> tuple[Button, ...]:
    return (Button(view.word(texts.BACK), f"back:{ticket.id}"),)
