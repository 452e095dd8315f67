"""The doubtful fields as they are on the paper, each beside what was read."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from bot.pictures.pen import GREEN, GREY, LINE, Pen
from bot.texts import questions as texts

WIDTH, EDGE = 1080, 40
CROP_WIDTH, CROP_HEIGHT = 580, 260  # at most, after enlarging
ENLARGED = 4  # times at most: more shows no more
READ = EDGE + CROP_WIDTH + 48
READ_SIZE, LINE_HEIGHT = 44, 58
MOST_LINES = 5  # of what was read
LABEL_SIZE, ROW_HEAD, ROW_FOOT = 30, 60, 28
HEAD = 64


def draw_question(crops: Sequence[tuple[str, bytes, str]]) -> bytes:
    """PNG, 1080 pixels wide. A crop is (the field's label, its part of the photo as PNG or JPEG,
    what was read). Raises PIL.UnidentifiedImageError where a part is no picture."""
    pictures = [_fitted(picture) for _, picture, _ in crops]
    most = HEAD + len(crops) * (ROW_HEAD + max(CROP_HEIGHT, MOST_LINES * LINE_HEIGHT) + ROW_FOOT)
    pen = Pen(WIDTH, most)
    y = _draw_head(pen)
    for (label, _, read), picture in zip(crops, pictures, strict=True):
        y = _draw_row(pen, y, label, picture, read)
    return pen.png(y)


def _fitted(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    scale = min(CROP_WIDTH / picture.width, CROP_HEIGHT / picture.height, ENLARGED)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _draw_head(pen: Pen) -> float:
    pen.box(0, 0, WIDTH, 8, GREEN)
    pen.both(EDGE, 48, texts.ON_PAPER, 24, colour=GREY)
    pen.both(READ, 48, texts.READ_AS, 24, colour=GREY)
    return HEAD


def _draw_row(pen: Pen, y: float, label: str, picture: Image.Image, read: str) -> float:
    pen.box(EDGE, y, WIDTH - 2 * EDGE, 2, LINE)
    pen.write(EDGE, y + 44, pen.fit(label, LABEL_SIZE, CROP_WIDTH), LABEL_SIZE, bold=True)
    top = y + ROW_HEAD
    pen.paste(EDGE, top, picture)
    end = _draw_read(pen, top, read)
    return max(end, top + picture.height) + ROW_FOOT


def _draw_read(pen: Pen, y: float, read: str) -> float:
    if not read.strip():
        pen.both(READ, y + 40, texts.NOTHING, 32, colour=GREY)
        return y + LINE_HEIGHT
    width = WIDTH - EDGE - READ
    lines = pen.wrap(read, READ_SIZE, width)
    if len(lines) > MOST_LINES:
        rest = "".join(lines[MOST_LINES - 1 :])
        lines = [*lines[: MOST_LINES - 1], pen.fit(rest, READ_SIZE, width)]
    for line in lines:
        pen.write(READ, y + 44, line, READ_SIZE)
        y += LINE_HEIGHT
    return y
