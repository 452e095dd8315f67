"""The caption of /stats."""

import re

import pytest

from bot.texts.figures import duration
from bot.texts.stats import stats_text
from bot.texts.text import Language
from tests.pictures.figures import empty, huge, published


def test_the_published_rate_names_its_denominator_and_its_rounding() -> None:
    cut = stats_text(published(), "12月", "truncate", "zh")
    assert "解决率 <b>89.6 % (461/514)</b>" in cut
    assert "满意率 <b>85.2 % (358/420)</b>，3 次未联系上 27" in cut
    assert "并单 7、作废 3 不计入；百分比截尾" in cut
    assert "89.7 % (461/514)" in stats_text(published(), "12月", "round", "zh")
    assert "四舍五入" in stats_text(published(), "12月", "round", "zh")


def test_english_stands_after_chinese() -> None:
    both = stats_text(published(), "12月", "truncate", "zh+en")
    assert both.index("受理") < both.index("accepted <b>514</b>")
    assert "last 7 days" in stats_text(published(), "近7天", "truncate", "en")
    assert "受理" not in stats_text(published(), "Dec", "truncate", "en")


@pytest.mark.parametrize("language", ["zh", "en", "zh+en"])
def test_even_the_longest_caption_fits_under_a_photo(language: Language) -> None:
    text = stats_text(huge(), "2024-12-01 ~ 2024-12-24 " * 9, "truncate", language)
    assert len(re.sub(r"<[^>]+>", "", text)) <= 900


def test_nothing_is_divided_by_nothing() -> None:
    text = stats_text(empty(), "今天", "truncate", "zh")
    assert "解决率 <b>— (0/0)</b>" in text
    assert "派单 —，接单 —，办结 —" in text


def test_the_period_is_text_not_markup() -> None:
    assert "&lt;b&gt;{x}" in stats_text(empty(), "<b>{x}", "truncate", "zh")


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0, "0 秒", "0 s"),
        (59, "59 秒", "59 s"),
        (60, "1 分钟", "1 min"),
        (3599, "59 分钟", "59 min"),
        (3600, "1 小时", "1 h"),
        (60_120, "16.7 小时", "16.7 h"),
        (48 * 3600, "2 天", "2 days"),
        (None, "—", "—"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(seconds: int | None, zh: str, en: str) -> None:
    words = duration(seconds)
    assert (words.zh, words.en) == (zh, en)
