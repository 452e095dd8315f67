"""`paidan form`: blank forms as PNG and PDF."""

import sys
from pathlib import Path

from bot.blank_form import save_forms


def run(out: Path, federation: str, first: int, count: int, hotline: str) -> int:
    """Write the forms and say where they are; 1 where that fails."""
    try:
        *pictures, pdf = save_forms(out, federation, first, count, hotline=hotline)
    except (OSError, ValueError) as error:
        print(f"没有写成空白表 / no forms written: {error}", file=sys.stderr)
        return 1
    print(f"{len(pictures)} 张空白表 / blank forms: {pdf}")
    return 0
