"""Questions about a doubtful field, in words and on their picture; how they were settled."""

from collections.abc import Sequence

from bot.texts.text import Text
from models.intake import Why

FIELD = {
    "time": Text("来电时间", "time of call"),
    "caller": Text("来电人", "caller"),
    "phone": Text("电话", "phone"),
    "community": Text("小区", "community"),
    "address": Text("地址", "address"),
    "category": Text("类别", "kind"),
    "urgency": Text("紧急程度", "urgency"),
    "description": Text("内容", "description"),
    "operator": Text("接线员", "operator"),
}
WHY = {
    Why.MISSING: Text("没填", "empty"),
    Why.UNREAD: Text("没读出来", "written, but not read"),
    Why.LOOKALIKE: Text("花名册上没有「{read}」，有相近的", "“{read}” is not on the roster"),
    Why.UNKNOWN: Text("花名册上没有「{read}」", "“{read}” is not on the roster"),
    Why.MALFORMED: Text("「{read}」位数或格式不对", "“{read}” has not the right shape"),
    Why.UNSURE: Text("读作「{read}」，没把握", "read as “{read}”, not sure"),
}
TOO_SHORT = Text("「{read}」只有 {count} 位", "“{read}” has only {count} digits")
TOO_LONG = Text("「{read}」多了 {count} 位", "“{read}” has {count} digit(s) too many")
QUESTION = Text(
    "❓ {mention} 这张表请确认一下，确认后马上派单：",
    "❓ {mention} please confirm; it goes out at once:",
)
HOW = Text(
    "点选，或直接回复这条消息，如「{example}」。",
    "Tap, or reply to this message: “{example}”.",
)
HOW_TYPED = Text(
    "请直接回复这条消息，如「{example}」。",
    "Please reply to this message: “{example}”.",
)
HOW_NO_PHONE = Text(
    "居民没留电话的，回复「没留电话」。",
    "If the resident left no phone, reply 没留电话.",
)
EXAMPLE = {
    "community": "小区是丰翔新城",
    "phone": "电话13812345678",
    "address": "地址3号502室",
    "description": "内容厨房漏水",
}
DO_NOT_DISPATCH = Text("不派单", "Do not dispatch")
ANSWERED = Text("✅ 已确认，工单 #{number}。", "✅ Confirmed: ticket #{number}.")
DROPPED = Text("✖️ 已标记为不派单。", "✖️ Not to be dispatched.")
RETAKEN = Text(
    "🔁 同一张表已重发，以后面那张为准。", "🔁 Posted again since; the later one counts."
)

ON_PAPER = Text("纸上", "on the paper")
READ_AS = Text("读作", "read as")
NOTHING = Text("没有读出", "nothing")


def example(asked: Sequence[str]) -> str:
    """How the fields that are asked about may be answered, all in one reply."""
    return "，".join(EXAMPLE[field] for field in asked if field in EXAMPLE)
