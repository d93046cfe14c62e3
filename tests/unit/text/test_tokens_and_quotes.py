"""Words and quotations."""

from __future__ import annotations

import pytest

from nonpaper.text.quotes import quoted
from nonpaper.text.tokens import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvia's 28-point plan", ["Norvia's", "28-point", "plan"]),
        ("600,000 and 2.5, or 50%", ["600,000", "and", "2.5", "or", "50"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Cafe\u0301 closed", ["Cafe\u0301", "closed"]),
        ("שָׁלוֹם לכם", ["שָׁלוֹם", "לכם"]),
        ("— …", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.quote(text) for span in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never".', ["no", "never"]),
        ("He said “no ‘red’ line” today.", ["no ‘red’ line"]),
        ("Das ist „nicht gut“, hieß es.", ["nicht gut"]),
        ("Il dit «non» et »doch« auch.", ["non", "doch"]),
        ("The parties’ ‘final’ word isn’t in", ["final"]),
        ("It’s the envoys’ text", []),
        ('It is 5" long', []),
        ("“We stay,\n\n“and we fight.”", ["We stay,", "and we fight."]),
        ('“” ""', []),
        ('"One\n\ntwo" three', []),
        ("「不」と言った", ["不"]),
    ],
)
def test_quoted(text: str, expected: list[str]) -> None:
    assert [span.quote(text) for span in quoted(text)] == expected
