"""Pictures that are no form: what else people post in a group."""

from collections.abc import Callable, Mapping
from random import Random

import numpy as np
from PIL import Image

from benchmarks.reading.desks import DESKS
from benchmarks.reading.sheet import A4, Manner, Sheet
from benchmarks.reading.words import words


def _name(rng: Random) -> str:
    return rng.choice(words("surnames")) + rng.choice(words("given_names"))


def wall(rng: Random, manner: Manner) -> Image.Image:
    """A wet patch on a wall."""
    noise = np.random.default_rng(rng.getrandbits(32))
    small = noise.normal(200, 18, (12, 9, 1)) - noise.random((12, 9, 1)) ** 6 * 120
    grey = Image.fromarray(np.clip(small, 0, 255).astype(np.uint8)[..., 0]).resize(A4)
    return Image.merge("RGB", (grey, grey, grey))


def desk(rng: Random, manner: Manner) -> Image.Image:
    """A desk with nothing on it that is a form."""
    choices = [draw for desks in DESKS.values() for draw in desks]
    return Image.fromarray(
        rng.choice(choices)(np.random.default_rng(rng.getrandbits(32)), (960, 1280))
    )


def receipt(rng: Random, manner: Manner) -> Image.Image:
    """A shop's receipt."""
    sheet = Sheet((620, 1100), rng)
    rows = [
        "惠民超市 江杨店",
        "收银小票",
        f"单号 {rng.randint(10**9, 10**10)}",
        f"时间 2025-03-{rng.randint(10, 28)} 18:22",
        *(
            f"{item}    {rng.randint(3, 80)}.{rng.randint(0, 9)}0"
            for item in ("青菜 500g", "鸡蛋 10枚", "灯泡 9W", "垃圾袋", "洗洁精")
        ),
        f"合计 {rng.randint(60, 200)}.50",
        "电话 021-5661" + str(rng.randint(1000, 9999)),
        "谢谢惠顾",
    ]
    for i, row in enumerate(rows):
        sheet.print(60, 90 + i * 74, row, 34)
    return sheet.image


def chat(rng: Random, manner: Manner) -> Image.Image:
    """A screenshot of a chat that talks about communities and leaks."""
    sheet = Sheet((1080, 1920), rng, "#ededed")
    talk = (
        "师傅，丰翔那边楼道灯修好了吗",
        "修好了，昨天下午去的",
        "收到，辛苦",
        "电梯困人的那单谁在跟",
        "复瑞的人已经到现场",
        "好的 我给业主回个电话",
        "今晚值班是谁？",
    )
    for i, said in enumerate(talk):
        left = 60 if i % 2 else 1000 - len(said) * 40
        sheet.box(left - 20, 160 + i * 210, left + len(said) * 40 + 20, 250 + i * 210, "#fff")
        sheet.print(left, 205 + i * 210, said, 38)
        sheet.print(left, 130 + i * 210, _name(rng), 24, colour="#888")
    return sheet.image


def notice(rng: Random, manner: Manner) -> Image.Image:
    """A notice to residents, which names a community, a time and a telephone number."""
    sheet = Sheet(A4, rng)
    sheet.print(460, 200, "停水通知", 72)
    text = (
        "尊敬的各位业主：因市政管网改造，本小区将于3月18日8:00至17:00停水，请提前储水。"
        "恢复供水后初期水质可能发黄，请放水数分钟后使用。给您带来不便敬请谅解。"
        "如有疑问请拨打物业服务中心电话021-56780000，感谢配合。"
    )
    press = Manner(manner.hand, 40, (20, 20, 20), 0)
    for i, line in enumerate(sheet.wrap(text, press, 1000)):
        sheet.write(120, 380 + i * 80, line, press)
    sheet.print(760, 1100, "物业服务中心", 38)
    return sheet.image


def roster(rng: Random, manner: Manner) -> Image.Image:
    """A duty roster: a ruled table full of names and numbers."""
    sheet = Sheet(A4, rng)
    sheet.print(440, 120, "三月份值班安排表", 44)
    for row in range(16):
        for column, cell in enumerate(
            (f"3月{row + 1}日", _name(rng), _name(rng), f"138{rng.randint(0, 99999999):08d}")
        ):
            left, top = 100 + column * 260, 200 + row * 80
            sheet.box(left, top, left + 260, top + 80)
            sheet.write(left + 16, top + 40, cell, manner, left + 250)
    return sheet.image


def meeting(rng: Random, manner: Manner) -> Image.Image:
    """A notice of a meeting, laid out like a form: time, place, whom to call."""
    sheet = Sheet(A4, rng)
    sheet.print(540, 200, "通知", 72)
    rows = (
        "定于本周六召开业主大会，请各位业主准时参加。",
        "时间：2025年3月22日 14:00",
        "地点：居委会二楼会议室",
        f"联系人：{_name(rng)}",
        f"联系电话：021-5678{rng.randint(1000, 9999)}",
    )
    for i, row in enumerate(rows):
        sheet.print(140, 380 + i * 90, row, 38)
    return sheet.image


def bill(rng: Random, manner: Manner) -> Image.Image:
    """A bill: a ruled table that knows who lives where, but of no trouble."""
    sheet = Sheet(A4, rng)
    sheet.print(420, 120, "物业费缴费通知单", 44)
    rows = (
        ("业主姓名", _name(rng), "房号", f"{rng.randint(1, 60)}号{rng.randint(101, 1804)}室"),
        ("小区", "牡丹花园", "面积", "89.5平方米"),
        ("缴费期间", "2025年1-6月", "金额", "1288.80元"),
        ("联系电话", "66781234", "经办人", _name(rng)),
    )
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            left, top = 100 + column * 260, 220 + row * 80
            sheet.box(left, top, left + 260, top + 80)
            sheet.print(left + 16, top + 40, cell, 30)
    return sheet.image


def visitors(rng: Random, manner: Manner) -> Image.Image:
    """A register of visitors: who came when, and to whom."""
    sheet = Sheet((1754, 1240), rng)
    sheet.print(700, 100, "访客登记表", 44)
    heads = ("来访时间", "来访人", "联系电话", "来访事由", "被访人", "离开时间")
    for row in range(5):
        called = f"138{rng.randint(0, 99999999):08d}"
        filled = (f"{8 + row}:20", _name(rng), called, "送货", _name(rng), f"{8 + row}:45")
        for column, cell in enumerate(filled if row else heads):
            left, top = 90 + column * 262, 180 + row * 90
            sheet.box(left, top, left + 262, top + 90)
            sheet.write(left + 14, top + 45, cell, manner, left + 256)
    return sheet.image


def shopping(rng: Random, manner: Manner) -> Image.Image:
    """A handwritten list."""
    sheet = Sheet((900, 1200), rng, "#fbf7e6")
    for i, said in enumerate(
        ("买灯泡四只", "水管接头两个", "打电话给老王", "周五开会带材料", "交电费")
    ):
        sheet.write(100, 160 + i * 130, f"{i + 1}. {said}", manner)
    return sheet.image


STRANGERS: Mapping[str, Callable[[Random, Manner], Image.Image]] = {
    draw.__name__: draw
    for draw in (wall, desk, receipt, chat, notice, meeting, bill, roster, visitors, shopping)
}
SCREEN = frozenset({"wall", "desk", "chat"})  # posted as they are, not photographed on a desk
