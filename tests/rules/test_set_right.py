"""What is said below a card to set a ticket right, and what is only said."""

import pytest

from models.said.set_right import BESIDE, PART, applied, set_right

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
        (f"请把电话改成{PHONE}", {"phone": PHONE}),
        ("类别是电梯", {"category": "电梯"}),
        ("类型错了，应为排水", {"category": "排水"}),
        ("把类别改成漏水", {"category": "漏水"}),
        ("改为照明类", {"category": "照明"}),
        ("类别是地暖", {"category": "地暖"}),  # its writer is told that there is no such kind
        ("紧急程度改为紧急", {"urgency": "紧急"}),
        ("紧急程度一般", {"urgency": "一般"}),
        ("紧急程度：不紧急", {"urgency": "不紧急"}),
        ("请把紧急程度调整为特急", {"urgency": "特急"}),
        ("#17 改为特急！", {"urgency": "特急"}),
        ("报错了，按特急件处理，麻烦改一下", {"urgency": "特急"}),
        (f"业主的新电话是{PHONE}", {"phone": PHONE}),
        (f"小区丰翔新城电话{PHONE}", {"community": "丰翔新城", "phone": PHONE}),
        ("楼号错了，是5号", {PART: "5号"}),
        ("室号：301 楼号：5", {PART: "5号301室"}),
        ("门牌是小区大门口", {"address": "小区大门口"}),
        ("类别：电梯 紧急程度：特急", {"category": "电梯", "urgency": "特急"}),
    ],
)
def test_a_sentence_sets_right_what_it_names(text: str, fields: dict[str, str]) -> None:
    assert set_right(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        f"备用电话{PHONE}",
        f"再加一个电话{PHONE}",
        "还有个电话56781234",
        f"业主儿子电话{PHONE}",
        f"住户儿子手机{PHONE}",
        f"他妹妹的手机{PHONE}",
        "小区物业的电话是56781234",
        f"备用联系人小李电话{PHONE}",
    ],
)
def test_another_phone_stands_beside_the_residents(text: str) -> None:
    assert set_right(text) == {BESIDE: text}


def test_what_is_not_named_stays() -> None:
    said = {PART: "5号", BESIDE: "居委电话56781234"}
    fixes = {"address": "699弄5号502室", "description": "漏水；居委电话56781234"}
    assert applied(said, "699弄3号502室", "漏水") == fixes
    assert "description" not in applied(said, "", fixes["description"])


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
        "紧急情况紧急处理",
        "请加急处理",
        "情况紧急",
        "紧急程度是不是特急",
        "按紧急预案处理",
        "这是急事，改为特急",
        "维修项目：已完成",
        "报修项目完成",
        "维修项目：更换水泵",
        "应该是漏水",
        "改为其他",
        "改为明天上午",
        "谁能帮忙",
        "客户投诉",
        "报修人着急",
        "姓名保密",
    ],
)
def test_a_remark_sets_nothing_right(text: str) -> None:
    assert set_right(text) == {}
