"""A community's name that lost a character at its end: the finder's box ended too early, as before
a rule or a fold. What the picture shows a little further on tells."""

from collections.abc import Sequence

from bot.ocr.engines import Engine
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.picture import Pixels
from models.community_match import plain
from models.directory import Directory
from models.intake import Quad

_STRIP = 48  # pixels of height
_MOST = 2  # characters that may be lost
_SHORTEST = 2  # characters that were read
_SPACE = 0.3  # of a character, beside the last one


def look_further(
    slots: Sequence[Slot], picture: Pixels, reader: Engine, directory: Directory
) -> None:
    """Read the community once more with some paper beside it, if names of the roster have a
    character or two more; only a whole name is taken."""
    for slot in slots:
        if slot.name == "community" and len(slot.values) == 1:
            (line,) = slot.values
            read = plain(line.text)
            whole = [name for name in _names(directory) if _lacks(read, name)]
            if not whole:
                continue
            box = _further(line.box, read, whole)
            (again,) = reader.recognise([(cut(picture, box, _STRIP), box)])
            if plain(again.text) in whole:
                slot.values = [again]


def _names(directory: Directory) -> list[str]:
    return [plain(name) for one in directory.communities for name in (one.name, *one.aliases)]


def _lacks(read: str, name: str) -> bool:
    """Whether the name has only some characters more, before what was read or behind it."""
    more = len(name) - len(read)
    ends = name.startswith(read) or name.endswith(read)
    return len(read) >= _SHORTEST and 0 < more <= _MOST and ends


def _further(box: Quad, read: str, names: Sequence[str]) -> Quad:
    """The box with room for what is lost, at the end where it is."""

    def share(lost: int) -> float:
        return (lost + _SPACE) / len(read) if lost else 0.0

    before = max(len(name) - len(read) if name.endswith(read) else 0 for name in names)
    behind = max(len(name) - len(read) if name.startswith(read) else 0 for name in names)
    return stretched(box, (-share(before), 1 + share(behind)), (0.0, 1.0))
