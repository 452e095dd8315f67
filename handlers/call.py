"""One gesture of one person: who, where, about what; and the ways to answer it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session
from telegram import Message, Update

from bot import inbox, sender
from bot.parts import Parts
from bot.services import people, record, tags, telling
from bot.services.people import Person
from bot.services.scope import Scope, scope_of
from bot.services.work import Work
from bot.texts.text import Text

P = ParamSpec("P")
T = TypeVar("T")
SECOND = timedelta(seconds=1)
Buttons = Sequence[Sequence[Sequence[str]]]  # rows of (word, data[, number])


def replied_by(message: Message | None) -> Message | None:
    """What a message replies to. In a group with topics every message carries the one that opened
    its topic, which nobody replies to."""
    replied = message.reply_to_message if message else None
    return None if replied is None or replied.forum_topic_created else replied


@dataclass
class Call:
    """`words` is what stands after the command, or the whole text; `data` what a button carries
    after its name. Of several `choices` of a federation the person has to be asked for one."""

    parts: Parts
    update: Update
    scope: Scope
    choices: tuple[Scope, ...] = ()
    words: str = ""
    data: list[str] = field(default_factory=list)
    settled: bool = False  # the update is marked done, in the transaction of its deed

    @property
    def message(self) -> Message | None:
        """The message written, or the one below which a button was pressed."""
        found = self.update.effective_message
        return found if isinstance(found, Message) else None

    @property
    def text(self) -> str:
        """All that was written, also below a picture."""
        return (self.message.text or self.message.caption or "") if self.message else ""

    @property
    def private(self) -> bool:
        """Whether this happens in a private chat with the bot."""
        chat = self.update.effective_chat
        return chat is not None and chat.type == "private"

    @property
    def chat_id(self) -> int:
        """Where it happens."""
        chat = self.update.effective_chat
        return chat.id if chat else self.scope.chat_id

    @property
    def message_id(self) -> int:
        """Of the message written, reacted to, or below which a button was pressed."""
        if self.update.message_reaction is not None:
            return self.update.message_reaction.message_id
        query = self.update.callback_query
        if query is not None and query.message is not None:
            return query.message.message_id
        return self.message.message_id if self.message else 0

    @property
    def said_at(self) -> datetime:
        """When it was said, which a bot that was down hears later: within the second that Telegram
        tells. Of a press nobody knows."""
        now, reaction, message = self.parts.clock.now(), self.update.message_reaction, self.message
        if reaction is not None:
            return min(now, reaction.date + SECOND)
        if message is None or self.update.callback_query is not None:
            return now
        return min(now, (message.edit_date or message.date) + SECOND)

    @property
    def reply_to(self) -> int | None:
        """The message that this one replies to."""
        replied = replied_by(self.message)
        return replied.message_id if replied else None

    @property
    def place(self) -> tuple[int, int] | None:
        """(chat id, message id) of what this replies to: here, or where the group was before."""
        outside = self.message.external_reply if self.message else None
        if outside is not None and outside.chat is not None and outside.message_id is not None:
            known = outside.chat.id in self.scope.chat_ids
            return (outside.chat.id, outside.message_id) if known else None
        return (self.chat_id, self.reply_to) if self.reply_to is not None else None

    @property
    def replied_text(self) -> str:
        """What the message says that this one replies to, if it is one of ours."""
        replied = replied_by(self.message)
        if replied is None or replied.from_user is None:
            return ""
        ours = replied.from_user.id == self.parts.bot_id
        return (replied.text or replied.caption or "") if ours else ""

    @property
    def quoted(self) -> str:
        """The words that the reply quotes."""
        quote = self.message.quote if self.message else None
        return quote.text if quote else ""

    async def work(
        self, deed: Callable[Concatenate[Work, Person, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`deed(work, person, …)` in one transaction, with the update marked done in it: whatever
        happens to the process, the deed is done once."""
        result = await self._transact(True, deed, *args, **kwargs)
        self.settled = True
        self.parts.wake("deliver")
        return result

    async def look(
        self, question: Callable[Concatenate[Work, Person, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The same for what only asks, before or after the deed itself."""
        return await self._transact(False, question, *args, **kwargs)

    async def read(self, question: Callable[[Work, Person], T]) -> T:
        """The same for what only reads, and may take its time: nobody waits for it to write. Who
        asks is recognised before, for that may be written."""
        person = await self.look(lambda _, person: person)

        def job(session: Session) -> T:
            return question(self._working(session), person)

        return await self.parts.db.read(job)

    async def _transact(
        self, settle: bool, deed: Callable[..., T], *args: object, **kwargs: object
    ) -> T:
        def job(session: Session) -> T:
            work = self._working(session)
            result = deed(work, self._person(work), *args, **kwargs)
            if settle and not self.settled:
                inbox.done(session, self.update.update_id)
            return result

        return await self.parts.db.run(job)

    def _working(self, session: Session) -> Work:
        scope = scope_of(session, self.parts.settings, self.scope.id)
        return Work(session, scope, self.parts.clock.now(), self.said_at)

    def _person(self, work: Work) -> Person:
        user = self.update.effective_user
        if user is None:
            return Person(0, "")
        person = people.recognise(
            work.session,
            work.scope,
            user.id,
            user.full_name,
            user.username,
            present=self._present,
        )
        if self._present:
            tags.seen(work, person)
        return person

    @property
    def _present(self) -> bool:
        """Whether this shows that whoever did it is in the group: it was done there, and is no
        news about somebody's leaving, nor a press, which an old card takes from outside too."""
        chat, message = self.update.effective_chat, self.update.message
        about = self.update.chat_member is not None or self.update.my_chat_member is not None
        leaving = message is not None and message.left_chat_member is not None
        here = chat is not None and chat.id in self.scope.chat_ids
        return here and not about and not leaving and self.update.callback_query is None

    @property
    def anonymous(self) -> bool:
        """Whether it was written in the group's or a channel's name, by nobody knows whom."""
        return self.message is not None and self.message.sender_chat is not None

    async def denied(self, **facts: str) -> None:
        """Put on record that something was tried that may not be done, about no ticket."""

        def keep(work: Work, person: Person) -> None:
            record.deny(work.session, work.scope.id, work.now, person, dict(facts))

        await self.work(keep)

    def say(self, text: Text, **facts: object) -> str:
        """A sentence in the federation's language."""
        return text.say(self.scope.language, **facts)

    async def tell(self, sentence: str, *, alert: bool = False) -> None:
        """Only the person who acted needs to see it: a toast; else in private, where they can be
        reached; else a short reply."""
        query = self.update.callback_query
        if query is not None:
            await sender.toast(self.parts.bot, query.id, sentence, alert=alert)
        else:
            await self._owe(sentence, in_private=True)

    async def answer(self, html: str, buttons: Buttons = ()) -> None:
        """A reply where it was asked; `buttons` as a notice carries them."""
        await self._owe(html, buttons, in_private=False)

    async def _owe(self, html: str, buttons: Buttons = (), *, in_private: bool) -> None:
        await self.parts.db.run(self._enqueue, html, buttons, in_private)
        self.parts.wake("deliver")

    def _enqueue(self, session: Session, html: str, buttons: Buttons, in_private: bool) -> None:
        work = Work(session, self.scope, self.parts.clock.now())
        user = self.update.effective_user
        member = people.find(session, self.scope, user.id) if user else None
        known = member is not None and member.reachable is not False
        alone = in_private and not self.private and known
        telling.notice(
            work,
            key=f"update:{self.update.update_id}:{'tell' if in_private else 'answer'}",
            say="",
            chat_id=user.id if alone and user else self.chat_id,
            reply_to=None if alone else self.message_id,
            instead=[self.chat_id, self.message_id] if alone else None,
            html=html,
            buttons=[[list(button) for button in row] for row in buttons],
        )


Handler = Callable[[Call], Awaitable[None]]
