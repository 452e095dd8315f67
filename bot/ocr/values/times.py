"""Times as clerks write them (2025/4/9 下午1:13, 2025-04-09 13时13分), shown in one form."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.ocr.page.lines import Glyph
from models.numerals import plain_digits, whole_number

_WIDE = 1.7  # times the usual step between two characters: a space
_YEAR, _MONTH, _DAY = r"(\d{4}|(?<!\d)\d\d(?=年))", r"(1[0-2]|0?[1-9])", r"(3[01]|[12]\d|0?[1-9])"
# A 月 looks like a 日, and a dash like a wave.
_DATE = rf"{_YEAR}\s*[年./\-~]\W*{_MONTH}\s*[月日./\-~]\W*{_DAY}\s*日?"
_HALVES = ["上午", "下午", "凌晨", "清晨", "早上", "中午", "傍晚", "晚上", "夜里"]
_HALF = "(" + "|".join(r"\s*".join(half) for half in _HALVES) + ")?"
_CLOCK = r"(2[0-3]|1\d|0?\d)\s*(?:日?[:：.·时点])+\s*([0-5]\d分?|\d分|(?<=[时点])[半整])"
TIME = rf"{_DATE}\s*[/／~～]?\s*{_HALF}\s*{_CLOCK}"  # a day with the time of day
_WHOLE = re.compile(TIME)
_DAY_OF_YEAR = re.compile(rf"{_MONTH}\s*[月./\-]\s*{_DAY}\s*日?")
_DAY_ALONE = re.compile(rf"\D*(?P<day>{_DATE})\D*")
_OF_DAY = re.compile("[上下中]午|[早晚夜晨]|[时点分半]")
_SPELT_YEAR = re.compile(r"[二2][〇零○0][一二三四五六七八九〇零○]{2}(?=\s*年)")
_SPELT = re.compile(
    r"(?:[二三四五]?\s*十\s*[一二三四五六七八九]?|[一二三四五六七八九])(?=\s*[月日号时分])"
)
_DAY_ONLY = re.compile(rf"\s*{_DATE}\s*")
# Each behind its own label: 2025.11.26 时间 Time: 13:06.
_BEHIND_LABELS = re.compile(rf"{_DATE}\D{{1,16}}?{_HALF}\s*{_CLOCK}")
_MOMENT = re.compile(rf"{_DAY_OF_YEAR.pattern}\s*{_HALF}\s*{_CLOCK}")
# 2025.1.315:56 is the 3rd at 15:56: who leaves out the space writes both figures of the hour.
_TWO_FIGURES = re.compile(rf"{_DATE}\s*{_HALF}\s*(2[0-3]|[01]\d)[:：]([0-5]\d)")
# As people say it: 昨天下午3点, 周五晚8:15, 16号早上5点多, 凌晨4:05.
_SAID_DAY = (
    r"(?:[今昨前当]天|[今昨前](?=[早晚夜])|[上本这]?(?:周|星期|礼拜)[一二三四五六日天]"
    r"|(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}[./]\d{1,2}(?=\D))"
)
HALF_OF_DAY = "(?:[上下中]午|[凌清]晨|傍晚|半夜|夜里|早上?|晚上?)"
MOMENT = (
    rf"\d{{1,2}}月\d{{1,2}}[日号]{HALF_OF_DAY}?\d{{1,2}}[时点:：]零?\d{{1,2}}分?"  # without a year
)
_SAID_CLOCK = (
    r"(?:[01]?\d|2[0-3]|[一二两三四五六七八九]|十[一二]?)"
    r"(?:[:：][0-5]\d|[点时](?:半|整|[一三1-3]刻|[0-5]?\d分?)?)(?:钟?多|左右)?"
)
_SAID = re.compile(rf"(?:{_SAID_DAY}\s*{HALF_OF_DAY}?|{HALF_OF_DAY})\s*{_SAID_CLOCK}")
_HALF_AND_FULL = {"半": "30", "整": "00"}  # 8点半
_LATE = frozenset({"下午", "傍晚", "晚上"})
# A brush's 1: no month is the 72nd or the |0th, no hour the 79th.
_NO_SEVEN = re.compile(
    r"(?<=\d{4}[./年-])7(?=[0-27][./月-])|(?<=\d{4}[./年-][17])7(?=[./月-])"
    r"|(?<!\d)7(?=[0-2]月|\d[:：时点])|(?<=[月./-])7(?=\d日)|(?<=\d{4}[./-])\|(?=[0-2][./-])"
)
# Its slash: of 2024/12/21 02:21 both are read as figures.
_SLASHES = re.compile(r"\b(20\d\d)1(1[0-2]|0[1-9])1(?=[0-3]\d\s*[0-2]\d[:：][0-5]\d)")
_NOTED = re.compile(
    rf"[\d./年月日号 -]*{HALF_OF_DAY}?\d{{1,2}}(?:[:：]\d\d|[点时]零?\d{{1,2}}分)"
    r"(?:[一-鿿]{2,3})?"
)
_YEAR_IN_TWO = re.compile(r"(?<!\d)(20)\s(\d\d)(?=\s*[年./\-])")


def spaced(text: str, glyphs: Sequence[Glyph]) -> str:
    """The text of these characters with a space where two stand apart: a recogniser leaves it out,
    and 2025/2/22:08 might be two times."""
    steps = [b.place - a.place for a, b in pairwise(glyphs)]
    usual = sorted(steps)[len(steps) // 2] if steps else 0.0
    gaps = [" " if step > _WIDE * usual else "" for step in steps]
    return "".join(letter + gap for letter, gap in zip(text, [*gaps, ""], strict=False))


def tidy_time(text: str) -> str:
    """2025/8/10 下午2.16 → 2025年8月10日 14:16; what stands around is no time. What is no whole
    time stays as it was written."""
    text = _NO_SEVEN.sub("1", _SLASHES.sub(r"\1/\2/", _in_figures(text.replace("_", ""))))
    text = _YEAR_IN_TWO.sub(r"\1\2", text)
    whole = (
        _TWO_FIGURES.search(text)
        or _WHOLE.search(text)
        or _WHOLE.search(re.sub(r"\s", "", text))
        or _BEHIND_LABELS.search(text)
    )
    if whole is None:
        day = _DAY_ONLY.fullmatch(text) or _day_beside_words(text)
        return _day(*day.groups()) if day else _without_year(text)
    *date, half, hour, minute = whole.groups()
    late = 12 if "".join((half or "").split()) in _LATE and int(hour) < 12 else 0
    minute = _HALF_AND_FULL.get(minute, minute.rstrip("分"))
    return f"{_day(*date)} {int(hour) + late:02}:{minute:0>2}"


def _in_figures(text: str) -> str:
    """二〇二四年十一月二十 七日九时四分 → 2024年11月27日9时4分."""
    text = _SPELT_YEAR.sub(lambda year: plain_digits(year[0]), text)
    return _SPELT.sub(lambda spelt: str(whole_number("".join(spelt[0].split()))), text)


def _day_beside_words(text: str) -> re.Match[str] | None:
    """2025年2月4日 星期二: no time of day."""
    alone = _DAY_ALONE.fullmatch(text)
    if alone is None or _OF_DAY.search(text.replace(alone["day"], "")):
        return None
    return _DAY_ONLY.fullmatch(alone["day"])


def _day(year: str, month: str, day: str) -> str:
    year = year.rjust(4, "0").replace("00", "20", 1)
    return f"{year}年{int(month)}月{int(day)}日"


def _without_year(text: str) -> str:
    """3月4日8: 1 5 → 3月4日 8:15; what is no such moment stays as it was written."""
    tight = re.sub(r"\s", "", text)
    moment = _MOMENT.fullmatch(tight) if "日" in tight else None
    if moment is None:
        return re.sub(r"(日)\s*(?=\d)", r"\1 ", text)
    clock = moment.start(3) if moment[3] else moment.start(4)
    return f"{tight[:clock]} {tight[clock:]}"


def is_time(text: str) -> bool:
    """Whether it is a day with the time of day, and nothing else."""
    return _WHOLE.fullmatch(text.strip()) is not None


def is_day(text: str) -> bool:
    """Whether it is a day and nothing else."""
    return _DAY_ONLY.fullmatch(text) is not None


def day_within(text: str) -> tuple[int, int] | None:
    """Where a day stands in a text that has no other figures: 2024年11月13日 天气晴."""
    found = _DAY_ALONE.fullmatch(text)
    return found.span("day") if found else None


def is_day_of_year(text: str) -> bool:
    """Whether it is a day without its year, and nothing else."""
    return _DAY_OF_YEAR.fullmatch(text.strip()) is not None


def is_moment(text: str) -> bool:
    """Whether it is a day without its year and the time of day, and nothing else."""
    return _MOMENT.fullmatch(text.strip()) is not None


def is_said(text: str) -> bool:
    """Whether it is a time of day of a day or half a day as people say it, and nothing else."""
    return _SAID.fullmatch(text.strip()) is not None


def is_clock(text: str) -> bool:
    """Whether it is a time of day and nothing else."""
    return re.fullmatch(rf"{_HALF}\s*{_CLOCK}", text.strip()) is not None


def is_noted(text: str) -> bool:
    """Whether it is when something was written down, and at most by whom: 11.146:07,
    12月7日上午11点零8分谈文."""
    return _NOTED.fullmatch(text) is not None
