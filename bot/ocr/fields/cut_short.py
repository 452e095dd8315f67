"""A community's name that lost a character at its end: the finder's box ended too early, as before
a rule or a fold. What the picture shows a little further on tells."""

from collections.abc import Callable, Sequence

from bot.ocr.engines import STRIP, Engine
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import names
from models.community_match import plain
from models.directory import Directory
from models.intake import Quad

_MOST = 2  # characters that may be lost
_SHORTEST = 2  # characters that were read
_SPACE = 0.3  # of a character, beside the last one


def look_further(
    slots: Sequence[Slot], picture: Pixels, reader: Engine, directory: Directory
) -> None:
    """Read the community once more with some paper beside it, if names of the roster have a
    character or two more; only a whole name is taken."""
    communities = (slot for slot in slots if slot.name == "community" and len(slot.values) == 1)
    for slot in communities:
        (line,) = slot.values
        read = plain(line.text)
        if not (whole := [name for name in names(directory) if _lacks(read, name)]):
            continue
        box = _further(line.box, read, whole)
        (again,) = reader.recognise([(cut(picture, box, STRIP), box)])
        if plain(again.text) in whole:
            slot.values = [again]


def _lacks(read: str, name: str) -> bool:
    """Whether the name has only some characters more, before what was read or behind it."""
    more = len(name) - len(read)
    ends = name.startswith(read) or name.endswith(read)
    return len(read) >= _SHORTEST and 0 < more <= _MOST and ends


def _further(box: Quad, read: str, whole: Sequence[str]) -> Quad:
    """The box with room for what is lost, at the end where it is."""

    def share(ends: Callable[[str], bool]) -> float:
        lost = max((len(name) - len(read) for name in whole if ends(name)), default=0)
        return (lost + _SPACE) / len(read) if lost else 0.0

    before = share(lambda name: name.endswith(read))
    behind = share(lambda name: name.startswith(read))
    return stretched(box, (-before, 1 + behind), (0.0, 1.0))
