"""/help and the first greeting."""

from bot.texts.text import Text

GREETING = Text(
    "您好，我是派单机器人。值班客服在群里发信息表照片，我来读表、派单、催办、统计。",
    "Hello. A duty clerk posts the photo of a form in the group; I read it, dispatch and remind.",
)
HEAD = Text(
    "<b>您可以做的事</b>（点按钮、回复卡片、打字都行；👌 是办了，✍ 是只记了一笔）",
    "<b>What you can do</b> (tap, reply to a card, or type; 👌: done, ✍: only noted)",
)
HEAD_STRANGER = Text(
    "您还不在花名册上。请秘书长给您一个加入链接。",
    "You are not on the roster yet. Ask the secretary-general for a link.",
)
PHOTO = Text(
    "登记来电：把信息表拍照发到群里即可。照片下出现 🤷 是没认出信息表：回复它「登记」。",
    "To register a call, post a photo of the form in the group. 🤷 below it: not known as a form;"
    " reply /new to it.",
)
CORRECT = Text(
    "派出去才发现写错：回复卡片「电话是13641778999」「地址是3号502室」「类别是电梯」「改为特急」。",
    "Wrong on a ticket that has gone out? Reply to its card: 电话是13641778999, 地址是3号502室, "
    "类别是电梯 (the kind), 改为特急 (the urgency).",
)
LINES = {
    "new": Text("登记：打字登记来电（没有纸时）", "open a ticket by typing"),
    "ack": Text("接单 17（回「收到」、点 👍 也行）", "take a ticket"),
    "contact": Text("已联系 17：联系了居民 / 到场", "contacted the resident, or on site"),
    "promise": Text("承诺 17 30分钟到：之前不再催", "promise a time; no reminders until then"),
    "done": Text("办结 17 已修好，可附照片", "done, with words or a photo"),
    "refuse": Text("退单 17 理由：请派单员裁定", "refuse, with a reason"),
    "extend": Text("延期 17 3天 等配件", "ask for more time"),
    "assist": Text("协助 17 我们碰到过", "offer help on another firm's ticket"),
    "withdraw": Text("撤回协助 17：去不了了", "take back an offer of help"),
    "callhelp": Text("求助 17：请办过的单位来帮", "ask those who solved the like"),
    "accept": Text("接受协助 17 申和物业", "accept an offer of help"),
    "thank": Text("婉谢 17 申和物业", "decline an offer, with thanks"),
    "note": Text("备注 17 几句话", "add a note"),
    "reassign": Text("转派 17 复瑞物业", "give it to another firm"),
    "sendback": Text("退回 17：不同意退单", "do not accept a refusal"),
    "grant": Text("同意延期 17（或直接定：延期 17 到12月6日）", "grant an extension, or give one"),
    "decline": Text("不同意延期 17", "decline an extension"),
    "hold": Text("挂账 17 等维修基金（每周问一次）", "put on hold, with a reason"),
    "resume": Text("恢复 17：恢复办理，期限顺延", "take up again; the deadline moves"),
    "keep": Text("留用 17（或加 类别、各小区）：以后照此裁定", "keep a ruling for the like"),
    "rules": Text("规则：看、撤销留用的裁定", "see and withdraw kept rulings"),
    "merge": Text("并单 18 17：18 与 17 是同一件事", "18 is the same as 17"),
    "cancel": Text("作废 17", "cancel"),
    "remind": Text("催办 17", "remind the firm now"),
    "reopen": Text("重办 17", "reopen"),
    "backfill": Text("补录 17 办结 12-03 16:30", "note a step with its true time"),
    "calls": Text("回访名单：今天要回访的居民（私聊）", "residents to phone back (in private)"),
    "answer": Text("回访 17 满意 / 未联系上", "note the resident's answer"),
    "ticket": Text("工单 17：全部经过，下面可看照片", "a ticket's history, its photos below"),
    "mine": Text("我的工单：本单位未结", "my firm's open tickets"),
    "open": Text("未结：全部未结工单", "all open tickets"),
    "find": Text("查找 丰翔 漏水", "search"),
    "experts": Text("专家 电梯：谁修过", "who has solved this kind"),
    "stats": Text("统计 今天 / 7d / 本月 / 10-09至12-24", "figures and a picture"),
    "audit": Text("记录 今天 / 7d：谁在何时做了什么（私聊）", "who did what when (in private)"),
    "invite": Text("邀请 复瑞物业：负责人的加入链接", "a personal link for a lead"),
    "bind": Text("绑定 复瑞物业：回复某人的消息", "bind a person to a firm (as a reply)"),
    "unbind": Text("解绑：回复某人的消息", "unbind a person (as a reply)"),
    "whoami": Text("我是谁", "who am I here"),
    "help": Text("帮助", "this list"),
}
