"""Answers to whoever says that a fact of a ticket is wrong."""

from bot.texts.text import Text

NO_PHONE = Text(
    "没有改：#{number} 的新电话位数或格式不对，请核对后再回复，如「电话13812345678」。",
    "Not changed: the new phone for #{number} has not the right shape. Reply like 电话13812345678.",
)
NO_COMMUNITY = Text(
    "没有改：花名册上没有「{community}」。请写花名册上的小区名，如「小区是丰翔新城」。",
    "Not changed: “{community}” is not on the roster. Give its name there, like 小区是丰翔新城.",
)
KEPT_BESIDE = Text(
    "#{number} 登记的电话没有改，这个号码已记入内容（群里打码，承办单位私聊看全）。"
    "要换掉登记的电话，请回复「电话13812345678」。",
    "The phone of #{number} stays; this number is kept with the description (masked here, whole in"
    " the firm's private chat). To replace the phone, reply 电话13812345678.",
)
REASSIGN_FIRST = Text(
    "小区没有改：{community}由 {firm} 承办，换小区要先换单位。请派单员发「转派 {number} {firm}」，"
    "再回复一次「小区是{community}」。",
    "The community is not changed: {community} is served by {firm}, so the firm changes first. "
    "Dispatcher, please send 转派 {number} {firm}, then reply 小区是{community} again.",
)
REASSIGN_FIRST_KIND = Text(
    "类别没有改：{community}的「{category}」由 {firm} 承办，换类别要先换单位。请派单员发"
    "「转派 {number} {firm}」，再回复一次「类别是{category}」。",
    "The kind is not changed: {category} at {community} is served by {firm}, so the firm changes "
    "first. Dispatcher, please send 转派 {number} {firm}, then reply 类别是{category} again.",
)
NO_CATEGORY = Text(
    "没有改：类别里没有「{said}」。可以写：{known}。",
    "Not changed: “{said}” is no kind. Kinds are: {known}.",
)
NO_URGENCY = Text(
    "没有改：紧急程度里没有「{said}」。可以写：{known}。",
    "Not changed: “{said}” is no urgency. Write one of: {known}.",
)
ONLY_NOTED = Text(
    "已记为 #{number} 的备注，工单上的信息没有改。要改请让值班客服或派单员这样回复卡片。",
    "Noted on #{number}; its data are not changed. To change them, a duty clerk or a dispatcher"
    " replies so to the card.",
)
NEVER_CHANGED = Text(
    "已记为 #{number} 的备注。派单后，工单上的来电时间、接线员不再改。",
    "Noted on #{number}. Its time of call and its operator stay as they were dispatched.",
)
