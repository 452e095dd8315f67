"""What a typed reply fixes."""

import pytest

from models.said.corrections import parse_corrections

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


@pytest.mark.parametrize(
    "text",
    [
        "丰翔新城 13812345678",
        "13812345678，丰翔新城",
        "丰翔新城，138 1234 5678",
        "是丰翔新城\n13812345678",
    ],
)
def test_a_number_beside_a_value_is_told_by_its_shape(text: str) -> None:
    found = parse_corrections(text, ("community", "phone"))
    assert found == {"community": "丰翔新城", "phone": "13812345678"}


def test_a_value_alone_is_not_guessed_between_two_fields() -> None:
    assert parse_corrections("沈建国", ("caller", "operator")) == {}
    for number in ("13812345678", "56781234转802"):
        assert parse_corrections(number, ("community", "phone")) == {"phone": number}
