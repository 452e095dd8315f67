"""What the one who acted sees when it is done: a toast of a few words."""

from bot.texts.text import Text
from models.deed import Deed

DONE = {
    Deed.ACKNOWLEDGE: Text(
        "已接单 #{number}，请尽快联系居民；点「报时间」，之前不催。",
        "#{number} is yours; please call soon, or tap When: no reminder until then.",
    ),
    Deed.PROMISE: Text(
        "已记下 #{number}：{until} 前不再催。", "#{number}: no reminder until {until}."
    ),
    Deed.CONTACT: Text("已登记 #{number}：联系了居民。", "#{number}: contact noted."),
    Deed.REFUSE: Text(
        "#{number} 退单已提交，请派单员裁定。", "#{number}: the dispatcher will rule."
    ),
    Deed.SEND_BACK: Text("#{number} 已退回原单位。", "#{number} was sent back."),
    Deed.REASSIGN: Text("#{number} 已转派。", "#{number} was reassigned."),
    Deed.ASK_EXTENSION: Text("#{number} 延期申请已提交。", "#{number}: the dispatcher will rule."),
    Deed.GRANT: Text("#{number} 已同意延期。", "#{number} was extended."),
    Deed.DECLINE: Text("#{number} 未同意延期。", "#{number} was not extended."),
    Deed.OFFER: Text("谢谢！已告诉牵头单位。", "Thank you! The lead firm has been told."),
    Deed.ACCEPT_HELP: Text("已请他们协助。", "They have been asked to come."),
    Deed.THANK: Text("已代为致谢。", "Thanked."),
    Deed.WITHDRAW: Text(
        "#{number} 协助已撤回，已告诉牵头单位。", "#{number}: taken back; the lead firm was told."
    ),
    Deed.CALL_HELP: Text("#{number} 求助已发出。", "#{number}: help was called."),
    Deed.RESOLVE: Text("#{number} 已办结，辛苦了！", "#{number} is done, thank you!"),
    Deed.ANSWER: Text("#{number} 回访已登记。", "#{number}: answer noted."),
    Deed.UNREACHED: Text("#{number} 未联系上，已登记。", "#{number}: not reached, noted."),
    Deed.REOPEN: Text("#{number} 已重办。", "#{number} was reopened."),
    Deed.HOLD: Text("#{number} 已挂账。", "#{number} is on hold."),
    Deed.RESUME: Text("#{number} 已恢复办理。", "#{number} is in hand again."),
    Deed.MERGE: Text("#{number} 已并单。", "#{number} was merged."),
    Deed.CANCEL: Text("#{number} 已作废。", "#{number} was cancelled."),
    Deed.BACKFILL: Text("#{number} 已补录。", "#{number} was backfilled."),
    Deed.NOTE: Text("已记到 #{number}。", "Noted on #{number}."),
    Deed.REMIND: Text("#{number} 已催办。", "#{number}: reminded."),
}
PROMISED_PAST_DUE = Text(
    "已记下 #{number}：{until}。办结期限仍是 {due}，到时会催；要改期限请「延期」。",
    "#{number}: {until}, noted. It is still due {due}; for more time ask for an extension.",
)
DISSATISFIED = Text(
    "已登记不满意，重办为 #{number}，已通知承办单位。",
    "Noted. Reopened as #{number}; its firm has been told.",
)
CHOOSE = Text("请在卡片上选。", "Choose on the card.")
CHOOSE_FIRM = Text("请选转给哪家，或写「转派 编号 公司名」。", "Choose a firm, or use /reassign.")
CHOOSE_REASON = Text("请在卡片上选理由。", "Choose a reason on the card.")
CHOOSE_TIME = Text("请在卡片上选时间，或回复「30分钟到」。", "Choose a time on the card, or reply.")
CHOOSE_EXTENSION = Text(
    "请在卡片上选，或回复「延期 3天 等配件」。",
    "Choose on the card, or reply with days and reason.",
)
ANSWER_QUESTION = Text("请回复群里刚问您的那条消息。", "Please reply to the question in the group.")
FIXED_OPENED = Text("已确认，派单 #{number}。", "Confirmed: #{number} goes out.")
STILL_OPEN = Text(
    "已记下，提问里还列着的要再确认。", "Noted; what the question still lists is to be confirmed."
)
DROPPED = Text("已标记为不派单。", "Not to be dispatched.")
DROPPED_RULE = Text("已撤销这条留用的裁定。", "The kept ruling is withdrawn.")
KEPT = Text(
    "已记住：以后派给 {firm}；看、撤销用「规则」。", "Kept: from now on to {firm}; see /rules."
)
DISPATCHER_ASKED = Text(
    "已请派单员来定。知道是什么也可以直接回复，如：{example}",
    "The dispatcher is asked. If you know it, reply like this: {example}",
)
NAME_IT = Text(
    "那请直接回复正确的，如：{example}", "Then please reply what is right, like this: {example}"
)
NAME_IT_OR_FIRM = Text(
    "那请直接回复正确的，如：转给复瑞物业，或{example}",
    "Then please reply what is right, like this: 转给复瑞物业, or {example}",
)
NOT_UNDERSTOOD = Text(
    "没看懂。请这样回复：{example}；不用派就说“不用派了”",
    "Not understood. Please reply like this: {example}; or 不用派了, not to dispatch it",
)
