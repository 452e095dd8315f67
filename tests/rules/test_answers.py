"""What is said to a question of the bot's."""

import pytest

from models.said.answers import (
    ToQuestion,
    answer_to_question,
    firm_answered,
    has_no_phone,
    is_answer,
)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("归自来水公司管", True),
        ("需要专业单位处理", True),
        ("已派人看过，不是我们的管", True),
        ("算了，按错了", False),
        ("我们接单", False),
        ("收到", False),
        ("  ", False),
    ],
)
def test_what_is_a_reason(words: str, reason: bool) -> None:
    assert is_answer(words) is reason


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("都不是", ToQuestion.NONE_FITS),
        ("以上都不对。", ToQuestion.NONE_FITS),
        ("不用派了", ToQuestion.DROP),
        ("这张表不用派单了", ToQuestion.DROP),
        ("打错了", ToQuestion.DROP),
        *(
            (w, ToQuestion.DROP)
            for w in ("不用了", "重复了", "不派了，居民自己解决了", "已经修好了，不用派")
        ),
        ("居民自己解决了", None),
        ("打错了，小区是丰翔新城", None),
        ("不是丰翔新苑，是丰翔新城", None),
        ("丰翔新城", None),
        ("", None),
    ],
)
def test_what_is_said_to_a_question(words: str, said: ToQuestion | None) -> None:
    assert answer_to_question(words) is said


@pytest.mark.parametrize(
    ("words", "none"),
    [
        *((w, True) for w in ("没留电话", "居民不肯留电话，直接派", "电话：无", "不用电话，派单")),
        *((w, True) for w in ("业主不愿意提供电话。", "电话没有 先派单吧", "不愿意留", "No phone")),
        ("没留电话，地址是3号大门口", True),
        *((w, False) for w in ("没写电话", "电话看不清", "没打电话", "电话打不通", "没有电话吗")),
        *((w, False) for w in ("没留电话，先别派", "没电话，我去问一下", "不用派了", "居民不在")),
    ],
)
def test_the_resident_has_left_no_phone(words: str, none: bool) -> None:
    assert has_no_phone(words) is none


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        *((w, "复瑞物业") for w in ("复瑞物业", "转给复瑞物业", "派给复瑞物业吧", "先给复瑞物业")),
        *((w, "复瑞物业") for w in ("请复瑞物业处理", "归复瑞物业管", "应该是复瑞物业的")),
        ("转派复瑞", "复瑞"),
        ("转给复瑞物业，没留电话，直接派", "复瑞物业"),
        ("电话是13812345678，转给复瑞物业", "复瑞物业"),
        *((w, "") for w in ("转给复瑞物业，我再问问", "不是复瑞物业，是申和物业", "派", "")),
    ],
)
def test_the_dispatcher_names_the_firm(words: str, firm: str) -> None:
    assert firm_answered(words) == firm


@pytest.mark.parametrize("words", ["不归复瑞物业管", "问一下复瑞物业", "复瑞物业说不归他们"])
def test_who_speaks_of_a_firm_does_not_name_it(words: str) -> None:
    assert firm_answered(words) not in ("复瑞", "复瑞物业")
