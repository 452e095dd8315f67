"""English labels, as papers of two languages have them: Property 物业项目, Call back, Taken by."""

import re
from collections.abc import Mapping

from models.labels.listed import OTHER
from models.labels.words import section

_FIELDS: Mapping[str, str] = {
    word: OTHER if name == "none" else name
    for name, words in section("english").items()
    for word in words
}
_MARKS = re.compile(r"[\s.,&'’_-]+")


def field_in_english(label: str) -> str | None:
    """The field that these Latin letters ask for; OTHER for none of ours; None if it is no label
    that is known. An engine may lose the spaces."""
    return _FIELDS.get(_MARKS.sub("", label).lower())
