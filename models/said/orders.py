"""Words that ask for a deed of the desk's and do none: 这单作废，重复了; 先挂着; 加急.

Their writer may do it, and would believe it done: they are told how it is written."""

import re
from collections.abc import Mapping

from models.deed import Deed
from models.lifecycle import NEXT
from models.rights import Standing, may
from models.tables.ticket import Status

_CLAUSE = re.compile(r"[,，。.;；!！、\n]+")
_NOT_MEANT = re.compile(
    r"[?？]|[吗么呢]$|[不没未别勿](?!用修|需要修|修了)|(?<!业主)(?<!居民)(?<!住户)说|如果|要是"
)
_THIS = r"(?:这[个张]?单?子?|此单|本单|该单|请|麻烦|帮忙|先|就|那|要|得|可以|[把将])*"
_ASKS: Mapping[Deed, re.Pattern[str]] = {
    Deed.MERGE: re.compile(
        rf"^{_THIS}(?:并[到入给]|合并)|(?:是|属)?同一(?:件事|张?单|个(?:问题|报修))|重复(?:报修|报单|派单|工单|单|报|了)"
    ),
    Deed.CANCEL: re.compile(
        rf"^{_THIS}(?:作废|撤[单销掉]?|取消)(?:这[个张]?单|工单|派单|报修|了?吧?$)|[先不]不?(?:用|需要)?修了?$"
    ),
    Deed.HOLD: re.compile(rf"^{_THIS}挂(?:着|起来?|一下|账)(?:吧|等|$)"),
    Deed.CORRECT: re.compile(
        rf"^{_THIS}(?:是|算|按)?(?:加急|特急|紧急)件?(?:处理|办理?|一下)?$|^\D{{0,8}}1[3-9]\d{{9}}$"
    ),
    Deed.RESOLVE: re.compile(rf"^{_THIS}(?:办结|结单|关单|销单)(?:了|吧|$)"),
}
_OTHERS = re.compile(r"师傅|我们?|物业|维修|保安|水电|厂家|工程|公司|备用|邻居|家属")


def order_in(words: str, own: frozenset[Standing], status: Status) -> Deed | None:
    """The deed asked for, of those that its writer may do to a ticket of that status.

    >>> order_in("这单作废，重复了", frozenset({Standing.CLERK}), Status.DISPATCHED)
    <Deed.MERGE: 'merge'>
    """
    clauses = [part.strip() for part in _CLAUSE.split(words) if not _NOT_MEANT.search(part.strip())]
    if _OTHERS.search(words):
        clauses = [clause for clause in clauses if not re.search(r"\d{11}", clause)]
    asked = (deed for deed, pattern in _ASKS.items() if any(map(pattern.search, clauses)))
    return next((deed for deed in asked if may(own, deed) and deed in NEXT[status]), None)
