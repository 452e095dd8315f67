"""Coming, leaving, and being bound to a firm."""

from html import escape

from telegram import ChatMember, User

from bot.services import joining, people, telling
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import people as texts
from bot.texts import refusals
from bot.texts.text import Text
from handlers.call import Call
from models.firm import Firm

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
ANONYMOUS_ID = 1087968824  # @GroupAnonymousBot, as whom anonymous administrators speak

Answer = tuple[Text, dict[str, str]]


async def join(call: Call, token: str) -> None:
    """A personal link was pressed."""
    joined = await call.work(lambda work, person: joining.redeem(work, token, person))
    if joined is None:
        await call.answer(call.say(texts.BAD_LINK))
    else:
        await call.answer(call.say(texts.JOINED, firm=escape(joined.firm.name)))


async def invite(call: Call) -> None:
    """/invite 复瑞物业: a link, told in private."""
    text, facts = await call.work(_invite, call.words, call.parts.bot_name)
    await call.tell(call.say(text, **facts))


def _invite(work: Work, person: Person, words: str, bot_name: str) -> Answer:
    if not joining.may_invite(person) or person.member is None:
        return _refused(work)
    firm = people.firm_named(work.session, work.scope, words)
    if firm is None:
        return texts.INVITE_HOW, {}
    token = joining.make_invite(work, firm, person.member)
    link = f"https://t.me/{bot_name}?start=join_{token}"
    return texts.INVITE, {"firm": escape(firm.name), "link": link}


def _refused(work: Work) -> Answer:
    who = texts.SECRETARY_ONLY.say(work.scope.language)
    return refusals.ONLY, {"who": who}


async def bind(call: Call) -> None:
    """/bind 复瑞物业, in reply to somebody's message."""
    text, facts = await call.work(_bind, _target(call), call.words)
    await call.answer(call.say(text, **facts))


async def unbind(call: Call) -> None:
    """/unbind, in reply to somebody's message."""
    text, facts = await call.work(_unbind, _target(call))
    await call.answer(call.say(text, **facts))


def _target(call: Call) -> User | None:
    replied = call.message.reply_to_message if call.message else None
    return replied.from_user if replied else None


def _why_not(work: Work, person: Person, target: User | None) -> Answer | None:
    if not joining.may_invite(person):
        return _refused(work)
    if target is not None and target.id == ANONYMOUS_ID:
        return texts.ANONYMOUS, {}
    return (texts.BIND_HOW, {}) if target is None or target.is_bot else None


def _bind(work: Work, person: Person, target: User | None, words: str) -> Answer:
    refusal = _why_not(work, person, target)
    firm = people.firm_named(work.session, work.scope, words)
    if refusal is not None or firm is None or target is None:
        return refusal or (texts.BIND_HOW, {})
    joining.bind(work, Person(target.id, target.full_name, target.username), firm)
    return texts.BOUND, {"name": escape(target.full_name), "firm": escape(firm.name)}


def _unbind(work: Work, person: Person, target: User | None) -> Answer:
    refusal = _why_not(work, person, target)
    if refusal is not None or target is None:
        return refusal or (texts.BIND_HOW, {})
    found = people.recognise(work.session, work.scope, target.id, target.full_name, target.username)
    text = texts.UNBOUND if joining.unbind(work, found) else texts.NOT_BOUND
    return text, {"name": escape(target.full_name)}


async def whoami(call: Call) -> None:
    """/whoami: one's Telegram id, which the config file asks for, and one's posts."""

    def tell(work: Work, person: Person) -> str:
        language, own = work.scope.language, standings(person, None)
        posts = [refusals.WHO[s].word(language) for s in refusals.WHO if s in own and s != "firm"]
        if person.firm_id is not None:
            firm = escape(work.session.get_one(Firm, person.firm_id).name)
            posts.append(texts.LEAD_OF.say(language, firm=firm))
        known = "、".join(posts) or texts.NO_POST.say(language)
        return texts.WHOAMI.say(language, id=person.user_id, posts=known)

    await call.answer(await call.look(tell))


async def came_or_left(call: Call) -> None:
    """Telegram's own lines in the group: so-and-so joined, left."""
    message = call.message
    for user in message.new_chat_members if message else ():
        if not user.is_bot:
            await call.look(_came, user)
    if message is not None and message.left_chat_member is not None:
        await call.look(_left, message.left_chat_member)


async def member_changed(call: Call) -> None:
    """An update about somebody's membership; or a private chat with us blocked or begun."""
    change = call.update.chat_member or call.update.my_chat_member
    if change is None:
        return
    user, gone = change.new_chat_member.user, change.new_chat_member.status in _GONE
    if change.chat.type == "private":
        step = people.unreachable if gone else people.started
        await call.look(lambda work, _: step(work.session, change.from_user.id))
    elif not user.is_bot:
        await call.look(_left if gone else _came, user)


def _came(work: Work, person: Person, user: User) -> None:
    joining.came(work, user.id, user.full_name, user.username)


def _left(work: Work, person: Person, user: User) -> None:
    """Should a firm be left without a lead, those who can mend it are told."""
    last = joining.left(work, user.id, work.now)
    if last is None:
        return
    member, firm = last
    telling.notice(
        work,
        key=f"member:{member.id}:left:{work.now.timestamp()}",
        say="last_lead_left",
        name=member.name,
        firm=firm.name,
        mention=[m.id for m in people.secretaries(work.session, work.scope) if m.id],
    )
