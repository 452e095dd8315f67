"""`paidan form`: blank forms as PNG and PDF."""

import sys
from pathlib import Path

from bot.blank_form import save_forms
from bot.config import load

NAME = "物业服务联合体"  # as long as none is known


def heading(config: Path | None, name: str | None, hotline: str | None) -> tuple[str, str]:
    """The federation's name and hotline: what is said, and else what the config file says of the
    federation so named, or of its only one. Raises ConfigError."""
    known = load(config).federations if config is not None else ()
    own = [federation for federation in known if name in (None, federation.name)]
    if len(own) == 1:
        name = own[0].name
        hotline = own[0].hotline if hotline is None else hotline
    return name or NAME, hotline or ""


def run(out: Path, federation: str, first: int, count: int, hotline: str) -> int:
    """Write the forms and say where they are; 1 where that fails."""
    try:
        *pictures, pdf = save_forms(out, federation, first, count, hotline=hotline)
    except (OSError, ValueError) as error:
        print(f"没有写成空白表 / no forms written: {error}", file=sys.stderr)
        return 1
    print(f"{len(pictures)} 张空白表 / blank forms: {pdf}")
    return 0
