"""getChat, getChatMember, getChatAdministrators, getChatMemberCount, setChatMemberTag."""

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.methods.access import chat_of, is_admin
from bot.demo.params import Params
from bot.demo.records import Chat, Json
from bot.demo.refusals import bad_request
from bot.demo.world import World

LONGEST_TAG = 16
MEMBER_MAY = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_invite_users",
)
MEMBER_MAY_NOT = ("can_change_info", "can_pin_messages", "can_manage_topics", "can_edit_tag")
ADMIN_MAY = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_tags",
)
ADMIN_MAY_NOT = (
    "can_promote_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_manage_topics",
)
NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


def get_chat(world: World, params: Params) -> Json:
    chat = chat_of(world, params)
    body = wire.chat(world.state, chat) | {
        "accent_color_id": 4,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    if chat.kind != "private":
        body["permissions"] = _rights(MEMBER_MAY, MEMBER_MAY_NOT)
    pinned = [message for message in world.thread(chat.id) if message.pinned]
    if pinned:
        body["pinned_message"] = wire.message(world.state, pinned[-1], nested=True)
    return body


def get_chat_member(world: World, params: Params) -> Json:
    chat = chat_of(world, params)
    user_id = params.number("user_id")
    person = world.state.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if user_id else "invalid user_id specified")
    if chat.kind != "private" and person is not world.bot and not is_admin(world, chat):
        raise bad_request("CHAT_ADMIN_REQUIRED")
    return member(world, chat, person)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = chat_of(world, params)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    people = [world.state.people[user_id] for user_id in chat.members]
    members = [member(world, chat, person) for person in people]
    return [one for one in members if one["status"] in {"creator", "administrator"}]


def get_chat_member_count(world: World, params: Params) -> int:
    return len(chat_of(world, params).members)


def set_chat_member_tag(world: World, params: Params) -> bool:
    chat = chat_of(world, params, "write")
    if not is_admin(world, chat):
        raise bad_request("CHAT_ADMIN_REQUIRED")
    user_id, tag = params.number("user_id"), params.text("tag").strip()
    if user_id not in chat.members:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if len(tag) > LONGEST_TAG:
        raise bad_request("TAG_INVALID")
    if member(world, chat, world.state.people[user_id])["status"] != "member":
        raise bad_request("TAG_CHANGE_FORBIDDEN")
    world.state.tags[user_id] = tag
    world.changed("members")
    return True


def member(world: World, chat: Chat, person: Person) -> Json:
    """A ChatMember: who keeps the group is its owner, the bot may be an administrator."""
    body: Json = {"user": wire.user(person)}
    if person.id not in chat.members:
        return body | {"status": "left"}
    if person is world.bot and is_admin(world, chat):
        return body | administrator_rights()
    if chat.kind != "private" and person.role == "secretary":
        return body | {"status": "creator", "is_anonymous": False}
    tag = world.state.tags.get(person.id)
    return body | {"status": "member"} | ({"tag": tag} if tag else {})


def administrator_rights() -> Json:
    """What an administrator's ChatMember says beside the user: every right has to be there."""
    about = {"status": "administrator", "can_be_edited": False, "is_anonymous": False}
    return about | _rights(ADMIN_MAY, ADMIN_MAY_NOT)


def _rights(granted: tuple[str, ...], denied: tuple[str, ...]) -> Json:
    return dict.fromkeys(granted, True) | dict.fromkeys(denied, False)
