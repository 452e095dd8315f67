"""Coming, leaving, and being bound to a firm."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, User

from bot.services import joining, people, signs, tags, telling
from bot.services.joining import Joined, Meant
from bot.services.people import Person
from bot.services.scope import scope_of
from bot.services.work import Work
from bot.texts import people as texts
from bot.texts import rulings
from bot.texts.text import Text, quoted
from handlers.call import Call, replied_by
from models.tables.firm import Firm
from models.tables.member import Member

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})

Answer = tuple[Text, Mapping[str, str | Text]]


async def join(call: Call, token: str) -> None:
    """A personal link was pressed, perhaps by somebody whom no federation knows yet."""
    federation_id = await call.parts.db.read(joining.federation_of, token)
    if federation_id is not None:
        call.scope = await call.parts.db.read(scope_of, call.parts.settings, federation_id)
    joined = await call.work(lambda work, person: joining.redeem(work, token, person))
    if isinstance(joined, Joined):
        await call.answer(call.say(texts.JOINED, firm=escape(joined.firm.name)))
    else:
        await call.answer(call.say(texts.NOT_JOINED[joined]))


async def invite(call: Call) -> None:
    """/invite 复瑞物业 [陈晓东]: a link, told in private and nowhere else."""
    place = None if call.private else (call.chat_id, call.message_id)
    refused = await call.work(_invite, call.words, call.parts.bot_name, place)
    if refused is not None:
        text, facts = refused
        await call.tell(call.say(text, **facts))


def _invite(
    work: Work, person: Person, words: str, bot_name: str, place: tuple[int, int] | None
) -> Answer | None:
    maker = person.member
    start = f"https://t.me/{bot_name}?start="
    if maker is None or (place is not None and maker.reachable is not True):
        return texts.START_FIRST, {"link": f"{start}invite"}
    meant = joining.meant(work, words)
    if not isinstance(meant, Meant):
        return _misnamed(meant, words, "/invite") or (texts.INVITE_HOW, {})
    _tell_link(work, maker, meant, start, place)
    return None


def _tell_link(
    work: Work, maker: Member, to: Meant, start: str, place: tuple[int, int] | None
) -> None:
    """The link, to its maker alone. Whoever has blocked the bot since reads in the group how to
    get it; the link is never shown there."""
    invite_id, token = joining.make_invite(work, to.firm, maker, to.lead)
    name = f" {escape(to.lead.name)}" if to.lead else ""
    facts = {"firm": escape(to.firm.name), "name": name, "link": f"{start}join_{token}"}
    language = work.scope.language
    telling.notice(
        work,
        key=f"invite:{invite_id}",
        say="",
        chat_id=maker.user_id,
        html=texts.INVITE.say(language, **facts),
        secret=True,
        instead=list(place) if place else None,
        otherwise=texts.START_FIRST.say(language, link=f"{start}invite"),
    )
    if place is not None:
        telling.react(work, place, signs.DONE)


def _misnamed(firm: Firm | None, words: str, command: str) -> Answer | None:
    """The firm is known, but not this lead of it; or no firm is called so. None: none is named."""
    if firm is None and words:
        return rulings.NO_FIRM, {"words": quoted(words), "example": f"{command} 复瑞物业"}
    if firm is None:
        return None
    name = words.strip().rpartition(" ")[2]
    return texts.NO_SUCH_LEAD, {"firm": escape(firm.name), "name": quoted(name)}


@dataclass(frozen=True)
class _Target:
    """Whose message is replied to."""

    user: User
    anonymous: bool

    @property
    def person(self) -> Person:
        """As Telegram names them."""
        return Person(self.user.id, self.user.full_name, self.user.username)


def _target(call: Call) -> _Target | None:
    replied = replied_by(call.message)
    if replied is None or replied.from_user is None:
        return None
    return _Target(replied.from_user, replied.sender_chat is not None)


async def bind(call: Call) -> None:
    """/bind 复瑞物业, in reply to somebody's message."""
    text, facts = await call.work(_bind, _target(call), call.words)
    link = f"https://t.me/{call.parts.bot_name}?start=bound"
    await call.answer(call.say(text, **facts, link=link))


def _bind(work: Work, person: Person, target: _Target | None, words: str) -> Answer:
    refusal = _why_not(target, "bind")
    if refusal is not None or target is None:
        return refusal or (texts.BIND_HOW, {})
    meant = joining.meant(work, words)
    if not isinstance(meant, Meant):
        return _misnamed(meant, words, "/bind") or (texts.BIND_HOW, {})
    before = _led(work, target)
    member = joining.bind(work, person, target.person, meant)
    text = texts.BOUND if member.reachable else texts.BOUND_UNREACHED
    moved = before is not None and before.id != meant.firm.id
    was = _moved_from(work, before) if before and moved else Text("", "")
    name, firm = escape(target.user.full_name), escape(meant.firm.name)
    return text, {"name": name, "firm": firm, "before": was}


def _moved_from(work: Work, firm: Firm) -> Text:
    return texts.MOVED_FROM.filled(firm=escape(firm.name), left=_left_alone(work, firm))


def _left_alone(work: Work, firm: Firm) -> Text:
    """That the firm has no lead any more, if so."""
    work.session.flush()
    if joining.has_lead(work.session, firm.id or 0):
        return Text("", "")
    return texts.NO_LEAD_LEFT.filled(firm=escape(firm.name))


def _led(work: Work, target: _Target) -> Firm | None:
    """The firm that somebody leads."""
    member = people.find(work.session, work.scope, target.user.id)
    return work.session.get(Firm, member.firm_id) if member and member.firm_id else None


def _why_not(target: _Target | None, tried: str) -> Answer | None:
    if target is not None and target.anonymous:
        return texts.ANONYMOUS, {}
    if target is None or target.user.is_bot:
        return texts.BIND_HOW if tried == "bind" else texts.UNBIND_HOW, {}
    return None


async def unbind(call: Call) -> None:
    """/unbind, in reply to somebody's message."""
    text, facts = await call.work(_unbind, _target(call))
    await call.answer(call.say(text, **facts))


def _unbind(work: Work, person: Person, target: _Target | None) -> Answer:
    refusal = _why_not(target, "unbind")
    if refusal is not None or target is None:
        return refusal or (texts.UNBIND_HOW, {})
    user = target.user
    found = people.recognise(work.session, work.scope, user.id, user.full_name, user.username)
    firm = joining.unbind(work, person, found)
    if firm is None:
        return texts.NOT_BOUND, {"name": escape(user.full_name)}
    left = _left_alone(work, firm)
    return texts.UNBOUND, {"name": escape(user.full_name), "firm": escape(firm.name), "left": left}


async def came_or_left(call: Call) -> None:
    """Telegram's own lines in the group: so-and-so joined, left."""
    message = call.message
    for user in message.new_chat_members if message else ():
        if not user.is_bot:
            await call.look(_came, user)
    if message is not None and message.left_chat_member is not None:
        await call.look(_left, message.left_chat_member)


async def member_changed(call: Call) -> None:
    """An update about somebody's membership, or the bot's own; or a private chat with us blocked
    or begun."""
    change = call.update.chat_member or call.update.my_chat_member
    if change is None:
        return
    user, gone = change.new_chat_member.user, _gone(change)
    if change.chat.type == "private":
        step = people.unreachable if gone else people.started
        await call.look(lambda work, _: step(work.session, change.from_user.id))
    elif user.id == call.parts.bot_id:
        if change.new_chat_member.status == ChatMember.ADMINISTRATOR:
            await call.look(lambda work, _: tags.anew(work))
    elif not user.is_bot:
        await call.look(_left if gone else _came, user)


def _gone(change: ChatMemberUpdated) -> bool:
    """Somebody may be restricted and yet in the group, or restricted and out of it."""
    now = change.new_chat_member
    return not now.is_member if isinstance(now, ChatMemberRestricted) else now.status in _GONE


def _came(work: Work, person: Person, user: User) -> None:
    joining.came(work, user.id, user.full_name, user.username)


def _left(work: Work, person: Person, user: User) -> None:
    """What nobody in the group does any more, those who can mend it are told."""
    gone = joining.left(work, user.id)
    if gone is None:
        return
    if gone.firm is not None:
        _tell_of(work, gone, "last_lead_left", firm=gone.firm.name)
    for post in gone.posts:
        _tell_of(work, gone, f"last_{post}_left")


def _tell_of(work: Work, gone: joining.Gone, say: str, firm: str = "") -> None:
    session, scope = work.session, work.scope
    able = people.secretaries(session, scope) or people.dispatchers(session, scope)
    telling.notice(
        work,
        key=f"member:{gone.member.id}:{say}:{work.now.timestamp()}",
        say=say,
        name=gone.member.name,
        mention=[m.id for m in able if m.id],
        firm=firm,
    )
