import pytest

from models.phone import digits_off, is_whole, tidy, with_area_code


@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "021-56688230",
        "02156688230",
        "0512-6668823",
        "051266688230",
        "021-56688230转805",
    ],
)
def test_a_whole_number(number: str) -> None:
    assert is_whole(number)


@pytest.mark.parametrize(
    "number",
    [
        "1381234567",
        "021-5668823",
        "0215668823",
        "021-566882301",
        "0512-666882",
        "13812345678转805",  # no mobile has an extension
        "021-5668823转805",
        "",
    ],
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
        ("138-1234-5678", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("(021) 5668-8230", "021-56688230"),
        ("(021155179478", "021-55179478"),  # its ) taken for a 1
        ("5668-8230", "56688230"),
        ("021-5668 8230转805", "021-56688230转805"),
        ("(021)56688230 分机：12", "021-56688230转12"),
        ("138.1234.5678", "13812345678"),
        ("13812345678，或 62581564", "13812345678"),  # of several the first
        ("150 9020 7836（备用58838500）", "15090207836"),
        ("021-51189128/51633965", "021-51189128"),
        ("13812345678 56781234", "13812345678"),  # a mobile and a landline
        ("13812345678021-56781234", "13812345678"),
        ("5678123413812345678", "5678123413812345678"),  # a scribble may be read as eight figures
        ("1381234567/56781234", "138123456756781234"),  # the first lacks a digit
        ("13812345678 13987654321", "1381234567813987654321"),  # one may be struck out
        ("138413849905987", "13849905987"),  # begun, struck out and written anew
        ("13813912345678", "13813912345678"),  # nobody knows which three figures are struck
        ("21-566824", "21-566824"),  # of 021-56682466
        ("138-1234-567", "138-1234-567"),  # lacks a digit: asked about as it was written
        ("021-5668823", "021-5668823"),
    ],
)
def test_a_number_is_shown_alike_however_it_was_written(written: str, shown: str) -> None:
    assert tidy(written) == shown


@pytest.mark.parametrize(
    ("number", "off"),
    [
        ("1391234567", -1),
        ("139123456789", 1),
        ("021-5678123", -1),
        ("5678123", -1),
        ("12912345678", 0),
        ("0512-681234", 0),
        ("139-1234-567", -1),
        ("1391234567813912345678", 0),
    ],
)
def test_how_many_digits_are_missing_or_too_many(number: str, off: int) -> None:
    assert digits_off(number) == off


def test_a_landline_of_another_city_keeps_its_extension() -> None:
    assert with_area_code("027-56688230转805", "021") == "021-56688230转805"
    assert with_area_code("027-56688230", "021") == "021-56688230"
    assert with_area_code("021-56688230转805", "021") is None
    assert with_area_code("13812345678", "021") is None
