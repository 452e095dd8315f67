"""What a field's lines say, without what a form's ruling and printed blanks leave in it."""

import re
from collections.abc import Sequence
from math import hypot

from bot.ocr.page.geometry import sides
from bot.ocr.page.lines import Line
from bot.ocr.values import surname
from bot.ocr.values.figures import put_right
from bot.ocr.values.ones import room, telephone
from bot.ocr.values.shapes import is_name
from bot.ocr.values.times import is_moment, is_time, spaced, tidy_time
from models.intake import PEOPLE
from models.kinds import WRITTEN

_BOXES = "□☐☑☒★☆"  # and of a stamp
_STRAY = "·●▪◆ _-—.|丨【】[]〔〕：:/／"
# What was crossed out is read as such letters; others may be misread figures (bot.ocr.figures).
_CROSSED_OUT = re.compile(r"(?<=[一-鿿\d])[ACDEFJKMNPRTUVWXY×*]{1,3}(?=[一-鿿\d])")
_TRANSLATED = re.compile(r"^[A-Z][A-Za-z.\s]{2,}(?=\d)")  # Room No.12号404室
# Of the blank before it: ____（小区）12号404室.
_SUFFIX = re.compile(r"^(?:[（(]?小区[）)](?=.)|小区(?=\d))")
_ROOM_MISREAD = re.compile(r"(?<=\d)[宝空至窒](?=$)")  # of a whole address the last character
_LABEL_END = re.compile(r"^[址房室][：:]?(?=\d)")  # of a label whose beginning was not read
_BLANK_PART = re.compile(r"^\D?[弄号](?=\d)")  # of a printed __弄__号__室, where there is no 弄
# Before a description, its own label.
_SAYS = re.compile(
    f"^(?:(?:说|答|办|称|讲|问|事)[：:]|事情[：:]?|(?:{'|'.join(WRITTEN)})?(?:事由|说明(?!书))(?=[一-鿿]{{4}}))"
    "|^事(?![先前后发故情件务业实项由主隔到])(?=[一-鿿]{4})|^其?反映(?=[一-鿿]{4})"
)
_TEN = re.compile("(?<![一-鿿\\d])[+＋](?=[楼层])")  # 十楼
_MATTER = re.compile("(?<=[一-鿿，、]{6})(?:一事|事项)[，。]?$")  # printed behind a blank
_POINT = re.compile(r",|(?<=[一-鿿])[.．](?=[一-鿿])")  # a comma, as a pen or an engine makes it
# A recogniser's, and hurried clerks'.
_NO_WORDS = {"己经": "已经", "窖井": "窨井", "工寓": "公寓"}
# A building's number that was begun wrong: 午9号37号1003室.
_STRUCK_BUILDING = re.compile(r"^[^路弄]{1,3}号(?=\d{1,4}号\d{3,4}室$)")
# Beside the room's own number one that was struck out, its stroke read as a sign: 26号809=801室.
_STRUCK_ROOM = re.compile(r"(?<=号)[\d号=≠]*[=≠][\d号]*?(?=\d{3,4}室)")
_UNIT_IN_BRACKETS = re.compile("[（(][弄号幢栋楼室][)）]")  # 54号（幢）1304室
_PRINTED_SIGN = re.compile(r"^[（(]?(?:签字|签名|签章)[)）]")  # 登记人（签字）沈桂芳
_RANG = re.compile(r"^打\s?来\s?(?=\d)")  # 打来09/13 13:10
_ROW_NUMBER = re.compile(r"\d{1,2}")  # of a register
_NAMED = frozenset({"address", "caller", "operator"})
_SCRIBBLE = re.compile(r"^(?:[A-Z]{1,3}|\d)(?=[一-鿿]{2,4}$)")  # before a name: struck out
_ENDS_LABEL = re.compile("^人[)）]?")  # 来电单位（人）沈桂芳
_CALLED = re.compile("(?<=[一-鿿]{2})(?:来电|打来)$")  # 沈师傅来电
_EXPLAINED = re.compile(r"^([一-鿿]{2,4})[（(].*[)）]$")  # 沈桂芳（热线坐席）
_SIGNED = re.compile("(?<=[一-鿿]{2})(?:记录?|接听?|接电|接线)$")  # 沈洁接
_INTRODUCED = re.compile("^(?:我是|我叫|免贵姓?)(?=..)")  # 我是沈女士
_APART = 1.5  # of its height that a name's last character stands away
_WHOLE_NAME = re.compile("[一-鿿]{2,4}")  # what stands behind it is another blank's
_SQUEEZED = frozenset({"phone", "address", "caller", "operator"})


def without_crossed_out(text: str) -> str:
    """丰翔X新城 → 丰翔新城."""
    return _CROSSED_OUT.sub("", text)


def words_put_right(text: str) -> str:
    """With the right words for what are none: 工寓 is 公寓."""
    for wrong, right in _NO_WORDS.items():
        text = text.replace(wrong, right)
    return text


def written(name: str, lines: Sequence[Line]) -> str:
    """The value of this field."""
    texts = [_read(name, line) for line in lines]
    if name in PEOPLE and _WHOLE_NAME.fullmatch(texts[0]):
        goes_on = len(texts) > 1 and len(texts[1]) == 1 and _adjoin(*lines[:2])
        texts = texts[: 1 + goes_on]
    if name == "time":
        apart = (spaced(text, line.glyphs) for text, line in zip(texts, lines, strict=True))
        return _time([_RANG.sub("", text) for text in apart])
    text = "".join(texts).strip(_STRAY)
    if name in _SQUEEZED:
        text = re.sub(r"\s+", "", text)
    if name == "caller":
        text = _CALLED.sub("", _INTRODUCED.sub("", text.rstrip("，。")))
        rest = _ENDS_LABEL.sub("", text)
        text = rest if is_name(rest) else text
    if name in PEOPLE:
        text = _SIGNED.sub("", text) if name == "operator" else text
        text = _SCRIBBLE.sub("", _EXPLAINED.sub(r"\1", _PRINTED_SIGN.sub("", text)))
    if name in _NAMED:
        text = without_crossed_out(text).strip(_BOXES + "，。；、")
    if name == "address":
        text = _ROOM_MISREAD.sub("室", _TRANSLATED.sub("", _SUFFIX.sub("", text)))
        text = _LABEL_END.sub("", text.lstrip("=≠"))  # a stroke that begins with nothing to read
        text = _STRUCK_ROOM.sub("", _UNIT_IN_BRACKETS.sub("", text))
        text = _STRUCK_BUILDING.sub("", text)
        return _BLANK_PART.sub("", re.sub(r"(?<=\d)=(?=\d+室)", "号", text))
    return _sentence(text) if name == "description" else text


def _read(name: str, line: Line) -> str:
    """What the line says as a value of this field."""
    if name == "phone":
        return telephone(line)
    if name == "address":
        return room(line)
    return surname.put_right(line) if name in PEOPLE else put_right(name, line)


def _time(texts: Sequence[str]) -> str:
    """Of all pieces; without the numbers of a register's rows, where the rest is a whole time."""
    whole, rest = (tidy_time(" ".join(some).strip(_STRAY)) for some in (texts, _unnumbered(texts)))
    return rest if is_time(rest) or is_moment(rest) else whole


def _unnumbered(texts: Sequence[str]) -> list[str]:
    """Without what stands before or behind the rest; 9 between 21日 and 时48分 is the hour."""
    numbers = [_ROW_NUMBER.fullmatch(text) is not None for text in texts]
    if all(numbers):
        return []
    return list(texts[numbers.index(False) : len(texts) - numbers[::-1].index(False)])


def _sentence(text: str) -> str:
    said = _SAYS.sub("", words_put_right(text).strip("。，；、"))
    return _MATTER.sub("", _POINT.sub("，", _TEN.sub("十", said)))


def _adjoin(one: Line, other: Line) -> bool:
    """Whether the other begins where the one ends, or goes on in the next row."""
    height = sides(one.box)[1]
    (ax, ay), (bx, by) = one.box[1], other.box[0]
    return abs(by - ay) > height / 2 or hypot(bx - ax, by - ay) < _APART * height
