"""What people do with a message and with the bot: react, press, follow a link, press Start."""

import asyncio
import re

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.methods.membership import member
from bot.demo.methods.reacting import known_reaction
from bot.demo.presses import Answer
from bot.demo.records import Chat, Json, Message
from bot.demo.world import open_private
from bot.demo.writing import Writing

PATIENCE = 10.0  # seconds that a person looks at a pressed button
START_LINK = re.compile(r"https?://t\.me/(?P<bot>\w+)\?start=(?P<payload>[\w-]{1,64})$")


class Gestures(Writing):
    """People's side of the chats: all they write, and all they press."""

    def react(
        self,
        user_id: int,
        message: int | Message,
        emoji: str | None,
        *,
        chat_id: int | None = None,
    ) -> None:
        """Set, change or (with None) take back one's reaction."""
        target = self.message(message, chat_id)
        person, chat = self._present(user_id, target.chat_id)
        old, new = target.reactions.pop(user_id, None), known_reaction(emoji) if emoji else None
        if new:
            target.reactions[user_id] = new
        self.world.changed("reaction", target)
        if chat.kind == "private" or self.world.state.bot_is_admin:
            self.world.tell_bot("message_reaction", chat.id, self._reaction(target, person, old))

    async def press(
        self, user_id: int, message: int | Message, button: str, *, chat_id: int | None = None
    ) -> str:
        """Press a button by its label, its beginning, or its callback_data → the toast, or ''.

        A link into the bot opens the private chat and presses Start there. Raises LookupError
        without such a button, TimeoutError when the bot does not answer.
        """
        target = self.message(message, chat_id)
        pressed = target.button(button)
        if pressed.url is None:
            return (await self.query(user_id, target, pressed.data or "")).text
        self.follow(user_id, pressed.url)
        return ""

    async def forge(
        self, user_id: int, message: int | Message, data: str, *, chat_id: int | None = None
    ) -> str:
        """Send a callback with data that no button carries → the toast, or ''."""
        return (await self.query(user_id, self.message(message, chat_id), data)).text

    async def query(self, user_id: int, target: Message, data: str) -> Answer:
        """A callback query and what the bot answered. Raises TimeoutError after 10 s."""
        person, chat = self._present(user_id, target.chat_id)
        query_id, answer = self.world.presses.begin()
        body = wire.callback_query(self.world.state, query_id, person, target, data)
        self.world.tell_bot("callback_query", chat.id, body)
        try:
            return await asyncio.wait_for(answer, PATIENCE)
        except TimeoutError:
            raise TimeoutError(f"the bot has not answered a press on {data!r}") from None

    def follow(self, user_id: int, url: str) -> Message | None:
        """Open a link: one into the bot presses Start there, any other leads out of here."""
        found = START_LINK.match(url)
        if not found or found["bot"] != self.world.bot.username:
            return None
        return self.start_private(user_id, found["payload"])

    def start_private(self, user_id: int, payload: str = "") -> Message:
        """Press Start in the bot's private chat; from now on the bot may write there."""
        person = self._person(user_id)
        chat = open_private(self.world.state, person)
        if chat.blocked:
            chat.blocked = False
            self._tell_of_block(person, chat, blocked=False)
        message = self._begin(user_id, chat.id, None)
        self._write(message, f"/start {payload}".strip())
        return self.world.post(message)

    def press_start(self) -> None:
        """Have all who are said to have pressed Start press it, so that the bot knows it too."""
        for person in self.world.state.people.values():
            if person.started:
                self.start_private(person.id)

    def block(self, user_id: int) -> None:
        """Block the bot: it may no longer write to this person."""
        person = self._person(user_id)
        chat = open_private(self.world.state, person)
        chat.blocked = True
        self._tell_of_block(person, chat, blocked=True)

    def _reaction(self, target: Message, person: Person, old: str | None) -> Json:
        return {
            "chat": wire.chat(self.world.state, self.world.state.chats[target.chat_id]),
            "message_id": target.message_id,
            "user": wire.user(person),
            "date": int(self.world.now().timestamp()),
            "old_reaction": wire.reaction(old),
            "new_reaction": wire.reaction(target.reactions.get(person.id)),
        }

    def _tell_of_block(self, person: Person, chat: Chat, *, blocked: bool) -> None:
        bot = member(self.world, chat, self.world.bot)
        kicked = {"status": "kicked", "user": bot["user"], "until_date": 0}
        change = (bot, kicked) if blocked else (kicked, bot)
        body = wire.member_change(self.world.state, self.world.now(), chat, person, change)
        self.world.tell_bot("my_chat_member", chat.id, body)
        self.world.changed("members")
