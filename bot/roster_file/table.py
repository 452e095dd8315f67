"""A file's bytes → its lines of cells: CSV or XLSX, whatever the file is called."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path

import openpyxl

from bot.roster_file.rows import COLUMNS, Line, RosterError, fault

MOST_BYTES = 20_000_000
MOST_LINES = 20_000
_WIDEST = 20  # columns looked at; a sheet that was coloured to its edge has 16,384
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"%PDF", b"BM")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # also one that a password locks
_ZIP = b"PK\x03\x04"


def read_table(path: Path) -> list[Line]:
    """The lines that are not empty. Raises RosterError with what to do instead."""
    content = _content(path)
    lines: list[Line] = []
    for number, cells in enumerate(_lines(path, content), 1):
        if any(cells):
            lines.append((number, cells))
        if len(lines) > MOST_LINES:
            raise RosterError(
                f"{path} 超过 {MOST_LINES} 行，请分成几个联合体 / has more than {MOST_LINES} lines"
            )
    return lines


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise RosterError(f"找不到花名册 {path}，请核对文件名和目录 / no roster file {path}")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RosterError(f"{path} 超过 20 MB，不像花名册 / is over 20 MB: no roster")
        content = path.read_bytes()
    except OSError as error:
        raise RosterError(f"{path} 读不了，请检查权限 / cannot be read: {error}") from None
    if not content.strip():
        raise RosterError(f"{path} 是空的，请重新导出一次 / is empty; please save it again")
    return content


def _lines(path: Path, content: bytes) -> Iterator[list[str]]:
    if content.startswith(_ZIP):
        return _xlsx(path, content)
    if content.startswith(_OLD_EXCEL):
        raise RosterError(
            f"{path} 是旧版 .xls 或加了密码，请另存为不带密码的 .xlsx"
            " / is an old .xls or has a password: save it as a plain .xlsx"
        )
    if content.startswith(_PICTURES):
        raise RosterError(
            f"{path} 是图片或 PDF，不是表格，请给 Excel（.xlsx）或 CSV 文件"
            " / is a picture or a PDF: give an .xlsx or a CSV file"
        )
    return _csv(path, _text(path, content))


def _text(path: Path, content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's “Unicode text”
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):  # the latter: Windows
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RosterError(f"{path} 编码不认识，请存为 UTF-8 CSV / please save it as UTF-8 CSV")


def _csv(path: Path, text: str) -> Iterator[list[str]]:
    heading = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield [_tidy(cell) for cell in cells]
    except csv.Error as error:
        zh = "引号没有成对，请检查这一行和上面的双引号"
        raise fault(path, reader.line_num, zh, f"a quote is not closed ({error})") from None


def _xlsx(path: Path, content: bytes) -> Iterator[list[str]]:
    try:
        rows = list(_values(content))
    except Exception as error:  # whatever the library trips over, the file is at fault
        raise RosterError(
            f"{path} 不是完好的 Excel 文件，请在 Excel 里打开后另存一次"
            f" / is no sound Excel file; open it in Excel and save it again ({error!r:.80})"
        ) from None
    for number, values in enumerate(rows, 1):
        yield [_cell(path, number, place, value) for place, value in enumerate(values)]


def _values(content: bytes) -> Iterable[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    full = 0
    for values in sheet.iter_rows(max_col=_WIDEST, values_only=True):
        full += any(value is not None for value in values)
        yield values
        if full > MOST_LINES:
            return


def _cell(path: Path, line: int, place: int, value: object) -> str:
    """Excel keeps a phone number as a number, which may come back as 13900000000.0."""
    column = COLUMNS[place] if place < len(COLUMNS) else str(place + 1)
    if isinstance(value, date | time):
        zh = f"「{column}」被 Excel 当成了日期（{value}），请把这一格设为“文本”再写一遍"
        raise fault(path, line, zh, f"{column} became a date; format the cell as text, retype it")
    if isinstance(value, str) and value.startswith("#") and value.endswith(("!", "?", "A")):
        zh = f"「{column}」是出错的公式（{value}），请直接写文字"
        raise fault(path, line, zh, f"{column} is a broken formula; write the text itself")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else _tidy(str(value))


def _tidy(text: str) -> str:
    """Single spaces, and no marks that nobody sees: a phone that is copied from a contact has some
    around it, and a name with one inside would be another name that looks the same."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())
