"""English labels."""

import pytest

from models.labels.english import field_in_english
from models.labels.listed import LABELS, OTHER
from models.labels.words import section


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Property", "community"),
        ("CALL BACK", "phone"),
        ("Callback", "phone"),
        ("Contact No.", "phone"),
        ("Block & Flat", "address"),
        ("Date/Time", "time"),
        ("From", "caller"),
        ("Taken by", "operator"),
        ("Nature of work", "description"),
        ("URGENT", "urgency"),
        ("To", OTHER),
        ("A-117", None),
        ("Pizza", None),
    ],
)
def test_english_labels_ask_for_our_fields(label: str, field: str | None) -> None:
    assert field_in_english(label) == field


def test_no_label_asks_for_two_fields() -> None:
    words = [word for of_field in section("english").values() for word in of_field]
    assert len(words) == len(set(words))
    assert section("english").keys() == {*LABELS, "none"}
