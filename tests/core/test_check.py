"""What a person gets wrong when setting up is said in one line with what to do."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest
from telegram import Bot
from telegram.error import ChatMigrated

import bot.check.setup
import bot.check.telegram
from bot.check import report
from bot.config import Settings
from bot.db import Database
from bot.demo.group import GroupInABox
from bot.services.scope import enrol
from models.tables.firm import Firm

Said = pytest.CaptureFixture[str]


@pytest.fixture
async def group() -> AsyncIterator[GroupInABox]:
    own = GroupInABox(now=lambda: datetime.now(UTC))
    await own.start()
    yield own
    await own.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def settings(group: GroupInABox, folder: Path, **changes: Any) -> Settings:
    federation = {
        "name": "甲",
        "chat_id": group.chat_id,
        "duty": [1001],
        "dispatchers": [1002],
        **changes.pop("federation", {}),
    }
    telegram = {
        "token": group.token,
        "base_url": group.base_url,
        "base_file_url": group.base_file_url,
        **changes.pop("telegram", {}),
    }
    places = {
        "database": {"url": f"sqlite:///{folder / 'paidan.db'}"},
        "photos": {"dir": folder / "photos"},
    }
    everything = {"telegram": telegram, "federations": [federation], **places, **changes}
    return Settings.model_validate(everything)


def lines(said: Said) -> list[str]:
    """What was printed; each line is a sentence in both languages."""
    found = said.readouterr().out.splitlines()
    assert all(" / " in line for line in found)
    assert all(line[0] in "✓✗⚠" for line in found)
    return found


async def test_all_is_well_and_nothing_is_left_behind(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    assert await report(settings(group, folder))
    assert lines(capsys) == ["✓ 一切就绪 / All is well"]
    assert os.listdir(folder) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"telegram": {"token": ""}}, "没有 token：请向 @BotFather"),
        ({"telegram": {"token": "1:wrong"}}, "不认这个 token"),
        ({"telegram": {"token": "我的 token"}}, "token 的样子不对"),
        ({"telegram": {"token": "123:ABC "}}, "token 的样子不对"),
        ({"telegram": {"base_url": "api.telegram.org/bot"}}, "base_url 不是网址"),
        ({"federations": []}, "没有 [[federations]]"),
        ({"federation": {"chat_id": 1234567890}}, "可能是 -1001234567890"),
        ({"federation": {"duty": [1001, -5]}}, "-5 不是人的 id"),
        ({"federation": {"roster": Path("none.csv")}}, "找不到花名册 none.csv"),
        ({"federation": {"roster": Path(__file__)}}, "第 1 行应为"),
        ({"database": {"url": "paidan.db"}}, "[database] url 不认识"),
        ({"database": {"url": "oracle+nothing://x"}}, "[database] url 不认识"),
        ({"database": {"url": "mysql://x@127.0.0.1/x"}}, "[database] url 不认识"),
        ({"database": {"url": "sqlite:////no/such/folder/x.db"}}, "目录不存在"),
        ({"database": {"url": "sqlite:////proc/paidan.db"}}, "写不进去"),
        ({"database": {"url": "sqlite:////tmp"}}, "写不进去"),
        ({"database": {"url": f"sqlite:///{__file__}"}}, "file is not a database"),
        (
            {"database": {"url": "postgresql+psycopg://x@127.0.0.1:9/x"}},
            "连不上数据库（",
        ),
        ({"photos": {"dir": Path("/proc/photos")}}, "照片目录 /proc/photos 写不进去"),
    ],
)
async def test_what_stops_it(
    group: GroupInABox, folder: Path, capsys: Said, changes: dict[str, Any], said: str
) -> None:
    assert not await report(settings(group, folder, **changes))
    (line,) = [line for line in lines(capsys) if line.startswith("✗")]
    assert said in line


@pytest.mark.parametrize(
    ("federation", "said"),
    [
        ({"chat_id": -100999}, "机器人不在群 -100999 里。请把 @"),
        ({"duty": []}, "没有值班客服"),
        ({"dispatchers": []}, "没有派单员"),
    ],
)
async def test_what_it_warns_of(
    group: GroupInABox, folder: Path, capsys: Said, federation: dict[str, Any], said: str
) -> None:
    assert await report(settings(group, folder, federation=federation))
    (line,) = lines(capsys)
    assert line.startswith("⚠")
    assert said in line


async def test_one_group_in_two_federations(group: GroupInABox, folder: Path, capsys: Said) -> None:
    own = settings(group, folder)
    twice = own.model_copy(update={"federations": own.federations * 2})
    assert not await report(twice)
    assert f"chat_id {group.chat_id} 写了 2 次" in lines(capsys)[0]


async def test_a_chat_id_without_its_100_is_completed(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    short = -int(str(group.chat_id).removeprefix("-100"))
    assert not await report(settings(group, folder, federation={"chat_id": short}))
    (line,) = lines(capsys)
    assert f"少了 -100，应写 chat_id = {group.chat_id}。" in line


async def test_without_administrator_and_with_privacy_it_sees_no_photos(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    group.make_admin(False)
    group.set_privacy(True)
    assert not await report(settings(group, folder))
    assert "看不到照片" in lines(capsys)[0]


async def test_without_administrator_alone_it_warns_and_runs(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    group.make_admin(False)
    group.set_privacy(False)
    assert await report(settings(group, folder))
    assert "请把机器人设为管理员" in lines(capsys)[0]


async def test_a_bot_that_was_taken_out_is_told_so(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    group.remove_bot()
    assert await report(settings(group, folder))
    assert "机器人不在群" in lines(capsys)[0]


async def test_a_group_that_moved_is_told_with_its_new_id(
    group: GroupInABox, folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def moved(*_: object) -> None:
        raise ChatMigrated(-1004711)

    monkeypatch.setattr(Bot, "get_chat_member", moved)
    assert await report(settings(group, folder))
    assert "现在的 chat_id 是 -1004711" in lines(capsys)[0]


async def test_a_private_chat_is_no_group(group: GroupInABox, folder: Path, capsys: Said) -> None:
    group.start_private(1001)
    assert not await report(settings(group, folder, federation={"chat_id": 1001}))
    assert "是个人的 id，不是群的" in lines(capsys)[0]


async def test_a_database_that_exists_is_only_tried(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    with sqlite3.connect(folder / "paidan.db") as connection:
        connection.execute("CREATE TABLE x (y)")
    before = (folder / "paidan.db").read_bytes()
    assert await report(settings(group, folder))
    assert (folder / "paidan.db").read_bytes() == before


async def test_a_roster_that_was_taken_in_is_not_needed_to_run(
    group: GroupInABox, folder: Path, capsys: Said
) -> None:
    """Its file may be away, or half edited, when the power comes back."""
    own = settings(group, folder, federation={"roster": folder / "away.csv"})
    database = Database(own.database.url)
    database.migrate()
    with database.transaction() as session:
        enrol(session, own)
    assert not await report(own)
    with database.transaction() as session:
        session.add(Firm(federation_id=1, name="复瑞物业"))
    database.close()
    capsys.readouterr()
    assert await report(own)
    (line,) = lines(capsys)
    assert line.startswith("⚠ 找不到花名册")
    assert "库里已有花名册，照常运行" in line


@pytest.mark.parametrize(
    ("program", "languages", "said"),
    [
        (None, "", "没有 Tesseract：sudo apt install tesseract-ocr tesseract-ocr-chi-sim"),
        ("tesseract", "List of languages\neng\n", "没有简体中文：sudo apt install"),
        ("tesseract", "List of languages\nchi_sim\neng\n", ""),
    ],
)
async def test_a_missing_engine_names_its_packages(
    group: GroupInABox,
    folder: Path,
    capsys: Said,
    monkeypatch: pytest.MonkeyPatch,
    program: str | None,
    languages: str,
    said: str,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: program)
    answer = subprocess.CompletedProcess([], 0, languages, "")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert await report(settings(group, folder, reading={"engine": "tesseract"})) is not bool(said)
    assert said in lines(capsys)[0]


async def test_a_missing_font_and_reader_are_told(
    group: GroupInABox, folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: int) -> None:
        raise OSError("cannot open resource")

    monkeypatch.setattr(bot.check.setup, "font", gone)
    monkeypatch.setattr(bot.check.setup, "find_spec", lambda _: None)
    assert not await report(settings(group, folder))
    assert ["没有 RapidOCR" in line or "中文字体打不开" in line for line in lines(capsys)] == [
        True
    ] * 2


async def test_a_clock_that_is_off_is_a_warning(
    group: GroupInABox, folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) - timedelta(minutes=10)

    monkeypatch.setattr(bot.check.telegram, "datetime", Late)
    assert await report(settings(group, folder))
    assert re.search("本机时钟差了 (599|60[01]) 秒", lines(capsys)[0])


async def test_no_network_is_a_warning(group: GroupInABox, folder: Path, capsys: Said) -> None:
    nowhere = {"base_url": "http://127.0.0.1:9/bot"}
    assert await report(settings(group, folder, telegram=nowhere))
    assert "连不上 Telegram" in lines(capsys)[0]
