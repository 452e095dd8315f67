"""Reminders 催办 and escalations 督办; how long something has taken."""

from bot.texts.text import Text

REMINDER = Text("⏰ <b>催办</b> {firm} {mention}", "⏰ <b>Reminder</b> {firm} {mention}")
REMIND_UNACKNOWLEDGED = Text(
    "#{number} {community} · {category}：{minutes}前派单，还没接单",
    "#{number} {community} · {category}: dispatched {minutes} ago, not taken",
)
REMIND_PROMISE = Text(
    "#{number} {community} · {category}：承诺的时间到了，进展如何？",
    "#{number} {community} · {category}: the promised time has come; how is it?",
)
REMIND_URGED = Text(
    "#{number} {community} · {category}：请报一下进展（期限 {due}）",
    "#{number} {community} · {category}: please say how it is (due {due})",
)
REMIND_LATE = Text(
    "#{number} {community} · {category}：办结期限 {due} 已过",
    "#{number} {community} · {category}: was due {due}",
)
REMIND_LAPSED = Text(
    "#{number} {community} · {category}：接单后没有联系居民，接单已失效，请重新接单",
    "#{number} {community} · {category}: taken, then no contact; please take it again",
)
REMIND_MORE = Text("另有 {count} 单：/mine", "{count} more: /mine")
ESCALATION = Text(
    "🚨 <b>督办</b> {mention}\n#{number} {community} · {category}（{firm}）{why}",
    "🚨 <b>Escalated</b> {mention}\n#{number} {community} · {category} ({firm}) {why}",
)
WHY_UNACKNOWLEDGED = Text("多次提醒仍未接单", "reminded repeatedly, still not taken")
WHY_UNRULED = Text("退单还没裁定", "its refusal still awaits a ruling")
WHY_LATE = Text("期限 {due} 已过，多次提醒仍未办结", "was due {due}, reminded repeatedly, not done")
WHY_PROMISED_LATE = Text("承诺 {time} 才到，等不了", "promised {time} only: too late")
MINUTES = Text("{count} 分钟", "{count} min")
HOURS = Text("{count} 小时", "{count} h")
DAYS = Text("{count} 天", "{count} d")
