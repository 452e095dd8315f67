"""The hands that practice forms are written in: which fonts, and how to get them.

apt-get install fonts-lxgw-wenkai fonts-arphic-gkai00mp fonts-arphic-uming
npm install --prefix ~/.cache/paidan-fonts @expo-google-fonts/ma-shan-zheng \
    @expo-google-fonts/zhi-mang-xing @expo-google-fonts/liu-jian-mao-cao @fontsource/long-cang
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from noto_cjk_sans_otc import FONT_PATH
from PIL import ImageFont

NPM = Path(os.environ.get("PAIDAN_FONTS", Path.home() / ".cache/paidan-fonts"))
APT = Path("/usr/share/fonts/truetype")
KINDS = ("print", "neat", "brush", "cursive")


@dataclass(frozen=True)
class Hand:
    """A font that stands for a person's hand. `file`: its name below `NPM` or `APT`; `face`: which
    one of a collection; `latin`: where the first file has no digits; `grow`: factor on its size."""

    name: str
    kind: str
    file: str
    face: int = 0
    latin: str = ""
    grow: float = 1.0


HANDS: Mapping[str, tuple[Hand, ...]] = {
    "tuning": (
        Hand("print", "print", "NotoSansCJK-Regular.ttc", 2),
        Hand("kai", "neat", "LXGWWenKai-Regular.ttf"),
        Hand("mashan", "brush", "MaShanZheng_400Regular.ttf"),
        Hand("zhimang", "cursive", "ZhiMangXing_400Regular.ttf", grow=1.15),
    ),
    "test": (
        Hand("ming", "print", "uming.ttc"),
        Hand("gkai", "neat", "gkai00mp.ttf"),
        Hand(
            "longcang",
            "brush",
            "long-cang-chinese-simplified-400-normal.woff",
            latin="long-cang-latin-400-normal.woff",
            grow=1.2,
        ),
        Hand("liujian", "cursive", "LiuJianMaoCao_400Regular.ttf", grow=1.2),
    ),
}


class FontMissingError(Exception):
    """A font is not on this machine; says how to get it."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} not found below {NPM} or {APT}; to get it:\n{__doc__}")


@cache
def font(file: str, size: int, face: int = 0) -> ImageFont.FreeTypeFont:
    """The font at this size in pixels. Raises FontMissingError."""
    return ImageFont.truetype(str(_path(file)), size, index=face)


@cache
def _path(file: str) -> Path:
    if file == Path(str(FONT_PATH)).name:
        return Path(str(FONT_PATH))
    for root in (NPM, APT):
        for path in sorted(root.rglob(file)):
            return path
    raise FontMissingError(file)


@cache
def has(font_: ImageFont.FreeTypeFont, char: str) -> bool:
    """Whether the font draws this character, rather than nothing or its box for the unknown."""
    drawn = bytes(font_.getmask(char))
    return bool(drawn) and drawn != bytes(font_.getmask("\U0010fffd"))


def kind_of(ink: str) -> str:
    """print · neat · brush · cursive, of a hand's name as truth.jsonl has it under `ink`."""
    return next(hand.kind for hands in HANDS.values() for hand in hands if hand.name == ink)
