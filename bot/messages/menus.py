"""The choices below a card when a press needs a reason or a time first."""

from collections.abc import Mapping

from bot.messages.outgoing import Button, Buttons
from bot.messages.view import View, rows
from bot.texts import card as texts
from bot.texts.text import Text
from models import menus
from models.deed import Deed
from models.ticket import Ticket

_CHOICES: Mapping[Deed, Mapping[str, tuple[str, str]]] = {
    Deed.REFUSE: menus.REASONS,
    Deed.PROMISE: menus.PROMISES,
    Deed.ASK_EXTENSION: {name: words[:2] for name, words in menus.EXTENSIONS.items()},
}


def buttons(view: View, ticket: Ticket, deed: Deed) -> Buttons:
    """A button a choice, and one that leads back."""
    found = [
        Button(Text(*words).word(view.language), f"{deed}:{ticket.id}:{name}")
        for name, words in _CHOICES[deed].items()
    ]
    return (*rows(found, 2), (Button(view.word(texts.BACK), f"back:{ticket.id}"),))
