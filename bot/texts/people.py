"""Joining, leaving, who is who."""

from bot.texts.text import Text
from models.tables.member import INVITE_DAYS

JOINED = Text(
    "您已是 <b>{firm}</b> 的负责人。派给贵单位的工单会 @ 您，完整信息也会发到这里。",
    "You are a lead of <b>{firm}</b>. Its tickets will mention you; all data come here.",
)
NOT_JOINED = {
    "unknown": Text(
        "这个链接不对。请从秘书长发的消息里直接点开。",
        "That link is not right. Please open it from the secretary-general's message.",
    ),
    "used": Text(
        "这个链接已经用过，一个链接只能一个人用。请秘书长再给一个（/invite）。",
        "This link was used; each is for one person. Ask the secretary-general for another.",
    ),
    "expired": Text(
        f"这个链接已失效（{INVITE_DAYS} 天有效）。请秘书长再给一个（/invite）。",
        f"This link is good no more ({INVITE_DAYS} days). Ask the secretary-general for another.",
    ),
    "own": Text(
        "这是您发给别人的链接，您点不算，仍然有效。请转给那位负责人。",
        "You made this link for somebody else: it is still good. Please hand it on.",
    ),
    "already": Text("您已经是这家单位的负责人了。", "You are a lead of that firm already."),
}
INVITE = Text(
    f"给 <b>{{firm}}</b>{{name}} 的加入链接，一人一次，{INVITE_DAYS} 天有效，请只发给本人：\n"
    "{link}\n"
    "本人点开按 Start 就算加入，以后私聊也收得到。这条链接系统里不留底，丢了请再要一个。",
    f"A link for <b>{{firm}}</b>{{name}}, good once, for {INVITE_DAYS} days; send it to that person"
    " only:\n{link}\n"
    "Start there is all it takes; then I can also write to them. No copy is kept here: if it is"
    " lost, ask for another.",
)
INVITE_HOW = Text(
    "请写公司名，如 /invite 复瑞物业，或加上姓名：/invite 复瑞物业 陈晓东",
    "Name the firm: /invite 复瑞物业, or a lead of its roster too: /invite 复瑞物业 陈晓东",
)
START_FIRST = Text(
    "加入链接只在私聊里给。请先点 {link} 按 Start，再发一次。",
    "Links are given in private only. Please press Start at {link}, then ask again.",
)
NO_SUCH_LEAD = Text(
    "花名册上 <b>{firm}</b> 没有待加入的「{name}」。只写公司名也可以。",
    "The roster has no “{name}” of <b>{firm}</b> who is still to join. The firm alone will do.",
)
BIND_HOW = Text(
    "请回复那个人的消息，写 /bind 复瑞物业", "Reply to that person's message: /bind 复瑞物业"
)
UNBIND_HOW = Text("请回复那个人的消息，写 /unbind", "Reply to that person's message: /unbind")
BOUND = Text(
    "{name} 现在是 <b>{firm}</b> 的负责人。{before}",
    "{name} is a lead of <b>{firm}</b> now.{before}",
)
BOUND_UNREACHED = Text(
    "{name} 现在是 <b>{firm}</b> 的负责人。{before}\n"
    "还没点过 Start：派单会 @，但完整信息发不到私聊。请本人点 {link} 按一次 Start。",
    "{name} is a lead of <b>{firm}</b> now.{before}\n"
    "They have not pressed Start: tickets mention them, but no data can reach them in private."
    " Please open {link} and press Start once.",
)
MOVED_FROM = Text(
    "原来在 {firm}，那边不再是。绑错了就回复同一条消息：/bind {firm}{left}",
    " They led {firm} and do no more; if that was a slip, reply to them again: /bind {firm}{left}",
)
UNBOUND = Text(
    "{name} 不再是 <b>{firm}</b> 的负责人。{left}", "{name} leads <b>{firm}</b> no more.{left}"
)
NO_LEAD_LEFT = Text(
    "\n⚠️ {firm} 在群里没有负责人了，派单没人可 @。请用 /invite 或 /bind 补上。",
    "\n⚠️ {firm} has no lead here any more to be mentioned. Please add one: /invite, /bind.",
)
NOT_BOUND = Text("{name} 本来就不是负责人。", "{name} leads no firm anyway.")
ANONYMOUS = Text(
    "以群或频道名义发言的人认不出是谁，不能绑定。请他先关掉「匿名」再发言。",
    "Whoever speaks in the group's or a channel's name cannot be told apart, nor be bound."
    " Ask them to turn that off, then to write again.",
)
ANONYMOUS_DEED = Text(
    "您现在以群或频道名义发言，我认不出您是谁，所以没有办。请关掉「匿名」，用自己的名义再发一次。",
    "You speak in the group's or a channel's name: I cannot tell who you are, so nothing was done."
    " Turn that off and write again.",
)
WHOAMI = Text(
    "您的 Telegram id 是 <code>{id}</code>。{posts}", "Your id: <code>{id}</code>. {posts}"
)
NO_POST = Text("还不在花名册上。", "Not on the roster yet.")
LEAD_OF = Text("{firm} 负责人", "a lead of {firm}")
