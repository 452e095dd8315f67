"""Addresses with a box for each digit, drawn and looked for."""

from bot.ocr.fields.boxes.address import address_in_boxes, with_units
from bot.ocr.page.picture import Pixels
from tests.ocr.fields.boxes.test_digits import LABEL
from tests.ocr.fields.boxes.test_times import drawn_time
from tests.ocr.printed import badly_lit
from tests.ocr.writing import line


def groups(picture: Pixels) -> list[int] | None:
    found = address_in_boxes(picture, LABEL)
    return found[1] if found else None


def test_the_boxes_of_an_address_are_found() -> None:
    picture = drawn_time("120581103", groups=(3, 2, 4))
    assert groups(picture) == groups(badly_lit(picture)) == [3, 2, 4]
    assert groups(drawn_time("14303", groups=(2, 3))) == [2, 3]


def test_no_other_boxes_are() -> None:
    assert groups(drawn_time("202505261639")) is None  # a time
    assert groups(drawn_time("13812345678", groups=(11,))) is None
    assert groups(drawn_time("", groups=(3, 2, 4))) is None  # nothing stands in them


def test_each_group_has_its_unit() -> None:
    assert with_units(line("120581103", 0, 0), [3, 2, 4]).text == "120弄58号1103室"
    assert with_units(line("14303", 0, 0), [2, 3]).text == "14号303室"
    assert with_units(line("14303", 0, 0), [0, 2, 3]).text == "14号303室"  # no lane
