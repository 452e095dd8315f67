"""Rulings by command."""

from bot.texts.text import Text

NO_FIRM = Text(
    "没找到公司「{words}」，或不止一家。请写全称，如 /reassign 17 复瑞物业",
    "No one firm is called “{words}”. Write its name: /reassign 17 复瑞物业",
)
TO_WHOM = Text(
    "同意退单的话，请点要转给的公司，或回复「转给复瑞物业」。",
    "To accept the refusal, tap the firm it goes to, or reply 转给复瑞物业.",
)
