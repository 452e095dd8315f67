"""A deep shadow over half a page: it is taken away, and the form is read."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.demo.cast import ROSTER
from bot.ocr import read
from bot.ocr.page.light import evened, without_deep_shadow
from bot.ocr.page.picture import Pixels
from bot.roster_file import read_roster
from models.intake import Verdict


def page(light: float) -> Pixels:
    """Paper with a line of strokes, its right half with only so much light."""
    paper = np.full((400, 600, 3), 240, np.uint8)
    paper[190:210, 50:550:6] = 20
    paper[:, 300:] = (paper[:, 300:] * light).astype(np.uint8)
    return paper


def test_paper_is_white_on_both_sides_of_a_shadow() -> None:
    flat = evened(page(0.2), 4)
    assert flat[50, 100].min() > 240
    assert flat[50, 500].min() > 240
    assert flat[200, 452].max() < 120


@pytest.mark.parametrize("light", [1.0, 0.6])
def test_a_page_in_fair_light_stays_as_it_is(light: float) -> None:
    picture = page(light)
    assert without_deep_shadow(picture) is picture


def test_a_deep_shadow_is_taken_away() -> None:
    assert without_deep_shadow(page(0.2))[50, 500].min() > 240


@pytest.mark.parametrize("shape", [(1, 2000, 3), (2000, 1, 3), (1, 1, 3)])
def test_a_picture_without_breadth_has_no_shadow(shape: tuple[int, int, int]) -> None:
    picture = np.full(shape, 240, np.uint8)
    assert without_deep_shadow(picture) is picture


@pytest.mark.parametrize("share", [(0.12, 1.0), (1.0, 0.12)], ids=["left", "right"])
def test_a_form_half_in_the_dark_is_read(tmp_path: Path, share: tuple[float, float]) -> None:
    with Image.open(ROSTER.with_name("samples") / "leak_printed.jpg") as photo:
        pixels = np.asarray(photo).astype(np.float32)
    across = np.linspace(0, 1, pixels.shape[1])
    pixels *= np.interp(across, [0.48, 0.52], share)[None, :, None]
    shaded = tmp_path / "shaded.jpg"
    Image.fromarray(pixels.astype(np.uint8)).save(shaded, quality=90)
    (reading,) = read(shaded, read_roster(ROSTER).directory())
    assert (reading.verdict, reading.firm) == (Verdict.DISPATCH, "复瑞物业")
    assert reading.fields["phone"].confidence > 0.9
