"""A form that was read becomes a ticket, a question, or nothing."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlmodel import col, select

from bot.ocr import MAX_PAGES, same_photo
from bot.services import duplicates, filing, opening, questions, retakes, signs, telling
from bot.services.roster import stored
from bot.services.work import Work
from models.intake import Reading, Value, Verdict, unread
from models.said.typed_form import is_typed_form, said_below
from models.same_paper import told_apart
from models.tables.form import Form, FormState
from models.verdict import check, not_sure

_STANDING = (FormState.OPENED, FormState.ASKING)  # a repeat of what came to nothing is no repeat


def settle(work: Work, claimed: Form, readings: Sequence[Reading], photo: str, mark: str) -> None:
    """Act on what was read: each reading beyond the first is a form of its own.

    `photo` is its name in the store, `mark` its fingerprint."""
    filing.one_at_a_time(work)
    form = filing.being_read(work.session, claimed)
    if form is None:
        return
    form.photo, form.fingerprint = photo, mark
    readings = [*(_with_caption(work, form, reading) for reading in readings[:1]), *readings[1:]]
    earlier = _same_photo(work, form, readings[0]) if readings else None
    if earlier is not None:
        retakes.repeat(work, form, earlier)
        retakes.say_repeated(work, form, _forms_of_photo(work, earlier))
        return
    pages = [form, *(_page_of(work, form, page) for page in range(1, len(readings)))]
    settled = (
        _settle_page(work, own, reading)
        for own, reading in zip(pages, readings, strict=False)
        if own is not None
    )
    retakes.say_repeated(work, form, [earlier for earlier in settled if earlier is not None])
    _say_unread(work, form, readings)
    if all(reading.verdict is Verdict.IGNORE for reading in readings):
        _shrug(work, form)


def _with_caption(work: Work, form: Form, reading: Reading) -> Reading:
    """What was written below the photo fills what the paper leaves empty; where both say
    something, the paper counts. Below a picture of no form it may be all that is said."""
    said = said_below(form.caption or _caption_of_album(work, form))
    if reading.verdict is Verdict.IGNORE and not is_typed_form(said):
        return reading
    read = {name: value for name, value in reading.fields.items() if not value.inferred}
    added = {n: Value(t, 1.0) for n, t in said.items() if not read.get(n, Value()).value.strip()}
    if not added:
        return reading
    found = check(read | added, stored.directory(work.session, work.scope, work.now))
    return replace(found, seconds=reading.seconds, paper=reading.paper)


def _caption_of_album(work: Work, form: Form) -> str:
    """Telegram puts it below the first picture, which may show the place: it is the form's then."""
    if form.album is None:
        return ""
    query = select(Form.caption).where(Form.chat_id == form.chat_id, Form.album == form.album)
    query = query.where(Form.state == FormState.IGNORED, Form.caption != "")
    return work.session.exec(query).first() or ""


def _page_of(work: Work, form: Form, page: int) -> Form | None:
    """A form of its own; None if it was settled when the file was read before."""
    query = select(Form.id).where(Form.chat_id == form.chat_id, Form.page == page)
    if work.session.exec(query.where(Form.message_id == form.message_id)).first() is not None:
        return None
    copied = form.model_dump(exclude={"id", "page", "fields", "doubts", "ticket_id", "state"})
    extra = Form(**copied, page=page, state=FormState.READING)
    work.session.add(extra)
    work.session.flush()
    return extra


def _settle_page(work: Work, form: Form, reading: Reading) -> Form | None:
    """The earlier form that it is another photo of, if it is one."""
    form.fields = {name: asdict(value) for name, value in reading.fields.items()}
    form.doubts = [asdict(doubt) for doubt in reading.doubts]
    form.paper, form.leaf = reading.paper, reading.leaf
    if (earlier := retakes.opened_before(work, form)) is not None:
        retakes.repeat(work, form, earlier)
        return earlier
    if (alike := retakes.misread_before(work, form)) is not None:
        retakes.repeat(work, form, alike)
        retakes.say_misread(work, form, alike)
        return None
    retakes.take_over(work, form)
    match reading.verdict:
        case Verdict.DISPATCH:
            opening.open_ticket(work, form, reading)
        case Verdict.ASK:
            questions.ask(work, form)
        case Verdict.IGNORE:
            _ignore(work, form)
    return None


def _ignore(work: Work, form: Form) -> None:
    """No form; in an album with a form, or in reply to one, it stays with that ticket."""
    form.state = FormState.IGNORED
    about = _form_of_album(work, form) or _form_replied_to(work, form)
    if about is not None:
        opening.attach(work, form, about)


def _shrug(work: Work, form: Form) -> None:
    """A quiet sign that no form was seen, once that is sure of all pictures of an album: whoever
    has posted one says so then. What was posted in reply to a form need not be one."""
    if form.in_reply_to is not None:
        return
    pictures = [form]
    if form.album is not None:
        query = select(Form).where(Form.chat_id == form.chat_id, Form.album == form.album)
        pictures = list(work.session.exec(query))
    if all(picture.state is FormState.IGNORED for picture in pictures):
        for picture in pictures:
            telling.react(work, (picture.chat_id, picture.message_id), signs.NO_FORM)


def _form_of_album(work: Work, form: Form) -> Form | None:
    if form.album is None:
        return None
    query = select(Form).where(Form.chat_id == form.chat_id, Form.album == form.album)
    return work.session.exec(query.where(col(Form.ticket_id).is_not(None))).first()


def _form_replied_to(work: Work, form: Form) -> Form | None:
    return work.session.get(Form, form.in_reply_to) if form.in_reply_to else None


def _same_photo(work: Work, form: Form, reading: Reading) -> Form | None:
    """An earlier form of the same picture: the same bytes; or the same picture packed anew, on
    which the same is read (two scans of one layout look alike, but say different things)."""
    for other in retakes.newest(work, form, *_STANDING):
        alike = same_photo(other.fingerprint, form.fingerprint) and _says(other, reading)
        if not (other.page == 0 and other.photo and (other.photo == form.photo or alike)):
            continue
        if not duplicates.came_to_nothing(work.session, other.ticket_id):
            return other
    return None


def _forms_of_photo(work: Work, form: Form) -> Sequence[Form]:
    """All that stand of the photo that the form was on."""
    query = select(Form).where(Form.chat_id == form.chat_id, Form.message_id == form.message_id)
    query = query.where(col(Form.state).in_(_STANDING)).order_by(col(Form.page))
    return work.session.exec(query).all()


def _says(form: Form, reading: Reading) -> bool:
    """Whether the form was read to say the same where it counts."""
    said = form.said()
    read = {name: value.value for name, value in reading.fields.items()}
    same = all(said.get(name, "") == read.get(name, "") for name in ("phone", "address"))
    doubted = not_sure(form.values(), form.open_doubts())
    return same and not told_apart(said, read, doubted | not_sure(reading.fields, reading.doubts))


def _say_unread(work: Work, form: Form, readings: Sequence[Reading]) -> None:
    """Forms on these pages would be lost without a word."""
    if pages := unread(readings):
        telling.to_poster(
            work,
            form,
            key="pages_unread",
            say="pages_unread",
            form_id=form.id,
            count=readings[0].leaves,
            pages=_runs({page + 1 for page in pages}),
            most=MAX_PAGES,
            urgent=True,
        )


def _runs(numbers: set[int]) -> str:
    """3、21–300"""
    first = sorted(number for number in numbers if number - 1 not in numbers)
    last = sorted(number for number in numbers if number + 1 not in numbers)
    ends = zip(first, last, strict=True)
    return "、".join(f"{one}–{other}" if one < other else str(one) for one, other in ends)


def set_aside(work: Work, claimed: Form, reason: str) -> None:
    """The file cannot be read: its poster is told why and what to do. Posted in reply to a form, it
    stays with that ticket all the same."""
    form = filing.being_read(work.session, claimed)
    if form is None:
        return
    form.state = FormState.SET_ASIDE
    if (about := _form_replied_to(work, form)) is not None:
        opening.attach(work, form, about)
    telling.to_poster(
        work,
        form,
        key="set_aside",
        say=f"unreadable_{reason}",
        form_id=form.id,
        urgent=True,
    )
