"""What a resident answered, in a clerk's words."""

import pytest

from models.satisfaction import Answer, answer_in

SAID = {
    Answer.VERY_SATISFIED: "非常满意 居民说很满意 业主表示十分满意，谢谢 沈先生特别满意 很满意👍",
    Answer.SATISFIED: """
        满意 居民满意 居民表示满意 居民说挺满意的 居民表示感谢，满意 蛮满意
        解决了，满意 已经好了，满意 居民不在家，家属说满意 没问题了，满意 不漏了，居民满意 满意~
    """,
    Answer.FAIRLY_SATISFIED: "基本满意 比较满意 居民说还算满意",
    Answer.DISSATISFIED: "不满意 居民说不太满意 业主不满意，还在漏 不怎么满意 还在漏，不满意",
    Answer.VERY_DISSATISFIED: "非常不满意 很不满意 居民表示十分不满意",
}
UNREACHED = """
    未联系上 没人接 没有人接 无人接听 打不通 电话打不通，明天再打 无法接通 关机 电话关机 空号 停机
    居民没接 居民未接 联系不上 打了两次没接 打了3个电话都没人接 拨了几次都关机
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
    [
        "满意吗",
        "满意度高",
        "满意，还在漏",
        "没修好，满意",
        "还在修，满意",
        "满意？",
        "未解决",
        "明天再打",
        "没说满意",
        "关心一下",
        "",
    ],
)
def test_what_is_no_answer_is_asked_again(words: str) -> None:
    assert answer_in(words) is None


@pytest.mark.parametrize(
    ("words", "besides"),
    [
        ("修好了 满意", "修好了"),
        ("解决了，满意，谢谢", "解决了，谢谢"),
        ("还在漏，不满意", "还在漏"),
    ],
)
def test_what_is_said_besides_is_kept(words: str, besides: str) -> None:
    said = answer_in(words)
    assert said is not None
    assert said[1] == besides


def test_who_was_reached_at_the_second_try_is_asked_about() -> None:
    assert answer_in("打了两次没接，后来接了，满意") is None
