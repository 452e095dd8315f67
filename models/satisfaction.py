"""What a resident may answer when phoned back 回访, and which answers count as satisfied."""

import re
from collections.abc import Mapping
from enum import StrEnum

from models.finished import relapses


class Answer(StrEnum):
    """The five answers. "Could not be reached" is none of them."""

    VERY_SATISFIED = "very_satisfied"  # 非常满意
    SATISFIED = "satisfied"  # 满意
    FAIRLY_SATISFIED = "fairly_satisfied"  # 基本满意
    DISSATISFIED = "dissatisfied"  # 不满意
    VERY_DISSATISFIED = "very_dissatisfied"  # 非常不满意


SATISFIED = frozenset({Answer.VERY_SATISFIED, Answer.SATISFIED, Answer.FAIRLY_SATISFIED})

WORDS: Mapping[Answer, tuple[str, str]] = {  # 中文, English
    Answer.VERY_SATISFIED: ("非常满意", "very satisfied"),
    Answer.SATISFIED: ("满意", "satisfied"),
    Answer.FAIRLY_SATISFIED: ("基本满意", "fairly satisfied"),
    Answer.DISSATISFIED: ("不满意", "dissatisfied"),
    Answer.VERY_DISSATISFIED: ("非常不满意", "very dissatisfied"),
}
_LEVEL = {word: answer for answer, words in WORDS.items() for word in words}
_SAID = re.compile(
    r"^(?:居民|业主|住户|对方|[他她])?(?:说|表示|回答|觉得)?[:：,，\s]*"
    rf"(?P<level>{'|'.join(_LEVEL)})[了的]?(?:[\s,，。.;；:：!！、]+|$)(?P<rest>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_UNREACHED = ("未联系", "未接", "未通", "未打通", "没联系上", "没人接", "没打通", "无人接")


def is_unreached(words: str) -> bool:
    """Whether they begin by saying that nobody could be reached: 未解决 is an answer."""
    return words.startswith(_UNREACHED)


def answer_in(words: str) -> tuple[Answer | None, str] | None:
    """The answer in a clerk's words (no Answer: not reached), and what is said besides; None if
    there is none, or content and trouble stand side by side.

    >>> answer_in("不满意，还在漏")
    (<Answer.DISSATISFIED: 'dissatisfied'>, '还在漏')
    """
    text = words.strip()
    if is_unreached(text):
        return None, text
    said = _SAID.match(text)
    if said is None:
        return None
    answer, rest = _LEVEL[said["level"].casefold()], said["rest"].strip()
    return None if is_satisfied(answer) and relapses(rest) else (answer, rest)


def is_satisfied(answer: Answer) -> bool:
    """Whether the field counts the answer as satisfied: the first three of five."""
    return answer in SATISFIED
