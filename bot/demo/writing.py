"""What people write and send: messages, photos, files, albums, edits."""

from collections.abc import Sequence

from bot.demo.cast import Person
from bot.demo.entities import notice
from bot.demo.html import utf16_length
from bot.demo.methods.content import LONGEST_TEXT
from bot.demo.methods.sending import new_album_id
from bot.demo.photos import PHONE, store_file, store_photo
from bot.demo.records import Chat, Message
from bot.demo.world import World


class Writing:
    """What people send. A chat is the group unless a private one is named.

    A person who is not in the chat raises LookupError; what their client would not let them do
    raises ValueError; a picture that Telegram refuses raises RefusalError.
    """

    world: World

    def say(
        self,
        user_id: int,
        text: str,
        *,
        reply_to: int | Message | None = None,
        quote: str | None = None,
        chat_id: int | None = None,
    ) -> Message:
        """Write a message."""
        message = self._begin(user_id, chat_id, reply_to)
        message.quote = quote
        self._write(message, text)
        if not message.text:
            raise ValueError("an empty message cannot be sent")
        return self.world.post(message)

    def anonymous_say(self, text: str, *, reply_to: int | Message | None = None) -> Message:
        """Write as an anonymous administrator: in the group's name, from GroupAnonymousBot."""
        owner = next(p for p in self.world.state.people.values() if p.role == "secretary")
        message = self._begin(owner.id, None, reply_to)
        message.anonymous = True
        self._write(message, text)
        return self.world.post(message)

    def photo(
        self,
        user_id: int,
        picture: bytes,
        *,
        caption: str = "",
        reply_to: int | Message | None = None,
        chat_id: int | None = None,
    ) -> Message:
        """Send a picture as a photo: a phone makes it a JPEG of at most 1280 px."""
        sizes = store_photo(picture, PHONE)
        message = self._begin(user_id, chat_id, reply_to)
        message.photo_sizes = sizes
        self._write(message, caption)
        return self.world.post(message)

    def document(
        self,
        user_id: int,
        content: bytes,
        name: str,
        mime: str,
        *,
        caption: str = "",
        reply_to: int | Message | None = None,
        chat_id: int | None = None,
    ) -> Message:
        """Send a file as it is."""
        message = self._begin(user_id, chat_id, reply_to)
        message.document = store_file(content, name, mime, "documents")
        self._write(message, caption)
        return self.world.post(message)

    def album(
        self,
        user_id: int,
        pictures: Sequence[bytes],
        *,
        caption: str = "",
        as_documents: bool = False,
        reply_to: int | Message | None = None,
        chat_id: int | None = None,
    ) -> list[Message]:
        """Send pictures together: a message each, one media_group_id, the caption on the first."""
        group = new_album_id()
        messages = []
        for number, picture in enumerate(pictures):
            sizes = [] if as_documents else store_photo(picture, PHONE)
            message = self._begin(user_id, chat_id, reply_to)
            message.media_group_id, message.photo_sizes = group, sizes
            if as_documents:
                name = f"IMG_{number + 1:04}.jpg"
                message.document = store_file(picture, name, "image/jpeg", "documents")
            self._write(message, "" if number else caption)
            messages.append(self.world.post(message))
        return messages

    def forward(
        self, user_id: int, message: int | Message, *, chat_id: int | None = None
    ) -> Message:
        """Forward a message, a numbered one of the group, to the group or to a private chat."""
        original = self.message(message)
        copy = self._begin(user_id, chat_id, None)
        copy.forwarded_from = original.forwarded_from or original.sender.id
        copy.text, copy.entities = original.text, original.entities
        copy.photo_sizes, copy.document = original.photo_sizes, original.document
        return self.world.post(copy)

    def edit(
        self, user_id: int, message: int | Message, text: str, *, chat_id: int | None = None
    ) -> Message:
        """Change the text or caption of one's own message."""
        edited = self.message(message, chat_id)
        if edited.sender.id != user_id:
            raise ValueError("only one's own messages can be edited")
        self._write(edited, text)
        edited.edited_at = self.world.now().replace(microsecond=0)
        self.world.tell_bot_of_edit(edited)
        self.world.changed("edit", edited)
        return edited

    def message(self, wanted: int | Message, chat_id: int | None = None) -> Message:
        """The visible message with this number. Raises LookupError."""
        if isinstance(wanted, Message):
            return wanted
        where = chat_id or self.world.state.group_id
        found = self.world.find(where, wanted)
        if found is None:
            raise LookupError(f"no message {wanted} in chat {where}")
        return found

    def _person(self, user_id: int) -> Person:
        if user_id not in self.world.state.people:
            raise LookupError(f"nobody here has the id {user_id}")
        return self.world.state.people[user_id]

    def _present(self, user_id: int, chat_id: int) -> tuple[Person, Chat]:
        person = self._person(user_id)
        chat = self.world.state.chats.get(chat_id)
        if chat is None or user_id not in chat.members:
            raise LookupError(f"{person.name} is not in chat {chat_id}")
        return person, chat

    def _begin(self, user_id: int, chat_id: int | None, reply_to: int | Message | None) -> Message:
        person, chat = self._present(user_id, chat_id or self.world.state.group_id)
        if chat.migrated_to:
            raise LookupError("这个群已升级 · this group has become a supergroup")
        message = self.world.new_message(chat, person)
        if reply_to is not None:
            message.reply_to = self.message(reply_to, chat.id).message_id
        return message

    def _write(self, message: Message, text: str) -> None:
        if utf16_length(text) > LONGEST_TEXT:
            raise ValueError(f"a message holds at most {LONGEST_TEXT} characters")
        message.text = text.strip()
        message.entities = notice(message.text, self.world.state.people)
