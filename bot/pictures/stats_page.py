"""The measures of the page of /stats, in pixels, and the heading of its parts."""

from bot.pictures.pen import GREY, Pen
from bot.texts.text import Text

WIDTH = 1080
LEFT, RIGHT = 56, WIDTH - 56


def draw_heading(pen: Pen, x: float, y: float, name: Text, *more: Text) -> float:
    """The name of a part below `y`. Returns where its content may begin."""
    end = pen.both(x, y + 52, name, 28)
    for text in more:
        end = pen.write(end + 12, y + 52, f"· {text.zh} {text.en}", 20, colour=GREY)
    return y + 72
