"""Typed intake and backfill."""

from bot.texts.text import Text

HOW = Text(
    "请这样写，或直接把文字贴到群里：\n/new 小区：丰翔新城 地址：3号502室 姓名：沈先生 "
    "电话：13812345678 内容：天花板漏水",
    "Write it like this, or paste it into the group:\n/new 小区：… 地址：… 姓名：… 电话：… 内容：…",
)
BACKFILL_HOW = Text(
    "补录请写编号和真实时间，如 /backfill 17 接单 12-03 14:00 或 /backfill 17 办结 12-03 16:30",
    "Give the number and the true time: /backfill 17 办结 12-03 16:30",
)
