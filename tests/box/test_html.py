"""Telegram's HTML: offsets in UTF-16 units, refusals in Telegram's words."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.cast import Person
from bot.demo.entities import cut, formatted
from bot.demo.html import parse_html, utf16_length
from bot.demo.records import Entity
from bot.demo.refusals import RefusalError

PEOPLE = {7: Person(7, "徐磊"), 8: Person(8, "陈晓东", "chenxd")}


def shape(html: str) -> list[tuple[str, str]]:
    """The entities of some HTML as (type, the text they cover)."""
    text, entities = formatted(html, "HTML", [], PEOPLE)
    return [(one.type, cut(text, one)) for one in entities]


def test_it_counts_offsets_in_utf16_units() -> None:
    text, entities = parse_html("🚰<b>漏水</b>")
    assert text == "🚰漏水"
    assert entities == [Entity("bold", 2, 2)]


@pytest.mark.parametrize(
    ("html", "entities"),
    [
        ("<b>a</b> <strong>b</strong>", [("bold", "a"), ("bold", "b")]),
        ("<i>a</i><em>b</em>", [("italic", "a"), ("italic", "b")]),
        (
            "<u>a</u><s>b</s><del>c</del>",
            [("underline", "a")] + [("strikethrough", c) for c in "bc"],
        ),
        ("<tg-spoiler>a</tg-spoiler>", [("spoiler", "a")]),
        ('<span class="tg-spoiler">a</span>', [("spoiler", "a")]),
        ("<blockquote expandable>a</blockquote>", [("expandable_blockquote", "a")]),
        ('<pre><code class="language-py">a</code></pre>', [("pre", "a")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<b></b>x", []),
        ('<a href="https://sh.gov.cn">a</a>', [("text_link", "a")]),
        ('<a href="nonsense">a</a>', []),
        ('<a href="tg://user?id=7">徐磊</a>', [("text_mention", "徐磊")]),
        ('<a href="tg://user?id=99">谁</a>', []),
        ("<b>  工单 </b>", [("bold", "工单")]),
    ],
)
def test_it_finds_entities(html: str, entities: list[tuple[str, str]]) -> None:
    assert shape(html) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/done 17", [("bot_command", "/done")]),
        ("/done@dachang_bot 17", [("bot_command", "/done@dachang_bot")]),
        ("请/done", []),
        ("/done已修好", []),
        ("1/2", []),
        ("@chenxd 看", [("mention", "@chenxd")]),
        ("@chenxd请看", []),
        ("a@chenxd", []),
        ("看 https://t.me/x?start=1，谢谢", [("url", "https://t.me/x?start=1")]),
        ("#漏水 急", [("hashtag", "#漏水")]),
        ("#17 漏水", []),
    ],
)
def test_it_notices_what_telegram_notices(text: str, entities: list[tuple[str, str]]) -> None:
    assert shape(escape(text)) == entities


def test_it_resolves_a_username_to_its_person() -> None:
    _, entities = formatted("@chenxd @nobody", "", [], PEOPLE)
    assert [one.user_id for one in entities] == [8, None]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("漏水<x>", 'Unsupported start tag "x" at byte offset 6'),
        ("<b>a", "Can't find end tag corresponding to start tag b"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_it_refuses_broken_html_in_telegrams_words(html: str, words: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_html(html)
    assert refused.value.status == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(escape(text)) == (text, [])


@given(st.lists(st.tuples(st.booleans(), st.text(min_size=1)), max_size=6))
def test_each_entity_covers_what_its_tag_enclosed(parts: list[tuple[bool, str]]) -> None:
    html = "".join(f"<b>{escape(text)}</b>" if bold else escape(text) for bold, text in parts)
    text, entities = parse_html(html)
    assert [cut(text, one) for one in entities] == [text for bold, text in parts if bold]
    assert utf16_length(text) == sum(utf16_length(part) for _, part in parts)
