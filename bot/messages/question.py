"""The one question about a form: the doubtful fields as they are on the paper, likely answers."""

from html import escape

from sqlmodel import select

from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, mention
from bot.ocr import crop
from bot.pictures.question import draw_question
from bot.texts import asking as texts
from models.form import Form, FormState
from models.intake import Doubt, Why
from models.member import Member
from models.message import Message
from models.privacy import mask_phone
from models.ticket import Ticket

_PERSONAL = frozenset({"phone", "caller", "address"})  # not shown where photos are taken out
MOST_ANSWERS = 3  # buttons a field


def render(view: View, message: Message) -> Outgoing | None:
    """The question, unless it was settled before its turn came."""
    form = view.session.get_one(Form, message.form_id)
    if form.state is not FormState.ASKING:
        return None
    return Outgoing(
        message.chat_id,
        text=_text(view, form),
        picture=_picture(view, form),
        buttons=_buttons(view, form),
        reply_to=message.reply_to,
    )


def render_edit(view: View, message: Message) -> Outgoing | None:
    """What is still open, or how it was settled."""
    form = view.session.get_one(Form, message.form_id)
    asked = view.session.get_one(Message, message.facts["original"])
    if asked.message_id is None:
        return None
    settled = form.state is not FormState.ASKING
    return Outgoing(
        asked.chat_id,
        Way.EDIT,
        text=_outcome(view, form) if settled else _text(view, form),
        has_caption=bool(asked.facts.get("picture")),
        buttons=() if settled else _buttons(view, form),
        message_id=asked.message_id,
    )


def _outcome(view: View, form: Form) -> str:
    if form.state is FormState.DROPPED or form.ticket_id is None:
        return view.say(texts.DROPPED)
    return view.say(texts.ANSWERED, number=view.session.get_one(Ticket, form.ticket_id).label)


def _text(view: View, form: Form) -> str:
    doubts = form.open_doubts()
    lines = [view.say(texts.QUESTION, mention=_poster(view, form))]
    lines += [f"· <b>{view.word(texts.FIELD[d.field])}</b> {_why(view, d)}" for d in doubts]
    example = texts.EXAMPLE.get(doubts[0].field, texts.EXAMPLE_ELSE) if doubts else None
    if example is not None:
        how = texts.HOW if any(doubt.likely for doubt in doubts) else texts.HOW_TYPED
        lines.append(view.say(how, example=example.word("zh")))
    return "\n".join(lines)


def _why(view: View, doubt: Doubt) -> str:
    """What was read is shown, but never a whole phone number to the whole group."""
    read = mask_phone(doubt.read) if doubt.field == "phone" else doubt.read
    return view.say(texts.WHY[doubt.why], read=escape(read))


def _poster(view: View, form: Form) -> str:
    query = select(Member).where(Member.user_id == form.poster_id)
    return mention(view.session.exec(query.where(Member.federation_id == form.federation_id)))


def _picture(view: View, form: Form) -> bytes | None:
    """The doubtful fields cropped from the photo, beside what was read."""
    values = form.values()
    crops = []
    for doubt in form.open_doubts():
        box = values[doubt.field].box if doubt.field in values else None
        hidden = doubt.field in _PERSONAL and view.scope.settings.delete_photos
        if box is not None and form.photo and doubt.why is not Why.MISSING and not hidden:
            label = view.word(texts.FIELD[doubt.field])
            read = mask_phone(doubt.read) if doubt.field == "phone" else doubt.read
            crops.append((label, crop(view.photo(form.photo), box, 0.3), read))
    return draw_question(crops) if crops else None


def _buttons(view: View, form: Form) -> Buttons:
    """A row a likely answer; its field's place and its own are all the callback carries."""
    found = []
    for field_no, doubt in enumerate(form.open_doubts()):
        for answer_no, answer in enumerate(doubt.likely[:MOST_ANSWERS]):
            found.append((Button(answer, f"fix:{form.id}:{field_no}:{answer_no}"),))
    return (*found, (Button(view.word(texts.NO_FORM), f"drop:{form.id}"),))
