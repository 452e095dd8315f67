"""What is wrong with the settings, as sentences for the person who wrote them."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.texts.text import Text
from models.intake import FIELDS

_ID = Text(
    "应为数字 id，不是用户名，请本人发 /whoami 查", "a number, no @name; /whoami tells one's own"
)
_WANTED = {  # by the kind of fault or the key's name; the first that fits is said
    "federations": Text(
        "每个联合体以 [[federations]] 开头，是双方括号", "write [[federations]], in double brackets"
    ),
    "enum": Text("档次只有 特急、紧急、一般、疑难", "the tiers are 特急, 紧急, 一般, 疑难"),
    "tuple_type": Text("应为列表，加方括号，如 [1001]", "a list, in brackets: [1001]"),
    "zone": Text("不认识的时区，如 Asia/Shanghai", "no known time zone; write Asia/Shanghai"),
    "duty": _ID,
    "dispatchers": _ID,
    "secretaries": _ID,
    "chat_id": Text("应为群的数字 id，如 -1001234567890", "the group's number: -1001234567890"),
    "end": Text("应晚于 start，写作 17:30", "later than start, written 17:30"),
    "start": Text("写作 08:30", "written 08:30"),
    "days": Text("0（周一）到 6（周日），至少一天", "0 (Monday) to 6 (Sunday), one at least"),
    "holidays": Text("日期写作 2026-10-01", "write dates as 2026-10-01"),
    "workdays": Text("日期写作 2026-10-10", "write dates as 2026-10-10"),
    "limits": Text(
        "时限写作 30m、24h、7d、2wh、1wd，除 0wd（当天下班前）外不能为 0",
        "write limits as 30m, 24h, 7d, 2wh, 1wd; none is 0 but 0wd, the end of the same day",
    ),
    "area_code": Text("区号要带 0，如 021", "with its 0: 021"),
    "labels": Text(
        "项目名只有 " + "、".join(FIELDS) + '，如 community = ["物业小区"]',
        'the fields are those; write community = ["物业小区"]',
    ),
    "int_parsing": Text("应为整数", "a whole number"),
    "float_parsing": Text("应为数字", "a number"),
    "bool_parsing": Text("应为 true 或 false", "true or false"),
    "literal_error": Text("不在可选值里", "none of the choices"),
}


class ConfigError(Exception):
    """The settings cannot be used. Its text is the sentence for the person who wrote them."""


def explain(path: Path, error: ValidationError) -> str:
    """A line for each wrong key: where it is, what stands there, what to write."""
    wrong = ((e["type"], e["loc"], e.get("input"), e["msg"]) for e in error.errors())
    return "\n".join(_sentence(path, *one) for one in wrong)


def _sentence(path: Path, kind: str, place: tuple[int | str, ...], value: Any, why: str) -> str:
    key = ".".join(str(part) for part in place)
    if kind == "missing":
        return f"{path}: 缺 {key}，请补上 / {key} is missing; add it"
    if kind == "extra_forbidden":
        return f"{path}: 没有 {key} 这一项，请改名或删去 / there is no key {key}: mend or remove it"
    names = (kind, key, *place[1:])  # a section's name would fit every key in it
    fitting = (text for name, text in _WANTED.items() if name in names)
    text = next(fitting, Text("不合格式，请改", "not valid; mend it"))
    return f"{path}: {key} = {value!r}：{text.zh} / {text.en} ({why})"
