"""A sentence in 中文 with English beside it."""

from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from models.shortened import MOST_QUOTED, shortened

Language = Literal["zh", "en", "zh+en"]


def quoted(words: str) -> str:
    """Somebody's own words as a sentence repeats them: only their beginning, for Telegram refuses
    an answer that is too long, and its asker would hear nothing."""
    return escape(shortened(words, MOST_QUOTED))


@dataclass(frozen=True)
class Text:
    """The same sentence twice. Both name the same facts in braces."""

    zh: str
    en: str

    def say(self, language: Language, **facts: Any) -> str:
        """The sentence in the language asked for; "zh+en": both, 中文 first, a line each. A fact
        that is a Text itself goes into each in its language."""
        own = self.filled(**facts)
        return {"zh": own.zh, "en": own.en, "zh+en": f"{own.zh}\n{own.en}"}[language]

    def filled(self, **facts: Any) -> "Text":
        """The sentence with its facts: it can be one of another's."""
        return Text(
            self.zh.format(**{k: v.zh if isinstance(v, Text) else v for k, v in facts.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in facts.items()}),
        )

    def word(self, language: Language) -> str:
        """The same for a word on a button or before a colon: both on one line, with the sign that
        they share (🔒) only once."""
        if language == "zh":
            return self.zh
        if language == "en":
            return self.en
        sign, _, rest = self.en.partition(" ")
        shared = rest and self.zh.startswith(f"{sign} ")
        return f"{self.zh} {rest if shared else self.en}"
