"""Answers to questions about tickets."""

from bot.texts.text import Text

NOTHING_OPEN = Text("没有未结工单，辛苦了！", "Nothing is open. Well done!")
NO_FIRM = Text("您不是哪家单位的负责人。看全部未结请用 /open。", "You lead no firm. Try /open.")
MINE = Text("<b>{firm}</b> 未结 {count} 件", "<b>{firm}</b>: {count} open")
OPEN = Text("<b>全部未结</b> {count} 件", "<b>Open</b>: {count}")
UNSETTLED = Text(
    "<b>还没派单，等人确认</b> {count} 张", "<b>Not dispatched yet, to be confirmed</b>: {count}"
)
SETTLE = Text("去确认", "confirm")
FOUND = Text("<b>查到</b> {count} 件", "<b>Found</b>: {count}")
NOT_FOUND = Text(
    "没有查到。可以换个词，如 /find 丰翔 漏水。群里不查姓名、电话、室号，值班客服、派单员请私聊查；"
    "知道编号用 /ticket 17",
    "Nothing found. Try /find 丰翔 漏水. Names, phones and rooms are not searched in the group: "
    "duty clerks and dispatchers, ask me in private. By its number: /ticket 17",
)
MORE = Text("……还有 {count} 件", "… and {count} more")
MORE_FOUND = Text(
    "……还有 {count} 件，多写一个词就少一些", "… and {count} more: another word narrows it"
)
LATE = Text("已超时", "late")
NO_EXPERTS = Text("还没有单位办结过「{kind}」。", "Nobody has solved {kind} yet.")
WHICH_KIND = Text("请写类别，如 /experts 电梯", "Name a kind: /experts 电梯")
EXPERTS = Text(
    "<b>办过「{kind}」的单位、专业机构</b>", "<b>Who has solved {kind}, or is made for it</b>"
)
SPECIALIST = Text("{firm}：专业机构，还没请过", "{firm}: a specialist, not called in yet")
EXPERT = Text("{firm}：办结 {solved}，协助 {helped}", "{firm}: solved {solved}, helped {helped}")
HISTORY = Text("经过", "History")
EARLIER = Text("……更早的列不下了", "… earlier lines do not fit")
AUDIT = Text("<b>操作记录</b> {period}", "<b>On record</b> {period}")
BOT = Text("系统", "the bot")
DISPATCHED = Text("派单", "dispatched")
REMINDED = Text("催办", "reminded")
ESCALATED = Text("督办", "escalated")
ASKED_AGAIN = Text("再问派单员", "dispatchers asked again")
LAPSED = Text("接单失效", "acknowledgement lapsed")
DISCLOSED = Text("查看信息", "data shown")
NOT_REACHED = Text("回访未联系上", "not reached")
UNTIL = Text("到 {time}", "until {time}")
INTO = Text("并入 #{number}", "into #{number}")
DENIED = Text("无权操作", "refused for want of right")
NOT_DONE = Text("没办成", "not done")
CLOCKS = Text("总用时 {total}（{held}）", "in all {total} ({held})")
WHICH_FEDERATION = Text(
    "您在几个联合体里，这一条是问哪一个的？请点一下：",
    "You are in several federations. Which one is this about? Please tap:",
)
