"""What a dispatcher is asked to rule on, and the ruling: by button, in words, kept for later."""

from bot.texts.text import Text

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

NO_FIRM = Text(
    "没找到公司「{words}」，或不止一家。请写全称，如 {example}",
    "No one firm is called “{words}”. Write its name: {example}",
)
UNTIL_WHEN = Text(
    "没看懂 #{number} 准延到哪天，还没裁定。照申请的准，请回复「同意」；"
    "只准到某天，请写「同意，延到12月5日」或「同意延期2天」；不准请写「不同意」。",
    "Until when #{number} is extended is not clear: not ruled yet. Reply 同意 for what was asked, "
    "同意，延到12月5日 or 同意延期2天 for another time, 不同意 to decline.",
)
RULE_HOW = Text(
    "#{number} 还没裁定，只记了一笔。请点按钮，或回复「同意」「不同意」「转给公司名」；"
    "只准到某天请写「同意，延到12月5日」。",
    "#{number} is not ruled on yet; this is only noted. Tap a button, or reply 同意, 不同意, "
    "转给 and a firm; 同意，延到12月5日 for another day.",
)
RULED_ALREADY = Text(
    "#{number} 这次申请已经裁定过了，没有再办。要改期限请写「延期 {number} 到12月6日」。",
    "#{number}: that was ruled on already, and nothing was done. For another deadline write: "
    "延期 {number} 到12月6日.",
)
NAME_THE_DAY = Text(
    "#{number} 已延到 {due}，没有再加。还要延，请写到哪天：「延期 {number} 到12月6日」。",
    "#{number} is extended to {due}; nothing was added. To extend it further, name the day: "
    "延期 {number} 到12月6日.",
)
NO_OFFER = Text(
    "#{number} 没有这样的协助。要帮手请用「求助 {number}」。",
    "#{number}: no such offer of help. To call for hands: /callhelp {number}.",
)
WHICH_OFFER = Text(
    "#{number} 有几家愿意协助，请写明哪一家：{names}。",
    "Several offer to help with #{number}; name one: {names}.",
)
NOT_TO_KEEP = Text(
    "#{number} 不能这样留用：「留用 {number}」按小区，「留用 {number} 类别」按小区和类别，"
    "转给专业机构的还可「留用 {number} 各小区」。",
    "#{number}: write /keep {number} for its community, /keep {number} 类别 for its kind there; "
    "/keep {number} 各小区 only for a specialist.",
)
RULES = Text("<b>留用的裁定</b> {count} 条", "<b>Kept rulings</b>: {count}")
NO_RULES = Text(
    "没有留用的裁定。退单转派之后，点「以后…都转…」就会留下一条。",
    "No ruling is kept. After a refusal was reassigned, tap “… → …” to keep one.",
)
MORE_RULES = Text("……还有 {count} 条", "… and {count} more")
_RULE = "{number}. {community} · {category} → {firm}"
RULE = Text(_RULE, _RULE)
ANYWHERE = Text("各小区", "any community")
ANY_KIND = Text("各类", "any kind")
IDLE = Text("（现不起作用：小区或单位已变动）", "(idle: the community or the firm has changed)")
WITHDRAW = Text("撤销 {number}", "Withdraw {number}")
TO_WHOM = Text(
    "同意退单的话，请点要转给的公司，或回复「转给复瑞物业」。",
    "To accept the refusal, tap the firm it goes to, or reply 转给复瑞物业.",
)
