"""What a person gets wrong when setting up, said in one plain line each with what to do."""

from bot.check.places import unwritable_places
from bot.check.setup import can_ask, missing_parts, wrong_settings
from bot.check.telegram import wrong_at_telegram
from bot.config import Settings


async def report(settings: Settings) -> bool:
    """Print what is wrong; whether the bot can run."""
    findings = [*wrong_settings(settings), *missing_parts(settings), *unwritable_places(settings)]
    if can_ask(settings):
        findings += [finding async for finding in wrong_at_telegram(settings)]
    for finding in findings:
        print(("✗ " if finding.fatal else "⚠ ") + finding.sentence)
    fatal = any(finding.fatal for finding in findings)
    if not findings:
        print("✓ 一切就绪 / All is well")
    return not fatal
