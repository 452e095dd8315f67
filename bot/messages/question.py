"""The one question about a form: the doubtful fields as they are on the paper, likely answers.

The group reads it masked: text is searched, quoted and shown on locked phones. A crop shows what
the photo above shows anyway, and beside it stands all that was read; where photos are taken out of
the group, or one was posted in private, personal fields are not cropped. All of it is told in
private."""

from collections.abc import Callable, Mapping
from html import escape

from sqlmodel import select

from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, mention
from bot.ocr import crop
from bot.pictures.question import draw_question
from bot.texts import card as card_texts
from bot.texts import questions as texts
from models.intake import PERSONAL, Doubt, Value, Why
from models.phone import digits_in, digits_off
from models.privacy import mask_address, mask_name, mask_phone, mask_text
from models.tables.form import Form, FormState
from models.tables.member import Member
from models.tables.message import Message
from models.tables.ticket import Ticket

_CLOSE = 0.05  # of a crop's height: the lines above and below are not to be read with it
_WIDE = 0.3
_MASKS: Mapping[str, Callable[[str], str]] = {
    "phone": mask_phone,
    "caller": mask_name,
    "address": mask_address,
}
MOST_ANSWERS = 3  # buttons a field


def render(view: View, message: Message) -> Outgoing | None:
    """The question, unless it was settled before its turn came."""
    form = view.session.get_one(Form, message.form_id)
    if form.state is not FormState.ASKING:
        return None
    whole = message.chat_id > 0  # in private
    return Outgoing(
        message.chat_id,
        text=_text(view, form, whole=whole),
        picture=_picture(view, form, whole=whole),
        buttons=_buttons(view, form, whole=whole),
        reply_to=message.reply_to,
    )


def render_edit(view: View, message: Message) -> Outgoing | None:
    """What is still open, or how it was settled."""
    form = view.session.get_one(Form, message.form_id)
    asked = view.session.get_one(Message, message.facts["original"])
    if asked.message_id is None:
        return None
    settled, whole = form.state is not FormState.ASKING, asked.chat_id > 0
    return Outgoing(
        asked.chat_id,
        Way.EDIT,
        text=_outcome(view, form) if settled else _text(view, form, whole=whole),
        has_caption=bool(asked.facts.get("picture")),
        buttons=() if settled else _buttons(view, form, whole=whole),
        message_id=asked.message_id,
    )


def _outcome(view: View, form: Form) -> str:
    if form.state is FormState.RETAKEN:
        return view.say(texts.RETAKEN)
    if form.state is FormState.DROPPED or form.ticket_id is None:
        return view.say(texts.DROPPED)
    return view.say(texts.ANSWERED, number=view.session.get_one(Ticket, form.ticket_id).label)


def _text(view: View, form: Form, *, whole: bool) -> str:
    doubts = form.open_doubts()
    lines = [view.say(texts.QUESTION, mention=_poster(view, form))]
    lines += [_line(view, form, doubt, whole=whole) for doubt in doubts]
    example = texts.example([doubt.field for doubt in doubts])
    if example:
        how = texts.HOW if any(doubt.likely for doubt in doubts) else texts.HOW_TYPED
        lines.append(view.say(how, example=example))
    if any(doubt.field == "phone" for doubt in doubts):
        lines.append(view.say(texts.HOW_NO_PHONE))
    return "\n".join(lines)


def _line(view: View, form: Form, doubt: Doubt, *, whole: bool) -> str:
    read = escape(_shown(form, doubt, whole=whole))
    off = digits_off(doubt.read) if doubt.field == "phone" and doubt.why is Why.MALFORMED else 0
    if off > 0:
        why = view.say(texts.TOO_LONG, read=read, count=off)
    elif off < 0:
        why = view.say(texts.TOO_SHORT, read=read, count=digits_in(doubt.read))
    else:
        why = view.say(texts.WHY[doubt.why], read=read)
    return f"· <b>{view.word(texts.FIELD[doubt.field])}</b> {why}"


def _shown(form: Form, doubt: Doubt, *, whole: bool, text: str | None = None) -> str:
    """What was read in a field (or `text`, which may stand there), as the group may see it."""
    said = doubt.read if text is None else text
    if whole:
        return said
    mask = _MASKS.get(doubt.field)
    caller = form.values().get("caller", Value()).value
    return mask(said) if mask is not None else mask_text(said, [caller])


def _poster(view: View, form: Form) -> str:
    query = select(Member).where(Member.user_id == form.poster_id)
    return mention(view.session.exec(query.where(Member.federation_id == form.federation_id)))


def _picture(view: View, form: Form, *, whole: bool) -> bytes | None:
    """The doubtful fields cropped from the photo, beside what was read: all of it, wherever the
    crop shows it. A masked number cannot be compared with the one on the paper."""
    values = form.values()
    taken_out = not whole and (view.scope.settings.delete_photos or form.chat_id > 0)
    crops = []
    for doubt in form.open_doubts():
        box = values[doubt.field].box if doubt.field in values else None
        hidden = doubt.field in PERSONAL and taken_out
        if box is not None and form.photo and doubt.why is not Why.MISSING and not hidden:
            part = crop(view.photo(form.photo), box, _CLOSE if taken_out else _WIDE, form.leaf)
            label = view.word(texts.FIELD[doubt.field])
            crops.append((label, part, _shown(form, doubt, whole=whole or not taken_out)))
    return draw_question(crops) if crops else None


def _buttons(view: View, form: Form, *, whole: bool) -> Buttons:
    """A row a likely answer; the callback carries which it is, and no more of it."""
    found = []
    for doubt in form.open_doubts():
        for answer in doubt.likely[:MOST_ANSWERS]:
            label = _shown(form, doubt, whole=whole, text=answer)
            found.append((Button(label, f"fix:{form.id}:{doubt.field}:{form.key(answer)}"),))
    last = [Button(view.word(texts.DO_NOT_DISPATCH), f"drop:{form.id}")]
    if not whole and any(d.field in PERSONAL and d.read for d in form.open_doubts()):
        last.append(Button(view.word(card_texts.SEE), url=view.link(f"form_{form.id}")))
    return (*found, tuple(last))
