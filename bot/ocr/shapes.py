"""What some values look like, and nothing else does: known by that where their label is lost."""

import re
from collections.abc import Callable, Mapping

from bot.ocr.figures import is_time
from models import phone
from models.community_match import match
from models.directory import Directory
from models.kinds import URGENCIES, WRITTEN

_ROOM = re.compile(r"(\d+弄)?\d+号(楼)?\d{3,4}室")
_NUMBER = re.compile(r"[\d\s-]+")
_MOBILE_OR_AREA = 11  # digits, at least: a shorter number may be anything


def telling(directory: Directory) -> Mapping[str, Callable[[str], bool]]:
    """Field → whether a text is a value of it."""
    return {
        "community": lambda text: match(text, directory).name is not None,
        "phone": _is_phone,
        "address": lambda text: _ROOM.fullmatch(text) is not None,
        "time": is_time,
        "category": WRITTEN.__contains__,
        "urgency": URGENCIES.__contains__,
    }


def _is_phone(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    whole = _NUMBER.fullmatch(text) is not None and phone.is_whole(phone.tidy(text))
    return whole and digits >= _MOBILE_OR_AREA
