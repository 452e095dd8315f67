"""Telegram's HTML → plain text and entities, refused in Telegram's words when it is broken."""

import html as html_names
import re
from dataclasses import dataclass, field

from bot.demo.records import Entity
from bot.demo.refusals import RefusalError, bad_request

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[^\s>]*)(?P<rest>[^>]*)(?P<close>>?)|[^<]+")
ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]+))?""")
REFERENCE = re.compile(r"&(?:(?:lt|gt|amp|quot)\b|#\d{1,7}|#x[0-9a-fA-F]{1,6});?")


def utf16_length(text: str) -> int:
    """How long Telegram counts the text: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int  # in the plain text, UTF-16


@dataclass
class _Parser:
    source: str
    text: str = ""
    length: int = 0  # of `text`, UTF-16
    entities: list[Entity] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def run(self) -> tuple[str, list[Entity]]:
        for piece in PIECE.finditer(self.source):
            if piece["tag"] is None:
                self._add(piece[0])
            elif piece["end"]:
                self._end(piece)
            else:
                self._start(piece)
        if self.open:
            tag = self.open[-1].tag
            raise _broken(f"Can't find end tag corresponding to start tag {tag}")
        return self.text, sorted(self.entities, key=lambda e: (e.offset, -e.length))

    def _at(self, piece: re.Match[str]) -> str:
        return f"at byte offset {len(self.source[: piece.start()].encode())}"

    def _add(self, raw: str) -> None:
        plain = REFERENCE.sub(lambda found: html_names.unescape(found[0]), raw)
        self.text += plain
        self.length += utf16_length(plain)

    def _start(self, piece: re.Match[str]) -> None:
        tag = piece["tag"].lower()
        is_named = piece["close"] or piece["rest"]
        if is_named and tag not in STYLES:
            raise _broken(f'Unsupported start tag "{tag}" {self._at(piece)}')
        if not piece["close"]:
            raise _broken(f"Unclosed start tag {self._at(piece)}")
        attributes = {
            name: html_names.unescape(value.strip("\"'"))
            for name, value in ATTRIBUTE.findall(piece["rest"])
        }
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" {self._at(piece)}')
        self.open.append(_Open(tag, attributes, self.length))

    def _end(self, piece: re.Match[str]) -> None:
        tag = piece["tag"].lower()
        if not self.open:
            raise _broken(f"Unexpected end tag {self._at(piece)}")
        if not piece["close"]:
            raise _broken(f"Unclosed end tag {self._at(piece)}")
        opened = self.open.pop()
        if tag not in {"", opened.tag}:
            expected = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise _broken(f"Unmatched end tag {self._at(piece)}, {expected}")
        if self.length > opened.start:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity = Entity(STYLES[opened.tag], opened.start, self.length - opened.start)
        if opened.tag == "a":
            entity.url = opened.attributes.get("href") or self.text[-entity.length :]
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity.type = "expandable_blockquote"
        if opened.tag == "code":
            language = opened.attributes.get("class", "")
            entity.language = language.removeprefix("language-") or None
        if opened.tag == "pre" and self._wraps_code(entity):
            return
        self.entities.append(entity)

    def _wraps_code(self, pre: Entity) -> bool:
        """`<pre><code class="language-x">` is one entity, not two."""
        inner = self.entities[-1] if self.entities else None
        same = inner and (inner.offset, inner.length) == (pre.offset, pre.length)
        if not (inner and same and inner.type == "code" and inner.language):
            return False
        inner.type = "pre"
        return True


def _broken(why: str) -> RefusalError:
    return bad_request(f"can't parse entities: {why}")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities, by offset, the longer one first.

    Raises RefusalError (400) for a tag that Telegram does not know or that is not closed in order.
    """
    text, entities = _Parser(source).run()
    for entity in entities:
        if entity.type == "code":
            entity.language = None
    return text, entities
