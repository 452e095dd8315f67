"""The wordings of the fields."""

from collections import Counter

from models.intake import FIELDS
from models.labels import LABELS


def test_every_field_has_labels() -> None:
    assert tuple(LABELS) == FIELDS
    assert all(LABELS.values())


def test_a_label_names_one_field_only() -> None:
    times = Counter(label for labels in LABELS.values() for label in labels)
    assert [label for label, count in times.items() if count > 1] == []
