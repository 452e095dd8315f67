"""A description without the lines of other fields around it."""

import pytest

from bot.ocr.fields.without_others import without_others
from tests.ocr.writing import line

SAID = "厨房水管漏水，地上全是水"


def left(*texts: str) -> list[str]:
    return [one.text for one in without_others([line(text, 0, 0) for text in texts])]


@pytest.mark.parametrize(
    "text",
    [
        "2025年5月10日（8:43沈桂芳记",
        "时1间7：2025.7.22 12:07",
        "接电话：柳文彬",
        "手电人毛玉兰",
        "挂牌苏根生",
        "记小万",
        "小周",
        "（）一般（）紧急（√）特急",
        "□请回电□将再来电□无须回电",
        "□已当面答复",
        "12月9日下午2:26",
    ],
)
def test_what_others_say_around_it_is_none_of_it(text: str) -> None:
    assert left(SAID, text) == [SAID]
    assert left(text, SAID) == [SAID]


def test_a_question_behind_it_begins_another_field() -> None:
    assert left(SAID, "您什么时候方便上门：都可以") == [SAID]
    assert left("楼上漏水：客厅全湿", SAID) == ["楼上漏水：客厅全湿", SAID]  # its own first row


@pytest.mark.parametrize("text", ["已派单盛惠民", "已转众邦物业11/2", "请翟工处理", "速办！费主任"])
def test_what_the_office_wrote_below_it_is_none_of_it(text: str) -> None:
    assert left(SAID, text) == [SAID]
    assert left(text, SAID) == [text, SAID]


@pytest.mark.parametrize(
    "text",
    [
        "已转告物业公司三次",
        "已派单，至今没有人来",
        "12月3日8:30起停水，到现在也没有人通知",
        "人来看",
        "家里有人等",
    ],
)
def test_its_own_rows_stay(text: str) -> None:
    assert left(SAID, text) == [SAID, text]


def test_all_of_it_may_look_like_another_s() -> None:
    assert left("挂牌苏根生") == ["挂牌苏根生"]
