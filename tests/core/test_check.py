"""What a person gets wrong when setting up is said in one line with what to do."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.check import report
from bot.config import Settings
from bot.demo.group import GroupInABox


@pytest.fixture
async def group() -> AsyncIterator[GroupInABox]:
    own = GroupInABox(now=lambda: datetime.now(UTC))
    await own.start()
    yield own
    await own.stop()


def settings(group: GroupInABox, **changes: Any) -> Settings:
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
    return Settings.model_validate({"telegram": telegram, "federations": [federation], **changes})


async def test_all_is_well(group: GroupInABox, capsys: pytest.CaptureFixture[str]) -> None:
    assert await report(settings(group))
    assert "一切就绪" in capsys.readouterr().out


async def test_without_administrator_and_with_privacy_it_sees_no_photos(
    group: GroupInABox, capsys: pytest.CaptureFixture[str]
) -> None:
    group.make_admin(False)
    group.set_privacy(True)
    assert not await report(settings(group))
    assert "看不到照片" in capsys.readouterr().out


async def test_without_administrator_alone_it_warns_and_runs(
    group: GroupInABox, capsys: pytest.CaptureFixture[str]
) -> None:
    group.make_admin(False)
    group.set_privacy(False)
    assert await report(settings(group))
    assert "管理员" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"telegram": {"token": ""}}, "BotFather"),
        ({"telegram": {"token": "1:wrong"}}, "不认这个 token"),
        ({"federation": {"roster": Path("none.csv")}}, "none.csv"),
    ],
)
async def test_what_stops_it(
    group: GroupInABox, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], said: str
) -> None:
    assert not await report(settings(group, **changes))
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("federation", "said"),
    [
        ({"chat_id": -100999}, "不在群"),
        ({"duty": []}, "没有值班客服"),
        ({"dispatchers": []}, "没有派单员"),
    ],
)
async def test_what_it_warns_of(
    group: GroupInABox, capsys: pytest.CaptureFixture[str], federation: dict[str, Any], said: str
) -> None:
    assert await report(settings(group, federation=federation))
    assert said in capsys.readouterr().out


async def test_a_missing_engine_names_its_packages(
    group: GroupInABox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert not await report(settings(group, reading={"engine": "tesseract"}))
    assert "tesseract-ocr-chi-sim" in capsys.readouterr().out


async def test_no_network_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = Settings.model_validate(
        {
            "telegram": {"token": "1:a", "base_url": "http://127.0.0.1:9/bot"},
            "federations": [{"name": "甲", "chat_id": -1, "duty": [1], "dispatchers": [2]}],
        }
    )
    assert await report(nowhere)
    assert "连不上 Telegram" in capsys.readouterr().out
