"""Text as Telegram stores it: trimmed, with its entities: given, parsed from HTML, or noticed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.demo.cast import Person
from bot.demo.html import parse_html, utf16_length
from bot.demo.records import Entity, Json
from bot.demo.refusals import bad_request

USER_LINK = re.compile(r"tg://user\?id=(\d+)$")
WEB_LINK = re.compile(r"(?:https?://|tg://|mailto:|tel:)\S+$|[\w-]+(?:\.[\w-]+)+(?:/\S*)?$")
# What Telegram's servers notice by themselves. A Chinese character beside a @name or a /command
# is a letter to them, and undoes it.
NOTICED = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"，。；（）]+|\bt\.me/[A-Za-z0-9_/?=&%-]+)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<!\w)(?P<mention>@[A-Za-z0-9_]{3,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\d*[^\W\d]\w*)"
)
People = Mapping[int, Person]


def formatted(
    raw: str, parse_mode: str, given: Iterable[Json], people: People
) -> tuple[str, list[Entity]]:
    """The text as it is shown, and every entity of it, by offset.

    Raises RefusalError (400) for an unknown parse mode and for broken HTML.
    """
    if parse_mode.lower() not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    if parse_mode:
        text, entities = parse_html(raw)
    else:
        text, entities = raw, [_given(one) for one in given]
    text, entities = _trimmed(text, entities)
    linked = [one for entity in entities if (one := _linked(entity, people))]
    taken = [entity for entity in linked if entity.type in {"text_link", "code", "pre"}]
    noticed = [one for one in notice(text, people) if not any(_overlap(one, t) for t in taken)]
    return text, sorted(linked + noticed, key=lambda e: (e.offset, -e.length))


def notice(text: str, people: People) -> list[Entity]:
    """Commands, mentions, links and hashtags in plain text, as the server finds them."""
    found = []
    for match in NOTICED.finditer(text):
        kind = match.lastgroup or ""
        offset = utf16_length(text[: match.start()])
        entity = Entity(kind, offset, utf16_length(match[0]))
        if kind == "mention":
            entity.user_id = _by_username(match[0][1:], people)
        found.append(entity)
    return found


def cut(text: str, entity: Entity) -> str:
    """The stretch of text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


def _by_username(username: str, people: People) -> int | None:
    for person in people.values():
        if person.username and person.username.lower() == username.lower():
            return person.id
    return None


def _given(entity: Json) -> Entity:
    user = entity.get("user") or {}
    return Entity(
        entity["type"],
        int(entity["offset"]),
        int(entity["length"]),
        url=entity.get("url"),
        user_id=user.get("id"),
        language=entity.get("language"),
    )


def _linked(entity: Entity, people: People) -> Entity | None:
    """A link to a person becomes a mention; one to a stranger or to nothing is dropped."""
    if entity.type == "text_mention":
        return entity if entity.user_id in people else None
    if entity.type != "text_link":
        return entity
    if found := USER_LINK.match(entity.url or ""):
        user_id = int(found[1])
        mention = Entity("text_mention", entity.offset, entity.length, user_id=user_id)
        return mention if user_id in people else None
    return entity if WEB_LINK.match(entity.url or "") else None


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space around it; entities move and shrink with it."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    length = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(entity.offset - lead, 0)
        end = min(entity.offset + entity.length - lead, length)
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    return text, kept


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length
