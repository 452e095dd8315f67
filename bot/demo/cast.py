"""Who plays: the people of the demo's group, also the cast of the tests."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Literal

Role = Literal["clerk", "dispatcher", "lead", "specialist", "secretary", "stranger", "bot"]

ROSTER = Path(__file__).with_name("roster.csv")
HOUSING = "大场镇房管所"
DESK = "联合体热线"


@dataclass
class Person:
    """Someone on Telegram. `started` tells that they have pressed Start in the bot's chat."""

    id: int
    name: str
    username: str | None = None
    role: Role = "lead"
    firm: str = ""
    started: bool = False
    is_bot: bool = False


CAST: tuple[Person, ...] = (
    Person(1001, "值班客服小沈", "xiaoshen_12345", "clerk", DESK, started=True),
    Person(1004, "值班客服小顾", None, "clerk", DESK),
    Person(1002, "房管所老钱", "qian_fangguan", "dispatcher", HOUSING, started=True),
    Person(1003, "秘书长周敏", "zhoumin_lianheti", "secretary", "物业服务联合体", started=True),
    Person(500000100, "陈晓东", "chenxd_furui", "lead", "复瑞物业", started=True),
    Person(500000101, "徐磊", None, "lead", "复瑞物业"),
    Person(500000102, "林海峰", None, "lead", "申和物业", started=True),
    Person(500000103, "杨燕", "yangyan_shenhe", "lead", "申和物业"),
    Person(500000104, "郑晓东", "zhengxd_xiangan", "lead", "祥安物业", started=True),
    Person(500000105, "朱燕", None, "lead", "祥安物业"),
    Person(500000146, "朱丽华", None, "lead", "立信物业", started=True),
    Person(500000147, "高敏", "gaomin_lixin", "lead", "立信物业"),
    Person(500000200, "郑师傅", None, "specialist", "申梯电梯维保", started=True),
    Person(500000201, "何师傅", "he_guandao", "specialist", "畅通管道"),
    Person(1099, "路人老王", "laowang_88", "stranger"),
)


def everyone(roster: Path = ROSTER) -> tuple[Person, ...]:
    """The cast, then every other lead of the roster: so that any form finds its firm present."""
    known = {person.id for person in CAST}
    rows = csv.DictReader(StringIO(roster.read_text(encoding="utf-8-sig")))
    others = (_person(row) for row in rows if row["Telegram"].isdigit())
    return CAST + tuple(person for person in others if person.id not in known)


def _person(row: dict[str, str]) -> Person:
    role: Role = "specialist" if row["类型"] == "专业机构" else "lead"
    return Person(int(row["Telegram"]), row["负责人"], None, role, row["物业公司"])
