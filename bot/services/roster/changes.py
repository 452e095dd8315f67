"""What an import changes: each change can be said, done, and put on record."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from bot.services.roster.wanted import WantedLead
from bot.texts import roster as texts
from bot.texts.text import Language, Text
from models.tables.firm import FirmKind


class What(StrEnum):
    """Each value is what the record says that an import did."""

    FIRM_NEW = "firm_new"
    FIRM_BACK = "firm_back"
    FIRM_CHANGED = "firm_changed"
    FIRM_LEFT = "firm_left"
    COMMUNITY_NEW = "community_new"
    COMMUNITY_MOVED = "community_moved"
    COMMUNITY_STAYS = "community_stays"  # with its firm, though it was to change
    COMMUNITY_LEFT = "community_left"
    ALIAS_NEW = "alias_new"
    ALIAS_MOVED = "alias_moved"
    ALIAS_LISTED = "alias_listed"  # learned in the group before, in the file now
    ALIAS_LEFT = "alias_left"
    LEAD_NEW = "lead_new"
    LEAD_MOVED = "lead_moved"
    LEAD_CHANGED = "lead_changed"
    LEAD_LISTED = "lead_listed"  # bound in the group before, in the file now
    LEAD_LEFT = "lead_left"


@dataclass(frozen=True)
class FirmChange:
    """A firm comes, comes back, is something else than before, or leaves."""

    what: What
    firm: str
    kind: FirmKind = FirmKind.PROPERTY
    skills: str = ""


@dataclass(frozen=True)
class CommunityChange:
    """From `day` a community is served by `firm` ("": by none) instead of `before`, which is the
    same where only what was planned for later is taken back."""

    what: What
    community: str
    day: date
    firm: str = ""
    before: str = ""


@dataclass(frozen=True)
class AliasChange:
    """Another name of a community, or one no more; `before`: the community that it meant."""

    what: What
    community: str
    alias: str
    before: str = ""


@dataclass(frozen=True)
class LeadChange:
    """A person leads `firm` instead of `before`. `member_id` None: nobody we know yet."""

    what: What
    name: str
    firm: str = ""
    before: str = ""
    member_id: int | None = None
    wanted: WantedLead | None = None


Change = FirmChange | CommunityChange | AliasChange | LeadChange


@dataclass(frozen=True)
class Note:
    """What whoever imports should know besides."""

    word: str  # of texts.roster.NOTES
    firm: str = ""
    name: str = ""
    count: int = 0
    day: date | None = None


@dataclass(frozen=True)
class Plan:
    """What an import will change from the moment `on`. If that lies `ahead`, `rows` of the file
    wait for it, and imports that waited for these days or later ones are replaced."""

    on: datetime
    firms: tuple[FirmChange, ...] = ()
    communities: tuple[CommunityChange, ...] = ()
    aliases: tuple[AliasChange, ...] = ()
    leads: tuple[LeadChange, ...] = ()
    notes: tuple[Note, ...] = ()
    ahead: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    replaces: tuple[date, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do, nor to wait for."""
        return not (self.changes or self.replaces or self.ahead)

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of them, in the order in which they are done."""
        return tuple(chain(self.firms, self.communities, self.aliases, self.leads))

    def sentences(self, language: Language) -> list[str]:
        """Each change, then what there is to know besides."""
        return [self._said(change, language) for change in self.changes] + self.noted(language)

    def noted(self, language: Language) -> list[str]:
        """What there is to know besides."""
        notes = [*self.notes, *(Note("replaces", day=day) for day in self.replaces)]
        return [texts.NOTES[n.word].say(language, **vars(n)) for n in notes]

    def _said(self, change: Change, language: Language) -> str:
        """A community's change names its day itself."""
        sentence = said(change, language)
        if not self.ahead or isinstance(change, CommunityChange):
            return sentence
        return texts.FROM_DAY.say(language, day=self.on.date(), change=sentence)

    def summary(self, language: Language) -> str:
        """The same in one line, without names of people."""
        if not self.changes:
            return texts.NOTHING.say(language)
        kinds = (
            (texts.FIRMS, self.firms),
            (texts.COMMUNITIES, self.communities),
            (texts.ALIASES, self.aliases),
            (texts.LEADS, self.leads),
        )
        counted = [kind.filled(count=len(found)) for kind, found in kinds if found]
        what = Text("，".join(one.zh for one in counted), ", ".join(one.en for one in counted))
        return texts.CHANGED.say(language, what=what)


def said(change: Change, language: Language) -> str:
    """The sentence for one change."""
    facts = vars(change)
    if isinstance(change, FirmChange):
        skills = change.skills or "—"
        facts = {**facts, "kind": texts.KINDS[change.kind].word(language), "skills": skills}
    return texts.CHANGES[change.what].say(language, **facts)
