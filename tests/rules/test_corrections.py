"""What a typed reply fixes, and a pasted form says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.intake import FIELDS
from models.labels.listed import LABELS
from models.said.corrections import parse_corrections, parse_typed_form

LABELLED = [
    ("小区是丰翔新城", {"community": "丰翔新城"}),
    ("小区：丰翔新城", {"community": "丰翔新城"}),
    ("小区丰翔新城", {"community": "丰翔新城"}),
    ("小区 丰翔新城", {"community": "丰翔新城"}),
    ("小区名称是丰翔新城。", {"community": "丰翔新城"}),
    ("小区应该是丰翔新城吧", {"community": "丰翔新城"}),
    ("小区不对，是丰翔新城", {"community": "丰翔新城"}),
    ("小区不是丰翔新苑，是丰翔新城", {"community": "丰翔新城"}),
    ("小区错了，应为丰翔新城", {"community": "丰翔新城"}),
    ("小区改成丰翔新城", {"community": "丰翔新城"}),
    ("他的小区是丰翔新城", {"community": "丰翔新城"}),
    ("电话13812345678", {"phone": "13812345678"}),
    ("电话是138 1234 5678", {"phone": "13812345678"}),
    ("电话：１３８１２３４５６７８", {"phone": "13812345678"}),
    ("电话+86 138-1234-5678", {"phone": "13812345678"}),
    ("电话一三八一二三四五六七八", {"phone": "13812345678"}),
    ("电话不对，是13812345678", {"phone": "13812345678"}),
    ("电话错了 13812345678", {"phone": "13812345678"}),
    ("联系方式021-68683449", {"phone": "021-68683449"}),
    ("手机号为13812345678", {"phone": "13812345678"}),
    ("电话是56781234转802", {"phone": "56781234转802"}),
    ("电话不对，是021-5678 1234（分机：12）", {"phone": "021-56781234转12"}),
    ("电话13812345678转告3号楼", {"phone": "13812345678"}),
    ("楼号是5号，室号是301", {"address": "5号301室"}),
    ("地址3号502室 姓名沈建国", {"address": "3号502室", "caller": "沈建国"}),
    ("地址是120弄58号601室", {"address": "120弄58号601室"}),
    ("小区是丰翔新城，电话是13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
    ("小区是丰翔新城电话13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
    ("小区：丰翔新城\n电话：13812345678", {"community": "丰翔新城", "phone": "13812345678"}),
    ("紧急程度是紧急", {"urgency": "紧急"}),
    ("类别：照明", {"category": "照明"}),
    ("类别照明", {"category": "照明"}),
    ("内容是厨房漏水，漏到楼下", {"description": "厨房漏水，漏到楼下"}),
    ("来电时间：2024年12月3日 15:30", {"time": "2024年12月3日 15:30"}),
    ("值班员是彭强", {"operator": "彭强"}),
]

SILENT = [
    "小区门口的灯坏了",
    "小区是什么？",
    "小区不对",
    "小区是哪个",
    "电话打过了",
    "电话是多少",
    "业主不在家",
    "居民是老人",
    "问题解决了",
    "时间来不及",
    "收到",
    "丰翔新城",
    "丰翔小区3号楼",
    "",
]

ALONE = [
    ("丰翔新城", "community", "丰翔新城"),
    ("是丰翔新城", "community", "丰翔新城"),
    ("应该是丰翔新城吧", "community", "丰翔新城"),
    ("不是丰翔新苑，是丰翔新城", "community", "丰翔新城"),
    ("不对，是丰翔新城", "community", "丰翔新城"),
    ("13812345678", "phone", "13812345678"),
    ("是 138 1234 5678", "phone", "13812345678"),
    ("021-68683449", "phone", "021-68683449"),
    ("3号502室", "address", "3号502室"),
    ("沈建国", "caller", "沈建国"),
    ("紧急", "urgency", "紧急"),
    ("厨房漏水，漏到楼下", "description", "厨房漏水，漏到楼下"),
]

NO_VALUE = [
    ("不知道", "community"),
    ("是的", "community"),
    ("好的", "caller"),
    ("什么？", "description"),
    ("哪个小区", "community"),
    ("没有", "phone"),
    ("丰翔新城", "phone"),
    ("这个单子我问一下居民再回复你们可能要等一会儿才行", "community"),
]


@pytest.mark.parametrize(("text", "fields"), LABELLED)
def test_a_labelled_value_fixes_its_field(text: str, fields: dict[str, str]) -> None:
    assert parse_corrections(text, ()) == fields
    assert parse_corrections(text, ("community", "phone")) == fields


@pytest.mark.parametrize("text", SILENT)
def test_other_words_fix_nothing(text: str) -> None:
    assert parse_corrections(text, ()) == {}


@pytest.mark.parametrize(("text", "field", "value"), ALONE)
def test_a_value_alone_fixes_the_one_field_asked(text: str, field: str, value: str) -> None:
    assert parse_corrections(text, (field,)) == {field: value}


@pytest.mark.parametrize(("text", "field"), NO_VALUE)
def test_no_value_is_no_fix(text: str, field: str) -> None:
    assert parse_corrections(text, (field,)) == {}


def test_a_value_alone_is_not_guessed_between_two_fields() -> None:
    assert parse_corrections("沈建国", ("caller", "operator")) == {}
    for number in ("13812345678", "56781234转802"):
        assert parse_corrections(number, ("community", "phone")) == {"phone": number}


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


@given(st.text(max_size=80), st.lists(st.sampled_from(FIELDS), unique=True))
def test_any_text_is_answered_with_fields(text: str, asked: list[str]) -> None:
    for found in (
        parse_corrections(text, asked),
        parse_typed_form(text),
        parse_typed_form(text, told=True),
    ):
        assert set(found) <= set(FIELDS)
        assert all(found.values())
