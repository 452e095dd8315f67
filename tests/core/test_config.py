"""The settings: the smallest file is enough, the environment wins, an error names its place."""

from datetime import date
from pathlib import Path

import pytest

from bot.config import load
from bot.config_errors import ConfigError
from models.tier import Tier

SMALLEST = """
[telegram]
token = "123:ABC"
[[federations]]
name = "大场镇物业服务联合体"
chat_id = -1001234567890
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_fills_in_everything_else(tmp_path: Path) -> None:
    settings = load(write(tmp_path, SMALLEST))
    assert settings.database.url == f"sqlite:///{tmp_path / 'paidan.db'}"
    assert settings.reading.engine == "rapidocr"
    assert settings.federations[0].percent == "truncate"
    assert settings.zone.key == "Asia/Shanghai"


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAIDAN_TELEGRAM__TOKEN", "9:Z")
    monkeypatch.setenv("PAIDAN_READING__READERS", "3")
    monkeypatch.setenv("PAIDAN_FEDERATIONS", '[{"name": "庙行镇", "chat_id": -7}]')
    settings = load(write(tmp_path, SMALLEST))
    assert settings.telegram.token == "9:Z"
    assert settings.reading.readers == 3
    assert [federation.chat_id for federation in settings.federations] == [-7]


def test_a_file_may_be_signed_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SMALLEST.lstrip(), encoding="utf-8-sig", newline="\r\n")
    assert load(path).federations[0].name == "大场镇物业服务联合体"


def test_the_example_is_valid() -> None:
    settings = load(Path("config.example.toml"))
    assert settings.federations[0].dispatchers == (1002,)


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        ('[reading]\nengine = "magic"', "reading.engine"),
        ("[telegrm]\ntoken = 1", "telegrm"),
        ('[clock]\nzone = "Mars/Base"', "clock.zone"),
        ("[reading]\nreaders = 0", "reading.readers"),
        ('[[federations]]\nname = "东"\nchat_id = -2\narea_code = "21"', "area_code"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, extra: str, named: str) -> None:
    path = write(tmp_path, SMALLEST + extra)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(path) in str(error.value)
    assert named in str(error.value)


@pytest.mark.parametrize("wrong", ["soon", "0m"])
def test_a_wrong_limit_says_how_to_write_it(tmp_path: Path, wrong: str) -> None:
    text = SMALLEST + f'[federations.limits."紧急"]\nacknowledge = "{wrong}"\n'
    with pytest.raises(ConfigError, match="30m"):
        load(write(tmp_path, text))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('[federations.limits."急"]\ndone = "24h"', "档次只有 特急、紧急、一般、疑难"),
        ("duty = 1001", "应为列表，加方括号"),
        ('duty = ["@xiao"]', "应为数字 id，不是用户名"),
        ('area_code = "21"', "区号要带 0"),
        ('[federations.labels]\n"小区" = ["楼院"]', "项目名只有 time、caller、phone、community"),
        ('[federations.labels]\ncommunity = "楼院"', "应为列表，加方括号"),
        ('[reading]\nseconds = "10s"', "应为数字"),
    ],
)
def test_a_wrong_key_says_what_to_write(tmp_path: Path, wrong: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        load(write(tmp_path, SMALLEST + wrong))


def test_single_brackets_are_said_to_be_double_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"以 \[\[federations\]\] 开头"):
        load(write(tmp_path, SMALLEST.replace("[[federations]]", "[federations]")))


def test_own_limits_stand_beside_the_defaults(tmp_path: Path) -> None:
    text = SMALLEST + '[federations.limits."紧急"]\nacknowledge = "10m"\n'
    settings = load(write(tmp_path, text))
    rules = settings.federations[0].rules(settings.zone)
    assert rules.limits[Tier.URGENT].acknowledge.time.total_seconds() == 600
    assert rules.limits[Tier.URGENT].done.time.total_seconds() == 24 * 3600


def test_the_readers_know_the_wordings_of_every_federation(tmp_path: Path) -> None:
    own = '[federations.labels]\ncommunity = ["物业小区"]\n'
    other = '[[federations]]\nname = "东"\nchat_id = -2\n[federations.labels]\n'
    words = 'community = ["楼院名"]\ncaller = ["住户"]\n'
    settings = load(write(tmp_path, SMALLEST + own + other + words))
    assert settings.labels == {"community": ("物业小区", "楼院名"), "caller": ("住户",)}


def test_public_holidays_and_weekends_worked_instead_are_the_federations_own(
    tmp_path: Path,
) -> None:
    """Over the first of October, a Thursday; the Saturday of the week after is worked."""
    own = 'holidays = ["2026-10-01", 2026-10-02]\nworkdays = ["2026-10-10"]\n'
    settings = load(write(tmp_path, f"{SMALLEST}[federations.hours]\n{own}"))
    hours = settings.federations[0].rules(settings.zone).hours
    worked = [day for day in range(1, 13) if hours.is_worked(date(2026, 10, day))]
    assert worked == [5, 6, 7, 8, 9, 10, 12]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('start = "18:00"', "应晚于 start"),
        ('end = "08:30"', "应晚于 start"),
        ("days = []", "至少一天"),
        ("days = [7]", "周日"),
        ('holidays = ["国庆"]', "2026-10-01"),
        ('workdays = ["10.10"]', "2026-10-10"),
    ],
)
def test_impossible_hours_say_how_to_write_them(tmp_path: Path, wrong: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        load(write(tmp_path, f"{SMALLEST}[federations.hours]\n{wrong}\n"))


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.example\.toml"):
        load(tmp_path / "config.toml")
