"""The real application against the group in a box, in one event loop."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A group, a bot, and a clock that can be wound."""
    own = Stage(tmp_path)
    await own.start()
    yield own
    await own.stop()
