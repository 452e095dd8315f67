"""Labels that stand below their values, as captions."""

from tests.ocr.finding import read
from tests.ocr.writing import line

CALL = {
    "caller": "沈桂芳",
    "phone": "13812345678",
    "community": "丰翔新城",
    "address": "3号502室",
    "description": "厨房水管漏水，地上全是水",
}


def test_captions_below_their_values() -> None:
    assert (
        read(
            line("沈桂芳", 60, 0),
            line("13812345678", 600, 0),
            line("报事人姓名", 60, 40, height=20),
            line("报事人电话", 600, 40, height=20),
            line("丰翔新城", 60, 140),
            line("3号502室", 600, 140),
            line("小区", 60, 180, height=20),
            line("楼栋与房号", 600, 180, height=20),
            line("厨房水管漏水，地上全是水", 60, 300),
            line("事项描述", 60, 340, height=20),
        )
        == CALL
    )


def test_a_caption_in_brackets_stands_below_the_middle_of_its_blank() -> None:
    assert (
        read(
            line("沈桂芳", 60, 0),
            line("13812345678", 600, 0),
            line("（报事人姓名）", 200, 40, height=20),
            line("（报事人电话）", 760, 40, height=20),
            line("丰翔新城", 60, 140),
            line("3号502室", 600, 140),
            line("（居住小区）", 200, 180, height=20),
            line("（楼栋房号）", 760, 180, height=20),
            line("厨房水管漏水，地上全是水", 60, 300),
            line("（诉求内容）", 200, 340, height=20),
        )
        == CALL
    )
