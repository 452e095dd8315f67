"""More time: until when a firm asks for it, and why; until when a dispatcher gives it, asked or
not."""

import re
from datetime import datetime

from models.calendar import WorkingHours
from models.said.lengths import LENGTH, NUMBER, WORKED, later
from models.said.moments import parse_moment
from models.said.ticket_numbers import without_numbers

_MORE = r"^\W*(?:申请)?(?:延[期长时后]?|宽限|推迟|展期|[再多]*给我?们?|再要|\+)?\s*"
_LONGER = re.compile(rf"{_MORE}(?P<length>{LENGTH})(?![后内前之以底\d一二两三四五六七八九十末])")
_WORKED_FROM_NOW = re.compile(rf"{_MORE}(?P<length>{WORKED})(?:之|以)?[内后]")
_UNTIL_DAY = re.compile(  # 到5号, 5号
    rf"(?:(?<=[到至])|^(?={NUMBER}号))({NUMBER})[号日](?!之?前|[楼门单库线院\d])"
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})[号日]?(?![\d.]|\s*个?[天周月小])")  # 12.6
_TIME_WORDS = re.compile(
    rf"(?:{NUMBER}\s*[:：]\s*\d+|(?:周|星期|礼拜)[一二三四五六日天末]|{LENGTH}|{NUMBER}\s*(?:分钟|号|点半?)"
    r"|[今明后]天|大后天|下?周|下?个?月|[上中下]午|晚上|早上|凌晨|下班)"
)
_GIVEN = re.compile(  # 申请延期请提前 and 改到周五上门 give none
    r"^\W*(?:[这此该本][张件]?单|可以|同意|那?就|先|最多|再|给|[你他]们|办结|的)*"
    r"(?:(?:[期时]限)?(?:延[期长时]?|宽限|展期|顺延)|[期时]限[改定]|再?给)"
    rf"(?:[为成到至在\s]|[你他]们)*(?P<until>(?={NUMBER}|[今明后下周星礼大本]).+)"
)
_NOT_GIVEN = re.compile(r"[?？]|[吗嘛么呢]$|上门")
_ASKING = re.compile(
    r"申请|延[期长时后]?|宽限|推迟|展期|再给|再要|请|能不能|可以|可否|[前后内到至的吗吧了]|\W|\d"
)
_CLAUSE = re.compile(r"[,，。.;；!！]+(?!\d)")
_MEANWHILE = re.compile(  # what is done by then, or who has time
    r"(?<![首优])先(?![给批准延宽])|临时|暂时|我[来去会再要]|给我|业主|居民|住户|验收|等了|联系"
)
_NAMES_TIME = re.compile(
    rf"{LENGTH}|{NUMBER}\s*(?:点[半钟]|号(?![\d楼单门院库线]))"
    r"|(?:周|星期|礼拜)[一二三四五六日天末]|[本这下]个?[周月]|[今明后]天|今晚|明[早晚]|[上下]午|下班前|月[初底]|年底"
    r"|(?<!\d)\d{1,2}[-/:：.]\d{1,2}(?!\d)"
)
_GIVES = re.compile(
    r"^.*?(?:批准?|准予?|给|[顺推]?延[期长迟后]?|推迟|宽限|期限|截止|最[多迟晚]|至多|只能?|不超过)"
    rf"(?:[你他]们|贵司)*(?=到|至|{NUMBER})"
)
_BY = re.compile(r"^(?:不过|但是?)?(?P<by>.+?前)(?!天).*$")  # 周四前必须好


def extension_until(
    text: str, due: datetime, now: datetime, hours: WorkingHours
) -> datetime | None:
    """The new deadline asked for. 3天 or 两周 is so much more than the deadline; 3天后,
    五个工作日内, 明天下午 and other moments count from now."""
    text = without_numbers(text).strip().rstrip("吧了 。.!！")
    for start, more in ((due, _LONGER), (now, _WORKED_FROM_NOW)):
        if (found := more.match(text)) is not None:
            return later(found["length"], start, hours)
    text = _DOTTED.sub(r"\1月\2日", _UNTIL_DAY.sub(r"\1号前", text))
    return next(filter(None, (parse_moment(part, now, hours.zone) for part in _parts(text))), None)


def given_until(text: str, due: datetime, now: datetime, hours: WorkingHours) -> datetime | None:
    """The new deadline in a dispatcher's words of his own: 延期到12月6日, 期限改为周五, 再给三天.
    Past the deadline, days count from now."""
    found = _GIVEN.match(without_numbers(text))
    if found is None or _NOT_GIVEN.search(text):
        return None
    until, start = found["until"], max(due, now)
    likely = (extension_until(said, start, now, hours) for said in (until, f"到{until}"))
    return next(filter(None, likely), None)


def gives_length(text: str) -> bool:
    """Whether it gives so many days more, and names no day: 再给三天."""
    found = _GIVEN.match(without_numbers(text))
    return found is not None and _LONGER.match(found["until"]) is not None


def time_named(ruling: str) -> str:
    """The words of a ruling that name a time, as the firm would ask for it; what is to be done
    until then is no such time.

    >>> time_named("最多给2天，明天先临时恢复供水")
    '2天'
    """
    named = [
        _BY.sub(r"\g<by>", clause)
        for clause in _CLAUSE.split(ruling)
        if _NAMES_TIME.search(clause) and not _MEANWHILE.search(clause)
    ]
    return _GIVES.sub("", "，".join(named)).strip()


def _parts(text: str) -> list[str]:
    """The whole, then what stands before and after each gap: 12-05 17:00 等配件."""
    words = text.split()
    before = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    return [text, *before, *(" ".join(words[n:]) for n in range(1, len(words)))]


def reason_given(text: str) -> str:
    """Why, if the text says so, without the words that say only how long; else nothing."""
    if len(_rest(text)) < 2:
        return ""
    return " ".join(word for word in text.split() if _rest(word))


def _rest(text: str) -> str:
    return _ASKING.sub("", _TIME_WORDS.sub("", text))
