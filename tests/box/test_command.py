"""What `paidan demo` prepares: an ordinary config for the unchanged bot, and its roster."""

from pathlib import Path

import pytest

from bot.config import load
from bot.demo import command
from bot.demo.cast import CAST, everyone
from bot.demo.group import GroupInABox
from tests.box.conftest import Time


async def test_the_config_is_one_that_the_bot_reads(group: GroupInABox, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(command.config(group, tmp_path, "zh+en"), encoding="utf-8")
    settings = load(file)
    assert settings.telegram.token == group.token
    assert settings.telegram.base_url == group.base_url
    assert settings.clock.shift_file == tmp_path / "shift"
    [federation] = settings.federations
    assert (federation.chat_id, federation.language) == (group.chat_id, "zh+en")
    roles = {person.id: person.role for person in CAST}
    assert {roles[user] for user in federation.duty} == {"clerk"}
    assert [roles[user] for user in federation.dispatchers] == ["dispatcher"]
    assert [roles[user] for user in federation.secretaries] == ["secretary"]


def test_every_lead_of_the_roster_is_in_the_group_under_their_name() -> None:
    people = {person.id: person for person in everyone()}
    assert len(people) == len(everyone())
    assert people[500000100].firm == "复瑞物业"
    assert sum(person.role == "lead" for person in people.values()) == 58
    assert sum(person.role == "specialist" for person in people.values()) == 6


async def test_a_taken_port_is_no_end(
    group: GroupInABox, time: Time, capsys: pytest.CaptureFixture[str]
) -> None:
    other = GroupInABox(now=time.now)
    await command.listen(other, group.port)
    assert other.port not in {0, group.port}
    assert "is taken" in capsys.readouterr().out
    await other.stop()
