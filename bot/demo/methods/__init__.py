"""The methods of the Bot API that the group knows. METHODS is the whole list."""

from collections.abc import Callable
from typing import Any

from bot.demo.methods import bot_itself, editing, membership, reacting, sending
from bot.demo.params import Params
from bot.demo.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    "getMe": bot_itself.get_me,
    "getUpdates": bot_itself.get_updates,
    "setWebhook": bot_itself.set_webhook,
    "deleteWebhook": bot_itself.delete_webhook,
    "getWebhookInfo": bot_itself.get_webhook_info,
    "setMyCommands": bot_itself.set_my_commands,
    "getMyCommands": bot_itself.get_my_commands,
    "deleteMyCommands": bot_itself.delete_my_commands,
    "getFile": bot_itself.get_file,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "setMessageReaction": reacting.set_message_reaction,
    "answerCallbackQuery": reacting.answer_callback_query,
    "getChat": membership.get_chat,
    "getChatMember": membership.get_chat_member,
    "getChatAdministrators": membership.get_chat_administrators,
    "getChatMemberCount": membership.get_chat_member_count,
    "setChatMemberTag": membership.set_chat_member_tag,
}
