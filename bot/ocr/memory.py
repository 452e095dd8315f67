"""A reader's memory: quick to get, and given back between two photos. All of it by ways of the GNU
C library; where there is another, a reader is slower or larger, and reads as well."""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_M_ARENA_MAX = -8  # glibc's name for it
_TUNABLES = "GLIBC_TUNABLES"  # which a process looks at once, as it begins


@contextmanager
def large_pages() -> Iterator[None]:
    """A process that is started meanwhile gets large blocks of memory in pages of 2 MiB, not 4 KiB:
    the maps of a page of writing are 20 MB each, and making them anew took a quarter of the time
    it takes to find the lines. https://www.gnu.org/software/libc/manual/html_node/Tunables.html"""
    own = os.environ.get(_TUNABLES)
    os.environ[_TUNABLES] = own or "glibc.malloc.hugetlb=1"
    try:
        yield
    finally:
        if own is None:
            del os.environ[_TUNABLES]


def give_memory_back() -> Callable[[], object]:
    """What to call after each photo: every one has other sizes, and what is kept from one is of
    no use to the next."""
    try:
        library = ctypes.CDLL(None)
        library.mallopt(_M_ARENA_MAX, 1)  # all threads share what is free
        return lambda: library.malloc_trim(0)
    except (OSError, AttributeError):
        return lambda: None
