"""What rendering is done with, and the small pieces that several messages share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

from sqlmodel import Session, col, select

from bot.messages.outgoing import Button, Buttons
from bot.services import people
from bot.services.scope import Scope
from bot.store import Store
from bot.texts import card, reminders
from bot.texts.text import Language, Text
from models.privacy import mask_text
from models.tables.firm import Firm
from models.tables.member import Member
from models.tables.ticket import Ticket

MOST_MENTIONED = 5  # people in one message: how many Telegram rings is not documented


@dataclass(frozen=True)
class View:
    """The facts of now, read in one transaction."""

    session: Session
    scope: Scope
    store: Store
    now: datetime
    bot_name: str

    @property
    def language(self) -> Language:
        """In which this federation is spoken to."""
        return self.scope.language

    def say(self, text: Text, **facts: object) -> str:
        """A sentence; facts must be safe HTML already."""
        return text.say(self.language, **facts)

    def word(self, text: Text) -> str:
        """A word on a button or a label."""
        return text.word(self.language)

    def piece(self, text: Text, **facts: object) -> str:
        """The same for a piece of a line: both languages side by side."""
        return text.word(self.language).format(**facts)

    def time(self, moment: datetime) -> str:
        """HH:MM today, MM-DD HH:MM on another day, in the federation's zone."""
        local, today = moment.astimezone(self.scope.zone), self.now.astimezone(self.scope.zone)
        return local.strftime("%H:%M" if local.date() == today.date() else "%m-%d %H:%M")

    def ago(self, moment: datetime) -> Text:
        """How long ago, in the largest fitting unit."""
        return length(self.now - moment)

    def firm(self, firm_id: int) -> str:
        """A firm's name, safe in HTML."""
        return escape(self.session.get_one(Firm, firm_id).name)

    def community(self, ticket: Ticket) -> str:
        """Where it is, safe in HTML. What the roster does not know may hold anything."""
        return escape(mask_text(ticket.community, [ticket.caller]))

    def kind(self, ticket: Ticket) -> str:
        """What it is about, safe in HTML; of a ticket without a kind, that it has none."""
        return escape(ticket.category) or self.word(card.NO_CATEGORY)

    def photo(self, name: str) -> Path:
        """Where a photo of the store lies."""
        return self.store.path(name)

    def link(self, payload: str) -> str:
        """A link that opens the private chat and presses Start with this payload."""
        return f"https://t.me/{self.bot_name}?start={payload}"

    def members(self, ids: Iterable[int]) -> list[Member]:
        """Members by id, in the order of `ids`."""
        wanted = list(ids)
        query = select(Member).where(col(Member.id).in_(wanted), col(Member.left_at).is_(None))
        found = {m.id: m for m in self.session.exec(query)}
        return [found[i] for i in wanted if i in found]

    def called(self, firm_id: int) -> str:
        """A firm's leads, mentioned; where it has none, the dispatchers, who can hand on what it
        has."""
        dispatchers = mention(people.dispatchers(self.session, self.scope))
        leads = mention(people.leads_of(self.session, firm_id))
        return leads or self.piece(card.NO_LEADS, mention=dispatchers)


def length(span: timedelta) -> Text:
    """A length of time in words."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 120:
        return reminders.MINUTES.filled(count=minutes)
    if minutes < 48 * 60:
        return reminders.HOURS.filled(count=minutes // 60)
    return reminders.DAYS.filled(count=minutes // (24 * 60))


def mention(members: Iterable[Member]) -> str:
    """Mentions that ring: by @username, or by id where there is none; at most five."""
    known = [m for m in members if m.username or m.user_id][:MOST_MENTIONED]
    return " ".join(_mention(m) for m in known)


def _mention(member: Member) -> str:
    if member.username:
        return f"@{escape(member.username)}"
    name = escape(member.name or _post(member))
    return f'<a href="tg://user?id={member.user_id}">{name}</a>'


def _post(member: Member) -> str:
    """What to call somebody whose name is not known yet."""
    if member.dispatcher:
        return "派单员"
    return "秘书长" if member.secretary else "值班客服" if member.on_duty else str(member.user_id)


def rows(buttons: Sequence[Button], width: int) -> Buttons:
    """Buttons laid out in rows of `width`."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
