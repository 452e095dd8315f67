"""What is said below a card to set a ticket right, and what is only said."""

import pytest

from models.set_right import set_right

PHONE = "13641778999"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"电话是{PHONE}", {"phone": PHONE}),
        (f"电话{PHONE}", {"phone": PHONE}),
        (f"电话不对，是{PHONE}", {"phone": PHONE}),
        (f"#17 的电话是{PHONE}。", {"phone": PHONE}),
        (f"不好意思打错了，电话是{PHONE}，麻烦改一下", {"phone": PHONE}),
        ("电话是1364177899", {"phone": "1364177899"}),
        ("地址是3号502室", {"address": "3号502室"}),
        ("地址改成锦秋路699弄3号502室", {"address": "锦秋路699弄3号502室"}),
        ("小区是南大新苑", {"community": "南大新苑"}),
        ("姓名是沈建国", {"caller": "沈建国"}),
        (f"电话：{PHONE} 小区：丰翔新城", {"phone": PHONE, "community": "丰翔新城"}),
        ("地址是3号502室，姓名沈建国", {"address": "3号502室", "caller": "沈建国"}),
    ],
)
def test_a_sentence_sets_right_what_it_names(text: str, fields: dict[str, str]) -> None:
    assert set_right(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "",
        "收到",
        "电话不对",
        f"电话{PHONE} 业主不在家",
        "电话打过了",
        f"电话{PHONE}打不通",
        f"电话是{PHONE}，家里没人",
        f"居民说电话{PHONE}，要晚上才在家",
        "地址是3号502室的居民说又漏了",
        "小区门口的灯坏了",
        "内容是厨房漏水",
        "业主是老人",
        "钥匙在门卫",
    ],
)
def test_a_remark_sets_nothing_right(text: str) -> None:
    assert set_right(text) == {}
