"""The real application against the group in a box, in one event loop."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from tests.stories.quick import QuickStage
from tests.stories.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A group, a bot, and a clock that can be wound."""
    own = Stage(tmp_path)
    await own.start()
    yield own
    await own.stop()


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[QuickStage]:
    """The same without a reader, on a Monday at nine."""
    own = QuickStage(tmp_path)
    await own.start()
    yield own
    await own.stop()


@pytest.fixture(params=[QuickStage])
async def taking_out(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Where photos and typed forms are deleted after intake."""
    own: Stage = request.param(tmp_path, delete_photos=True)
    await own.start()
    yield own
    await own.stop()


@pytest.fixture(scope="session")
def picture() -> bytes:
    """Some photo, of no form."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(out, "JPEG")
    return out.getvalue()
