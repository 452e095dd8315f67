"""Who serves which community: the closed list that a reading is checked against."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Community:
    """A residential community 小区, the other names it goes by, and the firm that serves it."""

    name: str
    firm: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """A federation's communities, as they stand on one day, and its telephones' area code, where it
    is known."""

    communities: tuple[Community, ...]
    area_code: str = ""

    def firm_of(self, community: str) -> str | None:
        """The firm that serves the community of exactly this name, or None."""
        return next((c.firm for c in self.communities if c.name == community), None)
