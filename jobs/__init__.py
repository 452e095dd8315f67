"""What happens by itself. SCHEDULE: name · every · function · how many at once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.parts import Parts
from jobs import (
    deliver,
    fetch_photos,
    handle,
    learn_names,
    read_forms,
    remind,
    roster,
    take_up,
    tidy,
)

Run = Callable[[Parts], Awaitable[None]]


@dataclass(frozen=True)
class Job:
    """`run` is called every so often, and at once when woken; what it does, it finds in the
    database, so that a beat that is missed loses nothing. `wide`: as many at once as readers."""

    name: str
    every: timedelta
    run: Run
    wide: bool = False


SCHEDULE: tuple[Job, ...] = (
    Job("handle", timedelta(seconds=1), handle.run),
    Job("read_forms", timedelta(seconds=1), read_forms.run, wide=True),
    Job("fetch_photos", timedelta(seconds=5), fetch_photos.run),
    Job("remind", timedelta(seconds=1), remind.run),
    Job("deliver", timedelta(seconds=0.5), deliver.run),
    Job("take_up", timedelta(seconds=5), take_up.run),
    Job("learn_names", timedelta(minutes=1), learn_names.run),
    Job("roster", timedelta(minutes=1), roster.run),
    Job("tidy", timedelta(hours=1), tidy.run),
)
