from bot.ocr.values.alike import Alike

WORDS = Alike(
    [("联系电话", "phone"), ("联系地址", "address"), ("电话", "phone"), ("小区名", "community")]
)


def near(text: str) -> set[str]:
    return {word for word, _ in WORDS.near(text)}


def test_one_character_may_be_another_wherever_it_stands() -> None:
    assert [near(text) for text in ("取系电话", "联糸电话", "联系申话", "联系电活", "小医名")] == [
        *[{"联系电话"}] * 4,
        {"小区名"},
    ]


def test_two_may_not_and_none_of_a_word_of_two() -> None:
    assert (
        near("联系号码") == near("联糸申话") == near("电活") == near("联系电") == near("") == set()
    )


def test_what_is_written_is_found_with_its_field() -> None:
    assert ("电话", "phone") in WORDS.near("电话")


def test_half_of_the_characters_may_be_others_where_the_picture_is_asked() -> None:
    resembling = {word for word, _ in WORDS.resembling("联糸申话")}
    assert resembling == {"联系电话"}
    assert [list(WORDS.resembling(text)) for text in ("耳糸申话", "联系电")] == [[], []]
