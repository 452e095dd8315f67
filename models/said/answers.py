"""What somebody answers, in words, to what the bot has asked: a ruling, an offer of help.

Only what begins with the answer counts; whatever else is said is a remark."""

import re
from enum import StrEnum

from models.deed import Deed
from models.said.corrections import parse_corrections
from models.said.lengths import LENGTH
from models.said.residents import RESIDENT

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
_THANKS = re.compile(
    r"谢绝|婉[谢拒]|心领|不用|不需要|不必|暂不|先不|不麻烦|自己(?:能|可以|来)|已经?(?:修|解决|处理)好"
)
_COME = re.compile(
    r"^(?:好|行|可以|欢迎|请|麻烦|来吧?|要的?|需要|太好了|那就|辛苦|ok)|请.{0,4}来|来帮"
)
_HELPS = re.compile(  # to 能帮忙吗？
    r"^(?:可以|能|行|好的?|没问题|ok)(?:[的啊]?$|[,，。!！])"
    r"|(?:^|[,，。!！\s]|天|午|马上|这就)(?:算?我们?|咱们?)(?:这边|公司|小区)?(?:也|马上|可以|能|愿意|派人|有人)*"
    r"(?:[来去](?![电问过])|过[来去]|上门|试试)"
    r"|(?:修|做|搞|弄|碰[到上]|遇[到上]|处理|解决|干)过|(?:会|懂)(?:修|弄|搞|处理|做|一点|这[个种]|的?$)"
    r"|有.{0,3}(?:备[件用]|配件|设备|工具|师傅|人手|经验|办法)"
)
_HELPS_NOT = re.compile(r"[没未别]|(?<!要)不(?!过|止|远|少)|[?？]|[吗嘛么呢]$|谁|哪")
_WITHDRAWN = re.compile(
    r"(?:撤[回销]|取消|退出)协助|协助不了|帮不[上了]|[抽派]不出(?:人|师傅)"
    r"|(?<!居民)(?<!业主)(?<!住户)(?:[去来]不了|过不[去来]|不(?:[去来]|过[去来]|协助|帮)了)"
    r"|can(?:no|['’])t (?:come|help)"
)
_COMES_LATER = re.compile(  # or has come, or only asks
    r"明|后天|下周|晚[点些上]|改[天期日到]|稍后|再[去来过]|[上下]午|点[钟半]|如果|要是|修好|解决|[?？]|[吗嘛么呢]$"
)

_TAKEN_BACK = re.compile(
    r"^(?:算了|取消|不用|不[退挂]|不作废|[点按]错|误[点按]|手滑)|^(?:收到|接单|好的?|ok)$|^我们?接"
)
_NOT_TO_GO = re.compile(  # the whole of what is said to a question
    r"(?:这[张个份]?(?:表|单子?|照片)?)?(?:不用|不要|不必|不需要|无需|先?不|别)再?(?:派单?|登记|处理)了?[吧啦]?"
    r"|(?:不好意思|抱歉)?[,，\s]*(?:我|刚才)?(?:打|发|拍|写|贴|传|登记)错了?(?:表|单子?|图|照片|群)?了?"
    r"|作废|取消(?:派单)?[了吧]?|撤[销回][了吧]?|算了"
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


class ToQuestion(StrEnum):
    """What somebody says to a question, instead of what is asked."""

    DROP = "drop"  # 不用派了 · 打错了
    NONE_FITS = "none_fits"  # 都不是


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


def is_answer(words: str) -> bool:
    """Whether 为什么 or 什么时候 is answered, and not 算了，我们接单."""
    text = words.strip(" 。.!！").casefold()
    return bool(text) and not _TAKEN_BACK.search(text)


def answer_to_offer(words: str) -> Deed | None:
    """Whether the lead firm says 请来 or 谢谢，不用 to those who offer help."""
    text = words.strip().casefold()
    if _THANKS.search(text):
        return Deed.THANK
    return Deed.ACCEPT_HELP if _COME.search(text) else None


def offers_help(words: str) -> bool:
    """Whether another firm says that it can, to a call for help: 我来, 这个我们修过."""
    clauses = re.split(r"(?<=[,，。;；!！\s])", words.strip().casefold().replace("没问题", "可以"))
    return any(_HELPS.search(c) and not _HELPS_NOT.search(c) for c in clauses)


def withdraws_help(words: str) -> bool:
    """Whether a firm that offered to help says that it will not come, now or later."""
    text = words.strip().casefold()
    return bool(_WITHDRAWN.search(text)) and not _COMES_LATER.search(text)


def answer_to_question(words: str) -> ToQuestion | None:
    """Whether the words, and no more of them, call the form off or all likely answers wrong."""
    text = words.strip(" 。.!！~～")
    if _NOT_TO_GO.fullmatch(text):
        return ToQuestion.DROP
    return ToQuestion.NONE_FITS if _NONE_OF_THEM.fullmatch(text) else None


def has_no_phone(words: str) -> bool:
    """Whether somebody says that the resident has left no phone. 没电话，我去问一下 is another
    matter; so each clause must say so, or set a field right, or say to go ahead.

    >>> has_no_phone("居民不肯留电话，直接派"), has_no_phone("电话：无"), has_no_phone("没写电话")
    (True, True, False)
    """
    clauses = [c for c in re.split(r"(?<![a-z])\s+|[,，。;；!！]+", words.strip().casefold()) if c]
    rest = [clause for clause in clauses if not _NO_PHONE.fullmatch(clause)]
    return len(rest) < len(clauses) and all(
        _GO.fullmatch(clause) or parse_corrections(clause, ()) for clause in rest
    )
