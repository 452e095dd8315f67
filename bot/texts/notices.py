"""What the bot says in the group besides cards. Each key is a notice's `say`."""

from bot.texts.card import (
    ASK_EXTENSION,
    CALL_HELP,
    CANCEL,
    PHOTOS,
    PROMISE,
    REFUSE,
    REOPEN,
    RESOLVE,
    RESUME,
)
from bot.texts.text import Text

NOTICES: dict[str, Text] = {
    "repeated": Text(
        "这张表已登记为工单 #{number}，没有重复开单。",
        "This form is ticket #{number} already; no second one was opened.",
    ),
    "repeated_otherwise": Text(
        "这张表和工单 #{number} 一样，只是电话或时间读得不同，没有重复开单。请对着纸核对："
        "#{number} 错了，就回复它的卡片更正；这是另一次来电，请用 /new 打字登记。",
        "This form says what ticket #{number} says, but for a figure of its phone or time; no "
        "second one was opened. Please look at the paper: correct #{number} in reply to its card, "
        "or, if this is another call, type it with /new.",
    ),
    "repeated_asking": Text(
        "这张照片刚才已发过，正等待上面那条提问的回答。",
        "This photo was posted before; the question above still waits for an answer.",
    ),
    "unreadable_too_big": Text(
        "图片太大，没有读取。请发照片（不是原图文件），或小于 20 MB 的文件。",
        "Too big to read. Please send it as a photo, or as a file under 20 MB.",
    ),
    "unreadable_broken": Text(
        "文件损坏，打不开。请重新拍照发送。",
        "The file is broken. Please take the photo again.",
    ),
    "unreadable_locked": Text(
        "这个 PDF 有密码，打不开。请去掉密码再发，或截图、拍照发送。",
        "This PDF is locked by a password. Please send it without one, or take a photo of it.",
    ),
    "unreadable_not_a_picture": Text(
        "这个文件不是图片。请发照片、图片文件或 PDF。",
        "This file is no picture. Please send a photo, a picture file or a PDF.",
    ),
    "unreadable_too_slow": Text(
        "这张图读取超时，已放在一边。请重拍一张，或用 /new 打字登记。",
        "Reading took too long. Please take another photo, or type it with /new.",
    ),
    "unreadable_reader_died": Text(
        "这张图两次都读不出来，已放在一边。请重拍一张，或用 /new 打字登记。",
        "It could not be read, twice. Please take another photo, or type it with /new.",
    ),
    "unreadable_not_fetched": Text(
        "图片从 Telegram 取不下来，已放在一边。请再发一次。",
        "The picture could not be fetched from Telegram. Please send it again.",
    ),
    "pages_unread": Text(
        "这个文件有 {count} 页，第 {pages} 页没有读（一次最多读 {most} 页）。请把没读的另发一次。",
        "Of this file's {count} pages {pages} were not read (at most {most} are at a time). "
        "Please send those again by themselves.",
    ),
    "question_waits": Text(
        "{mention} 上面这张表还没人确认，请点选或回复。",
        "{mention} The form above is not all confirmed yet; please tap or reply.",
    ),
    "question_none_fits": Text(
        "{mention} 上面这张表，选项都不是。请回复那条提问：「转给公司名」，或「小区是…」。",
        "{mention} None of the answers fits the form above. Reply to the question: 转给 and a firm,"
        " or 小区是 and its name.",
    ),
    "offer": Text(
        "🤝 <b>{firm}</b> 愿意协助 #{number}{words}\n{mention} 要请他们来吗？",
        "🤝 <b>{firm}</b> offers to help with #{number}{words}\n{mention} shall they come?",
    ),
    "accept_help": Text(
        "🤝 #{number} 请 <b>{firm}</b> 协助，牵头单位不变。{mention}",
        "🤝 #{number}: <b>{firm}</b> helps; the lead firm stays. {mention}",
    ),
    "thank": Text(
        "🙏 谢谢 <b>{firm}</b>，#{number} 暂不需要协助。",
        "🙏 Thanks to <b>{firm}</b>; #{number} needs no help for now.",
    ),
    "withdraw": Text(
        "🙁 <b>{firm}</b> 来不了了，#{number} 请另想办法{words}\n{mention} 要帮手可再发「求助」。",
        "🙁 <b>{firm}</b> cannot come for #{number}{words}\n{mention} /callhelp asks others.",
    ),
    "call_help": Text(
        "🆘 #{number} {community} · {category} 求助{words}\n{mention} 你们懂这类问题，能帮忙吗？",
        "🆘 #{number} {community} · {category}: help wanted{words}\n"
        "{mention} you know this kind: can you help?",
    ),
    "call_help_named": Text(
        "🆘 #{number} {community} · {category} 求助{words}\n{mention} 请你们来看看，能帮忙吗？",
        "🆘 #{number} {community} · {category}: help wanted{words}\n{mention} can you come?",
    ),
    "call_help_anyone": Text(
        "🆘 #{number} {community} · {category} 求助{words}\n哪家碰到过这类问题，能帮忙吗？",
        "🆘 #{number} {community} · {category}: help wanted{words}\nWho has met the like?",
    ),
    "send_back": Text(
        "↩️ #{number} 退单未获同意{words}\n{mention} 请接单办理。",
        "↩️ #{number}: the refusal was not accepted{words}\n{mention} please take it.",
    ),
    "grant": Text(
        "✅ #{number} 同意延期到 {due}{words}。{mention}",
        "✅ #{number}: extended to {due}{words}. {mention}",
    ),
    "decline": Text(
        "✖️ #{number} 不同意延期{words}，期限仍是 {due}。{mention}",
        "✖️ #{number}: not extended{words}; still due {due}. {mention}",
    ),
    "wants_refuse": Text(
        "✍️ {mention} 请回复这条消息，写明 #{number} 为什么退单。",
        "✍️ {mention} please reply to this message: why is #{number} refused?",
    ),
    "wants_hold": Text(
        "✍️ {mention} 请回复这条消息，写明 #{number} 为什么挂账。",
        "✍️ {mention} please reply to this message: why is #{number} put on hold?",
    ),
    "wants_cancel": Text(
        "✍️ {mention} 请回复这条消息，写明 #{number} 为什么作废。",
        "✍️ {mention} please reply to this message: why is #{number} cancelled?",
    ),
    "wants_promise": Text(
        "✍️ {mention} 请回复这条消息，写明 #{number} 什么时候到，比如「20分钟」「后天上午」。",
        "✍️ {mention} please reply to this message: when will you be there for #{number}?",
    ),
    "wants_ask_extension": Text(
        "✍️ {mention} 请回复这条消息，写明 #{number} 要延到什么时候、为什么，比如「5天 等厂家」。",
        "✍️ {mention} please reply to this message: how much longer does #{number} need, and why?",
    ),
    "corrected": Text(
        "✏️ {mention} #{number} 的居民信息有更正，请点卡片上的「完整信息」。",
        "✏️ {mention} #{number}: the resident's data were corrected; see “All data” on the card.",
    ),
    "more_urgent": Text(
        "⬆️ {mention} #{number} 改为 {tier}，请 {due} 前办结。",
        "⬆️ {mention} #{number} is now {tier}: please finish it by {due}.",
    ),
    "no_time": Text(
        "⚠️ #{number} 承办单位说没空。负责人请点一项，不点照常催办。{mention}",
        "⚠️ #{number}: its firm has no time. Its lead, please choose; reminders go on. {mention}",
    ),
    "not_ours": Text(
        "⚠️ #{number} 承办单位说该别家办。负责人要退单请点「退单」，不点照常催办。{mention}",
        "⚠️ #{number}: its firm says others should do it. Its lead: refuse, or reminders go on."
        " {mention}",
    ),
    "not_wanted": Text(
        "⚠️ #{number} 承办单位说居民不用修了。{mention} 核实后要作废请点一下，不点照常催办。",
        "⚠️ #{number}: its firm says the resident no longer wants it. {mention} cancel it, or "
        "reminders go on.",
    ),
    "half_mended": Text(
        "#{number} 还没办结，只记了一笔。全修好了请点「办结」。",
        "#{number} stays open; this is noted. Once all is mended, tap Done.",
    ),
    "not_mended": Text(
        "⚠️ #{number} 说是没修好。要重办，请值班客服或派单员点：{mention}",
        "⚠️ #{number} is said not to be mended. To reopen it, clerk or dispatcher: {mention}",
    ),
    "wrong_data": Text(
        "✏️ #{number} 的居民信息可能有错，请核实后回复，如「电话是13641778999」。{mention}",
        "✏️ #{number}: the data may be wrong; reply what is right: 电话是13641778999. {mention}",
    ),
    "still_on_hold": Text(
        "⏸ #{number} {community} · {category} 挂账 {days} 天了{words}\n"
        "{mention} 还要挂吗？能办了请点「恢复」。",
        "⏸ #{number} {community} · {category}: {days} days on hold{words}\n"
        "{mention} still to be on hold? If not, resume it.",
    ),
    "merge": Text("🔗 #{merged} 已并入 #{number}。", "🔗 #{merged} was merged into #{number}."),
    "twins": Text(
        "{mention} #{number} 和 {others} 像是同一件事。是的话请点一下并单：",
        "{mention} #{number} looks like {others}. If it is the same, tap to merge:",
    ),
    "cluster": Text(
        "⚠️ {mention} {community} 一天内 {count} 起「{category}」，可能是同一处故障。",
        "⚠️ {mention} {community}: {count} reports of {category} in a day; maybe one fault.",
    ),
    "call_list_waits": Text(
        "📞 今天有 {count} 位居民待回访。值班客服请点开私聊名单：",
        "📞 {count} residents to phone back today. Duty clerk, please open the list:",
    ),
    "last_lead_left": Text(
        "⚠️ {name} 退群了，<b>{firm}</b> 在群里没有负责人了。{mention} 请用 /invite 或 /bind 补上。",
        "⚠️ {name} left; <b>{firm}</b> has no lead here. {mention} please add one: /invite, /bind.",
    ),
    "last_dispatcher_left": Text(
        "⚠️ {name} 退群了，群里没有派单员了，没人裁定。{mention} 请补上（配置的 dispatchers）。",
        "⚠️ {name} left: no dispatcher here to rule. {mention} please add one (in the config).",
    ),
    "last_on_duty_left": Text(
        "⚠️ {name} 退群了，群里没有值班客服了，没人回访。{mention} 请补上（配置的 duty）。",
        "⚠️ {name} left: nobody here is on duty to call back. {mention} please add one (config).",
    ),
    "last_secretary_left": Text(
        "⚠️ {name} 退群了，群里没有秘书长了，督办没人看。{mention} 请补上（配置的 secretaries）。",
        "⚠️ {name} left: no secretary-general here. {mention} please add one (in the config).",
    ),
    "roster_in_force": Text(
        "📋 今天起生效的花名册变更已办好。{mention}\n{summary}\n{notes}",
        "📋 The roster's changes as of today are made. {mention}\n{summary}\n{notes}",
    ),
}
ACCEPT_HELP = Text("请来协助", "Please come")
THANK = Text("谢谢，暂不用", "Thanks, not now")
SAME_AS = Text("与 #{number} 相同，并单", "Same as #{number}: merge")
OFFER = Text("我们来协助", "We can help")
OPEN_LIST = Text("打开名单", "Open the list")
BUTTONS = {
    "photos": PHOTOS,
    "accept_help": ACCEPT_HELP,
    "thank": THANK,
    "same_as": SAME_AS,
    "offer": OFFER,
    "open_list": OPEN_LIST,
    "promise": PROMISE,
    "ask_extension": ASK_EXTENSION,
    "call_help": CALL_HELP,
    "cancel": CANCEL,
    "refuse": REFUSE,
    "resolve": RESOLVE,
    "reopen": REOPEN,
    "resume": RESUME,
}
