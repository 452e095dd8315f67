"""What values within sentences look like, and which words stand around them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.ocr.values.shapes import NAME, ROOM
from bot.ocr.values.times import MOMENT, TIME
from models.directory import Directory
from models.kinds import URGENCIES, WRITTEN
from models.surnames import AMBIGUOUS_SURNAMES, DOUBLE_SURNAMES, SURNAMES, TITLES

CALL = "call"  # the group of what says that somebody called

# Whose number it is: of a letterhead, or of who serves the resident.
_OFFICES = (
    "总机 传真 热线 专线 部电话 处电话 司电话 站电话 室电话 心电话 科电话 班电话 务电话 督电话 "
    "理电话 家手机 理手机 傅手机 傅电话 家电话 委电话"
)
_NO_OFFICE = "".join(f"(?<!{word})(?<!{word}[：:])" for word in _OFFICES.split())
_PHONE = (
    r"(?<=号码)[\dOoBIlSZ]{11}(?![\dOoBIlSZ])"
    rf"|(?<!\d){_NO_OFFICE}(?:1[3-9]\d-?\d{{4}}-?\d{{4}}"
    r"|[（(]?0\d{2,3}(?:-|[）)])?\d{7,8})(?!\d)"
    # a digit too many, or too few: asked about
    rf"|{_NO_OFFICE}(?:(?<=电话|号码|回电|致电|手机|拨打)|(?<=电话是|号码是)|(?<=[）)][：:]))"
    r"[\dOoBIlSZ|-]{9,13}(?![\d-])"
)
_NAME = (  # 关于居民来电
    rf"(?:(?:{DOUBLE_SURNAMES}|(?!管|房[号屋间子东产])[{SURNAMES}](?!居民|业主|住户|客户))[一-鿿]{{1,2}}(?<![室组处])"
    rf"|[{AMBIGUOUS_SURNAMES}](?:{TITLES}))"
)
_SAYS = "打\n?来|打进来|打电话|的电话|来电|致电|告知|托我|托人|[说讲称]|反映"
_CALLER = "|".join(
    (
        rf"{_NAME}(?=[（(，,]?(?:联系|来电)?(?:电话|手机)|[（(](?:1[3-9]|0\d)\d)",
        rf"{_NAME}(?=[☑☐□]{{0,3}}又?(?:来电|来话|致电|打来|反映))",
        r"(?<=住户)(?!联系)[一-鿿]{2,3}(?=[（(]|的?电话|联系电话)",
        r"(?<=姓名)[一-鿿]{2,3}(?=\W)",
        rf"{_NAME}(?=1[3-9]\d{{8,9}}|0\d{{2,3}}-?\d{{7,8}})",
        rf"{_NAME}(?=[在于]\d{{1,4}}[年月./-])",
        rf"(?<=[户民主居象客人众]){_NAME}"
        "(?=[，,（(系托于在]|打来|刚才|打电话|的电话|来电|告知|反映|手机)",
        rf"(?:(?<=居民\n)|(?<=业主\n)|(?<=住户\n)){_NAME}(?=[（(，])",
        rf"(?<=与){_NAME}(?=联[络系])",
        rf"(?<=[室的\d]){_NAME}(?=\n?(?:{_SAYS})|家[，,]|\d{{1,2}}月\d)",
        rf"(?<=我叫|我是){_NAME}(?=\W)",
        rf"^{_NAME}(?=，住)",  # 沈桂芳，住丰翔新城3号502室
        rf"(?<=\d[（(]){_NAME}(?=[）)])",  # 13812345678（沈桂芳）
    )
)
# In a hurried hand, and a figure that was struck out: 60号2%2室.
_FIGURE = r"[\dGHOSZ%*#]"
_DASHED = r"\d{1,3}[-/]\d{3,4}(?![\d/-])"
_ADDRESS = "|".join(
    (
        rf"[A-Za-z]{{0,2}}{ROOM}",  # H4号: 44号, in a hurried hand
        rf"(?<=[一-鿿])(?:{_FIGURE}{{1,4}}弄)?{_FIGURE}{{1,4}}号{_FIGURE}{{3,4}}室",  # 10号G01室
        # 20-804的住户: whose it is tells that it is no telephone.
        rf"(?<=家住|住在){_DASHED}",
        rf"(?<=[一-鿿]){_DASHED}(?=室?的?(?:住户|业主|居民|租户|{_NAME}))",
    )
)
_KINDS = "|".join(WRITTEN)
_KIND = rf"(?<=反映|属于|类型)(?:{_KINDS})|(?<=属|入)(?:{_KINDS})(?=类)|(?<=类别[：:])(?:{_KINDS})"
_PRESSING = "|".join(URGENCIES)
_URGENCY = (
    rf"(?<=程度为|缓急为)(?:{_PRESSING})|(?:(?<=属于)|(?<=[属为按]))(?:{_PRESSING})(?=件|事项|类)"
    rf"|(?:(?<=紧急程度)|(?<=此事)|(?<=[，,、]))(?:{_PRESSING})(?=\W*请|[，。!！]|$)"
    rf"|(?:{_PRESSING})(?=[!！])"
)
# What it lies in.
_BEFORE = (
    r"(?:^|(?<=接到|刚刚|我是|这是|请转|位于|兹有|今有|现有|来自|家住|住在|[我你]们|刚才|方才"
    r"|所辖|辖区|园区|民区|社区|所管|住于|今天|关于|前往|[处司][的内])"
    r"|(?<=在|接|住|系|到)|(?<=[，,])|(?<=[：:，。]小区)|(?<=^\d[.、．])|(?<=[:：]\d\d)"
    r"|(?<=所在小区|家住小区)|(?<=住址为|地址为|小区为|[地住]址是)|(?<=[：:]))"
)
_AFTER = (
    r"(?=[（(]?小区|[（(，,\d]|的\d|居民|住户|业主|来过|有[个位一]|物业[：:]|房号|门牌|$"
    rf"|的[{SURNAMES}]|{NAME}(?:来电|打来|电话|1[3-9]\d|{_SAYS}))"
)
_LISTED_OR_NOT = (
    r"(?:(?<=兹接)(?!到)|(?<=接到|兹有|今有|现有|来自|家住|住在|我们|刚才|方才|所辖|园区|民区"
    r"|所管|住于|前往)|(?<=[，\n]住)(?!在|址)|(?<=住址为|地址为|小区为)|(?<=[分时]接))"
    r"(?!到|居住|家住|住在|联系|小区|[贵你我本][们司处方区园居公单])"
    r"[一-鿿]{2,9}?(?:小区(?=[（(]小区)|(?=[（(]?小区|\d+[弄号]))"
    r"|(?<=所在小区|家住小区)[一-鿿]{2,9}?(?=[，,\n]|房号|门牌)"
    r"|^(?![一-鿿]*[接有自于住在到系往辖]|刚才|方才|今天|我[们是]|小区)"
    r"[一-鿿]{1,8}[村苑园城庭邸寓轩居坊里](?=(?:[（(]小区[)）])?\d+[弄号])"
)
_CALL = "来电|来话|致电|打电话来|打来|打进来|来过一个?电话"


def sought(directory: Directory) -> re.Pattern[str]:
    """A group a field, of its name."""
    return _of(tuple(name for one in directory.communities for name in (one.name, *one.aliases)))


@lru_cache(maxsize=8)
def _of(communities: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted(communities, key=len, reverse=True)
    either = "|".join(map(re.escape, names)) or "(?!)"
    listed = rf"{_BEFORE}(?:{either}){_AFTER}|(?<=尊敬的)(?:{either})(?=物业)"
    groups = {
        "phone": _PHONE,
        "address": f"{_ADDRESS}|{_behind(names)}",
        "caller": _CALLER,
        "category": _KIND,
        "urgency": _URGENCY,
        "community": f"{listed}|{_LISTED_OR_NOT}",
        "time": f"{TIME}|{MOMENT}",
        CALL: _CALL,
    }
    named = [rf"(?P<{name}>{form})" for name, form in groups.items()]
    return re.compile("|".join(named), re.MULTILINE)


def _behind(communities: Sequence[str]) -> str:
    """A room with a dash or a slash, right behind the name of one of them: 丰翔新城31/1505."""
    ends = (re.escape(name) + between for name in communities for between in ("", r"\n", "，"))
    before = "|".join(f"(?<={end})" for end in ends)
    return rf"(?={_DASHED})(?:{before}){_DASHED}" if before else r"(?!)"
