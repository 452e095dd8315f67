from pathlib import Path

import pytest
from PIL import Image

from bot.blank_form import draw_form
from bot.demo.cast import ROSTER
from bot.ocr import read
from models.directory import Community, Directory
from models.intake import Reading, Verdict, Why
from tests.form.filled import FIELDS, saved, sheet

DIRECTORY = Directory(
    (
        Community("丰翔新城", "复瑞物业"),
        Community("经纬城市绿洲", "和顺物业"),
        Community("慧华苑", "景怡物业"),
    )
)


def reading(path: Path) -> Reading:
    (one,) = read(path, DIRECTORY)
    return one


def test_all_its_fields_are_read_and_it_goes_out(tmp_path: Path) -> None:
    found = reading(saved(tmp_path, "phone"))
    assert {name: value.value for name, value in found.fields.items()} == FIELDS
    assert (found.verdict, found.firm) == (Verdict.DISPATCH, "复瑞物业")
    assert not any(value.inferred for value in found.fields.values())


def test_a_landline_gets_its_hyphen(tmp_path: Path) -> None:
    found = reading(saved(tmp_path, "good", changed={"phone": "021-56688230"}))
    assert found.fields["phone"].value == "021-56688230"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (("phone", "1381612072"), Why.MALFORMED),
        (("community", ""), Why.MISSING),
        (("community", "丰翔新苑"), Why.LOOKALIKE),
    ],
)
def test_what_is_doubtful_is_asked(tmp_path: Path, changed: tuple[str, str], why: Why) -> None:
    found = reading(saved(tmp_path, "scan", changed=dict([changed])))
    assert found.verdict is Verdict.ASK
    assert [(doubt.field, doubt.why) for doubt in found.doubts] == [(changed[0], why)]


@pytest.mark.parametrize("beside", ["one of ours", "another office's"])
def test_a_form_beside_it_is_read_as_well(tmp_path: Path, beside: str) -> None:
    other = sheet(2, {"phone": "13916120727", "community": "慧华苑", "description": "楼道灯不亮"})
    if beside != "one of ours":
        other = Image.open(ROSTER.with_name("samples") / "leak_printed.jpg")
    ours = sheet()
    both = Image.new("RGB", (2 * ours.width, ours.height), "grey")
    both.paste(ours, (0, 0))
    both.paste(other.resize(ours.size), (ours.width, 0))
    both.resize((1280, 1280 * both.height // both.width)).save(tmp_path / "both.png")
    found = read(tmp_path / "both.png", DIRECTORY)
    phones = {one.fields["phone"].value for one in found}
    assert len(phones) == 2
    assert FIELDS["phone"] in phones


def test_a_blank_one_is_no_form_unless_somebody_says_so(tmp_path: Path) -> None:
    draw_form("联合体", 42).resize((1240, 1754)).save(tmp_path / "blank.png")
    assert [one.verdict for one in read(tmp_path / "blank.png", DIRECTORY)] == [Verdict.IGNORE]
    (declared,) = read(tmp_path / "blank.png", DIRECTORY, declared=True)
    assert declared.verdict is Verdict.ASK
