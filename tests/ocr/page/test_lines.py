import pytest

from bot.ocr.page.geometry import sides
from tests.ocr.writing import HEIGHT, line


def test_a_part_has_its_own_piece_of_the_box() -> None:
    one = line("联系电话13800000000", 100, 50).part(4)
    assert one.text == "13800000000"
    assert [round(x) for x, _ in one.box] == [220, 550, 550, 220]


def test_a_part_of_a_part_is_where_the_part_of_the_whole_is() -> None:
    whole = line("时间今天电话13800000000", 100, 50)
    twice, once = whole.part(4).part(2, 5), whole.part(6, 9)
    assert twice.text == once.text == "138"
    assert (twice.before, twice.after) == (once.before, once.after)
    assert [x for x, _ in twice.box] == pytest.approx([x for x, _ in once.box])
    assert sides(twice.box)[0] == pytest.approx(3 * HEIGHT)
