"""Two fields in one place."""

from collections.abc import Sequence

import pytest

from bot.ocr.fields.two_in_one import shared_out
from bot.ocr.labels.slots import Slot
from bot.ocr.values.shapes import telling
from models.directory import Community, Directory
from models.labels.grammar import UNKNOWN
from tests.ocr.writing import line

TELLING = telling(Directory((Community("丰翔新城", "复瑞物业"),)))


def slot(name: str, label: str, *values: str) -> Slot:
    lines = [line(text, 200, 60 * i) for i, text in enumerate(values)]
    return Slot(name, line(label, 0, 0), lines)


def texts(slots: Sequence[Slot]) -> dict[str, list[str]]:
    return {one.name: [value.text for value in one.values] for one in slots}


def shared(name: str, label: str, *values: str) -> dict[str, list[str]]:
    return texts(shared_out([slot(name, label, *values)], TELLING))


@pytest.mark.parametrize(
    ("label", "values", "fields"),
    [
        ("姓名/电话", ["宋先生", "13812345678"], {"caller": ["宋先生"], "phone": ["13812345678"]}),
        ("姓名/电话", ["13812345678", "宋先生"], {"caller": ["宋先生"], "phone": ["13812345678"]}),
        ("姓名/电话", ["宋先生13812345678"], {"caller": ["宋先生"], "phone": ["13812345678"]}),
        # what tells nothing is of the field that is left: a number that lacks a digit is asked for
        ("姓名/电话", ["宋先生", "1381234567"], {"caller": ["宋先生"], "phone": ["1381234567"]}),
        (
            "小区/门牌",
            ["万里家园", "3号502室"],
            {"community": ["万里家园"], "address": ["3号502室"]},
        ),
        ("姓名/电话", ["宋先生 ／ 1381234567"], {"caller": ["宋先生"], "phone": ["1381234567"]}),
        (
            "小区/门牌",
            ["丰翔新城小区3号502室"],
            {"community": ["丰翔新城"], "address": ["3号502室"]},
        ),
        ("小区/门牌", ["丰翔新城室3号502室"], {"community": ["丰翔新城"], "address": ["3号502室"]}),
        (
            "住在哪个小区？几号几室",
            ["丰翔新城3号502室"],
            {"community": ["丰翔新城"], "address": ["3号502室"]},
        ),
        ("姓名/电话", [], {}),
    ],
)
def test_a_label_that_asks_for_both(
    label: str, values: list[str], fields: dict[str, list[str]]
) -> None:
    assert shared("", label, *values) == fields


@pytest.mark.parametrize(
    ("address", "community"),
    [
        ("丰翔新苑3号502室", "丰翔新苑"),  # like a listed one: asked about
        ("丰翔新城（小区）3号502室", "丰翔新城"),  # behind the blank, in brackets
        ("瑙河家园（小区）3号502室", "瑙河家园"),  # whatever the hand wrote there
        ("小区丰翔新城 3号502室", "丰翔新城"),  # printed before it
    ],
)
def test_an_address_begins_with_its_community_where_no_label_asks_for_that(
    address: str, community: str
) -> None:
    found = shared("address", "地址", address)
    assert found == {"community": [community], "address": ["3号502室"]}


@pytest.mark.parametrize("written", [[], ["丰翔新城"]])
@pytest.mark.parametrize("rule", ["", "|"], ids=["", "a rule read as well"])
def test_an_address_loses_the_community_that_has_a_label_of_its_own(
    written: list[str], rule: str
) -> None:
    place = f"{rule}丰翔新城3号502室"
    both = [slot("community", "小区", *written), slot("address", "地址", place)]
    found = texts(shared_out(both, TELLING))
    assert [text.lstrip(rule) for text in found["community"]] == ["丰翔新城"]
    assert found["address"] == ["3号502室"]


def test_an_address_keeps_another_community_than_its_label_says() -> None:
    both = [slot("community", "小区", "祁连二村"), slot("address", "地址", "丰翔新城3号502室")]
    found = texts(shared_out(both, TELLING))
    assert found == {"community": ["祁连二村"], "address": ["丰翔新城3号502室"]}


def test_what_a_label_of_two_asks_for_and_neither_takes_is_kept() -> None:
    assert shared("", "姓名/电话", "宋先生", "13812345678", "丰翔新城")[UNKNOWN] == ["丰翔新城"]


@pytest.mark.parametrize("values", [["宋先生13812345678"], ["宋先生", "13812345678"]])
def test_a_number_behind_a_name_is_the_telephone_where_no_label_asks_for_it(
    values: list[str],
) -> None:
    assert shared("caller", "来电", *values) == {"caller": ["宋先生"], "phone": ["13812345678"]}


@pytest.mark.parametrize("values", [["宋先生13812345678"], ["宋先生", "13812345678"]])
def test_a_name_before_a_number_is_who_called_where_no_label_asks_for_it(
    values: list[str],
) -> None:
    assert shared("phone", "联系电话", *values) == {"caller": ["宋先生"], "phone": ["13812345678"]}


def test_two_lines_beside_one_label_are_not_given_to_another() -> None:
    both = [slot("caller", "来电", "宋先生", "13812345678"), slot("phone", "电话")]
    assert texts(shared_out(both, TELLING)) == {"caller": ["宋先生", "13812345678"], "phone": []}


def test_any_other_label_keeps_its_values() -> None:
    assert shared("operator", "值班", "宋先生", "13812345678") == {
        "operator": ["宋先生", "13812345678"]
    }


@pytest.mark.parametrize("value", ["门禁（紧急）", "门禁 紧急", "门禁、紧急"])
def test_a_kind_with_its_urgency(value: str) -> None:
    assert shared("category", "类别", value) == {"category": ["门禁"], "urgency": ["紧急"]}


def test_a_name_is_no_kind() -> None:
    assert shared("caller", "姓名", "门禁（紧急）") == {"caller": ["门禁（紧急）"]}


def test_an_address_behind_its_community_is_parted_where_nothing_asks_for_it() -> None:
    both = {"community": ["丰翔新城"], "address": ["弄19号108室"]}
    assert shared("community", "小区", "丰翔新城弄19号108室") == both
    assert shared("address", "住址", "丰翔新城", "弄19号108室") == both


def test_a_label_of_two_may_have_printed_words_within_its_value() -> None:
    assert shared("", "小区及地址", "小区丰翔新城室号3号502室") == {
        "community": ["丰翔新城"],
        "address": ["3号502室"],
    }


def test_a_room_in_pieces_behind_the_community_is_the_address() -> None:
    found = shared("community", "小区", "瑙河家园", "弄3", "号502", "室")  # __弄__号__室
    assert found == {"community": ["瑙河家园"], "address": ["弄3", "号502", "室"]}


def test_the_last_row_of_a_description_may_be_its_kind_and_urgency() -> None:
    assert shared("description", "反映", "电梯停在5楼不动", "电梯类，特急") == {
        "description": ["电梯停在5楼不动"],
        "category": ["电梯"],
        "urgency": ["特急"],
    }


def test_two_cells_seen_as_one_are_of_their_two_labels() -> None:
    time = slot("time", "来电时间", "8月26日05:16丰翔新城")
    assert texts(shared_out([time, slot("community", "小区")], TELLING)) == {
        "time": ["8月26日05:16"],
        "community": ["丰翔新城"],
    }


def test_what_is_no_two_values_stays_where_it_is() -> None:
    time = slot("time", "来电时间", "8月26日05:16以后")
    assert texts(shared_out([time, slot("community", "小区")], TELLING)) == {
        "time": ["8月26日05:16以后"],
        "community": [],
    }
