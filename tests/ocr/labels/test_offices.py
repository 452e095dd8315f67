"""Labels of many offices: each alone on its line asks for this field."""

import tomllib
from pathlib import Path

import pytest

from bot.ocr.labels.wording import Wording
from models.labels.listed import LABELS, OTHER
from tests.ocr.writing import line

WORDING = Wording(LABELS)
ASKED = tomllib.loads(Path(__file__).with_name("offices.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "labels"), ASKED.items(), ids=ASKED)
def test_what_labels_ask_for(name: str, labels: str) -> None:
    marks = {label: WORDING.first(line(label, 0, 0)) for label in labels.split()}
    field = OTHER if name == "others" else name
    other = {label for label, mark in marks.items() if mark is None or mark.name != field}
    assert not other
