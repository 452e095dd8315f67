"""Why something is not done, and what to do instead. Short: most are toasts on a phone."""

from bot.texts.text import Text
from models.deed import Deed
from models.lifecycle import FINAL_AFTER, Why
from models.rights import Standing
from models.tables.form import FormState
from models.tables.ticket import Status

WHY = {
    Why.OWN_TICKET: Text(
        "#{number} 就是贵单位的单，不用协助自己。需要帮手请用「求助」。",
        "#{number} is your own. To ask for hands, use /callhelp.",
    ),
    Why.ALREADY: Text("#{number} {status}，不用再点。", "#{number}: {status} already."),
    Why.NOT_NOW: Text(
        "#{number} 现在是「{status}」，不能{deed}。{instead}",
        "#{number} is “{status}” now, so not: {deed}. {instead}",
    ),
    Why.FINAL: Text(
        f"#{{number}} 已退过 {FINAL_AFTER} 次，派单员的裁定是最终的，请接单办理。",
        f"#{{number}} was refused {FINAL_AFTER} times; the ruling is final. Please take it.",
    ),
    Why.PAST_DUE: Text(
        "#{number} 已过期限，延期要在期限之前申请。请尽快办理，或联系派单员。",
        "#{number} is past due; an extension is asked for before. Please call the dispatcher.",
    ),
    Why.NO_REQUEST: Text(
        "#{number} 没有等待裁定的延期申请。请承办单位先发 {example}，"
        "或派单员写「同意延期 {number} 3天」",
        "#{number}: no extension was asked for. Its firm asks: {example}; or /grant {number} 3天",
    ),
    Why.BAD_TIME: Text(
        "没看懂时间，或时间太早。请这样写：{example}",
        "That time is not clear, or too early. Write: {example}",
    ),
    Why.SAME_FIRM: Text(
        "#{number} 已经由这家单位承办。请写另一家，如 /reassign {number} 复瑞物业",
        "#{number} is with that firm already. Name another: /reassign {number} 复瑞物业",
    ),
    Why.NO_OTHER: Text(
        "请写明 #{number} 并到哪张工单：「并单 #{number} 另一张的单号」",
        "Say which ticket #{number} is the same as: /merge {number} and the other's number",
    ),
    Why.OTHER_CANCELLED: Text(
        "{others} 已作废，#{number} 并过去就没人办了。请先「重办 {first}」，或「作废 {number}」。",
        "{others} is cancelled: nobody would do #{number}. First /reopen {first},"
        " or /cancel {number}.",
    ),
    Why.STANDS_FOR: Text(
        "{others} 并入了 #{number}，作废就没人办了。请先「重办 {first}」分开，再作废。",
        "#{number} stands for {others} too, which nobody would do then."
        " First /reopen {first} to part them.",
    ),
    Why.NEEDS_WORDS: Text("请写明理由，如：{example}", "Please give a reason: {example}"),
}
_MEND_AGAIN = Text("又有问题请用「重办 {number}」。", "If it is not mended: /reopen {number}.")
INSTEAD_NOW = {
    Status.DISPATCHED: Text("请先接单。", "Take it first."),
    Status.ACKNOWLEDGED: Text("全部经过见「工单 {number}」。", "Its history: /ticket {number}."),
    Status.RETURNED: Text(
        "请等派单员裁定；愿意办就点「接单」。", "The dispatcher will rule; or take it."
    ),
    Status.ON_HOLD: Text("请先「恢复 {number}」。", "First /resume {number}."),
    Status.RESOLVED: _MEND_AGAIN,
    Status.CLOSED: _MEND_AGAIN,
    Status.CANCELLED: Text("要办请用「重办 {number}」。", "To have it done: /reopen {number}."),
    Status.MERGED: Text("要分开办请用「重办 {number}」。", "To part them: /reopen {number}."),
}
RULE_FIRST = Text(
    "请先裁定：「退回 {number}」或「转派 {number} 公司名」。",
    "Rule first: /sendback {number} or /reassign {number}.",
)
INSTEAD = {  # of deeds that belong to one status, while the ticket is open
    Deed.SEND_BACK: Text(
        "没有退单要裁定；换单位请用「转派 {number} 公司名」。",
        "No refusal waits; to change the firm: /reassign {number}.",
    ),
    Deed.RESUME: Text("没有挂账，直接办就行。", "It is not on hold; go ahead."),
    Deed.ANSWER: Text("办结之后才回访。", "Residents are phoned once it is done."),
    Deed.UNREACHED: Text("办结之后才回访。", "Residents are phoned once it is done."),
    Deed.REOPEN: Text("还没办结，要催请用「催办 {number}」。", "Not done yet; /remind {number}."),
}
WHO = {
    Standing.LEAD: Text("承办单位的负责人", "a lead of the ticket's firm"),
    Standing.FIRM: Text("其他单位的负责人", "a lead of another firm"),
    Standing.CLERK: Text("值班客服", "a duty clerk"),
    Standing.DISPATCHER: Text("派单员", "a dispatcher"),
    Standing.SECRETARY: Text("秘书长", "the secretary-general"),
}
NO_RIGHT = Text("{deed}要由{who}来做。{hint}", "Only {who} may {deed}.{hint}")
ONLY = Text("这要由{who}来做。", "Only {who} may do that.")
HINT_ASSIST = Text("想帮忙请点「协助」。", " To help, tap Assist.")
WHICH_TICKET = Text(
    "这条消息说到 {numbers}，不知道要办哪一张，所以都没动。"
    "请一张单发一条，不带回复，如：#{example} 已修好",
    "This is about {numbers}; which is meant is not clear, so none was touched. "
    "Send one message a ticket, not as a reply, such as: #{example} 已修好",
)
ONLY_NOTED = Text(
    "#{number} 只记了一笔，没有{deed}。要{deed}请这样写：{example}",
    "#{number}: this is only noted. To {deed}, write: {example}",
)
NO_TICKET = Text(
    "没找到这张工单。请写编号，如 {example}，或回复它的卡片。",
    "No such ticket. Give its number, {example}, or reply to its card.",
)
NO_SUCH_NUMBER = Text(
    "没有 #{number} 这张工单。请写对编号，如 {example}，或回复它的卡片。",
    "There is no ticket #{number}. Give its number, {example}, or reply to its card.",
)
NOT_A_MEMBER = Text(
    "您还不在花名册上。请秘书长回复您的消息发 /bind 公司名，或给您一个加入链接。",
    "You are not on the roster. Ask the secretary-general for /bind or a personal link.",
)
IN_PRIVATE_ONLY = Text(
    "这里有居民信息，请在私聊里使用：{link}", "This has residents' data; use it in private: {link}"
)
FORWARDED = Text(
    "转发来的命令不算数，没有办。请自己写一遍，或点卡片上的按钮。",
    "A forwarded command does nothing. Please write it yourself, or tap the card.",
)
OLD_BUTTON = Text("这个按钮已失效，请看最新的卡片。", "This button is out of date; see the card.")
ASKED_ANEW = Text(
    "这个问题刚才有变化，没有记下。请看更新后的消息再选。",
    "This question has changed; nothing was noted. Please choose from it as it is now.",
)
CHOSEN_BEFORE = Text(
    "已在这个联合体办过，没有再办。要再办请重新发。",
    "Done there already, and not again. Write it anew if you want it twice.",
)
NOT_YOURS_TO_SETTLE = Text(
    "请发表的人、值班客服或派单员来确认。",
    "Its poster, a duty clerk or a dispatcher may settle it.",
)
SETTLED = Text(
    "已经确认过了：{community}，工单 #{number}。要改请回复它的卡片。",
    "Settled already: {community}, ticket #{number}. To correct it, reply to its card.",
)
_POSTED_TWICE = Text(
    "同一张表又发过一次，以另一张为准。", "The same form was posted twice; the other one counts."
)
_BEING_READ = Text(
    "这张表还在读，没有记下。要确认的马上会问。",
    "This form is still being read; nothing was noted. What is doubtful will be asked.",
)
NOT_ASKED = {
    FormState.FILED: _BEING_READ,
    FormState.READING: _BEING_READ,
    FormState.REPEATED: _POSTED_TWICE,
    FormState.RETAKEN: _POSTED_TWICE,
    FormState.DROPPED: Text(
        "这张表已标记为不派单，没有派出去。要派请重新发一次。",
        "This form was marked not to be dispatched, and was not. To dispatch it, post it again.",
    ),
}
WENT_WRONG = Text(
    "出错了，已记录。请稍后再试。", "Something went wrong; it is on record. Try later."
)

DEED = {
    Deed.ACKNOWLEDGE: Text("接单", "take"),
    Deed.PROMISE: Text("报时间", "promise a time"),
    Deed.CONTACT: Text("登记联系居民", "note a contact"),
    Deed.REFUSE: Text("退单", "refuse"),
    Deed.SEND_BACK: Text("退回", "send back"),
    Deed.REASSIGN: Text("转派", "reassign"),
    Deed.ASK_EXTENSION: Text("申请延期", "ask for an extension"),
    Deed.GRANT: Text("同意延期", "grant an extension"),
    Deed.DECLINE: Text("不同意延期", "decline an extension"),
    Deed.OFFER: Text("协助", "assist"),
    Deed.ACCEPT_HELP: Text("接受协助", "accept help"),
    Deed.THANK: Text("婉谢协助", "decline help"),
    Deed.WITHDRAW: Text("撤回协助", "take back an offer"),
    Deed.CALL_HELP: Text("求助", "call for help"),
    Deed.RESOLVE: Text("办结", "resolve"),
    Deed.ANSWER: Text("登记回访", "note an answer"),
    Deed.UNREACHED: Text("登记回访", "note a call"),
    Deed.REOPEN: Text("重办", "reopen"),
    Deed.HOLD: Text("挂账", "put on hold"),
    Deed.RESUME: Text("恢复办理", "resume"),
    Deed.MERGE: Text("并单", "merge"),
    Deed.CANCEL: Text("作废", "cancel"),
    Deed.BACKFILL: Text("补录", "backfill"),
    Deed.KEEP_RULE: Text("留用裁定", "keep a ruling"),
    Deed.DROP_RULE: Text("撤销留用", "withdraw a kept ruling"),
    Deed.CORRECT: Text("更正", "correct"),
    Deed.NOTE: Text("备注", "note"),
    Deed.REMIND: Text("催办", "remind"),
    Deed.DISCLOSE: Text("查看完整信息", "see all data"),
}
MERGED_ALREADY = Text(
    "#{number} 已并入 #{into}，以 #{into} 为准；要分开请用「重办 {number}」。",
    "#{number} was merged into #{into}, which stands; to part them: /reopen {number}.",
)
WHICH_ANSWER = Text(
    "没看懂居民的评价。请写：非常满意、满意、基本满意、不满意、非常不满意，或未联系上，"
    "如「回访 {number} 满意」。",
    "Which answer? 非常满意, 满意, 基本满意, 不满意, 非常不满意 or 未联系上: /answer {number} 满意",
)
EXAMPLE = {  # what to type; the ticket's number goes in
    Deed.ACKNOWLEDGE: "接单 #{number}",
    Deed.CONTACT: "已联系 #{number}",
    Deed.RESOLVE: "办结 #{number} 已修好",
    Deed.OFFER: "协助 #{number} 我们碰到过",
    Deed.ACCEPT_HELP: "接受协助 #{number} 申和物业",
    Deed.THANK: "婉谢 #{number} 申和物业",
    Deed.WITHDRAW: "撤回协助 #{number}",
    Deed.CALL_HELP: "求助 #{number}",
    Deed.NOTE: "备注 #{number} 钥匙在门卫",
    Deed.SEND_BACK: "退回 #{number}",
    Deed.GRANT: "同意延期 #{number} 3天",
    Deed.DECLINE: "不同意延期 #{number}",
    Deed.RESUME: "恢复 #{number}",
    Deed.CANCEL: "作废 #{number}",
    Deed.REOPEN: "重办 #{number}",
    Deed.REASSIGN: "转派 #{number} 复瑞物业",
    Deed.KEEP_RULE: "留用 #{number}",
    Deed.MERGE: "并单 #{number} 另一张的单号",
    Deed.REMIND: "催办 #{number}",
    Deed.BACKFILL: "补录 #{number} 办结 12-03 16:30",
    Deed.ANSWER: "回访 #{number} 满意",
    Deed.REFUSE: "退单 #{number} 不是我们小区",
    Deed.HOLD: "挂账 #{number} 等维修基金",
    Deed.ASK_EXTENSION: "延期 #{number} 3天 等配件",
    Deed.PROMISE: "承诺 #{number} 30分钟到",
    Deed.CORRECT: "电话是13641778999、改为特急（回复这张单）",
}
