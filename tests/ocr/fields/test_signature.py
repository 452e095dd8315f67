"""Who signed a note, where no label asks for it."""

import pytest

from bot.ocr.fields.signature import is_signed
from tests.ocr.finding import CALL, read_column

NOTE = ("丰翔新城3号502室", "沈桂芳13812345678", CALL["description"])


@pytest.mark.parametrize("text", ["挂牌苏根生", "热线邓海燕", "核对人：张家明"])
def test_a_desk_s_word_and_a_name(text: str) -> None:
    found = read_column("小区：丰翔新城", "电话：13812345678", "情况：厨房水管漏水", text)
    assert found["operator"] == text[-3:]


@pytest.mark.parametrize("text", ["人来看", "安装雷达灯", "业主：沈桂芳", "处理张家明", "水电记"])
def test_other_words_are_no_signature(text: str) -> None:
    assert not is_signed(text)


def test_of_two_none_is() -> None:
    found = read_column(*NOTE, "挂牌苏根生", "热线邓海燕")
    assert "operator" not in found


def test_who_is_asked_for_by_a_label_signed() -> None:
    found = read_column(*NOTE, "挂牌苏根生", "值班员：邓海燕")
    assert found["operator"] == "邓海燕"


@pytest.mark.parametrize("signed", ["马国平2024/10/23 19:35", "马国平"])
def test_the_lowest_name_signs_though_the_day_stands_beside_it(signed: str) -> None:
    found = read_column("丰翔新城3号502室", "沈桂芳", "13812345678", CALL["description"], signed)
    assert (found["caller"], found["operator"]) == ("沈桂芳", "马国平")


FORM = ("来电人：沈桂芳", "电话：13812345678", "小区：丰翔新城", "情况：厨房水管漏水，地上全是水")


def test_the_only_name_below_the_caller_s_signs_whatever_stands_before_it() -> None:
    assert read_column(*FORM, "收条子：陶阿毛")["operator"] == "陶阿毛"
    assert read_column(*FORM, "宋根生")["operator"] == "宋根生"


def test_who_has_a_title_or_comes_second_does_not() -> None:
    assert "operator" not in read_column(*FORM, "宋先生")
    assert "operator" not in read_column(*FORM, "宋根生", "陶阿毛")
    assert "operator" not in read_column("宋根生", *FORM)  # above
