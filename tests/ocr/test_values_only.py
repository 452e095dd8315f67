"""What is printed on a form and is neither a label nor a value."""

from tests.ocr.finding import read
from tests.ocr.writing import line


def test_what_the_office_says_about_the_form_is_no_trouble() -> None:
    found = read(
        line("报修事项：厨房漏水", 60, 0), line("说明：本单一式两份，请先电话通知", 60, 60)
    )
    assert found == {"description": "厨房漏水"}


def test_a_label_s_translation_is_no_value() -> None:
    found = read(
        line("小区", 60, 0),
        line("Estate", 60, 32),
        line("丰翔新城", 200, 0),
        line("问题：厨房漏水，请来", 60, 90),
    )
    assert found == {"community": "丰翔新城", "description": "厨房漏水，请来"}


def test_the_number_of_a_page_is_no_value() -> None:
    found = read(line("问题：厨房漏水", 60, 0), line("第1页/共1页", 60, 50))
    assert found == {"description": "厨房漏水"}
