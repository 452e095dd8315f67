"""Every sentence stands in both languages and names the same facts in both."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import bot.texts
from bot.texts.text import Text
from handlers.help import ALL


def all_texts() -> Iterator[tuple[str, Text]]:
    for module in pkgutil.iter_modules(bot.texts.__path__, "bot.texts."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Text):
                yield f"{module.name}.{name}", value
            elif isinstance(value, dict):
                yield from (
                    (f"{module.name}.{name}[{key}]", text)
                    for key, text in value.items()
                    if isinstance(text, Text)
                )


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("name", "text"), list(all_texts()), ids=lambda value: str(value)[:60])
def test_both_languages_say_the_same(name: str, text: Text) -> None:
    assert text.zh
    assert text.en
    assert facts(text.zh) == facts(text.en), name


def names_read() -> Iterator[str]:
    for path in (*Path("bot").rglob("*.py"), *Path("handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                yield node.attr
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                yield node.id


def test_every_sentence_is_said() -> None:
    read = set(names_read())
    names = (name.partition("[")[0].rpartition(".")[2] for name, _ in all_texts())
    assert [name for name in names if name not in read] == []


def test_both_languages_on_one_line_share_their_sign() -> None:
    assert Text("🔒 完整信息", "🔒 All data").word("zh+en") == "🔒 完整信息 All data"
    assert Text("接单", "Take").word("zh+en") == "接单 Take"


def test_a_sentence_in_a_sentence_is_said_in_its_language() -> None:
    why = Text("#{number} 不能{deed}。", "#{number}: you cannot {deed} it.")
    said = why.say("zh+en", number=1, deed=Text("退单", "refuse"))
    assert said == "#1 不能退单。\n#1: you cannot refuse it."


def test_every_command_has_its_chinese_word_and_its_line() -> None:
    for gesture in ALL:
        assert gesture.line.zh
        assert gesture.words
        assert gesture.command.replace("_", "").isalnum()
        assert len(gesture.command) <= 32
