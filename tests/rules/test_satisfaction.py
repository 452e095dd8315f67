"""What a resident answered, in a clerk's words."""

import pytest

from models.satisfaction import Answer, answer_in

SAID = {
    Answer.VERY_SATISFIED: "非常满意 很满意 居民说很满意 业主表示十分满意，谢谢 沈先生特别满意",
    Answer.SATISFIED: "满意 居民满意 居民表示满意 居民说挺满意的 居民表示感谢，满意 蛮满意",
    Answer.FAIRLY_SATISFIED: "基本满意 比较满意 居民说还算满意",
    Answer.DISSATISFIED: "不满意 居民说不太满意 业主不满意，还在漏 不怎么满意",
    Answer.VERY_DISSATISFIED: "非常不满意 很不满意 居民表示十分不满意",
}
UNREACHED = """
    未联系上 没人接 没有人接 无人接听 打不通 电话打不通，明天再打 无法接通 关机 电话关机 空号 停机
    居民没接 居民未接 联系不上
"""


@pytest.mark.parametrize(
    ("words", "answer"), [(w, answer) for answer, words in SAID.items() for w in words.split()]
)
def test_an_answer_however_it_is_put(words: str, answer: Answer) -> None:
    said = answer_in(words)
    assert said is not None
    assert said[0] is answer


@pytest.mark.parametrize("words", UNREACHED.split())
def test_nobody_was_reached(words: str) -> None:
    assert answer_in(words) == (None, words)


@pytest.mark.parametrize(
    "words",
    ["满意吗", "满意度高", "满意，还在漏", "未解决", "明天再打", "没说满意", "关心一下", ""],
)
def test_what_is_no_answer_is_asked_again(words: str) -> None:
    assert answer_in(words) is None
