from pathlib import Path

import pytest

from bot.ocr import read
from models.directory import Community, Directory
from models.intake import Reading, Verdict, Why
from tests.form.filled import FIELDS, saved

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
