"""How figures are written and firms put in order."""

from datetime import timedelta
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.tally import FirmRow, PercentMode, in_order, percent, step_of


@pytest.mark.parametrize(
    ("part", "whole", "mode", "written"),
    [
        (461, 514, "truncate", "89.6 %"),  # as published
        (461, 514, "round", "89.7 %"),
        (438, 514, "truncate", "85.2 %"),
        (393, 461, "truncate", "85.2 %"),
        (0, 514, "truncate", "0.0 %"),
        (514, 514, "round", "100.0 %"),
        (9999, 10000, "truncate", "99.9 %"),
        (9999, 10000, "round", "100.0 %"),
        (0, 0, "truncate", "—"),
        (0, 0, "round", "—"),
    ],
)
def test_percent(part: int, whole: int, mode: PercentMode, written: str) -> None:
    assert percent(part, whole, mode) == written


@given(whole=st.integers(1, 10**6), share=st.fractions(0, 1))
def test_percent_is_off_by_less_than_its_last_place(whole: int, share: Fraction) -> None:
    part = int(whole * share)
    exact = Fraction(100 * part, whole)
    cut, rounded = (Fraction(percent(part, whole, m)[:-2]) for m in get_args(PercentMode))
    assert 0 <= exact - cut < Fraction(1, 10)
    assert abs(exact - rounded) <= Fraction(1, 20)


def test_of_equal_firms_the_busier_comes_first() -> None:
    small = FirmRow(1, "甲", dispatched=5, resolved=5, in_time=5, due=5)
    large = FirmRow(2, "乙", dispatched=9, resolved=9, in_time=9, due=9)
    worse = FirmRow(3, "丙", dispatched=50, resolved=49, in_time=49, due=50)
    fresh = FirmRow(4, "丁", dispatched=7, open=7)
    assert in_order([fresh, worse, small, large]) == (large, small, worse, fresh)
    assert not fresh.ranked


@pytest.mark.parametrize(
    ("days", "step"), [(1, 1 / 24), (2, 1 / 24), (7, 1), (31, 1), (62, 1), (92, 7), (800, 30)]
)
def test_a_period_is_drawn_in_steps_that_fit_it(days: float, step: float) -> None:
    assert step_of(timedelta(days=days)) == timedelta(days=step)
