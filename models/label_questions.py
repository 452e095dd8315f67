"""Labels that are questions, as one colleague asks another: 哪个小区？ 谁打来的？ 急不急？"""

import re
from collections.abc import Mapping

from models.labels import OTHER

_WHO, _WHICH = "(?:谁|何人|哪位|什么人)", "(?:哪个|哪一个|哪[一—-]?|什么|何)"
_CALLS = "(?:来电|打来|来的电话|报修|反映)"
_TAKES = "(?:接听|接电话|接|填写|填|登记|记录|记|值班)"
_ASKED: Mapping[str, str] = {
    "time": f"{_CALLS}于|{_CALLS}?(?:何时|几时|(?:几月几日)?几点|什么时候|啥时候){_CALLS}?的?",
    "caller": f"{_WHO}{_CALLS}的?|{_CALLS}的?是?{_WHO}|(?:{_CALLS}|打来?电话|说话|说)的人"
    "|(?:居民|业主|客人|来电人)?(?:怎么|如何)称呼|[贵尊]姓(?:大名)?|何人",
    "phone": f"(?:打回|回|打|拨)?{_WHICH}(?:电话|号码)(?:找您)?|电话是?多少"
    "|(?:怎么|如何)(?:联系|回电|回)",
    "community": f"(?:住在|住|在|属于)?{_WHICH}(?:小区|楼盘)",
    "address": "(?:几弄)?几号几室|何地|门牌多少"
    "|(?:住在|住|在)?(?:哪里|哪儿|何处|哪[一—-]?户|几号楼)",
    "category": "(?:属于|属|是|算)?(?:哪[一—-]?|什么|何)(?:类|种)(?:问题|事)?",
    "urgency": (
        "(?:事情|情况|问题)?(?:急不急|急否|急吗|是否[紧着]急|有?多急)|要?多快|一般、?紧急还是特急"
    ),
    "description": (
        "(?:有|出了?|反映|说|讲|遇到了?)?(?:什么|啥|何)(?:问题|事情?|情况)|何事"
        "|发生了?(?:什么|啥)(?:事情?)?|[说讲]什么|(?:居民)?怎么说|怎么(?:了|回事)|具体说说"
    ),
    "operator": f"{_WHO}{_TAKES}的?(?:电话)?|{_TAKES}(?:的人|的)?是?{_WHO}|{_TAKES}(?:电话)?的人",
    OTHER: (
        f"[转派交]给(?:(?:{_WHO}|哪家|哪里)(?:公司|单位|物业)?(?:处理|办)?)?"
        f"|{_WHO}(?:处理|修|去)的?|(?:怎么|如何)(?:处理|办|解决)的?|以前.{{1,4}}过吗"
    ),
}
_POLITELY = re.compile("^(?:请问|您|你|这|现在是?|今天|是)+(?!$)")
_FIELDS = tuple(_ASKED)
_PATTERN = re.compile("|".join(f"({words})" for words in _ASKED.values()))


def field_asked(question: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours; None if it is no question."""
    asked = _PATTERN.fullmatch(question) or _PATTERN.fullmatch(_POLITELY.sub("", question))
    return _FIELDS[asked.lastindex - 1] if asked and asked.lastindex else None
