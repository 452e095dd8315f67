"""Labels that are questions, as one colleague asks another: 哪个小区？ 谁打来的？ 急不急？"""

import re
from collections.abc import Mapping, Sequence

from models.labels import OTHER

_WHO, _WHICH = "(?:谁|何人|哪位|什么人|哪家人)", "(?:哪个|哪一个|哪[一—-]?|什么|啥|何)"
_CALLS = "(?:来电话?|打电话来|打来?|来的?电话|打电话|报修|报|反映|讲)"
_TAKES = "(?:接听|接电话|接|受理|填写|填|登记|记录|记|写|值班)"
_WHEN = "(?:何时|几时|(?:几月几日)?几点(?:几分|钟)?|什么时候|什么时间|啥时候|啥辰光|何日何时)"
_WHAT = "(?:什么|啥|何|哪些)"
_RESIDENT = "(?:居民|业主|住户|客户|客人|对方|来电人)"
_NAME = "[什啥]么?(?:名字)?"
_SETTLES = "(?:办|修|报|说|做|解决)"
_ASKED: Mapping[str, Sequence[str]] = {
    "time": (
        f"(?:{_CALLS}|受理|登记|接到|接)于",
        f"(?:{_CALLS}|电话)?的?是?{_WHEN}{_CALLS}?的?",
    ),
    "caller": (
        f"[代替]?{_WHO}{_CALLS}的?|{_CALLS}的?是?{_WHO}|何人|谁|哪位|[找寻]谁",
        f"(?:{_CALLS}|打来?电话|说话|说)的人|打来的?是|来电的?是",
        f"{_RESIDENT}?(?:怎么|如何)称呼[您你]?|{_RESIDENT}?[贵尊]姓(?:大名)?|叫{_NAME}",
        "(?:提供|提出|反映)(?:线索|意见|问题)的?(?:居民|业主|人|住户)",
    ),
    "phone": (
        f"(?:回头)?(?:打回|回访?打?|打|拨)?{_WHICH}(?:电话|号码|号)(?:找您|回过?去)?",
        "(?:电话号?码?|手机号?码?|号码)是?(?:多少|几号)",
        "(?:怎么|如何)(?:联系[您你]?|回电|回|找他?她?|找[您你])",
        "往哪里?打|打这个(?:号码?|电话)",
        "(?:能打通|方便接听|须拨打|可拨打)的(?:电话|号码)",
    ),
    "community": (
        f"(?:住在|住|在|来自|属于|属|是)?{_WHICH}(?:小区|楼盘|新村|园区|苑)的?",
        f"小区叫{_NAME}|哪一?家(?:小区)?|家?住在?|家在",
    ),
    "address": (
        "(?:住在|住|在)哪",
        "(?:几弄)?第?几(?:号楼?|栋|幢|楼)第?几(?:室|号)|几弄几号|几号几零几",
        "哪[一]?[幢栋楼号]哪[一]?[室户号]|门牌多少|楼号和?室号是?",
        "(?:住在|住|家?在)?(?:哪里|哪儿|何处|什么(?:地方|位置))|何地|地方",
        "(?:住在|住|在)?(?:哪[一幢栋]室?|到?哪[一—-]?户|几号(?:几室|楼))|住在?几号",
    ),
    "category": (
        "(?:问题)?(?:属于|属|是|算)?(?:哪[一—-]?|什么|何)(?:类型?|种|行)(?:问题|事)?",
        "问题属于",
    ),
    "urgency": (
        "(?:事情|情况|问题)?(?:急不急办?|急[否吗伐]|着急吗|急还是不急|紧急?不紧急|有?多急)",
        "(?:事情|情况|问题)?是否(?:[紧着]急|急[办修件]?|特急|应急|紧急处理)",
        "(?:急修|加急)与否|要不要紧|要紧吗|要?多快|一般、?紧急还是特急",
    ),
    "description": (
        "(?:有|出了?|发生了?|要?反映|说了?|讲了?|遇到了?|碰到了?|为了?)?"
        f"{_WHAT}(?:问题|事情?|事体|情况|毛病)了?",
        f"(?:[说讲]|要?反映|发生)了?{_WHAT}|需要{_WHAT}|坏了{_WHAT}|{_WHAT}事?来电",
        f"需?要?{_SETTLES}的(?:事情?|活|问题)|[说讲]的事情?|具体说说",
        f"(?:需要|要)?(?:我们|物业)?(?:要?修|做|帮忙?做?|解决){_WHAT}",
        f"(?:居民)?怎么说|{_RESIDENT}[说讲]|怎么(?:了|回事|个情况)",
        "怎[么样]坏的|哪里不好|(?:哪里|什么)坏了",
        "(?:需?修|报修)?(?:何物|何处损坏)(?:、?何处损坏)?",
    ),
    "operator": (
        f"(?:居委|物业|我方)?(?:{_WHO}|哪个){_TAKES}的?(?:电话)?",
        f"{_TAKES}(?:的人|的)?是?{_WHO}|{_TAKES}(?:电话)?的人|本人签名",
    ),
    OTHER: (
        f"[转派交]告?[给了]+(?:(?:{_WHO}|哪家|哪里)(?:公司|单位|物业)?(?:处理|办)?)?",
        f"(?:居委|物业)?怎么处理的?|{_WHO}(?:处理|修|去)的?",
        "(?:怎么|如何)(?:处理|办|解决)的?|以前.{1,4}过吗",
    ),
}
_ASKED_WITHIN: Mapping[str, str] = {  # of a longer one: 线索来自哪个小区
    "community": f"{_WHICH}(?:小区|楼盘|新村|园区|苑)",
    "address": "哪一?[户室幢栋]|几号几室|门牌",
    "caller": "怎么称呼|如何称呼|贵姓|叫什么名",
    "phone": "电话|手机|号码|怎[么样].{0,4}联系",
    "category": "哪一?[种类](?:问题|事)|什么类型",
    "time": "什么时候|几点|何时",
    "description": "什么(?:事|问题|情况)|怎么回事",
}
_POLITELY = re.compile("^(?:请问|请您?(?:说|讲)(?:一下|说)?|您|你|这|现在是?|今天|是)+(?!$)")
_FIELDS = tuple(_ASKED)
_PATTERN = re.compile("|".join(f"({'|'.join(patterns)})" for patterns in _ASKED.values()))


def field_asked(question: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours; None if it is no question."""
    asked = _PATTERN.fullmatch(question) or _PATTERN.fullmatch(_POLITELY.sub("", question))
    return _FIELDS[asked.lastindex - 1] if asked and asked.lastindex else None


def field_asked_within(question: str) -> str | None:
    """The only field that a longer question is about, what it says besides aside; None if it is
    about several, or none."""
    names = [name for name, words in _ASKED_WITHIN.items() if re.search(words, question)]
    return names[0] if len(names) == 1 else None
