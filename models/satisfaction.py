"""What a resident may answer when phoned back 回访, and which answers count as satisfied."""

import re
from collections.abc import Mapping
from enum import StrEnum

from models.said.finished import relapses
from models.said.residents import RESIDENT, TITLE


class Answer(StrEnum):
    """The five answers. "Could not be reached" is none of them."""

    VERY_SATISFIED = "very_satisfied"  # 非常满意
    SATISFIED = "satisfied"  # 满意
    FAIRLY_SATISFIED = "fairly_satisfied"  # 基本满意
    DISSATISFIED = "dissatisfied"  # 不满意
    VERY_DISSATISFIED = "very_dissatisfied"  # 非常不满意


SATISFIED = frozenset({Answer.VERY_SATISFIED, Answer.SATISFIED, Answer.FAIRLY_SATISFIED})

_SAYING: Mapping[Answer, str] = {  # the longer before what they end with
    Answer.VERY_DISSATISFIED: r"(?:非常|很|十分|特别|极其?|相当|太)不满意|very dissatisfied",
    Answer.DISSATISFIED: r"不[太大够]?满意|不怎么满意|dissatisfied",
    Answer.VERY_SATISFIED: r"(?:非常|很|十分|特别|极其?|相当)满意|very satisfied",
    Answer.FAIRLY_SATISFIED: r"(?:基本上?|比较|较|还算|总体|大体)满意|fairly satisfied",
    Answer.SATISFIED: r"[挺蛮也都]?满意|satisfied",
}
_WHO = (
    rf"(?:电话|{RESIDENT}|老伴|[儿女][子儿]|.{{1,3}}{TITLE})?"
    r"(?:也|都|还|一直|仍)?"
)
_SAID = re.compile(
    rf"^{_WHO}(?:说|表示|回答|觉得|反馈)?(?:(?:表示)?(?:感谢|谢谢))?[:：,，\s]*"
    rf"(?:{'|'.join(f'(?P<{answer}>{words})' for answer, words in _SAYING.items())})"
    r"[了的]?(?:[^\w?？]+|$)(?P<rest>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_UNREACHED = re.compile(
    rf"^{_WHO}(?:(?:打|拨|联系)了?[\d一二两三四五六几]*[次遍个]?(?:电话)?[都也均]?)?"
    r"(?:未(?:能|曾)?(?:联系|接|通|打通)|没有?(?:联系上|打通|接通|接|人接)"
    r"|无人接|打不通|接不通|无法接通"
    r"|联系不上|不接|拒接|关机|停机|空号|占线|不在服务区)"
)

_CLAUSE = re.compile(r"^|(?<=[\s,，。;；!！、])(?=[^\s,，。;；!！、])")
_AMISS = re.compile(  # before 满意, what leaves it in doubt
    r"[没未](?!有?(?:问题|事))|还(?!可以|行|不错)|[又仍再]|不(?!在|错|[漏堵响滴渗]了)|[?？吗么呢]"
)


def is_unreached(words: str) -> bool:
    """Whether they begin by saying that nobody could be reached: 未解决 is an answer."""
    return _UNREACHED.match(words) is not None


def answer_in(words: str) -> tuple[Answer | None, str] | None:
    """The answer in a clerk's words (no Answer: not reached), and what is said besides; None if
    there is none, or content and trouble stand side by side, or an answer and 没接.

    >>> answer_in("居民说很满意")
    (<Answer.VERY_SATISFIED: 'very_satisfied'>, '')
    """
    text = words.strip()
    before, said = _answered(text)
    if is_unreached(text):
        return (None, text) if said is None else None
    if said is None:
        return None
    answer = next(answer for answer in Answer if said[answer])
    besides = (before + said["rest"]).strip(" ,，、")
    doubtful = relapses(besides) or _AMISS.search(before)
    return None if is_satisfied(answer) and doubtful else (answer, besides)


def _answered(text: str) -> tuple[str, re.Match[str] | None]:
    """The first clause with an answer, and all that follows; what stands before it."""
    for clause in _CLAUSE.finditer(text):
        said = _SAID.match(text[clause.start() :])
        if said is not None:
            return text[: clause.start()], said
    return "", None


def is_satisfied(answer: Answer) -> bool:
    """Whether the field counts the answer as satisfied: the first three of five."""
    return answer in SATISFIED
