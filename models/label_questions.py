"""Labels that are questions, as one colleague asks another: 哪个小区？ 谁打来的？ 急不急？"""

import re
from collections.abc import Mapping

from models.labels import OTHER

_WHO, _WHICH = "(?:谁|何人|哪位|什么人|哪家人)", "(?:哪个|哪一个|哪[一—-]?|什么|啥|何)"
_CALLS = "(?:来电话?|打来?|来的?电话|打电话|报修|报|反映|讲)"
_TAKES = "(?:接听|接电话|接|填写|填|登记|记录|记|写|值班)"
_WHEN = "(?:何时|几时|(?:几月几日)?几点(?:几分|钟)?|什么时候|什么时间|啥时候|啥辰光)"
_WHAT = "(?:什么|啥|何|哪些)"
_ASKED: Mapping[str, str] = {
    "time": f"(?:{_CALLS}|受理|登记|接到|接)于|{_CALLS}?的?{_WHEN}{_CALLS}?的?",
    "caller": f"[代替]?{_WHO}{_CALLS}的?|{_CALLS}的?是?{_WHO}|(?:{_CALLS}|打来?电话|说话|说)的人"
    "|(?:居民|业主|客人|来电人)?(?:怎么|如何)称呼|(?:客户|业主|居民|住户)?[贵尊]姓(?:大名)?|打来的?是|(?:提供|提出|反映)(?:线索|意见|问题)的?(?:居民|业主|人|住户)|何人|谁|哪位|[找寻]谁|来电的?是",
    "phone": f"(?:回头)?(?:打回|回|打|拨)?{_WHICH}(?:电话|号码|号)(?:找您|回过?去)?"
    "|电话号?码?是?多少"
    f"|(?:怎么|如何)(?:联系|回电|回|找他?她?)|打这个(?:号码?|电话)|(?:能打通|方便接听|须拨打|可拨打)的(?:电话|号码)",
    "community": f"(?:住在|住|在|属于|属)?{_WHICH}(?:小区|楼盘|新村|苑)的?"
    "|哪一?家(?:小区)?|家?住在?|家在",
    "address": "(?:几弄)?第?几(?:号楼?|栋|幢|楼)第?几(?:室|号)|何地"
    "|哪[幢栋楼号]哪[室户号]|门牌多少|地方|楼号和?室号是?"
    "|(?:住在|住|在)?(?:哪里|哪儿|何处|哪[一—-]?户|几号楼)",
    "category": "(?:属于|属|是|算)?(?:哪[一—-]?|什么|何)(?:类|种|行)(?:问题|事)?|问题属于",
    "urgency": (
        "(?:事情|情况|问题)?(?:急不急|急否|急吗|急伐|是否[紧着]急|是否急办|有?多急|急不急办)"
        "|要?多快|一般、?紧急还是特急"
    ),
    "description": (
        f"(?:有|出了?|发生了?|反映|说了?|讲了?|遇到了?|碰到了?|为了?)?{_WHAT}(?:问题|事情?|事体|情况|毛病)"
        f"|要(?:办|修|报|说|做|解决)的(?:事情?|活|问题)|发生了?{_WHAT}|[说讲]了?{_WHAT}|(?:居民)?怎么说|怎么(?:了|回事)|[说讲]的事情?|具体说说|(?:需?修|报修)?(?:何物|何处损坏)(?:、?何处损坏)?|怎么坏的"
        f"|(?:需要|要)?(?:我们|物业)?(?:要?修|做|帮忙?做?|解决){_WHAT}|(?:业主|居民|住户|客户|对方)[说讲]"
    ),
    "operator": f"(?:居委|物业|我方)?{_WHO}{_TAKES}的?(?:电话)?|{_TAKES}(?:的人|的)?是?{_WHO}"
    f"|{_TAKES}(?:电话)?的人|本人签名",
    OTHER: (
        f"[转派交]告?[给了]+(?:(?:{_WHO}|哪家|哪里)(?:公司|单位|物业)?(?:处理|办)?)?|(?:居委|物业)?怎么处理的?"
        f"|{_WHO}(?:处理|修|去)的?|(?:怎么|如何)(?:处理|办|解决)的?|以前.{{1,4}}过吗"
    ),
}
_POLITELY = re.compile("^(?:请问|请您?(?:说|讲)(?:一下|说)?|您|你|这|现在是?|今天|是)+(?!$)")
_FIELDS = tuple(_ASKED)
_PATTERN = re.compile("|".join(f"({words})" for words in _ASKED.values()))


def field_asked(question: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours; None if it is no question."""
    asked = _PATTERN.fullmatch(question) or _PATTERN.fullmatch(_POLITELY.sub("", question))
    return _FIELDS[asked.lastindex - 1] if asked and asked.lastindex else None
