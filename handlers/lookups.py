"""Questions: /ticket /mine /open /find /experts /whoami /audit. Everything here is masked; the
group reads all but the last."""

from collections.abc import Sequence
from html import escape

from sqlmodel import Session

from bot.messages.card import card_text
from bot.messages.history import audit_lines, clocks, fitting, history_lines
from bot.messages.unsettled import unsettled
from bot.messages.view import View
from bot.services import experts, people, photos, questions, tickets
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import lookups as texts
from bot.texts import people as texts_of_people
from bot.texts import refusals
from bot.texts import stats as texts_of_stats
from bot.texts.statuses import STATUS
from bot.texts.text import Text, quoted
from handlers.call import Call
from handlers.doing import no_ticket, ticket_meant
from models.deed import Deed
from models.rights import Standing, may
from models.said.periods import parse_period
from models.tables.firm import Firm
from models.tables.ticket import RUNNING, Ticket

MOST = 20  # lines


def view_of(call: Call, session: Session) -> View:
    """What messages are rendered with."""
    parts = call.parts
    return View(session, call.scope, parts.store, parts.clock.now(), parts.bot_name)


async def ticket(call: Call) -> None:
    """/ticket 17: how it stands and its whole history."""
    found, _ = await ticket_meant(call)
    if found is None:
        await no_ticket(call, None)
        return

    def tell(work: Work, person: Person) -> tuple[str, int]:
        member = person.member
        # Looks and refusals of rights are for the secretary-general alone, not for the group.
        everything = call.private and member is not None and member.secretary
        story = _story(view_of(call, work.session), found, everything=everything)
        return story, len(photos.of_ticket(work.session, found))

    story, pictures = await call.read(tell)
    see = ["photos", f"start:photos_{found.id}", str(pictures)]
    await call.answer(story, [[see]] if pictures else [])


def _story(view: View, ticket: Ticket, *, everything: bool) -> str:
    title, *history = history_lines(view, ticket, everything=everything)
    return fitting(view, [card_text(view, ticket), clocks(view, ticket), "", title], history)


async def mine(call: Call) -> None:
    """/mine: one's own firm's open tickets."""

    def tell(work: Work, person: Person) -> str:
        view = view_of(call, work.session)
        if person.firm_id is None:
            return view.say(texts.NO_FIRM)
        return _of_firm(view, work, work.session.get_one(Firm, person.firm_id))

    await call.answer(await call.read(tell))


def _of_firm(view: View, work: Work, firm: Firm) -> str:
    found = tickets.open_ones(work.session, work.scope, firm.id)
    head = view.say(texts.MINE, firm=escape(firm.name), count=len(found))
    return _listed(view, head, found, len(found)) if found else view.say(texts.NOTHING_OPEN)


async def open_tickets(call: Call) -> None:
    """/open: all open tickets, and the forms that wait for an answer to become one; /open 复瑞物业:
    a firm's."""

    def tell(work: Work, person: Person) -> str:
        view = view_of(call, work.session)
        firm = people.firm_named(work.session, work.scope, call.words)
        if firm is not None:
            return _of_firm(view, work, firm)
        found = tickets.open_ones(work.session, work.scope)
        head = view.say(texts.OPEN, count=len(found))
        lists = [_listed(view, head, found, len(found))] if found else []
        lists += unsettled(view, questions.open_ones(work.session, work.scope))
        return "\n".join(lists) or view.say(texts.NOTHING_OPEN)

    await call.answer(await call.read(tell))


async def find(call: Call) -> None:
    """/find 丰翔 漏水; in private those who phone residents may look for one: /find 5678."""

    def tell(work: Work, person: Person) -> str:
        view, words = view_of(call, work.session), call.words.split()
        if not words:
            return view.say(texts.NOT_FOUND)
        phones = call.private and may(standings(person, None), Deed.ANSWER)
        count, found = tickets.search(work.session, work.scope, words, MOST, personal=phones)
        if not found:
            return view.say(texts.NOT_FOUND)
        head = view.say(texts.FOUND, count=count)
        return _listed(view, head, found, count, texts.MORE_FOUND)

    await call.answer(await call.read(tell))


def _listed(
    view: View, head: str, found: Sequence[Ticket], count: int, more: Text = texts.MORE
) -> str:
    """The first of `count` tickets, a line each, and how many more there are."""
    lines = [head, *(line(view, ticket) for ticket in found[:MOST])]
    if count > MOST:
        lines.append(view.say(more, count=count - MOST))
    return "\n".join(lines)


def line(view: View, ticket: Ticket) -> str:
    """One ticket on one line."""
    late = ticket.status in RUNNING and view.now > ticket.due
    status = view.word(texts.LATE) if late else view.word(STATUS[ticket.status])
    where = " ".join(p for p in (view.community(ticket), escape(ticket.category)) if p)
    mark = "🔴" if late else "·"
    firm = view.firm(ticket.firm_id)
    return f"{mark} <b>#{ticket.label}</b> {where} · {firm} · {status} · {view.time(ticket.due)}"


async def audit(call: Call) -> None:
    """/audit [今天|7d|…], in private: who did what when, with looks and refusals of rights."""
    if not call.private:
        link = f"https://t.me/{call.parts.bot_name}"
        await call.tell(call.say(refusals.IN_PRIVATE_ONLY, link=link))
        return
    period = parse_period(call.words, call.parts.clock.now(), call.scope.zone)
    if period is None:
        await call.tell(call.say(texts_of_stats.WHICH_PERIOD, command="audit"))
        return

    def tell(work: Work, person: Person) -> str:
        view = view_of(call, work.session)
        head = view.say(texts.AUDIT, period=texts_of_stats.period_named(escape(period.label)))
        return fitting(view, [head], audit_lines(view, period.start, period.end))

    await call.answer(await call.read(tell))


async def who_solved(call: Call) -> None:
    """/experts 电梯"""

    def tell(work: Work, person: Person) -> str:
        view, kind = view_of(call, work.session), call.words.strip()
        if not kind:
            return view.say(texts.WHICH_KIND)
        found = experts.who_solved(work.session, work.scope, kind)[:MOST]
        lines = [_expert(view, one) for one in found]
        head = view.say(texts.EXPERTS if found else texts.NO_EXPERTS, kind=quoted(kind))
        return "\n".join([head, *lines])

    await call.answer(await call.read(tell))


def _expert(view: View, one: experts.Expert) -> str:
    """A specialist that has not been called in yet is said to be one."""
    say = texts.EXPERT if one.solved or one.helped else texts.SPECIALIST
    firm = escape(one.firm.name)
    return "· " + view.say(say, firm=firm, solved=one.solved, helped=one.helped)


async def whoami(call: Call) -> None:
    """/whoami: one's Telegram id, which the config file asks for, and one's posts."""

    def tell(work: Work, person: Person) -> str:
        language, held = work.scope.language, standings(person, None) - {Standing.FIRM}
        posts = [refusals.WHO[s].word(language) for s in refusals.WHO if s in held]
        if person.firm_id is not None:
            firm = escape(work.session.get_one(Firm, person.firm_id).name)
            posts.append(texts_of_people.LEAD_OF.say(language, firm=firm))
        known = "、".join(posts) or texts_of_people.NO_POST.say(language)
        return texts_of_people.WHOAMI.say(language, id=person.user_id, posts=known)

    await call.answer(await call.read(tell))
