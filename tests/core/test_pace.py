"""Twenty a minute in a group, a few of them kept for what must ring."""

from bot.pace import RESERVED, Pace

GROUP, PERSON = -100, 7


class Time:
    """A monotonic clock that stands still until told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def sent(pace: Pace, time: Time, count: int, *, urgent: bool = True) -> int:
    """How many of `count` messages could go within half a minute."""
    gone = 0
    for _ in range(count):
        time.now += 1.0
        if pace.wait(GROUP, urgent=urgent) == 0.0:
            pace.note(GROUP)
            gone += 1
    return gone


def test_a_group_gets_twenty_a_minute() -> None:
    time = Time()
    pace = Pace(time)
    assert sent(pace, time, 30) == 20
    time.now += 60
    assert pace.wait(GROUP, urgent=True) == 0.0


def test_the_last_of_them_are_kept_for_what_rings() -> None:
    time = Time()
    pace = Pace(time)
    assert sent(pace, time, 30, urgent=False) == 20 - RESERVED
    assert pace.wait(GROUP, urgent=True) == 0.0


def test_a_private_chat_does_not_wait_for_the_group() -> None:
    time = Time()
    pace = Pace(time)
    sent(pace, time, 30)
    assert pace.wait(PERSON, urgent=False) == 0.0


def test_it_obeys_what_telegram_says() -> None:
    time = Time()
    pace = Pace(time)
    pace.rest(GROUP, 17)
    assert pace.wait(GROUP, urgent=True) == 17
    assert pace.resting() == ([GROUP], [GROUP])
    time.now += 17
    assert pace.resting() == ([], [])
