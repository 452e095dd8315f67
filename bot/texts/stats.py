"""The answer to /stats: the figures in words, as a caption under their picture."""

import re
from html import escape

from bot.texts.figures import LEFT_OUT, ROUNDING, UNREACHED, duration
from bot.texts.text import Language, Text
from models.tally import PercentMode, Share, Tally

WHICH_PERIOD = Text(
    "请这样写：/{command} 今天 · 7d · 本月 · 2024-12-01~2024-12-24",
    "Write /{command} today · 7d · month · 2024-12-01~2024-12-24",
)
_LINES = (
    Text("📊 <b>{period}</b>", "📊 <b>{period}</b>"),
    Text(
        "受理 <b>{accepted}</b>，办结 <b>{resolved}</b>，"
        "未办结 {open}（超时 {overdue}，挂账 {on_hold}）",
        "accepted <b>{accepted}</b>, resolved <b>{resolved}</b>, open {open}"
        " (overdue {overdue}, on hold {on_hold})",
    ),
    Text("解决率 <b>{resolution}</b>", "resolution rate <b>{resolution}</b>"),
    Text(
        f"满意率 <b>{{satisfied}}</b>，{UNREACHED.zh} {{unreached}}",
        f"satisfied <b>{{satisfied}}</b>, {UNREACHED.en} {{unreached}}",
    ),
    Text("按时接单 {acknowledged}", "acknowledged in time {acknowledged}"),
    Text("按时办结 {done}，含延期 {extended}", "done in time {done}, with extensions {extended}"),
    Text(
        "中位用时：派单 {to_dispatch}，接单 {to_acknowledge}，办结 {to_resolve}",
        "median time to dispatch {to_dispatch}, acknowledge {to_acknowledge}, resolve {to_resolve}",
    ),
    Text(
        "退单 {refused}，重办 {reopened}，互助 {helped} 次",
        "refused {refused}, reopened {reopened}, helped another {helped}×",
    ),
)


_ENGLISH = (  # of a period's name, as models.said.periods gives it
    *(("今天", "today"), ("昨天", "yesterday"), ("前天", "the day before yesterday")),
    *(("本周", "this week"), ("上周", "last week"), ("本月", "this month"), ("上月", "last month")),
    *(("今年", "this year"), ("去年", "last year"), (" 至 ", " to ")),
    *(("本季度", "this quarter"), ("上季度", "last quarter")),
    *(
        (r"近(\d+)天", r"last \1 days"),
        (r"近(\d+)个月", r"last \1 months"),
        (r"(\d+)年(\d+)月", r"\1-\2"),
        (r"(\d+)年", r"\1"),
    ),
)


def period_named(label: str) -> Text:
    """A period's name in both languages."""
    english = label
    for pattern, word in _ENGLISH:
        english = re.sub(pattern, word, english)
    return Text(label, english)


def stats_text(figures: Tally, period_label: str, mode: PercentMode, lang: Language) -> str:
    """HTML, at most 900 characters as shown in both languages: it is a photo's caption."""
    languages: tuple[Language, ...] = ("zh", "en") if lang == "zh+en" else (lang,)
    return "\n\n".join(_in_one(figures, period_label, mode, each) for each in languages)


def _in_one(figures: Tally, period_label: str, mode: PercentMode, lang: Language) -> str:
    period = period_named(escape(period_label[:40]))
    facts: dict[str, object] = {**_facts(figures, mode, lang), "period": period}
    lines = [line.say(lang, **facts) for line in _LINES]
    left_out = LEFT_OUT.say(lang, merged=figures.merged, cancelled=figures.cancelled)
    mark = "；" if lang == "zh" else "; "
    return "\n".join([*lines, f"<i>{left_out}{mark}{ROUNDING[mode].say(lang)}</i>"])


def _facts(figures: Tally, mode: PercentMode, lang: Language) -> dict[str, str | int]:
    def share(of: Share) -> str:
        return f"{of.percent(mode)} ({of.part}/{of.whole})"

    return {
        "accepted": figures.accepted,
        "resolved": figures.resolved,
        "open": figures.open,
        "overdue": figures.overdue,
        "on_hold": figures.on_hold,
        "unreached": figures.unreached,
        "helped": figures.helped,
        "resolution": share(figures.resolution),
        "satisfied": share(figures.satisfied),
        "acknowledged": share(figures.acknowledged_in_time),
        "done": share(figures.done_in_time),
        "extended": share(figures.done_in_extended_time),
        "refused": figures.refused.part,
        "reopened": figures.reopened.part,
        "to_dispatch": duration(figures.seconds_to_dispatch).say(lang),
        "to_acknowledge": duration(figures.seconds_to_acknowledge).say(lang),
        "to_resolve": duration(figures.seconds_to_resolve).say(lang),
    }
