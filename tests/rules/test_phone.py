import pytest

from models.phone import hyphened, is_whole


@pytest.mark.parametrize(
    "number", ["13812345678", "021-56688230", "02156688230", "0512-6668823", "051266688230"]
)
def test_a_whole_number(number: str) -> None:
    assert is_whole(number)


@pytest.mark.parametrize(
    "number", ["1381234567", "021-5668823", "0215668823", "021-566882301", "0512-666882", ""]
)
def test_a_number_that_lacks_a_digit_or_has_one_too_many(number: str) -> None:
    assert not is_whole(number)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("02156688230", "021-56688230"),
        ("05126668823", "0512-6668823"),
        ("13812345678", "13812345678"),
        ("0215668823", "0215668823"),
    ],
)
def test_a_landline_is_shown_with_its_hyphen(written: str, shown: str) -> None:
    assert hyphened(written) == shown
