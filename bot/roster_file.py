"""A federation's roster as its secretary keeps it: CSV or XLSX, a row a community or a lead."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import openpyxl

from models.directory import Community, Directory
from models.firm import FirmKind

COLUMNS = ("物业公司", "类型", "专长", "小区", "别名", "负责人", "手机", "Telegram")
_KINDS = {"": FirmKind.PROPERTY, "物业": FirmKind.PROPERTY, "专业机构": FirmKind.SPECIALIST}
_WORDS = {FirmKind.PROPERTY: "物业", FirmKind.SPECIALIST: "专业机构"}


class RosterError(Exception):
    """The file cannot be used. Its text is the sentence for whoever keeps it."""


@dataclass(frozen=True)
class RosterRow:
    """One row. `telegram`: a user id, an @name, or nothing."""

    line: int
    firm: str
    kind: FirmKind = FirmKind.PROPERTY
    skills: tuple[str, ...] = ()
    community: str = ""
    aliases: tuple[str, ...] = ()
    lead: str = ""
    phone: str = ""
    telegram: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As it stands in the file."""
        names = ("、".join(self.skills), self.community, "、".join(self.aliases))
        return (self.firm, _WORDS[self.kind], *names, self.lead, self.phone, self.telegram)


@dataclass(frozen=True)
class RosterFile:
    """All rows of a file."""

    rows: tuple[RosterRow, ...]

    def directory(self) -> Directory:
        """The communities and who serves each."""
        rows = (row for row in self.rows if row.community)
        return Directory(tuple(Community(r.community, r.firm, r.aliases) for r in rows))


def read_roster(path: Path) -> RosterFile:
    """Raises RosterError naming file, line, what is wrong and what to do."""
    if not path.is_file():
        raise RosterError(f"找不到花名册 {path} / no roster file {path}")
    table = _table(path)
    if not table or [cell.strip() for cell in table[0][: len(COLUMNS)]] != list(COLUMNS):
        wanted = ",".join(COLUMNS)
        raise RosterError(f"{path} 第 1 行应为 {wanted} / line 1 must be {wanted}")
    rows = tuple(
        _row(path, number, cells)
        for number, cells in enumerate(table[1:], 2)
        if any(cell.strip() for cell in cells)
    )
    if not rows:
        raise RosterError(f"{path} 只有表头，没有一家单位 / has a heading only, and no firm")
    _check_communities(path, rows)
    _check_aliases(path, rows)
    _check_leads(path, rows)
    return RosterFile(rows)


def write_roster(path: Path, rows: Iterable[RosterRow]) -> None:
    """CSV, which Excel opens as UTF-8, or XLSX, by the file's ending. Raises OSError."""
    table = [COLUMNS, *(row.cells for row in rows)]
    if path.suffix.lower() == ".xlsx":
        _write_xlsx(path, table)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(table)


def _write_xlsx(path: Path, table: Iterable[Sequence[str]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line, cells in enumerate(table, 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(line, column, text)
            cell.data_type = "s"  # a name that begins with "=" is a name, not a formula
    book.save(path)


def _table(path: Path) -> list[list[str]]:
    try:
        return list(_xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    except (OSError, KeyError, ValueError, BadZipFile, csv.Error) as error:
        raise RosterError(f"{path} 打不开，请另存一次 / cannot be read: {error}") from None


def _csv(path: Path) -> Iterable[list[str]]:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):  # Excel on Chinese Windows saves the latter
        try:
            return csv.reader(io.StringIO(content.decode(encoding), newline=""))
        except UnicodeDecodeError:
            continue
    raise RosterError(f"{path} 编码不认识，请存为 UTF-8 CSV / please save as UTF-8 CSV")


def _xlsx(path: Path) -> Iterable[list[str]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for cells in book.worksheets[0].iter_rows(values_only=True):
        yield [_cell(cell) for cell in cells]
    book.close()


def _cell(value: object) -> str:
    """Excel keeps a phone number as a number, which may come back as 13900000000.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _row(path: Path, line: int, cells: Sequence[str]) -> RosterRow:
    padded = [cell.strip() for cell in cells] + [""] * len(COLUMNS)
    firm, kind, skills, community, aliases, lead, phone, telegram = padded[: len(COLUMNS)]
    if not firm:
        raise RosterError(f"{path} 第 {line} 行缺物业公司 / line {line} names no firm")
    if kind not in _KINDS:
        raise RosterError(f"{path} 第 {line} 行类型应为 物业 或 专业机构 / line {line}: {kind!r}")
    if telegram and not telegram.isdecimal() and not telegram.startswith("@"):
        raise RosterError(
            f"{path} 第 {line} 行 Telegram 应为数字 id 或 @用户名 / line {line}: {telegram!r}"
        )
    return RosterRow(
        line, firm, _KINDS[kind], _split(skills), community, _split(aliases), lead, phone, telegram
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.replace("，", "、").split("、") if part.strip())


def _check_communities(path: Path, rows: Iterable[RosterRow]) -> None:
    """A community is served by one firm."""
    seen: dict[str, RosterRow] = {}
    for row in rows:
        other = seen.setdefault(row.community, row)
        if row.community and other.firm != row.firm:
            raise RosterError(
                f"{path} 第 {row.line} 行：{row.community} 在第 {other.line} 行已属 {other.firm}"
                f" / line {row.line}: {row.community} is {other.firm}'s in line {other.line}"
            )


def _check_aliases(path: Path, rows: Sequence[RosterRow]) -> None:
    """Another name means one community, and is not the name of one that there is."""
    means = {row.community: row.community for row in rows if row.community}
    for row in rows:
        for alias in row.aliases:
            other = means.setdefault(alias, row.community)
            if other != row.community or not other:
                raise RosterError(
                    f"{path} 第 {row.line} 行：别名「{alias}」已指 {other or '不明的小区'}，请改"
                    f" / line {row.line}: alias {alias!r} means {other or 'no community'} already"
                )


def _check_leads(path: Path, rows: Iterable[RosterRow]) -> None:
    """A person leads one firm."""
    seen: dict[str, RosterRow] = {}
    for row in rows:
        other = seen.setdefault(row.telegram.lower(), row)
        if row.telegram and other.firm != row.firm:
            raise RosterError(
                f"{path} 第 {row.line} 行：{row.telegram} 在第 {other.line} 行已是 {other.firm}"
                f" 的负责人 / line {row.line}: {row.telegram} leads {other.firm}"
                f" in line {other.line}"
            )
