"""Ready sample forms for the page: invented calls, about communities whose leads play along."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A picture beside this file, with its title in both languages."""

    name: str
    zh: str
    en: str

    def content(self) -> bytes:
        return (Path(__file__).parent / f"{self.name}.jpg").read_bytes()


SAMPLES: tuple[Sample, ...] = ()


def sample(name: str) -> Sample:
    """The sample of this name. Raises LookupError."""
    for one in SAMPLES:
        if one.name == name:
            return one
    raise LookupError(f"没有样张 · no sample {name!r}")
