"""Labels in the text of a line: at its beginning, or further on where two fields were read as one.

A hurried hand makes 报维人 of 报修人: one character may be another where a colon follows, or where
the picture nearly says so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf

from bot.ocr.labels.in_english import in_english
from bot.ocr.labels.question import question
from bot.ocr.labels.signs import (
    ASIDE,
    COLON,
    NOISE,
    Mark,
    begin,
    ends_a_name,
    first_colon,
    initial,
    is_option,
    leads,
    match,
    may_follow,
    past,
    unknown,
    value_start,
)
from bot.ocr.page.lines import Line
from bot.ocr.values.alike import SHORTEST, Alike, unambiguous
from models.kinds import URGENCIES
from models.labels.english import field_in_english
from models.labels.grammar import composed, field_by_head, field_named, is_about
from models.labels.listed import INITIALS, OTHER, OTHERS

# These begin ordinary sentences as well: without a colon or a cell of their own, no label.
_AMBIGUOUS = frozenset(
    {"时间", "日期", "地点", "位置", "问题", "诉求", "描述", "内容", "手机", "接电话", "工作人员"}
)
_PEOPLE = frozenset({"业主", "居民", "客户", "联系人", "投诉人", "小区", "电话", "地址", "类型"})
_REMEMBERED = 128  # lines: of a page or two
_NEARLY = 8.0  # of log-likelihood that such a label may lack to what was read
_ASIDE = re.compile(r"[（(][^（()）]{1,16}[)）]")  # 房号（例：8号302室）518弄67号1203室
_IN_BRACKETS = re.compile(f"{_ASIDE.pattern}$")
_SIGNED = frozenset("接记")  # behind the time of day
_TITLE = re.compile(r"(?:[表单卡簿册函书笺录]|卡片|日志|台账)[A-Za-z\W]*$")
_PRESSING = tuple(URGENCIES)
_OR = ("或", "及", "和", "与", "、", "/", "／")
_AS_LISTED = str.maketrans({" ": None, "—": "-", "–": "-"})
_PREFIX = re.compile("[一-鿿]{1,4}")
_PLAIN = 2  # characters of a label's last word: 处理 above 时间 is one label
_IN_OTHER_WORDS = re.compile(r"[（(]([^（()）]{2,8})[)）](?:名称?)?")  # 小区（楼盘）骏华园
_WITHIN = re.compile(r"[（(][^（()）]{1,8}[)）](?=.)")  # 小区（公寓）名


class Wording:
    """All wordings of all labels."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        pairs = ((word, name) for name, words in labels.items() for word in words)
        others = ((word, OTHER) for word in OTHERS)
        self._known = sorted((*pairs, *others), key=lambda pair: -len(pair[0]))
        self._names = dict(self._known)
        self._begun: dict[str, list[tuple[str, str]]] = {}  # by the first character
        for pair in self._known:
            self._begun.setdefault(pair[0][0], []).append(pair)
        self._listed = Alike(self._known)
        every = (*self._known, *composed())
        self._likely = Alike(every)
        self._begins = unambiguous(
            (word[:end], name) for word, name in every for end in range(2, len(word) + 1)
        )
        self._cut_short = unambiguous(
            (w[:-1], name) for w, name in every if not _TITLE.search(w[:-1])
        )
        self._longest = max(len(word) for word in self._names)
        self._first = lru_cache(_REMEMBERED)(self._begins_with)  # a page asks twice of most lines
        self._short = [(w, name) for w, name in self._known if name and len(w) < SHORTEST]

    def first(self, line: Line) -> Mark | None:
        """The label that the line begins with."""
        return self._first(line, id(line.frames))  # two may say the same, seen otherwise

    def _begins_with(self, line: Line, _: int) -> Mark | None:
        text = line.text
        if is_option(text):
            return None
        start = begin(text)
        written = self._written(text, start)
        if written is not None and written.clear and written.name != OTHER:
            return written
        if written is not None and not written.clear and _TITLE.search(text):
            written = None  # 住宅小区热线登记单
        # 小区名种 is no 小区名 with a value, 报修人联系电话： no 报修人
        more = self._composed(text, start) or self._misread(line, start) or self._cut(text, start)
        return more or written or unknown(text, start)

    def exact(self, text: str) -> Mark | None:
        """The label that the text begins with, letter by letter: quicker than looking at what else
        the picture may say."""
        start = begin(text)
        return self._composed(text, start) or self._written(text, start)

    def opening(self, text: str) -> Mark | None:
        """The longest label of ours that the text begins with, whatever follows; no title's."""
        start = begin(text) if not _TITLE.search(text) else len(text)
        for end in range(min(len(text) - 2, start + self._longest), start + 1, -1):
            name = self._named(text[start:end])
            aside = _ASIDE.match(text, end)
            value = aside.end() if aside else end
            if name and may_follow(name, text[value:]):
                return Mark(name, start, end, past(text, value, NOISE), clear=False)
        return None

    def names(self, text: str) -> bool:
        """Whether it is a label of a field of ours, exactly."""
        return bool(self._named(text))

    def goes_on(self, text: str, below: str) -> bool:
        """Whether the two are one label, and the first is none by itself, or of the same field and
        the second is none: 业主 above 电话 are two, and so are 受理 and 受理员, 时间 and Caller."""
        whole = self._named(_IN_BRACKETS.sub("", (text + below).rstrip(COLON)))
        upper = self._named(text)
        lower = self._named(below)
        ends_it = lower is None and field_in_english(below) in (None, upper)
        another = lower not in (None, whole) and len(below) > _PLAIN  # 处置 above 值守人
        one_label = upper == whole and ends_it if upper is not None else not another
        begins = upper is not None or lower is None or is_about(text)  # no 沈桂芳 above 电话
        return whole is not None and ((one_label and begins) or below.startswith(_OR))  # / 或住址

    def begun(self, text: str) -> str | None:
        """The field of all labels that begin so; None where they differ, or there is none."""
        return None if text in _PRESSING else self._begins.get(text)

    def named(self, text: str) -> str | None:
        """The field of a label whose last character may be lost (业主联系电); None where it is no
        label, or too little of one."""
        text = _IN_BRACKETS.sub("", text)  # 小区（楼盘）
        exact = self._named(text)
        if exact is not None or len(text) < SHORTEST or text.endswith(_PRESSING):  # 急缓紧急
            return exact
        rests = (text[k:] for k in range(len(text) - SHORTEST + 1) if not k or is_about(text[:k]))
        fields = (self._cut_short.get(rest) for rest in rests)
        return next((name for name in fields if name is not None), None)

    def _named(self, text: str) -> str | None:
        return self._names[text] if text in self._names else field_named(text)

    def further(self, text: str) -> Iterable[Mark]:
        """Labels within the line, each with its colon; of 会议时间 the last word is a guess."""
        for colon in range(1, len(text)):
            if text[colon] in COLON and (found := self._before(text, colon)):
                start, end, name = found
                guessed = _PREFIX.fullmatch(text[begin(text) : start]) is not None
                value = value_start(text, colon)
                yield Mark(name, start, end, value, guessed=guessed)

    def _written(self, text: str, start: int) -> Mark | None:
        """Word by word, and clearly a label: alone, with a colon, or like no ordinary word."""
        for word, named in self._begun.get(text[start : start + 1], ()):
            end = match(text, start, word)
            if end is None:
                continue
            aside = ASIDE.match(text, end)  # 联系电话（手机或座机）：, 联系电话 Tel.
            name = (self._narrowed(named, aside[0]) if aside else None) or named
            end = aside.end() if aside else end
            again = _IN_OTHER_WORDS.match(text, end)
            twice = again is not None and self._named(again[1]) == name
            end = again.end() if again and twice else end
            value = value_start(text, end)
            leading = leads(text[end:value]) and self._named(text[value:]) is None  # 楼栋—房号
            clear = value >= len(text) or twice or leading
            if clear or (len(word) > 2 and word not in _AMBIGUOUS | _PEOPLE and name != OTHER):
                return Mark(name, start, end, value, clear)
        return initial(text, start)

    def _composed(self, text: str, start: int) -> Mark | None:
        """A label that stands in no list, all that stands before the colon or in the whole line; or
        a question."""
        if (asked := question(text, start)) is not None:
            return asked
        colon = first_colon(text, start)
        label = text[start:colon].rstrip("？?")
        aside = ASIDE.search(label)  # 小区/楼盘（全称）
        end = start + (aside.start() if aside else len(label.rstrip(NOISE)))
        name = self._named(_WITHIN.sub("", text[start:end]).translate(_AS_LISTED))
        name = self._narrowed(name, aside[0]) if aside and aside.start() else name
        value = value_start(text, colon)
        if name is not None:
            return Mark(name, start, end, value)
        guess = field_by_head(text[start:end])
        guessed = Mark(guess, start, end, value, guessed=True) if guess else None
        return in_english(text, start, colon, self._named) or guessed

    def _narrowed(self, name: str | None, aside: str) -> str | None:
        """The label's field by what stands behind it: 地址（小区）, 来电单位（人）, 来自 Of."""
        named = self._named(behind := aside.strip(NOISE))
        narrower = named or INITIALS.get(behind) or field_in_english(behind)
        return narrower if named == "community" or not name else name

    def _misread(self, line: Line, start: int) -> Mark | None:
        """All that stands before the line's first colon, or the whole line, where the picture
        nearly says it; of two characters, the closely printed 小区 is taken for one, as 枢."""
        colon = first_colon(line.text, start)
        head = line.part(start, len(line.text[:colon].rstrip(NOISE)))
        if alike := list(self._likely.resembling(head.text)):
            least = head.likelihood(head.text) - _NEARLY
        elif len(head.text) <= SHORTEST:
            least = -_NEARLY
            alike = [(word, name) for word, name in self._short if head.may_say(word)]
        if not alike:
            return None
        fits = [(head.likelihood(word, least), name) for word, name in alike]
        if max(fits)[0] < least or max(fits)[0] == -inf:  # there is no picture to ask
            return None
        end = start + len(head.text)
        return Mark(max(fits)[1], start, end, value_start(line.text, colon))

    def _cut(self, text: str, start: int) -> Mark | None:
        """A line that is nothing but a label whose last character was not read."""
        end = len(text.rstrip(NOISE))
        name = self.named(text[start:end])
        return None if name is None else Mark(name, start, end, len(text))

    def _before(self, text: str, colon: int) -> tuple[int, int, str] | None:
        """(start, end, field) of the label that ends at this colon."""
        end = len(text[:colon].rstrip(NOISE))
        for start in range(max(0, end - self._longest), end):  # the longest first
            read = text[start:end]
            exact = self._named(read)
            if exact is not None and not ends_a_name(text, start):
                return start, end, exact
            # 庭户号 is like 门户号, and is 户号 behind a value.
            like = next((name for _, name in self._listed.near(read)), None)
            sure = like != OTHER or len(read) > SHORTEST  # 丰翔新城物业服务处：
            if like is not None and sure and self._named(read[1:]) is None:
                return start, end, like
        signed = text[end - 1 : end] in _SIGNED and text[end - 2 : end - 1].isdigit()
        return (end - 1, end, "operator") if signed else None  # 12月3日17:16接：沈桂芳


def known_wording(labels: Mapping[str, Sequence[str]]) -> Wording:
    """Made once of the same labels: that takes longer than finding all labels of a form."""
    return _made(tuple((name, tuple(words)) for name, words in labels.items()))


@lru_cache(maxsize=8)
def _made(labels: tuple[tuple[str, tuple[str, ...]], ...]) -> Wording:
    return Wording(dict(labels))
