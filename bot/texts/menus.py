"""The choices that a thumb is offered: reasons of a refusal, of a hold, of a cancellation, times
of a promise, extensions. What was chosen goes on record in 中文, as if it had been written."""

from bot.texts.text import Text

_OTHER = Text("其他…", "other…")
REASONS = {
    "community": Text("不是我们小区", "not our community"),
    "duty": Text("不属物业职责", "outside our duty"),
    "duplicate": Text("重复工单", "duplicate"),
    "party": Text("需其他单位处理", "needs another party"),
    "other": _OTHER,
}
PROMISES = {
    "15m": Text("15分钟", "15 min"),
    "30m": Text("30分钟", "30 min"),
    "1h": Text("1小时", "1 h"),
    "2h": Text("2小时", "2 h"),
    "today": Text("今天下午", "this afternoon"),
    "tomorrow": Text("明天上午", "tomorrow morning"),
    "other": _OTHER,
}
DAYS = {"parts": 3, "weather": 1, "parties": 7}  # that an extension adds
EXTENSIONS = {
    "parts": Text(f"等配件 +{DAYS['parts']}天", f"parts +{DAYS['parts']} d"),
    "weather": Text(f"等天气 +{DAYS['weather']}天", f"weather +{DAYS['weather']} d"),
    "parties": Text(f"多方协调 +{DAYS['parties']}天", f"several parties +{DAYS['parties']} d"),
    "other": _OTHER,
}
HOLDS = {
    "fund": Text("等维修基金", "waits for the repair fund"),
    "resident": Text("等居民配合", "waits for the resident"),
    "works": Text("列入改造项目", "part of coming works"),
    "other": _OTHER,
}
CANCELS = {
    "mistake": Text("误报", "reported by mistake"),
    "withdrawn": Text("居民撤回", "withdrawn by the resident"),
    "other": _OTHER,
}
