"""Photos become JPEGs in Telegram's size classes; what is no photo is refused."""

from io import BytesIO

import pytest
from PIL import Image

from bot.demo.photos import store_file, store_photo
from bot.demo.refusals import RefusalError
from tests.box.conftest import jpeg


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ((4000, 3000), [(90, 68), (320, 240), (800, 600), (1280, 960)]),
        ((2560, 1440), [(90, 51), (320, 180), (800, 450), (1280, 720)]),
        ((960, 1280), [(67, 90), (240, 320), (600, 800), (960, 1280)]),
        ((500, 400), [(90, 72), (320, 256), (500, 400)]),
        ((320, 200), [(90, 56), (320, 200)]),
        ((40, 30), [(40, 30)]),
    ],
)
def test_it_makes_the_size_classes(size: tuple[int, int], classes: list[tuple[int, int]]) -> None:
    stored = store_photo(jpeg(*size))
    assert [(one.width, one.height) for one in stored] == classes
    for one in stored:
        shown = Image.open(BytesIO(one.content))
        assert (shown.format, shown.size) == ("JPEG", (one.width, one.height))
        assert one.size == len(one.content)


def test_only_a_jpeg_that_fits_stays_as_it_is() -> None:
    picture = Image.new("RGB", (900, 600), "blue")
    fitting, png = encoded(picture, "JPEG"), encoded(picture, "PNG")
    assert store_photo(fitting)[-1].content == fitting
    assert Image.open(BytesIO(store_photo(png)[-1].content)).format == "JPEG"


def test_a_turned_photo_is_stored_upright() -> None:
    turned = Image.new("RGB", (900, 600), "blue")
    exif = turned.getexif()
    exif[0x0112] = 6
    [*_, largest] = store_photo(encoded(turned, "JPEG", exif=exif))
    assert (largest.width, largest.height) == (600, 900)
    assert Image.open(BytesIO(largest.content)).getexif() == {}


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGBA", "I;16", "P"])
def test_every_colour_mode_becomes_a_photo(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert store_photo(encoded(Image.new(mode, (200, 100)), kind))[-1].width == 200


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello", "IMAGE_PROCESS_FAILED"),
        (jpeg(1000, 1000)[:300], "IMAGE_PROCESS_FAILED"),
        (jpeg(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (encoded(Image.new("1", (9000, 2000)), "PNG"), "PHOTO_INVALID_DIMENSIONS"),
        (bytes(10 * 1024 * 1024 + 1), "file of size 10485761 bytes is too big for a photo"),
    ],
)
def test_it_refuses_what_is_no_photo(content: bytes, words: str) -> None:
    with pytest.raises(RefusalError) as refused:
        store_photo(content)
    assert refused.value.description == f"Bad Request: {words}"


def test_no_path_is_like_another() -> None:
    paths = {store_file(b"x", "form.jpg", "image/jpeg", "documents").path for _ in range(100)}
    assert len(paths) == 100
    assert all("form" not in path and path.endswith(".jpg") for path in paths)
