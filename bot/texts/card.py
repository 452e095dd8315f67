"""The living card of a ticket, and the private sheet with all its data."""

from bot.texts import statuses
from bot.texts.text import Text
from models.tables.ticket import Purpose, Status
from models.tier import Tier

TITLE = Text("派单", "Dispatch")
MOVED_TITLE = Text("已转派", "Reassigned")
TIER = {
    Tier.EXTREME: Text("🔴 特急", "🔴 extreme"),
    Tier.URGENT: Text("🟠 紧急", "🟠 urgent"),
    Tier.NORMAL: Text("🟢 一般", "🟢 normal"),
    Tier.HARD: Text("🔵 疑难", "🔵 hard"),
}
_SIGN = {
    Status.DISPATCHED: "⏳",
    Status.ACKNOWLEDGED: "🔧",
    Status.RETURNED: "↩️",
    Status.ON_HOLD: "⏸",
    Status.RESOLVED: "✅",
    Status.CLOSED: "✅",
    Status.MERGED: "🔗",
    Status.CANCELLED: "✖️",
}
_WORDS = statuses.STATUS | {  # of these two a card says more
    Status.RESOLVED: Text("已办结，待回访", "resolved, to be followed up"),
    Status.MERGED: Text("已并入 #{into}", "merged into #{into}"),
}
STATUS = {
    status: Text(f"{sign} {_WORDS[status].zh}", f"{sign} {_WORDS[status].en}")
    for status, sign in _SIGN.items()
}
ACK_BY = Text("请 {time} 前接单", "acknowledge by {time}")
DONE_BY = Text("{time} 前办结", "done by {time}")
EXTENDED = Text("（延期，原定 {time}）", "(extended, was {time})")
PROMISED = Text("承诺 {time}", "promised {time}")
HELPERS = Text("协助：{names}", "helping: {names}")
OFFERS = Text("愿协助：{names}", "offering help: {names}")
LEAD_FIRM = Text("牵头 {firm}", "lead firm {firm}")
RESOLVED_AT = Text("{time} 办结", "resolved {time}")
ANSWERED = Text("居民评价：{answer}", "resident: {answer}")
HOLD_REASON = Text("原因：{reason}", "reason: {reason}")
CONTACTED = Text("{time} 已联系居民", "contacted {time}")
WANTS_TIME = Text("延期待批", "extension awaits a ruling")
REOPENED = Text("重办第 {count} 次", "reopened, {count}×")
NO_CATEGORY = Text("未分类", "no kind")
NO_LEADS = Text("⚠️ 花名册里还没有负责人 {mention}", "⚠️ no lead on the roster {mention}")
MOVED_TO = Text("现由 {firm} 办理", "now with {firm}")

PHOTO = Text("工单 #{number} · {purpose} · {time}", "Ticket #{number} · {purpose} · {time}")
PURPOSE = {
    Purpose.FORM: Text("信息表", "form"),
    Purpose.PLACE: Text("现场", "the place"),
    Purpose.EVIDENCE: Text("退单依据", "evidence of the refusal"),
    Purpose.REPAIR: Text("办理照片", "the work"),
}
NO_PHOTOS = Text("#{number} 没有照片。", "#{number} has no photos.")
FULL_TITLE = Text("工单 #{number} 完整信息", "Ticket #{number}, in full")
FIXED = Text("✏️ 有更正：{fields}", "✏️ Corrected: {fields}")
NO_PHONE = Text("没留电话，无法回电", "left no phone: cannot be called back")
FIRM = Text("承办", "firm")
PRIVATE = Text(
    "仅供办理此单，请勿转发。本次查看已记录。",
    "For this ticket only; do not forward. This look is on record.",
)

ACKNOWLEDGE = Text("接单", "Take")
REFUSE = Text("退单", "Refuse")
OFFER = Text("协助", "Assist")
RESOLVE = Text("办结", "Done")
CONTACT = Text("已联系", "Reached")
PROMISE = Text("报时间", "When")
MORE = Text("更多", "More")
SEE = Text("🔒 完整信息", "🔒 All data")
PHOTOS = Text("📷 照片 {number}", "📷 photos {number}")
REOPEN = Text("重办", "Reopen")
RESUME = Text("恢复办理", "Resume")
ASK_EXTENSION = Text("延期", "Extend")
CALL_HELP = Text("求助", "Call for help")
HOLD = Text("挂账", "Hold")
REASSIGN = Text("转派", "Reassign")
CANCEL = Text("作废", "Cancel")
REMIND = Text("催办", "Remind")
BACK = Text("‹ 返回", "‹ Back")
