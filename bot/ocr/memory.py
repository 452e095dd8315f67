"""A reader's memory: small between two photos, and smaller while it reads one."""

import ctypes
from collections.abc import Callable

_M_ARENA_MAX = -8  # glibc's name for it


def give_memory_back() -> Callable[[], object]:
    """What to call after each photo: every one has other sizes, and what is kept from one is of
    no use to the next. Where the C library cannot, a reader grows larger, and reads as well."""
    try:
        library = ctypes.CDLL(None)
        library.mallopt(_M_ARENA_MAX, 1)  # all threads share what is free
        return lambda: library.malloc_trim(0)
    except (OSError, AttributeError):
        return lambda: None
