"""A database of each kind with a small cast: one federation, three firms, two communities."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from tests.report.cast import enter_cast


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """Nothing is committed: each test begins with the cast alone."""
    with Session(request.getfixturevalue(request.param)) as session:
        enter_cast(session)
        yield session
