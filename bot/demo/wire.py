"""Records → the Bot API's JSON."""

from datetime import datetime

from bot.demo.cast import Person
from bot.demo.entities import cut
from bot.demo.html import utf16_length
from bot.demo.records import Button, Chat, Entity, Json, Message, Service, State, StoredFile

ANONYMOUS: Json = {
    "id": 1_087_968_824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def user(person: Person) -> Json:
    body: Json = {"id": person.id, "is_bot": person.is_bot, "first_name": person.name}
    if person.username:
        body["username"] = person.username
    if not person.is_bot:
        body["language_code"] = "zh-hans"
    return body


def chat(state: State, record: Chat) -> Json:
    if record.kind != "private":
        return {"id": record.id, "type": record.kind, "title": record.title}
    person = state.people[record.id]
    body: Json = {"id": record.id, "type": "private", "first_name": person.name}
    return body | ({"username": person.username} if person.username else {})


def message(state: State, record: Message, *, nested: bool = False) -> Json:
    """A Message. A nested one (replied to, pinned) does not show what it answers itself."""
    where = state.chats[record.chat_id]
    body: Json = {
        "message_id": record.message_id,
        "date": int(record.date.timestamp()),
        "chat": chat(state, where),
        "from": ANONYMOUS if record.anonymous else user(record.sender),
    }
    if record.anonymous:
        body["sender_chat"] = chat(state, where)
    elif where.kind != "private" and (tag := state.tags.get(record.sender.id)):
        body["sender_tag"] = tag
    if record.edited_at:
        body["edit_date"] = int(record.edited_at.timestamp())
    body |= _content(state, record) | _service(state, record.service, record)
    return body if nested else body | _context(state, record)


def _content(state: State, record: Message) -> Json:
    body: Json = {}
    has_media = bool(record.photo_sizes or record.document)
    if record.photo_sizes:
        body["photo"] = [photo_size(size) for size in record.photo_sizes]
    if record.document:
        body["document"] = document(record.document)
    if record.media_group_id:
        body["media_group_id"] = record.media_group_id
    if record.text:
        body["caption" if has_media else "text"] = record.text
    if record.entities:
        name = "caption_entities" if has_media else "entities"
        body[name] = [entity(state, one) for one in record.entities]
    if record.buttons:
        body["reply_markup"] = {"inline_keyboard": keyboard(record.buttons)}
    return body


def _context(state: State, record: Message) -> Json:
    body: Json = {}
    if record.forwarded_from is not None:
        author = user(state.people[record.forwarded_from])
        date = int(record.date.timestamp())
        body["forward_origin"] = {"type": "user", "date": date, "sender_user": author}
    answered = state.find(record.chat_id, record.reply_to) if record.reply_to else None
    if answered is None:
        return body
    body["reply_to_message"] = message(state, answered, nested=True)
    if record.quote:
        before = answered.text.partition(record.quote)[0]
        position = utf16_length(before)
        body["quote"] = {"text": record.quote, "position": position, "is_manual": True}
    return body


def _service(state: State, service: Service | None, record: Message) -> Json:
    if service is None:
        return {}
    if service.kind == "new_chat_members":
        return {service.kind: [user(state.people[service.user_id or 0])]}
    if service.kind == "left_chat_member":
        return {service.kind: user(state.people[service.user_id or 0])}
    if service.kind == "pinned_message":
        pinned = state.find(record.chat_id, service.message_id or 0)
        return {service.kind: message(state, pinned, nested=True)} if pinned else {}
    return {service.kind: service.chat_id}


def entity(state: State, record: Entity) -> Json:
    body: Json = {"type": record.type, "offset": record.offset, "length": record.length}
    if record.url and record.type == "text_link":
        body["url"] = record.url
    if record.language:
        body["language"] = record.language
    if record.type == "text_mention" and record.user_id is not None:
        body["user"] = user(state.people[record.user_id])
    return body


def photo_size(stored: StoredFile) -> Json:
    ids = {"file_id": stored.id, "file_unique_id": stored.unique_id}
    return ids | {"file_size": stored.size, "width": stored.width, "height": stored.height}


def document(stored: StoredFile) -> Json:
    ids = {"file_id": stored.id, "file_unique_id": stored.unique_id}
    return ids | {"file_name": stored.name, "mime_type": stored.mime, "file_size": stored.size}


def keyboard(rows: list[list[Button]]) -> list[list[Json]]:
    return [[_button(button) for button in row] for row in rows]


def _button(button: Button) -> Json:
    if button.url is not None:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.data}


def reaction(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []


def callback_query(state: State, query_id: str, who: Person, target: Message, data: str) -> Json:
    return {
        "id": query_id,
        "from": user(who),
        "message": message(state, target),
        "chat_instance": state.chats[target.chat_id].instance,
        "data": data,
    }


def names_command(record: Message, username: str) -> bool:
    """Whether the text begins with a command that is not addressed to another bot."""
    for one in record.entities:
        if one.type == "bot_command" and one.offset == 0:
            _, at, whom = cut(record.text, one).partition("@")
            return not at or whom.lower() == username.lower()
    return False


def member_change(
    state: State, date: datetime, where: Chat, actor: Person, change: tuple[Json, Json]
) -> Json:
    """A ChatMemberUpdated; `change` is the ChatMember before and after."""
    old, new = change
    return {
        "chat": chat(state, where),
        "from": user(actor),
        "date": int(date.timestamp()),
        "old_chat_member": old,
        "new_chat_member": new,
    }
