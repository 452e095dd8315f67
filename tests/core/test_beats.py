"""A job that is struck while it runs, runs once more; one that fails, runs again."""

import asyncio

from bot.beats import Beat


async def test_a_strike_during_a_run_is_not_lost() -> None:
    started, go_on, runs = asyncio.Event(), asyncio.Event(), 0

    async def job() -> None:
        nonlocal runs
        runs += 1
        started.set()
        await go_on.wait()

    beat = Beat("job", job)
    beat.strike()
    await started.wait()
    beat.strike()
    beat.strike()
    go_on.set()
    await beat.close(1)
    assert runs == 1  # closed: the strikes that came late are left to the next start
    beat = Beat("job", job)
    beat.strike()
    beat.strike()
    await beat.idle()
    await beat.close(1)
    assert runs == 3


async def test_an_error_does_not_end_it() -> None:
    runs = 0

    async def job() -> None:
        nonlocal runs
        runs += 1
        raise ValueError

    beat = Beat("job", job)
    for expected in (1, 2):
        beat.strike()
        await beat.idle()
        assert runs == expected


async def test_no_more_run_at_once_than_may() -> None:
    running, most, go_on = 0, 0, asyncio.Event()

    async def job() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await go_on.wait()
        running -= 1

    beat = Beat("job", job, width=2)
    for _ in range(5):
        beat.strike()
    await asyncio.sleep(0)
    go_on.set()
    await beat.close(1)
    assert most == 2
