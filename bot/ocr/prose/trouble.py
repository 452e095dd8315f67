"""The trouble in a note without labels: of what is neither a value nor talk, what tells of one."""

import re
from collections.abc import Iterator

from bot.ocr.labels.slots import PLACE, REACHED
from bot.ocr.prose.clauses import ITEM, passages
from bot.ocr.prose.note_values import Found
from bot.ocr.prose.running_text import BREAK, RunningText, Span
from models.kinds import kind_implied

_ANNOUNCED = re.compile(
    "(?:反映|如下|情况|内容|诉求|问题|事由|[说讲称])[是为]?[，,：:.]?$|来电[：:]$"
)
_LEAD = re.compile(
    "(?:如下[：:]|打进?来的[，,]|有一?件.{0,4}事|[○●·•]|的?住户|现在?(?=[一-鿿]{4})|事由|问题|内容|情况"
    "|我家(?![里的])|(?:打?(?:来|电话)+|[她他]?家?(?:的?(?:住户|业主|居民))?(?:家属|对方|来电)?)"
    "(?:说|讲|反映|称|报称)(?!不)[，：:]?)[：:，]?"
)
_BROKEN = re.compile(  # where no word tells of which kind
    "[坏断裂堵漏脏臭吵歪倒松破锈卡塌翘渗滴湿抖]|空鼓|异响|停用|[关打开修进出用上下]不|不[动亮转响好停]"
    "|没(?:人|有|反应)|掉[下了]|leak|broken|not ?work|no ?water|noise|stuck"
)
_FEWEST = 6  # characters of such a passage
_NEAR = 8  # characters between the trouble and where it is, or whose


def trouble(text: RunningText, found: Found) -> list[Span]:
    """The longest passage of a kind of trouble, one that is announced, or behind where it is and
    whose, or before that, first; without the marks of a list. None where nothing tells of any."""
    told = {x: text.text[slice(*x)].replace(BREAK, "") for x in passages(text, found.taken)}
    likely = [span for span, said in told.items() if kind_implied(said)]
    likely = likely or [x for x, said in told.items() if _may_be_one(said, text.text[: x[0]])]
    if not likely:
        return []

    own = [found.values[name] for name in PLACE | REACHED if name in found.values]

    def rank(span: Span) -> tuple[bool, bool, bool, int]:
        begins = _LEAD.match(text.text, *span) or _ANNOUNCED.search(text.text[: span[0]])
        behind = any(0 <= span[0] - end <= _NEAR for _, end in own)
        before = any(0 <= start - span[1] <= _NEAR for start, _ in own)
        return bool(begins), behind, before, span[1] - span[0]

    start, end = max(likely, key=rank)
    lead = _LEAD.match(text.text, start, end)
    return list(_without_items(text.text, lead.end() if lead else start, end))


def _may_be_one(said: str, before: str) -> bool:
    return bool(_ANNOUNCED.search(before)) or (len(said) >= _FEWEST and bool(_BROKEN.search(said)))


def _without_items(text: str, start: int, end: int) -> Iterator[Span]:
    for item in ITEM.finditer(text, start, end):
        yield start, item.start()
        start = item.end()
    yield start, end
