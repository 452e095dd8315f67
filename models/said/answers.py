"""What somebody says to a question of the bot's: a reason, 不用派了, 都不是, 没留电话."""

import re
from collections.abc import Callable
from enum import StrEnum

from models.said.corrections import parse_corrections
from models.said.residents import RESIDENT

Answers = Callable[[str], object]  # clause → what it answers, or nothing

_TAKEN_BACK = re.compile(
    r"^(?:算了|取消|不用|不[退挂]|不作废|[点按]错|误[点按]|手滑)|^(?:收到|接单|好的?|ok)$|^我们?接"
)
_NOT_TO_GO = re.compile(  # the whole of what is said to a question
    r"(?:这[张个份]?(?:表|单子?|照片)?)?(?:不用|不要|不必|不需要|无需|先?不|别)再?(?:派单?|登记|处理)了?[吧啦]?"
    r"|(?:不好意思|抱歉)?[,，\s]*(?:我|刚才)?(?:打|发|拍|写|贴|传|登记)错了?(?:表|单子?|图|照片|群)?了?"
    r"|作废|取消(?:派单)?[了吧]?|撤[销回][了吧]?|算了|不用了|不派了"
    r"|(?:发|报|登记|派|贴)?重(?:复)?了|(?:发|报|登记|派)过了"
)
_SETTLED_ITSELF = re.compile(  # what may be said besides
    rf"(?:(?:{RESIDENT})(?:家|说)?)?(?:已经?|自己|自行)+(?:解决|修好|处理|弄)好?了?"
)
_NONE_OF_THEM = re.compile(
    r"(?:以上|上面|这[几些]个|选项)?(?:全?都|一个也|哪个都|也)?不(?:是|对)[的啊]?|都没有|没有(?:一个)?[对是]的"
)
_CALLS = r"(?:联系|来电|手机)?(?:电话|手机|号码|联系方式)(?:号码?)?"
_KEEPS = r"(?:不(?:愿意?|肯|想|方便|便)?|没有?|未|拒绝?)(?:再|肯)?(?:要?留下?|给|提供|透露|告知)"
_NO_PHONE = re.compile(  # what an empty field may also be, 没写 or 看不清, is for its writer to say
    rf"(?:(?:因为?|是)?(?:{RESIDENT}|人)(?:家|说|就是|也)?)?"
    rf"(?:(?:{_KEEPS}|(?:确实|真的?)?(?:没有?|无|不(?:用|要|需要|必)))(?:个|任何|过)?{_CALLS}"
    rf"|{_CALLS}(?:那?[栏是为:：])?\s*(?:确实|真的?|也)?(?:{_KEEPS}|没有?|无|不详|未知|不用|不需要)"
    rf"|{_KEEPS})(?:的|了|过)?"
    r"|no (?:phone|number)(?: left)?"
)
_GO = re.compile(
    r"(?:就|请|可以|那)?(?:先|直接|照|尽快|马上|赶紧|继续)?(?:派单?|派出?去|登记)(?:了|一下)?[吧啦]?"
    r"|(?:好|是|对)的?|嗯"
)

_FIRM = re.compile(  # 复瑞, 先给复瑞物业吧, 请复瑞物业处理, 转派复瑞
    r"(?:这[张个]?(?:单子?)?|同意|那|就|先|直接|应该?|麻烦|请|让|叫|改|由|归|属于|是|[给派转交])*"
    r"(?P<firm>.{2,}?)[来去]?(?:处理|办理?|负责|跟进|接单?|管|看)?(?:一下|看|的)?吧?"
)


class ToQuestion(StrEnum):
    """What somebody says to a question, instead of what is asked."""

    DROP = "drop"  # 不用派了 · 打错了
    NONE_FITS = "none_fits"  # 都不是


def is_answer(words: str) -> bool:
    """Whether 为什么 or 什么时候 is answered, and not 算了，我们接单."""
    text = words.strip(" 。.!！").casefold()
    return bool(text) and not _TAKEN_BACK.search(text)


def answer_to_question(words: str) -> ToQuestion | None:
    """Whether the words, and no more of them, call the form off or all likely answers wrong."""
    text = words.strip(" 。.!！~～")
    said = [clause for clause in clauses(text) if not _SETTLED_ITSELF.fullmatch(clause)]
    if (len(said) == 1 and _NOT_TO_GO.fullmatch(said[0])) or _NOT_TO_GO.fullmatch(text):
        return ToQuestion.DROP
    return ToQuestion.NONE_FITS if _NONE_OF_THEM.fullmatch(text) else None


def has_no_phone(words: str, answers: Answers = lambda _: False) -> bool:
    """Whether somebody says that the resident has left no phone. 没电话，我去问一下 is another
    matter; so each clause must say so, or set a field right, or say to go ahead, or be one that
    `answers` what else is asked.

    >>> has_no_phone("居民不肯留电话，直接派"), has_no_phone("电话：无"), has_no_phone("没写电话")
    (True, True, False)
    """
    said = clauses(words)
    rest = [clause for clause in said if not _NO_PHONE.fullmatch(clause)]
    return len(rest) < len(said) and all(_goes_along(c) or answers(c) for c in rest)


def firm_answered(words: str) -> str:
    """The firm where the dispatcher says that it goes there and leaves nothing open, or nothing.

    >>> firm_answered("电话13812345678，请复瑞物业处理"), firm_answered("复瑞，我问一下")
    ('复瑞物业', '')
    """
    rest = [c for c in clauses(words) if not (_NO_PHONE.fullmatch(c) or _goes_along(c))]
    found = _FIRM.fullmatch(rest[0]) if len(rest) == 1 else None
    return found["firm"] if found is not None else ""


def clauses(words: str) -> list[str]:
    """What is said one after the other, in small letters."""
    found = re.split(r"(?<![a-z])\s+|[,，。;；!！]+", words.strip().casefold())
    return [clause for clause in found if clause]


def _goes_along(clause: str) -> bool:
    """Whether it says to go ahead, or sets a field right, and leaves nothing open."""
    return _GO.fullmatch(clause) is not None or bool(parse_corrections(clause, ()))
