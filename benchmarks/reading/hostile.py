"""Files that a reader must survive: made to crash, to stall or to eat the memory."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

import cv2
import numpy as np
import pillow_heif
from PIL import Image, ImageDraw

from bot.pictures.fonts import font


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png(width: int, height: int, *, depth: int, colour: int, rows: int) -> bytes:
    """A black PNG without ever holding its pixels. `depth`: bits; `colour`: PNG's colour type;
    `rows`: how many of them are really there."""
    samples = 4 if colour == 6 else 1
    row = bytes(1 + (width * depth * samples + 7) // 8)
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(row) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head)
    return start + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def claiming(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG with a header that claims another size."""
    place = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:place] + struct.pack(">HH", height, width) + jpeg[place + 4 :]


def _photo() -> Image.Image:
    noise = np.random.default_rng(1).integers(0, 255, (12, 9, 3), np.uint8)
    return Image.fromarray(noise).resize((360, 480), Image.Resampling.BICUBIC)


def _jpeg() -> bytes:
    return _saved(_photo(), "JPEG")


def _noise() -> bytes:
    """Every pixel a surprise: finders of text and of marks see something everywhere."""
    return _saved(
        Image.fromarray(np.random.default_rng(2).integers(0, 255, (2000, 1500), np.uint8)), "PNG"
    )


def _crowded() -> bytes:
    """A page full of small print: some four thousand characters."""
    page = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(page)
    words = "消防通道停满了电瓶车消火栓也被挡住打不开请尽快处理"
    for row in range(78):
        line = (words[row % 20 :] + words * 3)[:56]
        draw.text((30, 20 + row * 22), line, fill=0, font=font(20))
    return _saved(page, "PNG")


def _animated(kind: str) -> bytes:
    frames = [_photo().resize((90, 120)).rotate(90 * turn) for turn in range(4)]
    return _saved(frames[0], kind, save_all=True, append_images=frames[1:] * 10)


def _sixteen_bits_of_colour() -> bytes:
    deep = np.random.default_rng(3).integers(0, 65535, (300, 200, 3), np.uint16)
    return bytes(cv2.imencode(".png", deep)[1])


def _heic() -> bytes:
    out = BytesIO()
    pillow_heif.from_pillow(_photo()).save(out)
    return out.getvalue()


def _broken_heic() -> bytes:
    whole = _heic()
    return whole[: len(whole) // 2] + bytes(64)


_LOCK = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>"


def _pdf(box: str, lock: str = "") -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" + box.encode() + b"]>>endobj\n"
        b"trailer<</Root 1 0 R" + lock.encode() + b">>\n%%EOF"
    )


def _text_bomb() -> bytes:
    """A PNG whose comment unpacks to 20 megabytes."""
    small = _saved(Image.new("L", (50, 50)), "PNG")
    comment = b"c\0\0" + zlib.compress(bytes(20_000_000), 9)
    return small[:33] + _chunk(b"zTXt", comment) + small[33:]


FILES: Mapping[str, Callable[[], bytes]] = {
    "empty.jpg": lambda: b"",
    "text.jpg": lambda: "小区：丰翔新城 电话：13812345678\n".encode() * 40,
    "page.html": lambda: b"<html><script>alert(1)</script></html>" * 30,
    "archive.png": lambda: b"PK\x03\x04" + bytes(2000),
    "one_pixel.png": lambda: _saved(Image.new("RGB", (1, 1)), "PNG"),
    "thin.png": lambda: png(60_000, 1, depth=8, colour=0, rows=1),
    "tall.png": lambda: png(1, 60_000, depth=8, colour=0, rows=60_000),
    "bomb.png": lambda: png(40_000, 40_000, depth=1, colour=0, rows=1_000),
    "20000.png": lambda: png(20_000, 20_000, depth=1, colour=0, rows=20_000),
    "large_with_alpha.png": lambda: png(7_500, 7_500, depth=8, colour=6, rows=7_500),
    "20000.jpg": lambda: claiming(_jpeg(), 20_000, 20_000),
    "65535.jpg": lambda: claiming(_jpeg(), 65_535, 65_535),
    "larger_than_it_is.jpg": lambda: claiming(_jpeg(), 4_000, 4_000),
    "no_size.jpg": lambda: claiming(_jpeg(), 0, 0),
    "text_bomb.png": _text_bomb,
    "truncated.jpg": lambda: _jpeg()[:3000],
    "truncated.png": lambda: _saved(_photo(), "PNG")[:2000],
    "cmyk.jpg": lambda: _saved(_photo().convert("CMYK"), "JPEG"),
    "sixteen_grey.png": lambda: _saved(
        Image.fromarray(np.arange(60_000, dtype=np.uint16).reshape(200, 300)), "PNG"
    ),
    "sixteen_colour.png": _sixteen_bits_of_colour,
    "float.tiff": lambda: _saved(
        Image.fromarray(np.full((90, 90), np.nan, np.float32), mode="F"), "TIFF"
    ),
    "palette.png": lambda: _saved(_photo().convert("P"), "PNG", transparency=3),
    "animated.gif": lambda: _animated("GIF"),
    "animated.webp": lambda: _animated("WEBP"),
    "noise.png": _noise,
    "crowded.png": _crowded,
    "garbage.pdf": lambda: b"%PDF-1.7\n" + np.random.default_rng(4).bytes(5000),
    "no_pages.pdf": lambda: b"%PDF-1.4\ntrailer<<>>\n%%EOF",
    "vast_page.pdf": lambda: _pdf("0 0 99999999 99999999"),
    "no_area.pdf": lambda: _pdf("0 0 0 0"),
    "locked.pdf": lambda: _pdf("0 0 200 200", _LOCK),
    "photo.heic": _heic,
    "broken.heic": _broken_heic,
    "only_a_head.heic": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200),
    "bitmap.bmp": lambda: b"BM" + struct.pack("<IHHIIiiHHI", 100, 0, 0, 54, 40, -5, -9, 1, 24, 0),
}
