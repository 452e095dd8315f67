"""A group that is kept goes on where it ended."""

import asyncio
from pathlib import Path

from bot.demo.archive import Archive
from bot.demo.group import GroupInABox
from tests.box.conftest import Time, jpeg


def kept(folder: Path, time: Time) -> tuple[GroupInABox, Archive]:
    archive = Archive(folder)
    group = GroupInABox(now=time.now, state=archive.load())
    archive.keep(group.world)
    return group, archive


async def test_messages_files_ids_and_updates_survive(tmp_path: Path, time: Time) -> None:
    first, archive = kept(tmp_path, time)
    asked = first.photo(1001, jpeg(1000, 800), caption="漏水 @chenxd_furui")
    first.document(1001, b"%PDF", "a.pdf", "application/pdf", reply_to=asked)
    first.react(500000100, asked, "👍")
    first.start_private(500000101, "abc")
    first.rename(500000100, username="new_name")
    archive.save()

    second, _ = kept(tmp_path, time)
    assert second.messages() == first.messages()
    assert second.messages(500000101) == first.messages(500000101)
    assert (second.token, second.chat_id) == (first.token, first.chat_id)
    assert second.world.updates.pending() == first.world.updates.pending()
    assert second.world.files.keys() == first.world.files.keys()
    assert second.messages()[0].photo == asked.photo
    next_one = second.say(500000100, "收到")
    assert next_one.message_id == first.messages()[-1].message_id + 1
    assert next_one.sender.username == "new_name"


async def test_a_change_is_saved_by_itself(tmp_path: Path, time: Time) -> None:
    group, archive = kept(tmp_path, time)
    group.say(1001, "一")
    async with asyncio.timeout(5):
        await archive.saved.wait()
    state = Archive(tmp_path).load()
    assert state is not None
    assert [one.text for one in state.messages[group.chat_id]] == ["一"]


def test_there_is_nothing_to_load_at_first(tmp_path: Path) -> None:
    assert Archive(tmp_path).load() is None
