"""What one row must be, and what rows must not say against each other."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.roster_file.rows import COLUMNS, KINDS, Line, RosterRow, fault
from models.phone import is_whole

_ID = re.compile(r"\d{1,15}", re.ASCII)
_USERNAME = re.compile(r"@\w+", re.ASCII)
_BETWEEN = re.compile(r"[、,，/／;；]")
_NO_DIGIT = re.compile(r"[\s()（）]|转\d+$|^\+?86")
_SERVICE = re.compile(r"[48]00-?\d{3}-?\d{4}")


def row(path: Path, line: Line, width: int) -> RosterRow:
    """A line of the table. `width`: columns of the heading. Raises RosterError."""
    number, cells = line
    if any(cells[width:]):
        zh = f"比表头多出「{next(filter(None, cells[width:]))}」，别名之间请用顿号、不用逗号"
        raise fault(path, number, zh, "more cells than the heading; part aliases by 、")
    padded = (*cells, *[""] * len(COLUMNS))
    firm, kind, skills, community, aliases, lead, phone, telegram = padded[: len(COLUMNS)]
    if not firm:
        zh = "缺物业公司，每一行都要写（合并的单元格请先取消合并）"
        raise fault(path, number, zh, "names no firm; unmerge cells, write it in every row")
    if kind not in KINDS:
        zh = f"类型应为 物业 或 专业机构，不是「{kind}」"
        raise fault(path, number, zh, f"the type is 物业 or 专业机构, not {kind!r}")
    _check_phone(path, number, phone)
    _check_telegram(path, number, telegram)
    return RosterRow(
        number, firm, KINDS[kind], _split(skills), community, _split(aliases), lead, phone, telegram
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.replace("，", "、").split("、") if part.strip())


def _check_phone(path: Path, line: int, phone: str) -> None:
    """One number or several, with spaces, +86 or an extension."""
    for part in filter(None, _BETWEEN.split(phone)):
        number = _NO_DIGIT.sub("", part.strip())
        shapes = (number, number.replace("-", ""))
        if not any(is_whole(shape) or _SERVICE.fullmatch(shape) for shape in shapes):
            how = "（Excel 改成了科学计数，请把这一列设为文本）" if "E+" in part.upper() else ""
            zh = f"手机「{part}」不是完整的电话号码，请改正或留空{how}"
            raise fault(path, line, zh, f"{part!r} is no whole phone number; mend or empty it")


def _check_telegram(path: Path, line: int, telegram: str) -> None:
    if telegram and not _ID.fullmatch(telegram) and not _USERNAME.fullmatch(telegram):
        zh = f"Telegram 应为数字 id 或 @用户名，不是「{telegram}」；不知道就留空，以后用 /invite"
        raise fault(path, line, zh, f"a user id or @name, not {telegram!r}; or leave it empty")


def check_one_a_row(path: Path, rows: Iterable[RosterRow]) -> None:
    """Two names in one cell would be taken for one, which nobody has."""
    for own in rows:
        for column, name in (("小区", own.community), ("负责人", own.lead)):
            if _BETWEEN.search(name):
                zh = f"{column}「{name}」像是写了几个，一行只写一个，其余的另起一行"
                raise fault(path, own.line, zh, f"{name!r} looks like several: a row for each")


def check_communities(path: Path, rows: Iterable[RosterRow]) -> None:
    """A community is served by one firm."""
    seen: dict[str, RosterRow] = {}
    for own in rows:
        other = seen.setdefault(own.community, own)
        if own.community and other.firm != own.firm:
            zh = f"{own.community} 在第 {other.line} 行已属 {other.firm}，请只留一行"
            en = f"{own.community} is {other.firm}'s in line {other.line}; keep one"
            raise fault(path, own.line, zh, en)


def check_aliases(path: Path, rows: Sequence[RosterRow]) -> None:
    """Another name means one community, and is not the name of one that there is."""
    means = {own.community: own.community for own in rows if own.community}
    for own in rows:
        for alias in own.aliases:
            other = means.setdefault(alias, own.community)
            if other != own.community or not other:
                zh = f"别名「{alias}」已指 {other or '不明的小区'}，请改"
                en = f"alias {alias!r} means {other or 'no community'} already; change it"
                raise fault(path, own.line, zh, en)


def check_leads(path: Path, rows: Iterable[RosterRow]) -> None:
    """A person leads one firm."""
    seen: dict[str, RosterRow] = {}
    for own in rows:
        other = seen.setdefault(own.telegram.lower(), own)
        if own.telegram and other.firm != own.firm:
            zh = f"{own.telegram} 在第 {other.line} 行已是 {other.firm} 的负责人，请只留一处"
            en = f"{own.telegram} leads {other.firm} in line {other.line}; keep one"
            raise fault(path, own.line, zh, en)
