"""The group sees the surname, a number's ends, the building; the firm gets the rest alone."""

import asyncio
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.commands.forget import run as forget
from bot.services import photos, privacy
from bot.services.report import tally
from models.deed import Deed
from models.tables.member import Member
from tests.stories.quick import MONDAY, QuickStage
from tests.stories.stage import CLERK, FURUI, FURUI_2, SAMPLES, SECRETARY, SHENHE, Stage

SECRETS = ("沈建国", "13812345678", "502", "13987654321")


def shown_to_all(quick: QuickStage) -> str:
    """Everything that the bot has said in the group."""
    said = [m for m in quick.group.messages() if m.sender.is_bot]
    return "\n".join(m.text + str([[b.text for b in row] for row in m.buttons]) for m in said)


async def test_nothing_personal_is_ever_shown_to_the_group(quick: QuickStage) -> None:
    card = await quick.opened(description="502室沈建国家漏水，可打13987654321")
    quick.group.say(SHENHE, "协助 1 找沈建国，13987654321")
    await quick.said("愿意协助")
    quick.group.say(FURUI, "退单 沈建国说打13987654321不通，502室没人", reply_to=card)
    await quick.ruling()
    quick.group.say(1002, "/sendback 1 再打13987654321")
    await quick.said("未获同意")
    quick.group.say(1002, "/hold 1 等沈建国 13987654321 回来")
    await quick.card(saying="挂账")
    for command in ("/ticket 1", "/open", "/find 漏水", "/mine", "/stats"):
        quick.group.say(FURUI, command)
    await quick.group.wait_for(lambda m: m.photo is not None and m.sender.is_bot)
    await quick.settled()
    everything = shown_to_all(quick)
    assert "沈**" in everything
    assert not [secret for secret in SECRETS if secret in everything]


async def test_what_no_list_knows_may_hold_anything(quick: QuickStage) -> None:
    quick.group.say(
        CLERK,
        "小区：沈建国家13987654321\n地址：3号502室\n姓名：沈建国\n电话：13812345678\n"
        "类别：502室13987654321\n内容：家中天花板漏水",
    )
    quick.group.say(1002, "复瑞物业", reply_to=await quick.said("确认一下"))
    await quick.card()
    quick.wind(timedelta(minutes=16))
    await quick.said("还没接单")
    quick.group.say(FURUI, "退单 不是我们的", reply_to=await quick.card())
    await quick.ruling()
    for command in ("/ticket 1", "/open", "/find 家中"):
        quick.group.say(SECRETARY, command)
    await quick.said("查到")
    await quick.settled()
    everything = shown_to_all(quick)
    assert not [secret for secret in SECRETS if secret in everything]


async def test_the_firm_gets_all_of_it_alone_and_that_is_on_record(quick: QuickStage) -> None:
    card = await quick.opened()
    full = await quick.private(FURUI, "13812345678")
    assert "沈建国" in full.text
    assert "3号502室" in full.text
    await quick.settled()
    assert [e.facts["to"] for e in quick.record(Deed.DISCLOSE, 1)] == [FURUI]
    await quick.group.press(FURUI_2, card, "🔒 完整信息")  # the link presses Start
    await quick.private(FURUI_2, "13812345678")
    await quick.group.press(SHENHE, card, "🔒 完整信息")
    await quick.private(SHENHE, "承办单位的负责人")
    await quick.group.press(SECRETARY, card, "🔒 完整信息")
    await quick.private(SECRETARY, "13812345678")
    await quick.settled()
    told = [e.facts["to"] for e in quick.record(Deed.DISCLOSE, 1)]
    assert told == [FURUI, FURUI_2, SECRETARY]
    assert not [m for m in quick.group.messages(SHENHE) if "13812345678" in m.text]


async def test_who_has_left_meanwhile_gets_nothing(quick: QuickStage) -> None:
    quick.group.start_private(FURUI)
    await quick.settled()
    quick.app.parts.pace.rest(FURUI, 10**9)  # what is owed to them has to wait
    await quick.opened()
    quick.group.leave(FURUI)
    await quick.group.wait_until(lambda: _has_left(quick, FURUI))
    quick.app.parts.pace.rest(FURUI, 0)
    await quick.settled()
    assert not [m for m in quick.group.messages(FURUI) if "13812345678" in m.text]


def _has_left(quick: QuickStage, user_id: int) -> bool:
    with Session(quick.app.parts.db.engine) as session:
        query = select(Member.left_at).where(Member.user_id == user_id)
        return session.exec(query).one() is not None


async def test_who_is_asked_to_help_may_see_where(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(SHENHE, card, "协助")
    offer = await quick.said("愿意协助")
    await quick.group.press(SHENHE, card, "🔒 完整信息")
    await quick.private(SHENHE, "承办单位的负责人")
    await quick.group.press(FURUI, offer, "请来协助")
    await quick.card(saying="🤝 协助")
    await quick.group.press(SHENHE, card, "🔒 完整信息")
    await quick.private(SHENHE, "3号502室")


async def test_a_call_list_is_a_disclosure_too(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "/done 1")
    await quick.card(saying="已办结")
    quick.wind_to(MONDAY.replace(day=3, minute=1))
    await quick.private(CLERK, "13812345678")
    await quick.settled()
    assert CLERK in [e.facts["to"] for e in quick.record(Deed.DISCLOSE, 1)]
    quick.group.say(CLERK, "/calls")
    await quick.group.wait_until(
        lambda: len([m for m in quick.group.messages(CLERK) if "13812345678" in m.text]) == 2
    )
    assert "13812345678" not in shown_to_all(quick)


async def test_what_was_typed_is_taken_out_of_the_group(taking_out: Stage) -> None:
    stage = taking_out
    await stage.ticket()
    await stage.group.wait_until(
        lambda: not [m for m in stage.group.messages() if "13812345678" in m.text],
        what="the typed form gone",
    )


@pytest.mark.parametrize("taking_out", [Stage], indirect=True)
async def test_a_photo_is_taken_out_and_kept_where_nobody_reads_it(
    taking_out: Stage, tmp_path: Path
) -> None:
    stage = taking_out
    content = (SAMPLES / "leak_printed.jpg").read_bytes()
    photo = stage.group.photo(CLERK, content)
    await stage.card()
    await stage.group.wait_until(lambda: photo.deleted, what="the photo gone")
    again = stage.group.photo(CLERK, content)
    await stage.said("没有重复开单")
    await stage.group.wait_until(lambda: again.deleted, what="the repeated photo gone")
    kept = [p for p in (tmp_path / "photos").rglob("*") if p.is_file()]
    assert len(kept) == 1
    assert kept[0].stem.isalnum()
    for path in (tmp_path / "photos", *(tmp_path / "photos").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


async def test_forgetting_keeps_the_figures(quick: QuickStage) -> None:
    card = await quick.opened(description="沈建国家漏水 13987654321")
    quick.group.say(FURUI, "已联系沈建国 13987654321", reply_to=card)
    quick.group.say(SHENHE, "协助 1 打13987654321")
    await quick.said("愿意协助")
    quick.group.say(FURUI, "延期 1 3天 等沈建国 13987654321")
    await quick.ruling()
    quick.group.say(FURUI, "/done 1")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "/answer 1 满意")
    await quick.card(saying="已回访")
    await quick.opened(description="灯不亮", phone="13712345678", caller="王芳", number=2)
    await quick.settled()
    quick.group.say(CLERK, "/new 小区：无名花园 电话：13687654321 内容：漏水")
    await quick.said("无名花园")  # a question that nobody answers
    before = await asyncio.to_thread(_figures, quick)
    await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert await asyncio.to_thread(_figures, quick) == before
    stored = quick.stored(without="update")  # gone in a week
    assert not [s for s in SECRETS if s != "502" and s in stored]
    assert "13687654321" not in stored
    assert "13712345678" in stored


async def test_who_is_still_to_be_phoned_is_not_forgotten(quick: QuickStage) -> None:
    phones = ("13812345671", "13812345672", "13812345673", "13812345674")
    for number, phone in enumerate(phones, start=1):
        await quick.opened(phone=phone, number=number)
    for said in ("/merge 3 2", "/merge 2 1", "/cancel 4 误报"):
        quick.group.say(CLERK, said)
    await quick.card(4, saying="已作废")
    await quick.settled()
    await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert [t.phone for t in quick.all_tickets()] == [*phones[:3], ""]
    quick.group.say(FURUI, "/done 1")
    await quick.card(1, saying="已办结")
    await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert [t.phone for t in quick.all_tickets()] == [*phones[:3], ""]
    for number in (1, 2, 3):
        quick.group.say(CLERK, f"/answer {number} 满意")
    await quick.group.wait_until(lambda: all(t.answer for t in quick.all_tickets()[:3]))
    await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert not [t.phone for t in quick.all_tickets() if t.phone]


async def test_much_is_forgotten_part_by_part_and_a_stop_in_between_is_said(
    quick: QuickStage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 2, 3):
        await quick.opened(phone=f"1381234567{number}", number=number)
        quick.group.say(CLERK, f"/cancel {number} 误报")
        await quick.card(number, saying="已作废")
    monkeypatch.setattr(privacy, "PART", 1)
    stops = iter([None, OSError("the disk is full")])

    def remove(*_: object) -> None:
        if (stop := next(stops, None)) is not None:
            raise stop

    monkeypatch.setattr(photos, "remove_unused", remove)
    with pytest.raises(OSError, match="full"):
        await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert "没有删完，只删了 1 张" in capsys.readouterr().out
    assert [t.phone for t in quick.all_tickets()] == ["", "13812345672", "13812345673"]
    await asyncio.to_thread(forget_all_before, quick, MONDAY.replace(day=3))
    assert "：3 张工单的个人信息已删除" in capsys.readouterr().out
    assert not [t.phone for t in quick.all_tickets() if t.phone]


def _figures(quick: QuickStage) -> object:
    with Session(quick.app.parts.db.engine) as session:
        start, end = MONDAY.replace(day=1), MONDAY.replace(day=30)
        return tally(session, 1, start, end, now=MONDAY.replace(hour=12))


def forget_all_before(quick: Stage, day: datetime) -> None:
    """`paidan forget --before DAY`"""
    config = quick.folder / "config.toml"
    settings = quick.settings()
    config.write_text(
        f'[database]\nurl = "{settings.database.url}"\n[photos]\ndir = "{settings.photos.dir}"\n'
        f'[[federations]]\nname = "联合体"\nchat_id = {quick.group.chat_id}\n',
        encoding="utf-8",
    )
    assert forget(config, day.date()) == 0
