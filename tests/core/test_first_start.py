"""`paidan check` and `paidan run` as typed: a mistake is a plain line and an exit code, never a
traceback."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from bot.__main__ import main
from bot.demo.group import GroupInABox
from bot.only_one import AlreadyRunningError, alone
from tests.databases import new_postgresql

GROUP = '[[federations]]\nname = "甲"\nchat_id = -1001234567890\nduty = [1]\ndispatchers = [2]\n'
TOKEN = '[telegram]\ntoken = "{}"\nbase_url = "{}"\n'
NOWHERE = "http://127.0.0.1:9/bot"
ANOTHER = "已有一个 paidan 在用"


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (None, 2, "找不到配置文件"),
        ("[telegram\ntoken", 2, "不是有效的 TOML"),
        (b'name = "\xb4\xf3"', 2, "不是有效的 TOML，请检查引号、方括号，并存为 UTF-8"),
        ("[telegrm]\ntoken = 1", 2, "没有 telegrm 这一项，请改名或删去"),
        ("[telegram]\ntoken = 1", 2, "telegram.token = 1：不合格式"),
        ('[[federations]]\nname = "甲"', 2, "缺 federations.0.chat_id，请补上"),
        (GROUP.replace("[1]", '["@chen"]'), 2, "duty.0 = '@chen'：应为数字 id，不是用户名"),
        (GROUP.replace("-1001234567890", '"@group"'), 2, "应为群的数字 id，如 -1001234567890"),
        (GROUP.replace("-1001234567890", "-1" + "0" * 20), 2, "应为群的数字 id"),
        (GROUP.replace("[1]", f"[1{'0' * 20}]"), 2, "应为数字 id，不是用户名"),
        (GROUP + 'percent = "up"', 2, "不在可选值里"),
        (GROUP + 'limits = {"紧急" = {done = "soon"}}', 2, "时限写作 30m、24h"),
        ('[clock]\nzone = "Mars/Base"', 2, "不认识的时区，如 Asia/Shanghai"),
        ('[reading]\nreaders = "two"', 2, "reading.readers = 'two'：应为整数"),
        ('[reading]\nengine = "magic"', 2, "reading.engine = 'magic'：不在可选值里"),
        ("", 1, "没有 token"),
        (TOKEN.format("abc", NOWHERE) + GROUP, 1, "token 的样子不对"),
        (TOKEN.format("1:a", NOWHERE) + GROUP + 'roster = "no.csv"', 1, "找不到花名册"),
    ],
)
def test_a_mistake_is_a_plain_line_and_an_exit_code(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    text: str | bytes | None,
    code: int,
    said: str,
) -> None:
    path = tmp_path / "config.toml"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main([command, "--config", str(path)]) == code
    shown = capsys.readouterr()
    everything = shown.out + shown.err
    assert said in everything
    assert all(" / " in line for line in everything.splitlines())


def test_a_wrong_variable_is_a_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("PAIDAN_FEDERATIONS", "甲")
    assert main(["check", "--config", str(tmp_path / "config.toml")]) == 2
    assert "环境变量 PAIDAN_… 写得不对" in capsys.readouterr().err


def test_reading_with_a_missing_roster_is_a_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.jpg").touch()
    assert main(["read", str(tmp_path / "x.jpg"), "--roster", str(tmp_path / "no.csv")]) == 2
    assert "找不到花名册" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["roster", "show"], ["forget", "--before", "2024-12-01"]])
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql+psycopg://x@127.0.0.1:9/x", "连不上数据库（"),
        ("mysql://x@127.0.0.1/x", "[database] url 不认识"),
        ("sqlite:///no/such/folder/x.db", "目录不存在"),
        ("sqlite:///config.toml", "file is not a database"),
    ],
)
def test_a_command_without_its_database_is_a_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], url: str, said: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'[database]\nurl = "{url}"\n{GROUP}', encoding="utf-8")
    assert main([*words, "--config", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


Run = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def started() -> Iterator[Run]:
    """`paidan run` in a process of its own; what still runs at the end is stopped."""
    running: list[subprocess.Popen[str]] = []

    def run(config: Path) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "bot", "run", "--config", str(config)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()


def _until(process: "subprocess.Popen[str]", words: str) -> str:
    """What a process says, until it says these words."""
    said, late = "", time.monotonic() + 30
    assert process.stdout is not None
    while words not in said and time.monotonic() < late:
        said += process.stdout.readline()
    assert words in said, said
    return said


def test_without_a_network_it_waits_and_stops_when_told(tmp_path: Path, started: Run) -> None:
    (tmp_path / "config.toml").write_text(TOKEN.format("1:a", NOWHERE) + GROUP, encoding="utf-8")
    process = started(tmp_path / "config.toml")
    said = _until(process, "秒后再试")
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in said + rest


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_second_process_on_the_same_database_is_sent_away(
    tmp_path: Path, postgresql_server: str, kind: str
) -> None:
    file = f"sqlite:///{tmp_path / 'paidan.db'}"
    url = file if kind == "sqlite" else new_postgresql(postgresql_server)
    group = GroupInABox(now=lambda: datetime.now(UTC))
    await group.start()
    text = TOKEN.format(group.token, group.base_url) + f'[database]\nurl = "{url}"\n' + GROUP
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with alone(url):
        code, said = await _typed("run", tmp_path / "config.toml")
    await group.stop()
    assert (code, ANOTHER in said, "Traceback" in said) == (1, True, False)


async def _typed(command: str, config: Path) -> tuple[int | None, str]:
    """Exit code, and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        command,
        "--config",
        str(config),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    out, _ = await process.communicate()
    return process.returncode, out.decode()


def test_one_process_a_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'paidan.db'}"
    with alone(url):
        with pytest.raises(AlreadyRunningError), alone(url):
            pass
        with alone("sqlite://"):
            pass
    with alone(url):
        assert os.listdir(tmp_path) == ["paidan.db.lock"]


def test_one_process_a_database_of_a_server(postgresql_server: str) -> None:
    url, other = new_postgresql(postgresql_server), new_postgresql(postgresql_server)
    with alone(url):
        with pytest.raises(AlreadyRunningError, match=make_url(url).database), alone(url):
            pass
        with alone(other):
            pass
    with alone(url):
        pass


def _restart(server: str, url: str) -> None:
    """What whoever is connected sees of a restart."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
        connection.execute(text(ends), {"name": make_url(url).database})
    engine.dispose()


def test_a_server_that_restarts_is_held_anew(postgresql_server: str) -> None:
    url = new_postgresql(postgresql_server)
    with alone(url) as hold:
        _restart(postgresql_server, url)
        hold()  # sees that it is away
        hold()
        with pytest.raises(AlreadyRunningError), alone(url):
            pass


async def test_who_lost_the_server_to_another_process_stops(
    tmp_path: Path, postgresql_server: str
) -> None:
    url, group = new_postgresql(postgresql_server), GroupInABox(now=lambda: datetime.now(UTC))
    await group.start()
    lines = TOKEN.format(group.token, group.base_url) + f'[database]\nurl = "{url}"\n' + GROUP
    (tmp_path / "config.toml").write_text(lines, encoding="utf-8")
    running = asyncio.create_task(_typed("run", tmp_path / "config.toml"))
    await group.wait_until(lambda: group.api.polls > 0, 60, "the first poll")
    _restart(postgresql_server, url)
    with alone(url):
        code, said = await running  # and what the restart has cut off
    await group.stop()
    assert (code, ANOTHER in said) == (1, True)


def test_who_dies_lets_go_of_the_server(postgresql_server: str) -> None:
    url = new_postgresql(postgresql_server)
    code = "import sys, os; from bot.only_one import alone\nwith alone(sys.argv[1]): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code, url], check=False).returncode == 9
    with alone(url):
        pass
