"""The rulings that are kept, each with a button that withdraws it."""

from html import escape

from bot.messages.outgoing import Button, Outgoing, Way
from bot.messages.view import View, rows
from bot.services import rules
from bot.services.rules import Kept
from bot.texts import rulings as texts
from models.tables.message import Message

MOST = 20  # lines


def render(view: View, message: Message) -> Outgoing:
    """The list, as it stands now."""
    kept = rules.standing(view.session, view.scope, view.now)
    lines = [view.say(texts.RULES, count=len(kept)) if kept else view.say(texts.NO_RULES)]
    lines += [_line(view, number, one) for number, one in enumerate(kept[:MOST], 1)]
    if len(kept) > MOST:
        lines.append(view.say(texts.MORE_RULES, count=len(kept) - MOST))
    buttons = [
        Button(view.word(texts.WITHDRAW).format(number=number), f"unrule:{one.id}")
        for number, one in enumerate(kept[:MOST], 1)
    ]
    return Outgoing(
        message.chat_id,
        text="\n".join(lines),
        buttons=rows(buttons, 4),
        reply_to=message.reply_to,
    )


def _line(view: View, number: int, one: Kept) -> str:
    line = view.say(
        texts.RULE,
        number=number,
        community=escape(one.community or view.word(texts.ANYWHERE)),
        category=escape(one.category or view.word(texts.ANY_KIND)),
        firm=escape(one.firm),
    )
    return line + view.word(texts.IDLE) if one.idle else line


def render_edit(view: View, message: Message) -> Outgoing | None:
    """The list where it stands."""
    shown = view.session.get_one(Message, message.facts["original"])
    if shown.message_id is None:
        return None
    now = render(view, shown)
    return Outgoing(
        now.chat_id, Way.EDIT, text=now.text, buttons=now.buttons, message_id=shown.message_id
    )
