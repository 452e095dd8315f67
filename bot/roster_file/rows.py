"""One row of a roster, and what is said of one that cannot be taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.tables.firm import FirmKind

COLUMNS = ("物业公司", "类型", "专长", "小区", "别名", "负责人", "手机", "Telegram")
KINDS = {"": FirmKind.PROPERTY, "物业": FirmKind.PROPERTY, "专业机构": FirmKind.SPECIALIST}
_WORDS = {FirmKind.PROPERTY: "物业", FirmKind.SPECIALIST: "专业机构"}

Line = tuple[int, Sequence[str]]
"""A line's number in the file, from 1, and its cells."""


class RosterError(Exception):
    """The file cannot be used. Its text is the sentence for whoever keeps it."""


def fault(path: Path, line: int, zh: str, en: str) -> RosterError:
    """What is wrong in a line, and what to do, in both languages."""
    return RosterError(f"{path} 第 {line} 行：{zh} / line {line}: {en}")


@dataclass(frozen=True)
class RosterRow:
    """One row. `telegram`: a user id, an @name, or nothing."""

    line: int
    firm: str
    kind: FirmKind = FirmKind.PROPERTY
    skills: tuple[str, ...] = ()
    community: str = ""
    aliases: tuple[str, ...] = ()
    lead: str = ""
    phone: str = ""
    telegram: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As it stands in the file."""
        names = ("、".join(self.skills), self.community, "、".join(self.aliases))
        return (self.firm, _WORDS[self.kind], *names, self.lead, self.phone, self.telegram)
