"""Rulings by command."""

from bot.texts.text import Text

NO_FIRM = Text(
    "没找到公司「{words}」，或不止一家。请写全称，如 {example}",
    "No one firm is called “{words}”. Write its name: {example}",
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
