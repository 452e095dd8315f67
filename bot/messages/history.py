"""What happened to a ticket, in lines: for /ticket, and for a firm that takes it over."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from bot.messages.view import View, length
from bot.services import history
from bot.texts import lookups as texts
from bot.texts import refusals
from bot.texts.calls import ANSWER
from bot.texts.text import Text
from models.deed import Deed
from models.privacy import mask_text
from models.tables.ticket import Ticket

MOST = 200  # lines of the record that are looked at: more than a message holds
LONGEST = 4000  # characters; a Telegram message holds 4096
_BY_ITSELF = {
    Deed.DISPATCH: texts.DISPATCHED,
    Deed.REMIND: texts.REMINDED,
    Deed.ESCALATE: texts.ESCALATED,
    Deed.ASK_AGAIN: texts.ASKED_AGAIN,
    Deed.LAPSE: texts.LAPSED,
    Deed.DISCLOSE: texts.DISCLOSED,
    Deed.DENY: texts.DENIED,
    Deed.UNREACHED: texts.NOT_REACHED,
}


def history_lines(view: View, ticket: Ticket, *, everything: bool = False) -> list[str]:
    """A line a deed, oldest first, personal data masked."""
    entries = history.of_ticket(view.session, view.scope, ticket, everything=everything)
    head = f"<b>{view.word(texts.HISTORY)}</b>"
    return [head, *(_entry(view, ticket, entry) for entry in entries)]


def audit_lines(view: View, start: datetime, end: datetime) -> list[str]:
    """All that was done in a period, the newest lines of it."""
    found = history.newest(view.session, view.scope, start, end, MOST)
    return [_line(view, entry, mask_text(entry.note), label) for label, entry in found]


def fitting(view: View, head: list[str], lines: list[str], tail: Sequence[str] = ()) -> str:
    """As many of the newest lines as a message holds between its head and its tail; that there
    are earlier ones is said."""
    left = LONGEST - sum(len(line) + 1 for line in (*head, *tail))
    kept = list(lines)
    while kept and sum(len(line) + 1 for line in kept) > left:
        del kept[0]
    earlier = [view.word(texts.EARLIER)] if len(kept) < len(lines) else []
    return "\n".join([*head, *earlier, *kept, *tail])


def _entry(view: View, ticket: Ticket, entry: history.Entry) -> str:
    return _line(view, entry, mask_text(entry.note, [ticket.caller]))


def _line(view: View, entry: history.Entry, words: str, label: str = "") -> str:
    text = texts.NOT_DONE if entry.late else _BY_ITSELF.get(entry.deed)
    text = text or refusals.DEED[entry.deed]
    named = entry.own and entry.deed is not Deed.ASK_AGAIN
    firm = entry.firm if named else ""  # of a clerk it would read as the employer
    who = " ".join(escape(part) for part in (firm, entry.who) if part)
    known = escape(words) or _tried(view, entry) or escape(entry.told)
    note = " · ".join(part for part in (*_besides(view, entry), known) if part)
    number = f"#{label} " if label else ""
    return f"{view.scope.moment(entry.at)} {number}<b>{view.word(text)}</b> {who}" + (
        f"：{note}" if note else ""
    )


def _besides(view: View, entry: history.Entry) -> list[str]:
    """What the deed says besides its words: to which firm, until when, the resident's answer,
    another ticket."""
    given = entry.deed in (Deed.DISPATCH, Deed.REASSIGN) and not entry.own
    return [
        f"→ {escape(entry.firm)}" if given else "",
        view.word(texts.UNTIL).format(time=view.scope.moment(entry.until)) if entry.until else "",
        view.word(ANSWER[entry.answer]) if entry.answer else "",
        view.word(texts.INTO).format(number=entry.other) if entry.other else "",
    ]


def _tried(view: View, entry: history.Entry) -> str:
    known = refusals.DEED.get(Deed(entry.tried)) if entry.tried in set(Deed) else None
    return view.word(known) if known else escape(mask_text(entry.tried))


def clocks(view: View, ticket: Ticket) -> str:
    """How long it has taken in all, and each firm that held it."""
    end = history.end_of(view.session, ticket, view.now)
    held = history.holders(view.session, view.scope, ticket, end)
    total = end - ticket.dispatched_at
    spans = [(escape(firm), length(span)) for firm, span in held]
    each = Text(
        "、".join(f"{firm} {span.zh}" for firm, span in spans),
        ", ".join(f"{firm} {span.en}" for firm, span in spans),
    )
    return "⏱ " + view.say(texts.CLOCKS, total=length(total), held=each)
