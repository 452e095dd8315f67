"""Typed intake, backfill, and photos that somebody says are forms."""

from bot.texts.text import Text

HOW = Text(
    "请这样写，或直接把文字贴到群里：\n/new 小区：丰翔新城 地址：3号502室 姓名：沈先生 "
    "电话：13812345678 内容：天花板漏水\n群里有照片没认出来的，或别人写好的，回复那条消息「登记」",
    "Write it like this, or paste it into the group:\n"
    "/new 小区：… 地址：… 姓名：… 电话：… 内容：…\n"
    "A photo that was not known as a form, or what somebody else wrote: reply /new to it.",
)
FORWARDED = Text(
    "转发来的文字没有登记。要派单，请回复那条消息「登记」。",
    "Forwarded words open no ticket. To have it dispatched, reply /new to that message.",
)
LOOKS_LIKE_ONE = Text(
    "这像是要登记的，但不敢当真，没有登记。要派单，请回复那条消息「登记」，"
    "或写上冒号再发：小区：… 电话：… 内容：…",
    "This looks like a call, but might be talk, and opened no ticket. To have it dispatched, reply"
    " /new to it, or write it with colons: 小区：… 电话：… 内容：…",
)
OPENED_BEFORE = Text(
    "这张照片已登记为工单 #{number}。", "That picture is ticket #{number} already."
)
BEING_ASKED = Text(
    "这张照片正在问，请回复上面那条提问。",
    "That picture is being asked about; please answer the question above.",
)
POST_AGAIN = Text(
    "这张照片已作罢（不派单，或打不开）。要登记请重拍一张发上来，或打字：\n"
    "登记 小区：… 电话：… 内容：…",
    "That picture was dropped, or cannot be opened. Post a new one, or type:\n"
    "/new 小区：… 电话：… 内容：…",
)
BACKFILL_HOW = Text(
    "补录请写编号、环节（受理、派单、接单、联系、办结）和已经过去的真实时间，"
    "如 补录 17 办结 12-03 16:30 或 补录 17 联系 20分钟前",
    "Give the number, the step (受理 派单 接单 联系 办结) and its true time, which is past:"
    " /backfill 17 办结 12-03 16:30, or /backfill 17 联系 20分钟前",
)
BACKFILL_REOPENED = Text(
    "#{number} 的{step}不会在 {at}：{reopened} 才重办，之前做的算上一次。请核对后再补录。",
    "#{number}: {step} cannot have been at {at}: it was reopened {reopened}, and what was done"
    " before counts for the time before. Check the time, then try again.",
)
BACKFILL_ORDER = Text(
    "#{number} 的{step}不会在 {at}：受理 {accepted}，派单 {dispatched}，先后要对得上"
    "（接单以后，派单时间不再改）。请核对后再补录。",
    "#{number}: {step} cannot have been at {at}: accepted {accepted}, dispatched {dispatched}, and"
    " each step follows the last (once taken, the dispatch stays). Check the time, then try again.",
)
