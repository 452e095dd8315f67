"""What thirty firms may see of a resident: the surname, the ends of a number, the building.

Where a number may or may not be a phone it is hidden: a hidden amount costs a glance, a shown
phone costs trust. Every mask is idempotent.
"""

import re
from collections.abc import Callable, Iterable

from models.numerals import ascii_digits, plain_digits
from models.said.residents import NAMED, TITLE
from models.surnames import DOUBLE_SURNAMES

HIDDEN = "**"

_SURNAME = re.compile(rf"[老小].$|东方|{DOUBLE_SURNAMES}")
_TITLE = re.compile(
    rf"(?:老先生|{TITLE}|太太|阿公|师傅|叔叔|伯伯|大伯|爷爷|奶奶|医生|书记|主任|经理|同志)$"
)
_BODY = re.compile(  # who is no person
    r".*?(?:委员会|居委会?|业委会|村委会|物业|派出所|房管所|街道|公司|社区)"
)
_NOBODY = re.compile(rf"匿名|不详|未知|无|{NAMED}|保安|门卫|[老小].")  # 老沈
_TWO_NAMES = re.compile(r"[、,，/;；和与及]")
_NOTE = re.compile(r"\s*[(（].*", re.DOTALL)

_SEP = r"[\s\-‐–—.·_]{0,2}"
_TIME = re.compile(
    r"(?<!\d)(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}(?!\d)|(?<!\d)\d{1,2}:\d\d(?!\d)"
)
_NUMBER = re.compile(
    rf"(?<!\d)\d{{6}}{_SEP}\d{{8}}{_SEP}\d{{3}}[\dXx](?!\d)"  # identity card
    rf"|(?<!\d)(?:(?:\+|00)?86{_SEP})?1(?:{_SEP}\d){{10}}(?!\d)"  # mobile
    rf"|\(?(?<!\d)(?:\+?86{_SEP}\(?0?|0)(?:{_SEP}\d){{2,3}}"  # landline: its area,
    rf"[\s()\-‐–—]{{0,3}}\d(?:{_SEP}\d){{6,7}}(?!\d)"  # its number,
    r"(?:(?:-|转)\d{1,6}(?!\d))?"  # its extension
    r"|(?<!\d)(?!20\d\d.20\d\d)[2-8]\d{3}[\s\-]\d{4}(?![\d年])"  # landline without its area
    rf"|(?<![\d#])(?=(?:\+86)?[01](?:{_SEP}\d){{9}})"  # one with a digit too many
    rf"\+?\d{{3,}}(?:{_SEP}\d{{2,}}){{1,4}}"
    r"|\d{7,}"  # whatever else is as long as a phone
)

_LIST = r"\s*[、,/和及与到至~\-]\s*"
_BUILDING = r"[\dA-Za-z十百](?:号楼?|#楼?|幢楼?|栋楼?|座|单元|楼|层)"
_NO_AMOUNT = r"(?![\d弄年元路盏个次分秒米平户人家台辆天度块点只根多余月日小%.:]|[楼层](?![上下顶]))"
_ROOM_DIGITS = 4
_ROOMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\dA-Za-z])(?P<room>[A-Za-z]?\d{{2,8}}[A-Za-z]?(?:{_LIST}\d{{2,4}}){{0,5}})"
        r"(?=\s*(?:室|房(?![屋东产管顶租])))",
        r"(?P<room>\d百\d?\d?十?\d?)(?=室)",  # 五百零二室
        r"(?:号|单元)\s*(?P<room>[A-Za-z甲乙丙丁\d])(?=室)",
        rf"{_BUILDING}\s*-?\s*(?P<room>[A-Za-z]?\d{{3,4}}(?:{_LIST}\d{{3,4}}){{0,5}}){_NO_AMOUNT}",
        rf"(?<![\d#\-.:])(?:\d{{1,4}}-)?\d{{1,3}}-(?P<room>\d{{3,4}})(?![\-号]){_NO_AMOUNT}",
        r"(?:房间?号|室号)\s*:?\s*(?P<room>\d{3,4})(?!\d)",
        r"(?<!\d)(?P<room>\d{3,4})(?=的?(?:住户|业主|居民|家里|家中|租户|租客|房客))",
        rf"(?<![\d/.:])\d{{1,3}}/(?P<room>\d{{3,4}})(?![/号年]){_NO_AMOUNT}",  # 3/502
        r"(?<![\d.])(?P<room>\d{3,4})(?=的?(?:漏|渗|滴)[水到至下])",  # 502漏到402
        rf"(?:(?:漏|渗|滴)水?[到至]了?|楼[上下]的?|隔壁的?)(?P<room>\d{{3,4}})(?![号]){_NO_AMOUNT}",
    )
)
_IN_ADDRESS = (*_ROOMS, re.compile(rf"(?<![\d#])\d{{1,3}}\s+(?P<room>\d{{3,4}})(?!号){_NO_AMOUNT}"))
_FLOOR = re.compile(r"(?<=[号楼幢栋座元])\d{1,2}[楼层]$")
_BARE = re.compile(r"(?<=\d)(?<!-\d)(?<!-\d\d)$")  # of 3-502: 3 alone says nothing
_STRAY = " \t\u3000-－—/／、,，"


def mask_name(name: str) -> str:
    """The surname, and the title or two stars; who is no person (居委会) stays.

    >>> mask_name("沈建国"), mask_name("沈建国先生")
    ('沈**', '沈先生')
    """
    name = _NOTE.sub("", name.strip())
    body = _BODY.match(name)
    if body:
        return body[0] + mask_name(name[body.end() :])
    if not name or _NOBODY.fullmatch(name) or _TITLE.fullmatch(name):
        return name
    title = _TITLE.search(name)
    if title:
        return _surname(name[: title.start()]) + title[0]
    return (name[0] if len(name) == 2 else _surname(name)) + HIDDEN


def _surname(name: str) -> str:
    known = _SURNAME.match(name)
    return known[0] if known else name[0]


def mask_phone(phone: str) -> str:
    """A phone's ends: three or its area code, and the last four. Short public numbers stay."""
    return _mask_numbers(phone)


def mask_address(address: str) -> str:
    """The address up to its building: the room, and the floor before it, are left out."""
    plain = plain_digits(address)
    starts = [m.start("room") for p in _IN_ADDRESS for m in p.finditer(plain)]
    if figures := re.fullmatch(r"\s*(\d{3,})\s*", plain):
        return "" if len(figures[1]) <= _ROOM_DIGITS else HIDDEN  # of one read without its units
    if starts:
        address = address[: min(starts)].rstrip(_STRAY)
        floor = _FLOOR.search(plain_digits(address))
        address = address[: floor.start()] if floor else address
        address = _BARE.sub("号", address)
    return _mask_numbers(address)


def mask_text(text: str, names: Iterable[str] = ()) -> str:
    """Free text with every phone, identity card, room and given name masked.

    Buildings, lanes, times, amounts and ticket numbers stay."""
    known, before = tuple(names), ""
    while text != before:  # a mask may free what stood beside it; digits get fewer, so it ends
        before, text = text, _mask_once(text, known)
    return text


def _mask_once(text: str, names: Iterable[str]) -> str:
    text = _mask_numbers(text)
    for pattern in _ROOMS:
        text = _replace(text, plain_digits, pattern, "room", lambda _: HIDDEN)
    return mask_names(text, names)


def mask_names(text: str, names: Iterable[str]) -> str:
    """Only these given names masked. Two may share a field: 沈建国、李丽."""
    known = {part.strip() for name in names for part in (name, *_TWO_NAMES.split(name))}
    for name in sorted((n for n in known if len(n) > 1 and "*" not in n), key=len, reverse=True):
        loose = r"\s*".join(map(re.escape, name.replace(" ", "")))
        text = mask_name(name).join(re.split(loose, text))
    return text


def _mask_numbers(text: str) -> str:
    """First the digits, then what is said in Chinese (一三八…), lest 一 after a phone joins it."""
    for view in (ascii_digits, plain_digits):
        text = _replace(text, _without_times(view), _NUMBER, 0, _ends)
    return text


def _without_times(view: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: _TIME.sub(lambda m: "\0" * len(m[0]), view(text))


def _replace(
    text: str,
    view: Callable[[str], str],
    pattern: re.Pattern[str],
    group: str | int,
    masked: Callable[[str], str],
) -> str:
    """`text` with each `group` that `pattern` finds in a view of the same length masked."""
    parts, at = [], 0
    for match in pattern.finditer(view(text)):
        parts += [text[at : match.start(group)], masked(match[group])]
        at = match.end(group)
    return "".join([*parts, text[at:]])


def _ends(number: str) -> str:
    """What may be shown of a phone as written in ASCII."""
    digits = re.sub(r"\D", "", number.partition("转")[0])
    if len(digits) >= 15:  # an identity card shows nothing
        return "*" * 18
    if len(digits) >= 13:
        digits = digits.removeprefix("00").removeprefix("86")
    if len(digits) == 11 and digits[0] == "1":
        return f"{digits[:3]}****{digits[-4:]}"
    if digits[0] == "0":
        return _landline_ends(digits)
    return f"****{digits[-4:]}"


def _landline_ends(digits: str) -> str:
    area = digits[: 3 if digits[1] in "12" else 4]
    return f"{area}-****{digits[len(area) :][:8][-4:]}"
