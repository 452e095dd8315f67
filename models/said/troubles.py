"""What people say below a card that does nothing by itself, but is not to be lost among the notes:
没空, 还没修好, 电话写错了."""

import re
from collections.abc import Mapping
from enum import StrEnum

from models.deed import Deed
from models.rights import Standing
from models.said.residents import RESIDENT
from models.said.words import nearly_mended, passes_on
from models.tables.ticket import DONE, OPEN, Status


class Trouble(StrEnum):
    """What is amiss; texts/notices.py says each, with what to do."""

    NO_TIME = "no_time"  # 没空 · 人手不够, of the firm's lead
    NOT_OURS = "not_ours"  # 请转申和 · 这个要找水务, of the firm's lead
    NOT_WANTED = "not_wanted"  # 业主说不用修了, of the firm's lead
    HALF_MENDED = "half_mended"  # 已修好，但是还有点漏 · 灯亮了, of the firm's lead
    NOT_MENDED = "not_mended"  # 还没修好 · 又漏了, of what counts as done
    WRONG_DATA = "wrong_data"  # 电话写错了 · 空号


OFFERED: Mapping[Trouble, tuple[Deed, ...]] = {  # the buttons that fit
    Trouble.NO_TIME: (Deed.PROMISE, Deed.ASK_EXTENSION, Deed.CALL_HELP, Deed.REFUSE),
    Trouble.NOT_OURS: (Deed.REFUSE,),
    Trouble.NOT_WANTED: (Deed.CANCEL,),
    Trouble.HALF_MENDED: (Deed.RESOLVE, Deed.PROMISE),
    Trouble.NOT_MENDED: (Deed.REOPEN,),
    Trouble.WRONG_DATA: (),
}
_CLAUSE = re.compile(r"[,，。.;；!！、\s]+")
_ASKS = re.compile(r"[?？]|[吗么呢]$|了没有?$")
_NO_TIME = re.compile(
    r"没有?(?:空(?![调间])|时间|人手|人去)|人手不[够足]|忙不过来|抽不[出开]|腾不出|顾不上|[去来]不了"
)
_NOT_WANTED = re.compile(
    r"(?:不用|不需要|不必|先?不|别|无需)再?(?:修|处理|上门|来)了|撤单|(?:取消|撤[销回掉])(?:了)?(?:报修|这[个张]?单)"
)
_ELSE_DONE = re.compile(r"换|直接|师傅说|师傅讲")  # 阀门不用修了，直接换
_NOT_THE_FIRM = re.compile(rf"{RESIDENT}|家里|[他她]们")
_UNMENDED = re.compile(
    r"[没未](?:有|完全|彻底)*(?:修|弄|搞|处理|解决|疏通|恢复|好(?![意处气]))|[修弄搞]不好|解决不了"
    r"|又[坏漏堵停]|(?:还|仍|依[然旧])(?:在|是|然|有点)*(?:[漏滴渗堵响坏]|不[亮通行])|复发|有点[漏渗]"
)
_DATA = r"(?:电话|号码|手机号?|地址|门牌号?|室号|房号|姓名|名字|小区名)"
_WRONG = re.compile(
    rf"{_DATA}.{{0,4}}(?:(?<![没不])错|(?<!对)不对|有误|不正确)|(?:写|填|打|登记|弄)错.{{0,3}}(?:{_DATA}|小区)|空号"
)


def trouble_in(words: str, own: frozenset[Standing], status: Status) -> Trouble | None:
    """What is amiss in words that were understood as a note, by whoever is that to the ticket."""
    said = [clause for clause in _CLAUSE.split(words) if clause and not _ASKS.search(clause)]
    if status in DONE:
        return Trouble.NOT_MENDED if any(map(_UNMENDED.search, said)) else None
    if status not in OPEN:
        return None
    if Standing.LEAD in own and (trouble := _of_lead(words, said, status)) is not None:
        return trouble
    return Trouble.WRONG_DATA if any(map(_WRONG.search, said)) else None


def _of_lead(words: str, said: list[str], status: Status) -> Trouble | None:
    if nearly_mended(words):
        return Trouble.HALF_MENDED
    if any(map(_NOT_WANTED.search, said)) and not _ELSE_DONE.search(words):
        return Trouble.NOT_WANTED
    if status not in (Status.DISPATCHED, Status.ACKNOWLEDGED):
        return None
    if passes_on(words):
        return Trouble.NOT_OURS
    busy = any(_NO_TIME.search(clause) and not _NOT_THE_FIRM.search(clause) for clause in said)
    return Trouble.NO_TIME if busy else None
