"""A reader's memory: quick to get, and given back between two photos. All of it by ways of the GNU
C library; where there is another, a reader is slower or larger, and reads as well."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

KEPT = 340 * 2**20  # bytes: what a reader may hold on to between two photos
_M_ARENA_MAX = -8  # glibc's name for it
_SIZES = Path("/proc/self/statm")  # in pages: of the whole space, and of what is resident
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
    """What to call after each photo. Small ones find again the pages that the last one used; what a
    large one needed is given back: every one has other sizes, and the pieces do not fit."""
    try:
        library = ctypes.CDLL(None)
        library.mallopt(_M_ARENA_MAX, 1)  # all threads share what is free
        return lambda: library.malloc_trim(0) if resident() > KEPT else None
    except (OSError, AttributeError):
        return lambda: None


def resident() -> int:
    """Bytes of memory that this process holds; where the system does not tell, more than any."""
    try:
        pages = int(_SIZES.read_text(encoding="ascii").split()[1])
    except OSError:
        return sys.maxsize
    return pages * os.sysconf("SC_PAGE_SIZE")
