"""What the page is told, as JSON: who is there, which chats, each message as one person sees it."""

from bot.demo import wire
from bot.demo.cast import CAST, Person
from bot.demo.records import Chat, Json, Message, Service
from bot.demo.samples import SAMPLES
from bot.demo.world import World

LONGEST_LAST = 60
FEATURED = frozenset(person.id for person in CAST)


def member(world: World, person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "username": person.username,
        "firm": person.firm,
        "role": person.role,
        "tag": world.state.tags.get(person.id, ""),
        "present": person.id in world.group.members,
        "blocked": person.id in world.state.chats and world.state.chats[person.id].blocked,
        "featured": person.id in FEATURED or person.role == "stranger",
    }


def members(world: World) -> list[Json]:
    """Everybody who can be played: the cast first, then the other leads of the roster."""
    people = [person for person in world.state.people.values() if not person.is_bot]
    return [member(world, person) for person in people]


def group(world: World) -> Json:
    pinned = [message.message_id for message in world.thread(world.group.id) if message.pinned]
    return {
        "id": world.group.id,
        "title": world.group.title,
        "bot_is_admin": world.state.bot_is_admin,
        "pinned": pinned[-1] if pinned else None,
    }


def bot(world: World, *, alive: bool, running: bool) -> Json:
    who = world.bot
    about = {"id": who.id, "name": who.name, "username": who.username}
    return about | {"running": running, "starting": alive and not running}


def samples() -> list[Json]:
    return [
        {
            "name": sample.name,
            "title": {"zh": sample.zh, "en": sample.en},
            "url": f"/api/samples/{sample.name}",
        }
        for sample in SAMPLES
    ]


def commands(world: World) -> list[dict[str, str]]:
    """Each command that the bot has announced, in whatever scope, once."""
    announced = (one for listed in world.state.commands.values() for one in listed)
    return list({one["command"]: one for one in announced}.values())


def chat(world: World, person: Person, record: Chat, read_up_to: int) -> Json:
    visible = [message for message in world.thread(record.id) if not message.deleted]
    last = visible[-1] if visible else None
    unread = [one for one in visible if one.message_id > read_up_to and one.sender.id != person.id]
    return {
        "id": record.id,
        "title": record.title if record.kind != "private" else world.bot.name,
        "kind": _kind(record),
        "last": summary(world, last) if last else "",
        "unread": len(unread),
        "date": last.date.isoformat() if last else None,
    }


def _kind(record: Chat) -> str:
    if record.kind == "private":
        return "private"
    return "former" if record.migrated_to else "group"


def summary(world: World, record: Message) -> str:
    """One line for the list of chats."""
    if record.service:
        return service(world, record.service, record.sender)
    kind = "[图片 photo] " if record.photo_sizes else ""
    kind = f"[文件 {record.document.name}] " if record.document else kind
    name = _sender(world, record)["name"]
    return f"{name}: {kind}{text(record)[:LONGEST_LAST]}"


def text(record: Message) -> str:
    """What it says; of a link that was followed, Telegram shows the command alone."""
    command, _, payload = record.text.partition(" ")
    followed = command == "/start" and payload and record.chat_id == record.sender.id
    return command if followed else record.text


def message(world: World, record: Message, seen_by: int) -> Json:
    """A message as the page shows it to one person."""
    return {
        "chat": record.chat_id,
        "id": record.message_id,
        "from": _sender(world, record),
        "date": record.date.isoformat(),
        "edited": record.edited,
        "text": text(record),
        "entities": [wire.entity(world.state, one) for one in record.entities],
        "photo": _photo(record),
        "document": _document(record),
        "album": record.media_group_id,
        "forwarded_from": _author(world, record),
        "reply_to": _reply(world, record),
        "quote": record.quote,
        "buttons": [[_button(button) for button in row] for row in record.buttons],
        "asks_me": seen_by in record.asked,
        "reactions": _reactions(record, seen_by),
        "pinned": record.pinned,
        "service": service(world, record.service, record.sender) if record.service else None,
    }


def _button(button: object) -> Json:
    return {name: value for name, value in vars(button).items() if value is not None}


def _sender(world: World, record: Message) -> Json:
    if record.anonymous:
        name = world.state.chats[record.chat_id].title
        return {"id": wire.ANONYMOUS["id"], "name": name, "is_bot": True, "tag": "匿名管理员"}
    sender = record.sender
    tag = world.state.tags.get(sender.id, "")
    return {"id": sender.id, "name": sender.name, "is_bot": sender.is_bot, "tag": tag}


def _author(world: World, record: Message) -> str | None:
    """Who wrote what was forwarded."""
    author = record.forwarded_from
    return None if author is None else world.state.people[author].name


def _photo(record: Message) -> Json | None:
    if not record.photo_sizes:
        return None
    largest = record.photo_sizes[-1]
    url = f"/api/file/{largest.id}"
    return {"url": url, "width": largest.width, "height": largest.height}


def _document(record: Message) -> Json | None:
    stored = record.document
    if stored is None:
        return None
    return {"name": stored.name, "url": f"/api/file/{stored.id}", "size": stored.size}


def _reply(world: World, record: Message) -> Json | None:
    answered = world.find(record.chat_id, record.reply_to) if record.reply_to else None
    if answered is None:
        return None
    return {
        "id": answered.message_id,
        "name": _sender(world, answered)["name"],
        "text": text(answered)[:LONGEST_LAST],
        "photo": bool(answered.photo_sizes),
    }


def _reactions(record: Message, seen_by: int) -> list[Json]:
    given = list(record.reactions.values())
    mine = record.reactions.get(seen_by)
    return [
        {"emoji": emoji, "count": given.count(emoji), "mine": emoji == mine}
        for emoji in dict.fromkeys(given)
    ]


def service(world: World, what: Service, actor: Person) -> str:
    """The grey line in the middle of the chat."""
    name = world.state.people[what.user_id].name if what.user_id else actor.name
    return {
        "new_chat_members": f"{name} 加入了群 · joined the group",
        "left_chat_member": f"{name} 离开了群 · left the group",
        "pinned_message": f"{name} 置顶了一条消息 · pinned a message",
        "migrate_to_chat_id": "本群已升级为超级群 · the group became a supergroup",
        "migrate_from_chat_id": "超级群由原群升级而来 · the supergroup goes on from the old group",
    }[what.kind]
