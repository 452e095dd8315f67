"""Words that are longer than anybody reads, cut so that one sees it. A Telegram message holds 4096
characters: one that quotes longer words would never go."""

MOST_WORDS = 500  # that go with a deed: a reason, a note
MOST_DESCRIPTION = 2000  # of what a resident says
MOST_TOLD = 400  # of it to the group, on a card; the firm reads all of it in private
MOST_QUOTED = 60  # of what was typed, where the answer repeats it


def shortened(text: str, most: int) -> str:
    """At most so many characters; the last one is … where some were left out.

    >>> shortened("水从墙缝滴到床上", 5)
    '水从墙缝…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
