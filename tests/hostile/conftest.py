from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from benchmarks.reading import fuzz
from bot.ocr import ReaderPool


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """It only counts that each is answered, and how: whether in ten seconds, the benchmark says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzz, "LIMIT", 100.0)
        yield


@pytest_asyncio.fixture
async def pool() -> AsyncIterator[ReaderPool]:
    """One reader in its own process."""
    readers = ReaderPool()
    await readers.start()
    yield readers
    await readers.stop()
