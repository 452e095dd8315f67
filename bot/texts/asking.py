"""Questions about a doubtful field, requests for a ruling, reminders."""

from collections.abc import Sequence

from bot.texts.text import Text
from models.intake import Why

FIELD = {
    "time": Text("来电时间", "time"),
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
    Why.LOOKALIKE: Text("名册上没有「{read}」，有相近的", "“{read}” is not on the roster"),
    Why.UNKNOWN: Text("名册上没有「{read}」", "“{read}” is not on the roster"),
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
NO_FORM = Text("不派单", "Do not dispatch")
ANSWERED = Text("✅ 已确认，工单 #{number}。", "✅ Confirmed: ticket #{number}.")
DROPPED = Text("✖️ 已标记为不派单。", "✖️ Not to be dispatched.")
RETAKEN = Text(
    "🔁 同一张表已重发，以后面那张为准。", "🔁 Posted again since; the later one counts."
)

REFUSED = Text(
    "↩️ <b>{firm}</b> 退单 #{number}（{community} · {category}）\n理由：{reason}",
    "↩️ <b>{firm}</b> refuses #{number} ({community} · {category})\nReason: {reason}",
)
FINAL = Text(
    "已是第 {count} 次退单，裁定后不能再退。",
    "Refusal no. {count}: the ruling will be final.",
)
WANTS_TIME = Text(
    "⏳ <b>{firm}</b> 申请 #{number} 延期到 {until}（原期限 {due}）\n理由：{reason}",
    "⏳ <b>{firm}</b> asks to extend #{number} to {until} (due {due})\nReason: {reason}",
)
STILL_WAITS = Text(
    "🏢 {mention} 申请已报派单员，还在等裁定；没裁定前期限不变（{due}）。",
    "🏢 {mention} your request is with the dispatchers, not ruled on yet; till then: due {due}.",
)
PLEASE_RULE = Text("{mention} 请裁定：", "{mention} please rule:")
TO_ANY_FIRM = Text("（转别家：回复「转给公司名」）", "(Any other firm: reply 转给 and its name)")
TO_FIRM = Text("转 {firm}", "To {firm}")
SEND_BACK = Text("不同意，退回原单位", "No, back to the firm")
GRANT = Text("同意延期", "Extend")
DECLINE = Text("不同意", "Decline")
RULED = {
    "reassign": Text("✅ 已转派 {firm}。", "✅ Reassigned to {firm}."),
    "send_back": Text("↩️ 已退回原单位。", "↩️ Sent back to the firm."),
    "grant": Text("✅ 已同意延期。", "✅ Extended."),
    "decline": Text("✖️ 未同意延期。", "✖️ Not extended."),
    "merge": Text("🔗 已并单，已了结。", "🔗 Merged. Settled."),
    "acknowledge": Text("🔧 承办单位接单了，已了结。", "🔧 The firm took it. Settled."),
    "hold": Text("⏸ 已挂账，已了结。", "⏸ Put on hold. Settled."),
    "cancel": Text("✖️ 已作废，已了结。", "✖️ Cancelled. Settled."),
    "resolve": Text("✅ 已办结，已了结。", "✅ Resolved. Settled."),
}
RULED_ELSE = Text("已了结。", "Settled.")
KEEP_RULE = Text("以后{community}都转{firm}", "From now on {community} → {firm}")
KEEP_RULE_KIND = Text("以后{community}的{category}都转{firm}", "{category} of {community} → {firm}")
KEEP_RULE_EVERYWHERE = Text("以后各小区的{category}都转{firm}", "{category} anywhere → {firm}")

REMINDER = Text("⏰ <b>催办</b> {firm} {mention}", "⏰ <b>Reminder</b> {firm} {mention}")
REMIND_UNACKNOWLEDGED = Text(
    "#{number} {community} · {category}：{minutes}前派单，还没接单",
    "#{number} {community} · {category}: dispatched {minutes} ago, not taken",
)
REMIND_PROMISE = Text(
    "#{number} {community} · {category}：承诺的时间到了，进展如何？",
    "#{number} {community} · {category}: the promised time has come; how is it?",
)
REMIND_URGED = Text(
    "#{number} {community} · {category}：请报一下进展（期限 {due}）",
    "#{number} {community} · {category}: please say how it is (due {due})",
)
REMIND_LATE = Text(
    "#{number} {community} · {category}：办结期限 {due} 已过",
    "#{number} {community} · {category}: was due {due}",
)
REMIND_LAPSED = Text(
    "#{number} {community} · {category}：接单后没有联系居民，接单已失效，请重新接单",
    "#{number} {community} · {category}: taken, then no contact; please take it again",
)
REMIND_MORE = Text("另有 {count} 单：/mine", "{count} more: /mine")
ESCALATION = Text(
    "🚨 <b>督办</b> {mention}\n#{number} {community} · {category}（{firm}）{why}",
    "🚨 <b>Escalated</b> {mention}\n#{number} {community} · {category} ({firm}) {why}",
)
WHY_UNACKNOWLEDGED = Text("多次提醒仍未接单", "reminded repeatedly, still not taken")
WHY_UNRULED = Text("退单还没裁定", "its refusal still awaits a ruling")
WHY_LATE = Text("期限 {due} 已过，多次提醒仍未办结", "was due {due}, reminded repeatedly, not done")
WHY_PROMISED_LATE = Text("承诺 {time} 才到，等不了", "promised {time} only: too late")
REASSIGN = Text("转派", "Reassign")
MINUTES = Text("{count} 分钟", "{count} min")
HOURS = Text("{count} 小时", "{count} h")
DAYS = Text("{count} 天", "{count} d")

CALL_LINE = Text(
    "📞 <b>#{number}</b> {community} {address}\n{caller} <code>{phone}</code>\n"
    "{description}\n{firm} {resolved} 办结",
    "📞 <b>#{number}</b> {community} {address}\n{caller} <code>{phone}</code>\n"
    "{description}\n{firm}, done {resolved}",
)
UNREACHED = Text("未联系上", "Not reached")
NO_CALLS = Text("今天没有待回访的居民。", "Nobody to phone back today.")
CALL_DONE = Text("已记录：{answer}", "Noted: {answer}")
CALL_AGAIN = Text(
    "未联系上（第 {count} 次），明早再打。", "Not reached ({count}×), again tomorrow."
)
CALL_OVER = Text("三次未联系上，不再回访。", "Not reached three times; closed.")
CALL_IN_VAIN = Text("没有电话，不再回访。", "No phone; closed.")


def example(asked: Sequence[str]) -> str:
    """How the fields that are asked about may be answered, all in one reply."""
    return "，".join(EXAMPLE[field] for field in asked if field in EXAMPLE)
