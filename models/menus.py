"""The choices that a thumb is offered: reasons of a refusal, of a hold, of a cancellation, times
of a promise, extensions.

Each: (中文, English), and for an extension the days that it adds."""

from collections.abc import Mapping

REASONS: Mapping[str, tuple[str, str]] = {
    "community": ("不是我们小区", "not our community"),
    "duty": ("不属物业职责", "outside our duty"),
    "duplicate": ("重复工单", "duplicate"),
    "party": ("需其他单位处理", "needs another party"),
    "other": ("其他…", "other…"),
}
PROMISES: Mapping[str, tuple[str, str]] = {
    "15m": ("15分钟", "15 min"),
    "30m": ("30分钟", "30 min"),
    "1h": ("1小时", "1 h"),
    "2h": ("2小时", "2 h"),
    "today": ("今天下午", "this afternoon"),
    "tomorrow": ("明天上午", "tomorrow morning"),
    "other": ("其他…", "other…"),
}
EXTENSIONS: Mapping[str, tuple[str, str, int]] = {
    "parts": ("等配件 +3天", "parts +3 d", 3),
    "weather": ("等天气 +1天", "weather +1 d", 1),
    "parties": ("多方协调 +7天", "several parties +7 d", 7),
    "other": ("其他…", "other…", 0),
}
HOLDS: Mapping[str, tuple[str, str]] = {
    "fund": ("等维修基金", "waits for the repair fund"),
    "resident": ("等居民配合", "waits for the resident"),
    "works": ("列入改造项目", "part of coming works"),
    "other": ("其他…", "other…"),
}
CANCELS: Mapping[str, tuple[str, str]] = {
    "mistake": ("误报", "reported by mistake"),
    "withdrawn": ("居民撤回", "withdrawn by the resident"),
    "other": ("其他…", "other…"),
}
