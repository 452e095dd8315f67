"""A description's own lines, among all that stands around it."""

from bot.ocr.fields.passage import passage
from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from tests.ocr.writing import line

FIRST, SECOND = "厨房水管漏水，地上全是", "水，请快来"


def said(*lines: Line, label: Line | None = None) -> str:
    label = label or line("内容", 0, 0)
    page = flat_page([label, *lines])
    return "|".join(one.text for one in passage(lines, label, page))


def test_what_goes_on_below_belongs_to_it() -> None:
    assert said(line(FIRST, 200, 0), line(SECOND, 140, 60)) == f"{FIRST}|{SECOND}"


def test_a_footnote_and_another_label_do_not() -> None:
    found = said(
        line("诉求正文", 0, 0),
        line(FIRST, 300, 0),
        line(SECOND, 300, 60),
        line("派往班组", 0, 120),
        line("热线021-66500024", 300, 400),
    )
    assert found == f"{FIRST}|{SECOND}"


def test_a_full_row_goes_on_below_the_label() -> None:
    assert said(line(FIRST, 300, 0), line("水", 0, 60)) == f"{FIRST}|水"


def test_a_row_in_two_pieces_is_one() -> None:
    assert said(line(FIRST, 200, 0), line("水", 200 + 30 * len(FIRST) + 10, 0)) == f"{FIRST}|水"


def test_without_a_sentence_nothing_is_left_out() -> None:
    assert said(line("停车", 200, 0), line("占用", 900, 300)) == "停车|占用"


def test_the_trouble_is_no_longer_footnote() -> None:
    footnote = "本单由值班人员填写后交物业公司签收存档"
    assert (
        said(line("电梯坏了，请快来修", 200, 0), line(footnote, 200, 500)) == "电梯坏了，请快来修"
    )


def test_a_word_squeezed_in_between_two_rows_ends_none() -> None:
    word = line("修剪", 260, 76, height=20)
    found = said(line(FIRST, 200, 40), word, line(SECOND, 200, 94), line("没有人", 200, 150))
    assert found == f"{FIRST}|修剪|{SECOND}|没有人"


def test_when_it_was_written_down_below_is_no_part_of_it() -> None:
    told = (line(FIRST, 60, 0), line(SECOND, 60, 60))
    assert said(*told, line("11.146:07", 60, 120)) == f"{FIRST}|{SECOND}"
    assert said(*told, line("密码123456", 60, 120)) == f"{FIRST}|{SECOND}|密码123456"
