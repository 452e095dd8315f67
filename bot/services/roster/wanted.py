"""What a roster file asks for: its rows, gathered into firms, communities and leads."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.roster_file import RosterFile, RosterRow
from models.tables.firm import FirmKind


@dataclass(frozen=True)
class WantedFirm:
    """`skills` joined by 、 as the table keeps them; `line`: the first that names it."""

    name: str
    kind: FirmKind = FirmKind.PROPERTY
    skills: str = ""
    line: int = 0


@dataclass(frozen=True)
class WantedCommunity:
    """A community with the other names it goes by; `line`: the first that names it."""

    name: str
    firm: str
    aliases: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class WantedLead:
    """`username` without its @. Neither id nor @name: they have to join by a link."""

    firm: str
    name: str = ""
    phone: str = ""
    user_id: int | None = None
    username: str | None = None

    @property
    def heard(self) -> bool:
        """Whether the file says who they are on Telegram."""
        return self.user_id is not None or self.username is not None


@dataclass(frozen=True)
class Wanted:
    """Firms and communities by name; leads in the file's order."""

    firms: dict[str, WantedFirm]
    communities: dict[str, WantedCommunity]
    leads: tuple[WantedLead, ...]


def gather(file: RosterFile) -> Wanted:
    """A firm's rows say together what it is; a lead on several rows is one lead."""
    firms: dict[str, WantedFirm] = {}
    communities: dict[str, WantedCommunity] = {}
    for row in file.rows:
        firms[row.firm] = _firm(firms.get(row.firm), row)
        if row.community:
            known = communities.get(row.community)
            aliases = _union(known.aliases if known else (), row.aliases)
            line = known.line if known else row.line
            communities[row.community] = WantedCommunity(row.community, row.firm, aliases, line)
    leads = [_lead(row) for row in file.rows if row.lead or row.telegram]
    return Wanted(firms, communities, _once_each(leads))


def _firm(known: WantedFirm | None, row: RosterRow) -> WantedFirm:
    """An empty 类型 means a property firm only where no other row says 专业机构."""
    kinds = {row.kind, known.kind if known else row.kind}
    kind = FirmKind.SPECIALIST if FirmKind.SPECIALIST in kinds else FirmKind.PROPERTY
    before = tuple(known.skills.split("、")) if known and known.skills else ()
    line = known.line if known else row.line
    return WantedFirm(row.firm, kind, "、".join(_union(before, row.skills)), line)


def _union(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _lead(row: RosterRow) -> WantedLead:
    user_id = int(row.telegram) if row.telegram.isdecimal() else None
    username = row.telegram.removeprefix("@") or None if user_id is None else None
    return WantedLead(row.firm, row.lead, row.phone, user_id, username)


def _once_each(leads: Iterable[WantedLead]) -> tuple[WantedLead, ...]:
    """The same on Telegram is the same person; so is the same name in the firm, where a row
    leaves Telegram empty."""
    found: list[WantedLead] = []
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for lead in leads:
        alike = (i for key in _keys(lead) for i in places[key] if _same(found[i], lead))
        place = min(alike, default=None)
        if place is None:
            place = len(found)
            found.append(lead)
        else:
            found[place] = _merged(found[place], lead)
        for key in _keys(found[place]):
            if place not in places[key]:
                places[key].append(place)
    return tuple(found)


def _keys(lead: WantedLead) -> Iterator[Hashable]:
    if lead.heard:
        yield (lead.user_id, lowered(lead.username))
    if lead.name:
        yield (lead.firm, lead.name)


def _same(one: WantedLead, other: WantedLead) -> bool:
    if one.heard and other.heard:
        return (one.user_id, lowered(one.username)) == (other.user_id, lowered(other.username))
    return bool(one.name) and (one.firm, one.name) == (other.firm, other.name)


def lowered(username: str | None) -> str | None:
    """An @name as Telegram compares it: its case does not matter."""
    return username.lower() if username else None


def _merged(one: WantedLead, other: WantedLead) -> WantedLead:
    return replace(
        one,
        name=one.name or other.name,
        phone=one.phone or other.phone,
        user_id=one.user_id or other.user_id,
        username=one.username or other.username,
    )
