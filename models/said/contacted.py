"""Whether words tell that the resident was talked to, or that somebody has come: 先行联系.

To talk to a crew, a maker or an office is none, and who has met nobody has made no contact.
"""

import re

from models.phrases import either
from models.said.residents import RESIDENT

CREW = r"(?:我们?|师傅们?|人员?|维修工|维修人员|工人|工程部|同事|已经?|正|还|都|他们?|现在|刚)*"


_TO = rf"[与和跟给同向]{RESIDENT}"
_NOT_ONLY_THEN = r"(?!再|之?后(?!天)|以后)"  # 和业主沟通好再去
_FIXED = rf"[好定妥了的]++{_NOT_ONLY_THEN}"
AGREED = (  # what stands before the time of an appointment
    rf"(?:(?:已经?|刚刚?|都)?{_TO}(?:家|那?边)?(?:预?约|[说讲谈]|定(?=好)|确认|商量|沟通|协调|联系){_FIXED}"
    rf"|已经?{_TO}(?:预?约|确认)|(?<![要想])(?:已经?)?预?约{_FIXED}{RESIDENT}|已经?预?约{RESIDENT})"
)
_CALL = r"(?:电话|语音|视频|招呼)"
_OTHERS = (
    r"师傅|维修|维保|厂|公司|工程|单位|部门|居委|水务|自来水|供[水电热]|电力|电工|电梯|燃气|物业|保[洁安]|施工"
    r"|派出所|警|消防|开发商|房管|街道|12345|领导|客服|派单员"
)
_NO_RESIDENT = rf"(?!.{{0,4}}(?:{_OTHERS}))"

SAID = either(
    rf"(?:已经?|刚刚?|都).{{0,4}}(?:联系|致电){_NO_RESIDENT}",
    rf"联系[过上到]{_NO_RESIDENT}|打过电话{_NO_RESIDENT}|电话[已都]?打[过了]|打电话了",
    rf"(?:已经?|刚刚?|都).{{0,3}}打.{{0,3}}电话{_NO_RESIDENT}|上门(?:看过|了$)",
    r"(?<![件料货])(?:已经?|刚刚?|都).{0,3}(?<![收看听遇碰得找拿提])(?:到达?(?:了(?!下班|时间|点)|现场|场)|出发)",
    r"(?:已经?|刚刚?|都)[到去来]?上门",
    rf"联系了?{RESIDENT}了?$|(?:电话|微信)联系[过了]|打了?{RESIDENT}的?电话|^打了电话|{_TO}解释过",
    rf"已经?{_TO}(?:沟通|通话|通过?电话|回电|打(?![起架官])|[说讲约])",
    rf"{_TO}(?:沟通|联系|通话|通电话|打{_CALL}|回电|回{_CALL}|[打回说讲约])[好过了]++{_NOT_ONLY_THEN}",
    AGREED,
    rf"{_TO}[打通回]过{_CALL}|打了?{_CALL}给{RESIDENT}[了过]",
    rf"(?:已经?|刚刚?)(?:电联|回电|通知|告知|回复){RESIDENT}|已经?(?:电联|回电)"
    rf"|(?:电联|通知|告知|回复){RESIDENT}了|电联[过了]|^回电话?了",
    rf"(?:已经?|刚刚?)加[了上]?{RESIDENT}的?微信|加[了上]{RESIDENT}的?微信",
    rf"^{CREW}(?:已经?到达?|[到在](?:小区|单元)?(?:楼下|小区|门口|现场)了?|在现场)$",
    r"现场(?:已|都)?看过了?|^(?:已经?)?[去来]看过了?$",
    r"到达?(?:现场|场)了(?!解)|到达现场$|^人?在现场",
    rf"^{CREW}(?:到了|在(?:来的|去的)?路上了?|出发了|过去了)$",
    r"^on (?:my|our) way$|^on site$|^arrived$",
)
_MISSED = re.compile(  # in whatever clause it is said; an appointment was made
    r"^(?!.*约).*(?:没有?人(?!受伤|员|被困)|无人(?:接|应|在|开|听|$)|[没未](?:能|有)?(?:打|接|拨|联系)[通上听到]?(?!了)"
    r"|[打接拨]不通|无法接通|关机|停机(?!坪)|空号|占线|不接|拒接|不在(?:家|服务区|$|[,。;!\s])|联系不[上到]|[进敲]不[去开]|[没不]开门)"
)


_BY_OTHERS = re.compile(
    rf"^(?:{RESIDENT}|{_OTHERS}).{{0,3}}(?:已经?|又|还|刚刚?|都)?(?:打|来).{{0,3}}电话"
)


_AGREED = re.compile(AGREED)


def before_its_time(clause: str) -> str:
    """Without the time agreed with the resident: that is still to come, the talk is not."""
    found = _AGREED.search(clause)
    return clause[: found.end()] if found else clause


def by_others(clause: str) -> bool:
    """Whether somebody else made the call: 居民又打过电话来催."""
    return _BY_OTHERS.search(clause) is not None


def missed(text: str) -> bool:
    """Whether nobody was met or reached: 到了，业主不在."""
    return _MISSED.search(text) is not None
