"""What a pasted form says."""

import pytest

from models.labels.listed import LABELS
from models.said.typed_form import calls_apart, parse_typed_form

TOLD = [
    (
        "小区丰翔新城 电话13812340021 地址1号 内容门禁坏了",
        ("丰翔新城", "13812340021", "1号", "门禁坏了"),
    ),
    (
        "小区 锦秋花园，电话 138 1234 0021，地址 3号502室，内容 门禁坏了，居民很急",
        ("锦秋花园", "13812340021", "3号502室", "门禁坏了，居民很急"),
    ),
    (
        "小区丰翔新城电话13812340021内容小区门口的灯坏了",
        ("丰翔新城", "13812340021", "", "小区门口的灯坏了"),
    ),
    ("小区：丰翔新城 电话13812340021 内容：漏水", ("丰翔新城", "13812340021", "", "漏水")),
    ("小区丰翔新城 内容电话亭坏了 居民反映两次", ("丰翔新城", "", "", "电话亭坏了 居民反映两次")),
    (
        "小区是丰翔新城，地址是3号502室，电话是13812340021，内容是门禁坏了，业主是老人",
        ("丰翔新城", "13812340021", "3号502室", "门禁坏了，业主是老人"),
    ),
    ("小区为民新村 电话为13812340021 问题是漏水", ("为民新村", "13812340021", "", "漏水")),
    ("门口的灯坏了", ("", "", "", "")),
]


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_what_is_told_to_be_a_form_needs_no_colons(text: str, values: tuple[str, ...]) -> None:
    names = ("community", "phone", "address", "description")
    expected = {name: value for name, value in zip(names, values, strict=True) if value}
    assert parse_typed_form(text, told=True) == expected
    if "：" not in text:
        assert parse_typed_form(text) == {}


@pytest.mark.parametrize(
    "numbers", ["1、 2、 3、", "1. 2. 3.", "（1） （2） （3）", "① ② ③", "一、 二、 三、", "- - -"]
)
@pytest.mark.parametrize("joint", ["\n", "\n  ", "\n\n"])
def test_a_lists_numbers_belong_to_no_value(numbers: str, joint: str) -> None:
    one, two, three = numbers.split()
    lines = (
        f"{one}小区：丰翔新城",
        f"{two} 联系电话：13812345678",
        f"{three}内容：1、灯坏 2、门坏",
    )
    assert parse_typed_form(joint.join(lines)) == {
        "community": "丰翔新城",
        "phone": "13812345678",
        "description": "1、灯坏 2、门坏",
    }


def test_a_list_may_stand_in_one_line_or_have_no_colons() -> None:
    expected = {"community": "丰翔新城", "phone": "13812345678", "description": "漏水"}
    assert parse_typed_form("1.小区：丰翔新城；2.电话：13812345678；3.内容：漏水") == expected
    bare = "1、小区丰翔新城\n2、电话13812345678\n3、内容漏水"
    assert parse_typed_form(bare, told=True) == expected


@pytest.mark.parametrize("label", ["联系人及电话", "联系人/电话", "来电人"])
def test_who_called_and_the_number_may_stand_in_one(label: str) -> None:
    found = parse_typed_form(f"地址：5号 12、{label}：沈先生 13812345678\n内容：漏水")
    assert found == {
        "address": "5号 12",
        "caller": "沈先生",
        "phone": "13812345678",
        "description": "漏水",
    }


BLOCK = {
    "time": "2024年12月3日 15:30",
    "caller": "沈建国",
    "phone": "13812345678",
    "community": "丰翔新城",
    "address": "3号502室",
    "category": "漏水",
    "urgency": "紧急",
    "description": "厨房漏水，漏到楼下，问题：查不出",
    "operator": "彭强",
}


@pytest.mark.parametrize("joint", ["\n", " ", "；", "，", "\r\n\r\n"])
@pytest.mark.parametrize("colon", ["：", ":", " : "])
@pytest.mark.parametrize("wording", [0, 1, -1])
def test_a_pasted_block_is_read(joint: str, colon: str, wording: int) -> None:
    text = joint.join(f"{LABELS[f][wording]}{colon}{value}" for f, value in BLOCK.items())
    assert parse_typed_form(text) == BLOCK


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("小区：丰翔新城电话：13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
        ("小区 丰翔新城\n电话 13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
        ("【小区】：丰翔新城【内容】：漏水", {"community": "丰翔新城", "description": "漏水"}),
        ("【小区】丰翔新城【电话】13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
        ("小区＝丰翔新城 内容=漏水", {"community": "丰翔新城", "description": "漏水"}),
        ("电话（手机）：13812345678 内容：漏水", {"phone": "13812345678", "description": "漏水"}),
        ("小区：甲村 电话：56781234 转 802", {"community": "甲村", "phone": "56781234转802"}),
        ("小区：甲村 楼号：5号 室号：301", {"community": "甲村", "address": "5号301室"}),
        ("小区：甲村\n室号：301\n楼号：5", {"community": "甲村", "address": "5号301室"}),
        ("室号：3室 内容：查房间：漏", {"address": "3室", "description": "查房间：漏"}),
        ("小区：丰翔新城 电话：", {}),
        ("小区：丰翔新城", {}),
        ("今天小区里很安静", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_other_blocks(text: str, fields: dict[str, str]) -> None:
    assert parse_typed_form(text) == fields


LEAK = "小区：丰翔新城\n地址：3号502室\n电话：13812345678\n内容：漏水"
LIFT = "小区：南大新苑\n地址：5号101室\n姓名：王小明\n电话：13912345678\n内容：电梯困人"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LEAK}\n\n{LIFT}", False),
        (f"{LEAK}\n-----\n{LIFT}", False),
        (f"1. {LEAK}\n2. {LIFT}", False),
        (f"1.{LEAK}；2.{LIFT}".replace("\n", "；"), False),
        (f"{LEAK} {LIFT}".replace("\n", " "), False),
        (f"{LEAK}\n{LIFT}".replace("：", ""), True),
    ],
)
def test_a_block_below_another_is_another_call(text: str, told: bool) -> None:
    calls = [parse_typed_form(call, told=told) for call in calls_apart(text, told=told)]
    assert calls == [parse_typed_form(LEAK), parse_typed_form(LIFT)]


@pytest.mark.parametrize(
    "text",
    [
        LEAK,
        "小区：丰翔新城\n问题：漏水\n描述：厨房顶上\n手机：13812345678",
        "报修人：沈建国\n电话：13812345678\n联系人：王小明\n电话：13912345678\n小区：丰翔新城",
        "楼号：5号\n室号：301\n小区：丰翔新城\n内容：灯坏",
        "小区：丰翔新城\n内容：居民说小区：南大新苑的电话：打不通",
        "小区：丰翔新城，小区：南大新苑",
        "今天小区里很安静",
        "",
    ],
)
def test_what_is_said_twice_of_one_call_makes_no_two(text: str) -> None:
    assert calls_apart(text) == [text]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("业主：沈建国\n手机：138\n情况：电梯困人，快来", ("沈建国", "电梯困人，快来")),
        ("业主：沈建国 手机：138 情况：电梯困人，快来", ("沈建国", "电梯困人，快来")),
        ("联络人：沈建国\n联络电话：138\n事件：漏水", ("沈建国", "漏水")),
        ("1、手机：138\n2、现场情况：漏水", ("", "漏水")),
        ("手机：138\n呼救：电梯困人", ("", "呼救：电梯困人")),
        ("手机：138\n备注：电梯困人", ("", "备注：电梯困人")),
        ("手机：138\n内容：漏水\n备注：轻敲门", ("", "漏水 备注：轻敲门")),
        ("手机：138\n期望上门时间：明天\n内容：漏水", ("", "漏水 期望上门时间：明天")),
        ("手机：138\n内容：漏水\n地下室：也漏\n备注：", ("", "漏水 地下室：也漏")),
        ("手机：138\n内容：\n居民说：水很大", ("", "居民说：水很大")),
        ("手机：138（打不通打13912345678）\n内容：漏水", ("", "漏水 手机：打不通打13912345678")),
        ("手机：138\n备用电话：13912345678\n内容：漏水", ("", "漏水 备用电话：13912345678")),
        ("报修人：沈建国\n手机：138\n联系人：李丽\n内容：漏水", ("沈建国、李丽", "漏水")),
        ("手机：138\n物业公司：复瑞物业", ("", "")),
    ],
)
def test_what_stands_behind_another_label_is_lost_nowhere(
    text: str, values: tuple[str, str]
) -> None:
    found = parse_typed_form(f"小区：丰翔新城\n地址：3-502\n{text.replace('138', '13812345678')}")
    assert (found["address"], found["phone"]) == ("3-502", "13812345678")
    assert (found.get("caller", ""), found.get("description", "")) == values


WRITTEN = {
    "traditional": "小區：丰翔新城\n地址：3-502\n電話：13812345678\n內容：漏水",
    "below": "小区\n丰翔新城\n地址\n3-502\n电话\n13812345678\n内容\n漏水",
    "dashes": "小区-丰翔新城\n地址 - 3-502\n电话-13812345678\n内容—漏水",
    "English": "Community: 丰翔新城 address: 3-502 phone: 13812345678 description: 漏水",
}


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_labels_may_be_written_otherwise(text: str, told: bool) -> None:
    assert parse_typed_form(text, told=told) == {
        "community": "丰翔新城",
        "address": "3-502",
        "phone": "13812345678",
        "description": "漏水",
    }
