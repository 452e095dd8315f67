"""A federation's roster as its secretary keeps it: CSV or XLSX, a row a community or a lead."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from bot.roster_file import checks
from bot.roster_file.rows import COLUMNS, RosterError, RosterRow
from bot.roster_file.table import read_table
from models.directory import Community, Directory

__all__ = ["COLUMNS", "RosterError", "RosterFile", "RosterRow", "read_roster", "write_roster"]


@dataclass(frozen=True)
class RosterFile:
    """All rows of a file."""

    rows: tuple[RosterRow, ...]

    @classmethod
    def of(cls, table: Iterable[Sequence[str]]) -> "RosterFile":
        """From the cells of its rows, as they stood in a file that was read."""
        width = len(COLUMNS)
        return cls(tuple(checks.row(Path(), line, width) for line in enumerate(table, 2)))

    def directory(self) -> Directory:
        """The communities and who serves each."""
        rows = (row for row in self.rows if row.community)
        return Directory(tuple(Community(r.community, r.firm, r.aliases) for r in rows))


def read_roster(path: Path) -> RosterFile:
    """Raises RosterError naming file, line, what is wrong and what to do."""
    table = read_table(path)
    number, heading = table[0] if table else (1, ())
    if tuple(heading[: len(COLUMNS)]) != COLUMNS:
        wanted, found = ",".join(COLUMNS), ",".join(heading)[:80]
        raise RosterError(
            f"{path} 第 {number} 行应为 {wanted} ，现在是「{found}」，请改表头"
            f" / line {number} must be {wanted}"
        )
    rows = tuple(checks.row(path, line, len(heading)) for line in table[1:])
    if not rows:
        raise RosterError(
            f"{path} 只有表头，没有一家单位，请补上 / has a heading only, and no firm"
        )
    checks.check_one_a_row(path, rows)
    checks.check_communities(path, rows)
    checks.check_aliases(path, rows)
    checks.check_leads(path, rows)
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
