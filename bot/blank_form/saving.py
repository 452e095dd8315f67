"""Forms as files: a PNG each, and one PDF to print."""

from pathlib import Path

from bot.blank_form.drawing import DPI, draw_form


def save_forms(
    out: Path, federation: str, first: int, count: int, *, hotline: str = ""
) -> list[Path]:
    """Write `count` forms numbered from `first` into the folder `out`; the PDF's path comes last.

    Raises ValueError for numbers that are none, OSError where `out` cannot be written."""
    if count < 1:
        raise ValueError(f"no number of forms: {count}")
    out.mkdir(parents=True, exist_ok=True)
    numbers = range(first, first + count)
    sheets = [draw_form(federation, number, hotline=hotline) for number in numbers]
    paths = [out / f"form-{number:06d}.png" for number in numbers]
    for path, sheet in zip(paths, sheets, strict=True):
        sheet.save(path, dpi=(DPI, DPI))
    pdf = out / f"forms-{numbers[0]:06d}-{numbers[-1]:06d}.pdf"
    sheets[0].save(pdf, save_all=True, append_images=sheets[1:], resolution=DPI, quality=92)
    return [*paths, pdf]
