"""Values without what pens, rules and printed blanks leave in them."""

import pytest

from bot.ocr.values.written import written
from tests.ocr.writing import line


@pytest.mark.parametrize(
    ("name", "read", "value"),
    [
        ("address", "：3号502室", "3号502室"),
        ("address", "_弄3号502室", "3号502室"),
        ("address", "Room No.12号404室", "12号404室"),
        ("address", "5X3号402室", "53号402室"),
        ("address", "（小区）16号301室", "16号301室"),
        ("address", "1399弄32号1706NA室", "1399弄32号1706室"),
        ("address", "53号804宝", "53号804室"),
        ("address", "A区3号502室", "A区3号502室"),  # before any figure: its own
        ("address", "70H室", "70H室"),  # a figure perhaps, and nobody knows which
        ("address", "26号809=801室", "26号801室"),  # struck out, the stroke read as a sign
        ("address", "13号≠4041402室", "13号1402室"),
        ("address", "≠38号403室", "38号403室"),
        ("address", "79号≠08=701室", "79号701室"),
        ("address", "26=801室", "26号801室"),  # a hurried 号
        ("address", "小区620弄11号303室", "620弄11号303室"),  # of __小区__弄__号__室
        ("address", "号7号802室", "7号802室"),
        ("address", "午9号37号1003室", "37号1003室"),  # begun wrong
        ("address", "址：2号1605室", "2号1605室"),
        ("address", "祁华路100号3号502室", "祁华路100号3号502室"),
        ("caller", "梁MA琳", "梁琳"),
        ("operator", "（签字）沈芳", "沈芳"),  # 登记人（签字）
        ("caller", "曹老×伯", "曹老伯"),
        ("caller", "沈师傅来电", "沈师傅"),
        ("operator", "沈芳★", "沈芳"),  # of a stamp
        ("operator", "沈桂芳接", "沈桂芳"),
        ("operator", "沈芳记录", "沈芳"),
        ("caller", "Tony先生", "Tony先生"),
        ("caller", "【沈桂芳】", "沈桂芳"),
        ("operator", "☑沈桂芳", "沈桂芳"),
        ("caller", "沈桂芳，", "沈桂芳"),
        ("description", "停水了,急.请快来", "停水了，急，请快来"),
        ("description", "。停水了，", "停水了"),
        ("description", "。停水了。", "停水了"),
        ("description", "其反映门禁卡刷不开", "门禁卡刷不开"),
        ("description", "窖井己经堵了", "窨井已经堵了"),
        ("description", "V2.0的门禁坏了", "V2.0的门禁坏了"),
        ("description", "事灭火器过期一年没换", "灭火器过期一年没换"),
        ("description", "事故现场没人处理", "事故现场没人处理"),
        ("description", "事主要求赔偿损失", "事主要求赔偿损失"),
        ("description", "门禁说明门口对讲机没声音", "门口对讲机没声音"),
        ("description", "说明书上写着保修三年", "说明书上写着保修三年"),
        ("description", "+楼外墙空鼓，落到5+楼", "十楼外墙空鼓，落到5+楼"),
    ],
)
def test_what_a_line_says(name: str, read: str, value: str) -> None:
    assert written(name, [line(read, 0, 0)]) == value


def test_a_time_without_what_stands_beside_it() -> None:
    def time(*texts: str) -> str:
        return written("time", [line(text, 0, 60 * n) for n, text in enumerate(texts)])

    assert time("11月26日", "9:05", "2", "3") == "11月26日 9:05"
    assert time("2024年11月26日", "9:05", "2") == "2024年11月26日 09:05"
    assert time("2024年11月21日", "9", "时05分") == "2024年11月21日 09:05"
    assert time("打来09/13 13:10") == "09/13 13:10"
    assert time("11", "26") == "11 26"  # nothing is left without them


def test_what_stands_behind_a_whole_name_is_another_blank_s() -> None:
    def said(first: str, second: str, away: float) -> str:
        return written("operator", [line(first, 0, 0), line(second, 30 * len(first) + away, 0)])

    assert said("沈桂芳", "转交街道", 20) == "沈桂芳"
    assert said("沈建", "国", 20) == "沈建国"  # one name in two pieces
    assert said("沈建", "请", 200) == "沈建"


@pytest.mark.parametrize(
    "text", ["我是洪女士", "我叫洪女士", "洪女士来电，", "人）洪女士", "A洪女士"]
)
def test_a_caller_s_name_without_how_it_was_said(text: str) -> None:
    assert written("caller", [line(text, 0, 0)]) == "洪女士"


@pytest.mark.parametrize("name", ["caller", "operator"])
def test_what_explains_a_name_in_brackets_is_none_of_it(name: str) -> None:
    assert written(name, [line("沈桂芳（热线坐席）", 0, 0)]) == "沈桂芳"


def test_a_printed_unit_in_brackets_is_none_of_the_address() -> None:
    assert written("address", [line("356弄54号（幢）1304室", 0, 0)]) == "356弄54号1304室"


def test_a_printed_word_behind_the_blank_is_none_of_the_sentence() -> None:
    assert (
        written("description", [line("厨房水管漏水，地上全是水事项", 0, 0)])
        == "厨房水管漏水，地上全是水"
    )
    assert written("description", [line("投诉事项", 0, 0)]) == "投诉事项"
