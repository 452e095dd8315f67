"""Lengths of time as people write them, and what they come to."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.deadlines import DEFAULTS, Span, call_back_time
from models.tier import Tier
from tests.rules.tickets import MONDAY, RULES, SHANGHAI


def at(text: str) -> datetime:
    return datetime.strptime(f"2024-12-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        ("30m", "02 23:50", "03 00:20"),
        ("24h", "06 09:00", "07 09:00"),
        ("7d", "02 09:00", "09 09:00"),
        ("2wh", "02 09:00", "02 11:00"),
        ("2wh", "02 16:30", "03 09:30"),
        ("2wh", "06 16:30", "09 09:30"),  # Friday afternoon
        ("2wh", "07 12:00", "09 10:30"),  # Saturday
        ("0wd", "02 09:00", "02 17:30"),
        ("0wd", "02 18:00", "03 17:30"),
        ("1wd", "02 09:00", "03 17:30"),
        ("1wd", "06 09:00", "09 17:30"),
        ("1wd", "07 09:00", "10 17:30"),
    ],
)
def test_what_a_span_comes_to(span: str, start: str, end: str) -> None:
    assert Span.parse(span).after(at(start), RULES.hours) == at(end)


@pytest.mark.parametrize(
    "text",
    ["", "30", "m", "1.5h", "-1h", "2 wd", "1w", "三天", "0m", "0h", "00d", "0wh", "99999999999d"],
)
def test_what_is_no_span_says_what_is(text: str) -> None:
    with pytest.raises(ValueError, match="30m、24h、7d、2wh、1wd"):
        Span.parse(text)


@pytest.mark.parametrize(
    ("span", "due", "moved"),  # on hold from Monday at nine to Saturday at noon
    [
        ("24h", "02 15:00", "07 18:00"),
        ("2wh", "02 10:00", "09 09:30"),
        ("1wd", "03 17:30", "10 17:00"),
        ("24h", "02 09:00", "02 09:00"),
        ("2wh", "01 09:00", "01 09:00"),
    ],
)
def test_as_much_time_is_left_as_when_the_clock_stopped(span: str, due: str, moved: str) -> None:
    found = Span.parse(span).put_off(at(due), at("02 09:00"), at("07 12:00"), RULES.hours)
    assert found == at(moved)


def test_the_field_s_limits() -> None:
    found = {
        tier: [
            (span.after(MONDAY, RULES.hours) - MONDAY) / timedelta(hours=1)
            for span in (limits.acknowledge, limits.contact, limits.done)
        ]
        for tier, limits in DEFAULTS.items()
    }
    assert found == {
        Tier.EXTREME: [5 / 60, 0.5, 4],
        Tier.URGENT: [0.25, 1, 24],
        Tier.NORMAL: [2, 8.5, 48],
        Tier.HARD: [32.5, 32.5, 168],
    }


@given(
    st.sampled_from(["1m", "45m", "5h", "3d", "1wh", "9wh", "0wd", "3wd"]),
    st.integers(0, 2 * 365 * 24 * 3600),
)
def test_a_deadline_lies_ahead(text: str, seconds: int) -> None:
    moment = datetime(2024, 1, 1, tzinfo=SHANGHAI) + timedelta(seconds=seconds)
    assert Span.parse(text).after(moment, RULES.hours) > moment


@pytest.mark.parametrize(
    ("start", "taken", "mended"),
    [
        ("06 16:30", "09 09:30", "09 17:30"),
        ("07 02:40", "09 10:30", "09 17:30"),
        ("06 15:20", "06 17:20", "09 10:20"),
        ("02 09:00", "02 11:00", "04 09:00"),
        ("05 20:00", "06 10:30", "07 20:00"),
    ],
)
def test_after_a_weekend_there_is_time_to_mend_it(start: str, taken: str, mended: str) -> None:
    assert DEFAULTS[Tier.NORMAL].due(at(start), RULES.hours) == (at(taken), at(mended))


@pytest.mark.parametrize("tier", [Tier.EXTREME, Tier.URGENT])
def test_no_weekend_puts_off_what_is_urgent(tier: Tier) -> None:
    _, mended = DEFAULTS[tier].due(at("07 02:40"), RULES.hours)
    assert mended == at("07 02:40") + DEFAULTS[tier].done.time


@pytest.mark.parametrize(
    ("tier", "start", "contact"),
    [
        (Tier.NORMAL, "02 09:00", "02 17:30"),
        (Tier.NORMAL, "02 15:00", "02 17:30"),
        (Tier.NORMAL, "02 17:20", "03 10:20"),  # the same working day is over in ten minutes
        (Tier.NORMAL, "06 17:29", "09 10:29"),  # over the weekend
        (Tier.NORMAL, "02 20:00", "03 17:30"),
        (Tier.URGENT, "02 17:29", "02 18:29"),
        (Tier.EXTREME, "02 23:50", "03 00:20"),
        (Tier.HARD, "02 17:29", "03 17:30"),
    ],
)
def test_there_is_time_to_call_the_resident(tier: Tier, start: str, contact: str) -> None:
    assert DEFAULTS[tier].contact_due(at(start), RULES.hours) == at(contact)


@pytest.mark.parametrize(
    ("resolved", "call"), [("02 00:05", "03 09:00"), ("02 23:59", "03 09:00"), ("31 10:00", None)]
)
def test_residents_are_phoned_the_next_morning(resolved: str, call: str | None) -> None:
    expected = at(call) if call else datetime(2025, 1, 1, 9, tzinfo=SHANGHAI)
    assert call_back_time(at(resolved), RULES) == expected
