"""What is printed on a form and is neither a label nor a value."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from math import inf

from bot.ocr.labels.joined import in_boxes
from bot.ocr.labels.labelled import goes_on
from bot.ocr.labels.signs import COLON, is_half
from bot.ocr.labels.slots import Slot, in_row
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from models.kinds import kind_implied
from models.labels.grammar import field_named

_LATIN = re.compile(r"[A-Za-z][A-Za-z /.&-]{2,}")
_PRINTED = re.compile(
    r"第[\s\d_]*页|共[\s\d_]*页|[本此]小?[单表卡联票](?:一式|.{0,6}(?:保存|由|请|用于))"
    r"|一式[两二三四]份|①[^：:]*[存联]|\d{4}年\d{1,2}月版|^\W*注[：:]"
    r"|^\W*说明[：:].*(?:一律|本[单表]|填写)|请(?:妥善)?保[留管]本?"
    r"|^[^\d：:，。]{0,16}(?:热线|监督)(?:电话)?\W*\d[\d-]{6,}\W*(?:[（(][^（()）]*[)）])?\W*$"
    r"|^请(?:贵|各|有关|相关).{0,30}$"
    r"|^请[于在](?:规定|收到|接[到单报]).{2,24}$|^如.{0,6}(?:不清|疑问|有误).{0,4}请|^收[到卡单件条].{0,2}后请"
    r"|凭此[条单票联卡]|谢谢配合|^\W*谢谢\W*$|^请(?:物业|责任单位|承办单位).{0,4}[接收]单"
    r"|^\W*(?:填[写表报单]|登记|使用)(?:要求|说明|须知)[：:]"
    r"|^\W*(?:例如?|示例|如)[：:]"  # 如：某某小区, beside where it is filled in
    r"|[监印]制\W*$|(?:[白红黄蓝绿粉]联?[：:].{1,4}){2}"  # whose copy is whose
    r"|^\W*N[oO0°º][.．。:：]?\s*[A-Z\d-]{4,}\W*$"  # a serial number
    r"|^[^，。：:]{0,12}专用章\W*$|^(?:受理|业务|服务|热线|转办)专用?\W*$"  # a stamp, read in part
    r"|^[（(](?:[^（()）]*(?:请[写填选勾注]|照着|填写|可附|签[名字]|即可|按门头|优先|只[勾选]"
    r"|几[弄号室]|部位|区号|见背面|年月|时[:：]?分)"
    r"[^（()）]*|[号弄室幢栋楼/、]{3,}|(?:(?:一般|普通|紧急|特急)[/、]?){2,})[）)]$"  # (请写全称)
)
_SECTION = re.compile(r"[一二三四五六七八九][、.．]([一-鿿、（）()]{2,20})")
_BULLET = re.compile(r"\s*[—–－•·●▪◆-]\s*(?=[一-鿿\d])")
_LIKE_A_BULLET = re.compile(r"\s*一(?=[一-鿿]{4})")
_LIST = 3  # items, at least
_ANSWER = re.compile("答[：:]")
_OFFICE = re.compile(r"以下.{0,8}(?:填写|填)|(?i:office\s*use)")
_MARKS = re.compile(r"[）)】\]〕，,。.、；;\s]+")
_NEXT = 1.6  # of its height that the next row of a narrow cell lies below
_BELOW = 1.6  # of its height that a label's translation lies below it


def without_printed(lines: Sequence[Line]) -> list[Line]:
    """Without the page's number, and what the office says about the form: 本单一式两份; without the
    marks that stand alone behind a blank: ）， of （电话____）."""
    if sum(_SECTION.fullmatch(line.text) is not None for line in lines) > 1:
        named = {field_named(line.text) for line in lines} - {None}
        lines = [line for line in lines if not _is_section(line.text, named)]
    said = (line.part(2) if _ANSWER.match(line.text) else line for line in _without_bullets(lines))
    kept = (line for line in said if line.glyphs and not _PRINTED.search(line.text))
    return [line for line in kept if not _MARKS.fullmatch(line.text)]


def _without_bullets(lines: Sequence[Line]) -> list[Line]:
    """Without the dash before each item of a list, which is read as 一 as well."""
    if sum(_BULLET.match(line.text) is not None for line in lines) < _LIST:
        return list(lines)
    bullets = [_BULLET.match(line.text) or _LIKE_A_BULLET.match(line.text) for line in lines]
    return [
        line.part(found.end()) if found else line
        for line, found in zip(lines, bullets, strict=True)
    ]


def _is_section(text: str, named: Set[str | None]) -> bool:
    """Whether it is the heading of a part of the form: 四、流转（由中心填）. No numbered label is,
    unless one without a number asks for the same: 三、诉求内容 above 诉求描述. `named`: the fields
    of those without."""
    section = _SECTION.fullmatch(text)
    if section is None or kind_implied(text):
        return False
    return field_named(section[1]) in {None, *named}


def without_office(free: Sequence[Line], slots: Sequence[Slot], page: FlatPage) -> list[Line]:
    """Without what stands below 以下由物业填写 and behind no label of ours: it is about what the
    office does later."""
    begins = min((page.spot(line).y for line in free if _OFFICE.search(line.text)), default=inf)
    labels = [page.spot(slot.label) for slot in slots]

    def is_theirs(line: Line) -> bool:
        spot = page.spot(line)
        return spot.y >= begins and not any(in_row(spot, label) for label in labels)

    return [line for line in free if not is_theirs(line)]


def values_only(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """Without what is free but no value: a label's translation below or above it, the half of a
    label whose other half was not seen."""
    labels = [page.spot(slot.label) for slot in slots]
    latin = [line for line in free if _LATIN.fullmatch(line.text)]
    translated = [(_nearest(page.spot(line), labels), line) for line in latin]
    for slot, label in zip(slots, labels, strict=True):
        own = next((line for nearest, line in translated if nearest is label), None)
        slot.label = _with_translation(slot.label, own, page)
    labels = [page.spot(slot.label) for slot in slots]
    spots = [page.spot(line) for line in [*free, *(s.label for s in slots if _is_told_beside(s))]]

    def is_none(line: Line) -> bool:
        spot = page.spot(line)
        if is_half(line.text) and not in_boxes(line, free, page):
            return not any(goes_on(spot, above) or _is_below(spot, above) for above in spots)
        latin = _LATIN.fullmatch(line.text) is not None
        return latin and any(spot.shares_column(one) for one in labels)

    return [line for line in free if not is_none(line)]


def _is_told_beside(slot: Slot) -> bool:
    """Whether its description began in the label's own line: what stands below is the rest of it,
    情况：门卫不拦也不登 / 记."""
    if slot.name != "description" or not slot.values:
        return False
    one_text = slot.label.frames is not None and slot.label.frames is slot.values[0].frames
    return one_text or slot.label.after[:1] in tuple(COLON)


def _is_below(line: Spot, above: Spot) -> bool:
    """Whether it may be the last character of what stands there, as in a narrow cell."""
    return 0 < line.y - above.y < _NEXT * line.height and line.shares_column(above)


def _nearest(line: Spot, labels: Sequence[Spot]) -> Spot | None:
    """The label that the line is a translation of, right above or below it."""
    near = (
        label
        for label in labels
        if abs(line.y - label.y) < _BELOW * label.height and line.shares_column(label)
    )
    return min(near, key=lambda label: abs(line.y - label.y), default=None)


def _with_translation(label: Line, own: Line | None, page: FlatPage) -> Line:
    """The label with what it says in Latin letters: its value stands beside both."""
    if own is None:
        return label
    upper, lower = sorted((label, own), key=lambda line: page.spot(line).y)
    return replace(label, box=(*upper.box[:2], *lower.box[2:]))
