"""The command line: demo · run · check · read · form · roster · forget."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

CONFIG = Path("config.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. A wrong setting ends in one sentence, not a traceback."""
    from bot.config_errors import ConfigError
    from bot.roster_file import RosterError

    options = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for chatty in ("httpx", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        return int(options.function(options))
    except (ConfigError, RosterError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="paidan", description="派单机器人 / dispatch bot")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_demo(commands)
    _add_run(commands)
    _add_read(commands)
    _add_form(commands)
    _add_roster(commands)
    _add_forget(commands)
    return parser


def _add_demo(commands: "Commands") -> None:
    parser = commands.add_parser("demo", help="本机演示群，无需 token / a group in a box")
    parser.add_argument("--data", type=Path, help="保留数据的目录 / keep the data in this folder")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--language", choices=("zh", "en", "zh+en"), default="zh")
    parser.set_defaults(function=_demo)


def _demo(options: argparse.Namespace) -> int:
    from bot.demo.command import run

    return run(options.data, options.port, not options.no_browser, language=options.language)


def _add_run(commands: "Commands") -> None:
    for name, function, words in (
        ("run", _run, "运行机器人 / run the bot"),
        ("check", _check, "检查设置 / check the settings"),
    ):
        parser = commands.add_parser(name, help=words)
        parser.add_argument("--config", type=Path, default=CONFIG)
        parser.set_defaults(function=function)


def _run(options: argparse.Namespace) -> int:
    from bot.app import serve
    from bot.check import report
    from bot.config import load

    settings = load(options.config)
    if not asyncio.run(report(settings)):
        return 1
    return asyncio.run(serve(settings))


def _check(options: argparse.Namespace) -> int:
    from bot.check import report
    from bot.config import load

    return 0 if asyncio.run(report(load(options.config))) else 1


def _add_read(commands: "Commands") -> None:
    parser = commands.add_parser("read", help="只读表 / read photos of forms")
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    parser.add_argument("--roster", type=Path)
    parser.add_argument("--engine", choices=("rapidocr", "tesseract"), default="rapidocr")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(function=_read)


def _read(options: argparse.Namespace) -> int:
    from bot.commands.read import run

    return run(options.photos, options.roster, options.engine, options.json)


def _add_form(commands: "Commands") -> None:
    parser = commands.add_parser("form", help="打印空白信息表 / print blank forms")
    parser.add_argument("out", type=Path, nargs="?", default=Path("forms"))
    parser.add_argument(
        "--config",
        type=Path,
        default=CONFIG if CONFIG.is_file() else None,
        help="印它写的单位和热线 / print its federation and hotline",
    )
    parser.add_argument("--federation")
    parser.add_argument("--hotline")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.set_defaults(function=_form)


def _form(options: argparse.Namespace) -> int:
    from bot.commands.form import heading, run

    federation, hotline = heading(options.config, options.federation, options.hotline)
    return run(options.out, federation, options.first, options.count, hotline)


def _add_roster(commands: "Commands") -> None:
    parser = commands.add_parser("roster", help="花名册 / the roster")
    parser.add_argument("action", choices=("import", "export", "show"))
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--federation")
    parser.add_argument(
        "--from",
        dest="on",
        type=date.fromisoformat,
        metavar="DATE",
        help="生效日期 / from this date on",
    )
    parser.add_argument("--dry-run", action="store_true")
    parser.set_defaults(function=_roster)


def _roster(options: argparse.Namespace) -> int:
    from bot.commands.roster import run

    return run(
        options.config,
        options.action,
        options.file,
        federation=options.federation,
        on=options.on,
        dry_run=options.dry_run,
    )


def _add_forget(commands: "Commands") -> None:
    parser = commands.add_parser("forget", help="删除个人信息 / remove personal data")
    parser.add_argument("--before", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.set_defaults(function=_forget)


def _forget(options: argparse.Namespace) -> int:
    from bot.commands.forget import run

    return run(options.config, options.before)


if __name__ == "__main__":
    sys.exit(main())
