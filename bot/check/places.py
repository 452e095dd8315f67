"""Whether what has to be kept can be written: the database, and the folder of photos."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from bot.check.finding import Finding
from bot.config import Settings

_EXAMPLES = "sqlite:///paidan.db、postgresql+psycopg://user@host/paidan"
_WAIT = 5  # seconds for a database server


def unwritable_places(settings: Settings) -> Iterator[Finding]:
    """Nothing is left behind where nothing was."""
    yield from unusable_database(settings.database.url)
    why = _not_writable(settings.photos.dir)
    if why:
        yield Finding(
            f"照片目录 {settings.photos.dir} 写不进去（{why}）：请改 [photos] dir 或目录权限。",
            f"Photos cannot be kept there ({why}): change [photos] dir, or its permissions.",
        )


def unusable_database(url: str) -> Iterator[Finding]:
    """Why the database of this URL cannot be used, if so."""
    try:
        parsed = make_url(url)
        parsed.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
        yield Finding(
            f"[database] url 不认识，请照这样写：{_EXAMPLES}",
            f"[database] url is not known; write {_EXAMPLES}",
        )
        return
    if not url.startswith("sqlite"):
        yield from _server(url)
    elif parsed.database and parsed.database != ":memory:":
        yield from _file(Path(parsed.database), url)


def _file(path: Path, url: str) -> Iterator[Finding]:
    why = "" if path.parent.is_dir() else "目录不存在 no such folder"
    why = why or _not_writable(path.parent)
    if not why and path.exists():
        why = _not_opened(url, "BEGIN IMMEDIATE")
    if why:
        yield Finding(
            f"数据库 {path} 写不进去（{why}）：请改 [database] url、目录权限，或换一个文件。",
            f"The database cannot be written ({why}): change [database] url or permissions.",
        )


def _server(url: str) -> Iterator[Finding]:
    why = _not_opened(url, "SELECT 1", connect_timeout=_WAIT)
    if why:
        yield Finding(
            f"连不上数据库（{why}）：请检查它是否在运行、地址、用户名和密码。",
            f"The database cannot be reached ({why}): does it run? Check host, user, password.",
        )


def _not_opened(url: str, statement: str, **options: object) -> str:
    """Why a database cannot be used; nothing if it can."""
    engine = create_engine(url, connect_args=options)
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    except DBAPIError as error:
        return str(getattr(error, "orig", error)).strip().partition("\n")[0]
    finally:
        engine.dispose()
    return ""


def _not_writable(folder: Path) -> str:
    """Why nothing can be written into a folder, or into the one in which it will be made."""
    there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    try:
        with tempfile.TemporaryFile(dir=there):
            return ""
    except OSError as error:
        return error.strerror or str(error)
