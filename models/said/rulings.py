"""How the dispatcher rules, in words: yes or no, on what, what is said besides, to which firm.

Only what begins with the ruling counts; whatever else is said is a remark."""

import re
from enum import StrEnum

from models.deed import Deed
from models.said.lengths import LENGTH

_NO = re.compile(r"^(?:我?不(?:同意|行|批|准|可以|予)|驳回|退回|拒绝|谢绝|不能(?:退|延))")
_YES = re.compile(
    r"^(?:我?(?:原则上?)?同意|批准|准予?|批了|可以|行|好的?|没问题|ok|嗯)(?:退单?|延期?(?:申请)?|此单)?[了的吧啊]*"
    rf"(?=$|[,，。;；!！\s]|[延给宽再到至]|{LENGTH})"
    r"|^(?:最多|至多|只能?|先|就|再|那|可以)*(?:(?:批|给|延|宽限|最多|至多|只能)(?:[你他]们?)?)+[期长]?\s*"
    rf"(?:到|至|{LENGTH})"
    r"|^(?:延期|退单)(?:申请)?(?:可以|同意|已?批准?|准)"
)
_DOUBTFUL = re.compile(  # 可以理解，但不能延; 好，我问一下
    r"(?:不能?|别|没法)再?[延批给]|但不|(?<![首优])先(?:发|拍|看看|给我)|问一?下|[?？]|[吗么呢]$"
)
_GIVES_LESS = re.compile(  # 不同意，最多给2天
    rf"[,，。;；]\s*(?:最多|至多|只能?|可以|先|再)*(?:给|批|延|宽限)(?:[你他]们?)?期?\s*(?:到|至|{LENGTH})"
)
_RULING = re.compile(  # the ruling itself, before the words that go with it
    r"^(?:我?不(?:同意|行|批准?|准|可以|予批?准?)|我?同意|批准|准予?|可以|行|好的?|驳回|退回|拒绝|谢绝"
    r"|不能(?=[退延]))"
    r"(?:退单?|延期?|此单)?[了的吧]?[，,。:：；;!！\s]*"
)
_PLAINLY = re.compile(r"^我?(?:不?(?:同意|批准)|驳回|准予)(?!.*(?:[吗?？]|作废|并单|挂))")
_RULED_ON = re.compile(
    r"^我?(?:不?(?:同意|批准?|准予?|可以|予批?准?|能)|驳回|拒绝)(?P<what>[退延])"
)
_TO = re.compile(
    r"^(?:同意|那|就|请|麻烦|还是|直接|先|可以|[把将]?这[个张]?单子?)*\s*"
    r"(?:改?转(?![告达])(?:派|给|到|交)*|改派(?:给|到)?|派给|交给)\s*(?P<firm>.+?)"
    r"(?:[来去]?(?:处理|办理?|负责|跟进|看)(?:一?下|看)?)?吧?$"
)
_LEADS_TO_IT = re.compile(  # no condition, and nothing that is told: 今天不去，就转给申和
    r"(?:同意|好的?|行|可以|嗯)(?:退单?|的|了)?|不[归属]于?.{1,8}|不是.{1,6}的(?:小区|范围)?|派错了?"
)
_NOT_HANDED_ON = re.compile(
    r"[?？]|[吗么呢]$|要不要|能不能|可否|如果|要是|万一|的话|不行|否则|再说"
)


class Ruling(StrEnum):
    """How the dispatcher rules."""

    YES = "yes"
    NO = "no"


def ruling_in(words: str) -> Ruling | None:
    """同意 or 不同意, with whatever words go with it; 最多给2天 is the one, 不能延 the other. None
    where it may be neither: 给一个明确时间."""
    text = words.strip().casefold()
    if _NO.search(text):
        return Ruling.YES if _GIVES_LESS.search(text) else Ruling.NO
    return Ruling.YES if _YES.search(text) and not _DOUBTFUL.search(text) else None


def declines(words: str) -> bool:
    """Whether it begins by saying no, whatever is given instead.

    >>> declines("不同意，给你们两天")
    True
    """
    return _NO.search(words.strip().casefold()) is not None


def ruled_on(words: str) -> Deed | None:
    """The refusal or the extension, where the ruling names it.

    >>> ruled_on("不同意延期，抓紧")
    <Deed.ASK_EXTENSION: 'ask_extension'>
    """
    found = _RULED_ON.match(words.strip())
    if found is None:
        return None
    return Deed.REFUSE if found["what"] == "退" else Deed.ASK_EXTENSION


def rules_plainly(words: str) -> bool:
    """Whether nothing else is meant, wherever that is said: 同意, 不同意退单; 可以 and 好的 may
    answer anybody."""
    return _PLAINLY.match(words.strip()) is not None


def beside_ruling(words: str) -> str:
    """What is said besides 同意 or 不同意.

    >>> beside_ruling("不同意，合同里写着的")
    '合同里写着的'
    """
    return _RULING.sub("", words.strip(), count=1).strip()


def firm_meant(words: str) -> str:
    """The firm in 转给复瑞物业，他们近 or 不归他们，转申和吧; or nothing.

    >>> firm_meant("不归他们，转申和吧"), firm_meant("今天不去，就转给申和")
    ('申和', '')
    """
    if _NOT_HANDED_ON.search(words):
        return ""
    for clause in re.split(r"[,，。.;；!！\n]\s*", words.strip()):
        if (to := _TO.match(clause)) is not None:
            return to["firm"].strip()
        if not _LEADS_TO_IT.fullmatch(clause):
            return ""
    return ""
