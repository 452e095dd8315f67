"""Pictures are looked at by their pixels: nothing runs over the edge, bars are as long as told."""

from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PIL import Image, ImageColor, UnidentifiedImageError

from bot.pictures.fonts import font
from bot.pictures.pen import AMBER, GREEN, PALE, PAPER, RED, Pen
from bot.pictures.question import draw_question
from bot.pictures.stats import TALLEST, draw_stats
from bot.pictures.stats_firms import split_firms
from models.tally import FirmRow, Tally
from tests.pictures.figures import empty, huge, published


def pixels(png: bytes) -> np.ndarray:
    """height × width × RGB."""
    with Image.open(BytesIO(png)) as picture:
        assert picture.format == "PNG"
        return np.asarray(picture.convert("RGB"))


def pages(tally: Tally, title: str = "大场镇物业服务联合体") -> list[np.ndarray]:
    made = draw_stats(tally, title=title, period="12月", percent_mode="round", zone=UTC)
    return [pixels(page) for page in made]


def drawn(tally: Tally) -> np.ndarray:
    """The page, where there is only one."""
    [page] = pages(tally)
    return page


def area(picture: np.ndarray, colour: str) -> int:
    return int((picture == ImageColor.getrgb(colour)).all(axis=2).sum())


def margins_are_clean(picture: np.ndarray) -> bool:
    below_band = picture[12:]
    edges = np.concatenate([below_band[:, :30], below_band[:, -30:]], axis=1)
    height, width, _ = edges.shape
    return area(edges, PAPER) == int(height * width)


@pytest.mark.parametrize(
    "tally",
    [
        empty(),
        published(1),
        published(29, "某某某（上海）物业管理服务有限公司"),
        published(90),
        huge(),
    ],
    ids=["empty", "one firm", "29 long names", "90 firms", "huge"],
)
def test_pages_have_a_phones_shape_and_nothing_runs_over_their_edges(tally: Tally) -> None:
    for picture in pages(tally, title="联合体" * 40):
        height, width, _ = picture.shape
        assert width == 1080
        assert 400 < height <= TALLEST
        assert margins_are_clean(picture)


def test_pages_of_one_album_have_one_shape() -> None:
    for firms in (9, 29, 90):
        assert len({page.shape for page in pages(published(firms))}) == 1


def test_many_firms_get_pages_of_their_own() -> None:
    counted = {firms: len(pages(published(firms))) for firms in (0, 3, 29, 90, 900)}
    assert counted == {0: 1, 3: 1, 29: 2, 90: 4, 900: 10}


def test_firms_that_no_album_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write = Pen.write

    def note(pen: Pen, x: float, y: float, words: str, size: int, **how: Any) -> float:
        written.append(words)
        return write(pen, x, y, words, size, **how)

    monkeypatch.setattr(Pen, "write", note)
    pages(published(324))
    assert not [words for words in written if "排不下" in words]
    last = pages(published(900))[-1]
    assert "另有 576 家排不下，未列出" in written
    assert margins_are_clean(last)
    assert len(last) <= TALLEST


def test_no_firm_is_left_out_and_ranks_go_on_over_the_pages() -> None:
    firms = published(90).firms
    split = split_firms(firms)
    assert [row for page in split for row in (*page.ranked, *page.others)] == list(firms)
    assert [page.first for page in split] == [1, 37, 73]
    assert {page.most for page in split} == {94}


def test_the_page_ends_below_its_last_line() -> None:
    picture = drawn(published())
    assert area(picture[-30:], PAPER) == 30 * 1080
    assert area(picture[-60:], PAPER) < 60 * 1080


def test_a_firms_bar_shows_how_its_tickets_ended() -> None:
    row = FirmRow(1, "物业", dispatched=10, resolved=6, in_time=4, due=9, open=4, overdue=3)
    figures = replace(published(), kinds=(), communities=(), firms=(row,))
    legend = {AMBER: 22 * 22, PALE: 22 * 22, RED: 22 * 22}
    bar = {colour: area(drawn(figures), colour) - legend[colour] for colour in legend}
    tenth = 43 * 20
    assert bar == {AMBER: 2 * tenth, PALE: tenth, RED: 3 * tenth}


def test_a_firm_that_is_not_ranked_has_no_rate() -> None:
    few = FirmRow(1, "物业", dispatched=1, resolved=1, in_time=1, due=1)
    enough = FirmRow(1, "物业", dispatched=5, resolved=5, in_time=5, due=5)
    shown = [drawn(replace(published(), firms=(row,))) for row in (few, enough)]
    right_column = [area(picture[-700:-330, 880:], PAPER) for picture in shown]
    assert right_column[0] > right_column[1]


def test_times_are_those_of_the_zone() -> None:
    zones = (ZoneInfo("Asia/Shanghai"), UTC)
    made = [
        draw_stats(empty(), title="", period="", percent_mode="round", zone=zone) for zone in zones
    ]
    assert made[0] != made[1]


def crop(width: int, height: int, colour: str = "#123456") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def test_a_crop_is_enlarged_until_it_can_be_read() -> None:
    picture = pixels(draw_question([("小区 community", crop(100, 20), "丰翔新苑")]))
    assert area(picture, "#123456") == 400 * 80
    assert margins_are_clean(picture)


def test_each_field_has_its_row() -> None:
    one = pixels(draw_question([("小区 community", crop(300, 40), "丰翔新苑")]))
    two = pixels(draw_question([("小区 community", crop(300, 40), "丰翔新苑")] * 2))
    assert area(two, "#123456") == 2 * area(one, "#123456")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3000, 10), (10, 3000), (2000, 2000)])
def test_crops_of_any_shape_stay_in_their_column(width: int, height: int) -> None:
    picture = pixels(draw_question([("内容 description", crop(width, height), "漏水" * 99)]))
    assert picture.shape[0] < 500
    assert margins_are_clean(picture)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UnidentifiedImageError):
        draw_question([("电话 phone", b"not a picture", "")])


def test_words_are_cut_and_wrapped_to_their_room() -> None:
    pen = Pen(100, 100)
    assert pen.fit("物业", 20, 100) == "物业"
    assert pen.fit("物业物业物业物业", 20, 100) == "物业物业…"
    assert pen.wrap("漏水，漏到阳台", 20, 45) == ["漏水，", "漏到", "阳台"]
    assert pen.wrap("done in time", 20, 90) == ["done in", "time"]


def test_the_typeface_has_mainland_shapes_of_every_word() -> None:
    face = font(20)
    assert face.getname() == ("Noto Sans CJK SC", "Regular")
    missing = bytes(face.getmask("\U000f0000"))
    assert all(bytes(face.getmask(sign)) != missing for sign in "龙办监÷→—“（骏")


def test_a_pale_dash_stands_where_nothing_can_be_divided() -> None:
    assert area(drawn(empty()), PALE) > 0
    assert area(drawn(empty()), GREEN) == 12 * 1080
