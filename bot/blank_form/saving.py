"""Forms as files: a PNG each, and one PDF to print."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from bot.blank_form.drawing import DPI, draw_form

_AT_ONCE = 20  # sheets in memory, of nine megabytes each


def save_forms(
    out: Path, federation: str, first: int, count: int, *, hotline: str = ""
) -> list[Path]:
    """Write `count` forms numbered from `first` into the folder `out`; the PDF's path comes last.

    Raises ValueError for numbers that are none, OSError where `out` cannot be written."""
    if count < 1:
        raise ValueError(f"no number of forms: {count}")
    out.mkdir(parents=True, exist_ok=True)
    numbers = range(first, first + count)
    paths = [out / f"form-{number:06d}.png" for number in numbers]
    pdf = out / f"forms-{numbers[0]:06d}-{numbers[-1]:06d}.pdf"
    for begin in range(0, count, _AT_ONCE):
        some = slice(begin, begin + _AT_ONCE)
        sheets = (draw_form(federation, number, hotline=hotline) for number in numbers[some])
        _save(tuple(sheets), paths[some], pdf, new=begin == 0)
    return [*paths, pdf]


def _save(sheets: Sequence[Image.Image], paths: Sequence[Path], pdf: Path, *, new: bool) -> None:
    """A PNG each; and a page each that is added to the PDF, or begins it."""
    for path, sheet in zip(paths, sheets, strict=True):
        sheet.save(path, dpi=(DPI, DPI))
    sheets[0].save(
        pdf,
        append=not new,
        save_all=True,
        append_images=iter(sheets[1:]),  # in a list, each would hold the others in a circle
        resolution=DPI,
        quality=92,
    )
