"""setMessageReaction, answerCallbackQuery."""

from bot.demo.html import utf16_length
from bot.demo.methods.access import message_of
from bot.demo.params import Params
from bot.demo.presses import Answer
from bot.demo.refusals import bad_request
from bot.demo.world import World

LONGEST_TOAST = 200
# The reactions that Telegram offers; ✅ is none of them.
OFFERED = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 "
    "🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 "
    "🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
REACTIONS = frozenset(OFFERED.split())


def set_message_reaction(world: World, params: Params) -> bool:
    message = message_of(world, params, "message to react", "read")
    wanted = params.json("reaction", "reaction types") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not wanted:
        message.reactions.pop(world.bot.id, None)
    else:
        message.reactions[world.bot.id] = known_reaction(wanted[0].get("emoji", ""))
    world.changed("reaction", message)
    return True


def known_reaction(emoji: str) -> str:
    """The emoji without its variation selector. Raises RefusalError (400) for one that is none."""
    plain = emoji.replace("\ufe0f", "")
    if plain not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return plain


def answer_callback_query(world: World, params: Params) -> bool:
    text = params.text("text")
    if utf16_length(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not url.startswith(f"https://t.me/{world.bot.username}?start="):
        raise bad_request("URL_INVALID")
    answer = Answer(text, params.flag("show_alert"), url)
    world.presses.settle(params.text("callback_query_id"), answer)
    return True
