from collections.abc import AsyncIterator

import pytest_asyncio

from bot.ocr import ReaderPool


@pytest_asyncio.fixture
async def pool() -> AsyncIterator[ReaderPool]:
    """One reader in its own process."""
    readers = ReaderPool()
    await readers.start()
    yield readers
    await readers.stop()
