"""One line of what is wrong, with what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`fatal`: the bot cannot run like this."""

    zh: str
    en: str
    fatal: bool = True

    @property
    def sentence(self) -> str:
        """In both languages."""
        return f"{self.zh} / {self.en}"
