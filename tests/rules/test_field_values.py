"""What is said of fields, in whatever words."""

from hypothesis import given
from hypothesis import strategies as st

from models.intake import FIELDS
from models.said.corrections import parse_corrections
from models.said.typed_form import parse_typed_form


@given(st.text(max_size=80), st.lists(st.sampled_from(FIELDS), unique=True))
def test_any_text_is_answered_with_fields(text: str, asked: list[str]) -> None:
    for found in (
        parse_corrections(text, asked),
        parse_typed_form(text),
        parse_typed_form(text, told=True),
    ):
        assert set(found) <= set(FIELDS)
        assert all(found.values())
