"""Typed intake and backfill."""

from bot.texts.text import Text

HOW = Text(
    "请这样写，或直接把文字贴到群里：\n/new 小区：丰翔新城 地址：3号502室 姓名：沈先生 "
    "电话：13812345678 内容：天花板漏水",
    "Write it like this, or paste it into the group:\n/new 小区：… 地址：… 姓名：… 电话：… 内容：…",
)
BACKFILL_HOW = Text(
    "补录请写编号、环节（受理、派单、接单、联系、办结）和已经过去的真实时间，"
    "如 补录 17 办结 12-03 16:30 或 补录 17 联系 20分钟前",
    "Give the number, the step (受理 派单 接单 联系 办结) and its true time, which is past:"
    " /backfill 17 办结 12-03 16:30, or /backfill 17 联系 20分钟前",
)
BACKFILL_ORDER = Text(
    "#{number} 的{step}不会在 {at}：受理 {accepted}，派单 {dispatched}，先后要对得上"
    "（接单以后，派单时间不再改）。请核对后再补录。",
    "#{number}: {step} cannot have been at {at}: accepted {accepted}, dispatched {dispatched}, and"
    " each step follows the last (once taken, the dispatch stays). Check the time, then try again.",
)
