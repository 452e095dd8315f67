"""Rulings by command."""

from bot.texts.text import Text

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
