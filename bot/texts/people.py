"""Joining, leaving, who is who."""

from bot.texts.text import Text

JOINED = Text(
    "您已是 <b>{firm}</b> 的负责人。派给贵单位的工单会 @ 您，完整信息也会发到这里。",
    "You are a lead of <b>{firm}</b>. Its tickets will mention you; all data come here.",
)
BAD_LINK = Text(
    "这个链接已用过或已过期。请秘书长再给一个。",
    "This link was used or has expired. Ask the secretary-general for another.",
)
INVITE = Text(
    "给 <b>{firm}</b> 一位负责人的链接，一人一次，7 天有效：\n{link}",
    "A link for one lead of <b>{firm}</b>, good once, for 7 days:\n{link}",
)
INVITE_HOW = Text("请写公司名，如 /invite 复瑞物业", "Name the firm: /invite 复瑞物业")
BIND_HOW = Text(
    "请回复那个人的消息，写 /bind 复瑞物业", "Reply to that person's message: /bind 复瑞物业"
)
BOUND = Text("{name} 现在是 <b>{firm}</b> 的负责人。", "{name} is a lead of <b>{firm}</b> now.")
UNBOUND = Text("{name} 不再是负责人。", "{name} leads no firm any more.")
NOT_BOUND = Text("{name} 本来就不是负责人。", "{name} leads no firm anyway.")
ANONYMOUS = Text(
    "匿名管理员认不出是谁，不能绑定。请先关掉“匿名”再发言。",
    "An anonymous administrator cannot be told apart. Turn anonymity off, then write again.",
)
WHOAMI = Text("您的 Telegram id 是 <code>{id}</code>。{posts}", "Your id: <code>{id}</code>. {posts}")
NO_POST = Text("还不在名册上。", "Not on the roster yet.")
LEAD_OF = Text("{firm} 负责人", "a lead of {firm}")
SECRETARY_ONLY = Text("秘书长或派单员", "the secretary-general or a dispatcher")
