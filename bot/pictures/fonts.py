"""The typeface of all pictures: Noto Sans CJK, which comes in a wheel."""

from functools import cache
from importlib.resources import as_file

from noto_cjk_sans_otc import FONT_PATH
from PIL import ImageFont

SIMPLIFIED = 2  # the collection's face with mainland shapes; the first one is Japanese


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The regular weight; the wheel brings no other. Raises OSError if it cannot be opened."""
    with as_file(FONT_PATH) as path:
        return ImageFont.truetype(str(path), size, index=SIMPLIFIED)
