"""Whether a file is answered in ten seconds is the benchmark's to measure, on a quiet machine."""

from collections.abc import Iterator

import pytest

from benchmarks.reading import fuzz


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Here it only counts that each is answered, and how."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzz, "LIMIT", 100.0)
        yield
