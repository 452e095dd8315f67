"""Stock RapidOCR and Tesseract, as they come: what a day's work with the libraries would give."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any

ENGINES = ("rapidocr", "tesseract")


class Stock:
    """The engines in a process of their own, as the reader is in its own, and as nice as it."""

    def __init__(self, engines: Sequence[str] = ENGINES) -> None:
        self._engines = engines
        self._process = ProcessPoolExecutor(1, get_context("spawn"), os.nice, (5,))

    def __enter__(self) -> "Stock":
        for engine in self._engines:
            self._process.submit(_load, engine).result()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.shutdown()

    def read(self, engine: str, path: Path) -> tuple[str, float]:
        """All text that the engine sees, and the seconds it took."""
        return self._process.submit(_read, engine, path).result()


def _load(engine: str) -> None:
    _reader(engine)


def _read(engine: str, path: Path) -> tuple[str, float]:
    reader = _reader(engine)
    start = time.perf_counter()
    text = reader(path)
    return text, time.perf_counter() - start


@cache
def _reader(engine: str) -> Callable[[Path], str]:
    return {"rapidocr": _rapidocr, "tesseract": _tesseract}[engine]()


def _rapidocr() -> Callable[[Path], str]:
    from rapidocr import RapidOCR

    whole: Any = RapidOCR(params={"Global.log_level": "critical"})
    return lambda path: "".join(whole(str(path)).txts or ())


def _tesseract() -> Callable[[Path], str]:
    import pytesseract
    from PIL import Image

    def read(path: Path) -> str:
        with Image.open(path) as photo:
            return str(pytesseract.image_to_string(photo, lang="chi_sim"))

    return read
