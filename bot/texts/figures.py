"""What the figures are called, and how each is counted: one line a figure, for pictures."""

from collections.abc import Mapping

from bot.texts.text import Text
from models.effects import CALL_TRIES
from models.tally import RANKED_FROM, PercentMode

RESOLVED = Text("办结", "resolved")
RESOLUTION = Text("解决率", "resolved")
SATISFACTION = Text("满意率", "satisfied")
ACKNOWLEDGED = Text("按时接单", "acknowledged in time")
CONTACTED = Text("先行联系", "first contact in time")
DONE = Text("按时办结", "done in time")
DONE_EXTENDED = Text("按时（含延期）", "with extensions")
FOLLOWED_UP = Text("回访率", "followed up")
REFUSED = Text("退单率", "refused")
REOPENED = Text("重办率", "reopened")
HELPED = Text("互助", "helped another")
TIMES = Text("次", "×")
OF_ACCEPTED = Text("办结÷受理", "resolved ÷ accepted")
OF_ANSWERED = Text("满意÷有回答", "satisfied ÷ answered")
OPEN = Text("未办结", "open")
OVERDUE = Text("超时", "overdue")
OPEN_OVERDUE = Text("超时未办", "overdue")
ON_HOLD = Text("挂账", "on hold")
UNREACHED = Text(f"{CALL_TRIES} 次未联系上", f"not reached in {CALL_TRIES} calls")
TO_DISPATCH = Text("派单用时", "to dispatch")
TO_ACKNOWLEDGE = Text("接单用时", "to acknowledge")
TO_RESOLVE = Text("办结用时", "to resolve")
TICKETS = Text("受理量", "tickets accepted")
BY_HOUR = Text("按小时", "by the hour")
BY_DAY = Text("按天", "by the day")
BY_WEEK = Text("按周", "by the week")
BY_MONTH = Text("每 30 天", "by 30 days")
MOST = Text("最多", "most")
KINDS = Text("问题类别", "kinds")
COMMUNITIES = Text("多发小区", "communities")
FIRMS = Text("各物业", "firms")
IN_TIME = Text("按时", "in time")
LATE = Text("超时办结", "late")
NONE = Text("本期没有工单", "no tickets in this period")
NOT_RANKED = Text(
    f"不足 {RANKED_FROM} 单或尚无到期工单，不参与排名",
    f"fewer than {RANKED_FROM} tickets, or none due yet: not ranked",
)
NOT_SHOWN = Text(
    "另有 {count} 家排不下，未列出", "{count} more firms are not shown for want of room"
)
AS_OF = Text("截至", "as of")
LEFT_OUT = Text(
    "并单 {merged}、作废 {cancelled} 不计入", "{merged} merged, {cancelled} cancelled left out"
)
ROUNDING: Mapping[PercentMode, Text] = {
    "truncate": Text("百分比截尾取一位", "percentages cut off after one place"),
    "round": Text("百分比四舍五入", "percentages rounded"),
}
DEFINITIONS = (
    Text("统计对象：本期受理的工单。", "About: tickets accepted in the period."),
    Text("解决率＝已办结÷受理。", "Resolved ÷ accepted."),
    Text(
        "按时接单＝时限内首次接单÷已接单或接单时限已过。",
        "Acknowledged by the deadline ÷ acknowledged or past it.",
    ),
    Text(
        "按时办结＝首个时限内办结÷已办结或首个时限已过（挂账时间不算）；含延期：按批准后的时限。",
        "Done by the first deadline (time on hold left out) ÷ done or past it; or by the extended.",
    ),
    Text("先行联系＝时限内首次联系÷已接单。", "First contact within its limit ÷ acknowledged."),
    Text(
        "满意率＝非常满意、满意、基本满意÷有回答；未联系上不算。",
        "Satisfied (top three of five) ÷ answered; not reached is apart.",
    ),
    Text(
        "回访率÷办结；退单率÷受理；重办率÷曾办结。",
        "Followed up ÷ resolved; refused ÷ accepted; reopened ÷ ever resolved.",
    ),
    Text(
        "用时为中位数：受理→派单，派单→接单，派单→办结。",
        "Medians: accepted → dispatched → acknowledged; dispatched → resolved.",
    ),
    Text("物业按首个时限的按时办结率排名。", "Firms are ranked by done in time."),
)


def duration(seconds: int | None) -> Text:
    """A length of time in the unit that people would use: 4 s, 7 min, 16.7 h, 3.2 days."""
    if seconds is None:
        return Text("—", "—")
    for below, unit, zh, en in (
        (60, 1, "秒", "s"),
        (3600, 60, "分钟", "min"),
        (48 * 3600, 3600, "小时", "h"),
    ):
        if seconds < below:
            number = f"{seconds / unit:.1f}".removesuffix(".0") if unit > 60 else seconds // unit
            return Text(f"{number} {zh}", f"{number} {en}")
    days = f"{seconds / 86400:.1f}".removesuffix(".0")
    return Text(f"{days} 天", f"{days} days")
