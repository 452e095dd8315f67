import pytest

from models.same_paper import misread, same_call, same_sheet, told_apart

SAID = {
    "community": "丰翔新城",
    "time": "2024年12月1日 09:20",
    "phone": "13812345678",
    "address": "3号502室",
    "description": "一楼污水管漏水，漏到自家阳台，有异味",
}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"phone": "1381234567"}, True),
        ({"address": "3号50室"}, True),
        ({"description": "一楼污水管漏水，漏到自家阳合，有异昧"}, True),
        ({"phone": "", "address": "3号50室"}, False),
        ({"phone": "13900000000", "address": "8号101室"}, False),
        ({"description": "三号楼电梯停在六楼不动"}, False),
        ({"description": ""}, False),
    ],
)
def test_the_same_call_is_known_by_its_words_and_one_of_phone_and_address(
    other: dict[str, str], same: bool
) -> None:
    assert same_call(SAID, SAID | other) is same


def test_two_forms_that_say_nothing_are_not_the_same() -> None:
    nothing = dict.fromkeys(SAID, "")
    assert not same_call(nothing, nothing)
    assert not same_call({}, {})


def test_nobody_is_the_same_by_an_empty_phone_or_address() -> None:
    silent = SAID | {"phone": "", "address": ""}
    assert not same_call(silent, silent)


def test_a_sheet_is_the_same_call_at_the_same_time_or_with_the_same_number() -> None:
    later = SAID | {"time": "2024年12月1日 15:00"}
    assert same_sheet(SAID, SAID, numbered=False)
    assert not same_sheet(SAID, later, numbered=False)
    assert same_sheet(SAID, SAID | {"time": "2024年12月1日"}, numbered=True)
    assert not same_sheet(SAID, later, numbered=True)


def test_no_time_is_not_the_same_time() -> None:
    untimed = SAID | {"time": ""}
    assert not same_sheet(untimed, untimed, numbered=False)


def test_a_running_number_alone_does_not_make_it_the_same_sheet() -> None:
    other = SAID | {"phone": "13900000000", "address": "8号101室"}
    assert not same_sheet(SAID, other, numbered=True)


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ({"community": "洛场新村"}, "community"),
        ({"phone": "13900000000"}, "phone"),
        ({"time": "2024年12月1日 15:00"}, "time"),
        ({"time": "2024-12-1 下午3:00"}, "time"),
        ({"time": "2024/12/01 9:20"}, ""),
        ({"time": "2024年12月1日"}, ""),
        ({"time": "9:40"}, ""),
        ({"time": "2024年12月1日 09:2"}, ""),
        ({"community": ""}, ""),
        ({"phone": "1390000000"}, ""),
        ({"phone": ""}, ""),
    ],
)
def test_what_is_whole_and_sure_in_both_tells_two_sheets_apart(
    other: dict[str, str], apart: str
) -> None:
    assert told_apart(SAID, SAID | other) is bool(apart)
    assert not told_apart(SAID, SAID | other, {apart})
    assert same_call(SAID, SAID | other) is not bool(apart)


def test_a_landline_is_the_same_without_its_area_code() -> None:
    assert not told_apart({"phone": "021-56781234"}, {"phone": "56781234"})


def test_a_time_written_with_other_marks_is_the_same() -> None:
    spaced = SAID | {"time": "2024年12月1日 9: 20"}
    assert same_sheet(SAID | {"time": "2024年12月1日 9:20"}, spaced, numbered=False)
    assert not same_sheet(SAID, SAID | {"time": "2024年12月1日 9:21"}, numbered=False)
    assert not same_sheet(SAID | {"time": "早上"}, SAID | {"time": "晚上"}, numbered=False)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"time": "2024年2月1日 09:20"}, True),
        ({"time": "2024年12月1日 02:20"}, True),
        ({"time": "2024年12月1日 09:95"}, True),
        ({"phone": "13812345673"}, True),
        ({"phone": "1381234567"}, True),
        ({"phone": "13812345673", "time": "2029年12月1日 09:20"}, True),
        ({"time": "2024年12月2日 15:20"}, False),
        ({"time": "9:20"}, False),
        ({"time": ""}, False),
        ({"phone": ""}, False),
        ({"phone": "13912345679"}, False),
        ({"address": "3号503室"}, False),
        ({"community": "洛场新村"}, False),
        ({"description": "三号楼电梯停在六楼不动"}, False),
    ],
)
def test_one_figure_may_be_misread_where_all_else_is_the_same(
    other: dict[str, str], same: bool
) -> None:
    assert misread(SAID, SAID | other) is same
