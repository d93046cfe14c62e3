"""Dates are read where they are certain, and only there."""

from __future__ import annotations

import pytest

from nonpaper.reports.dates import iso_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T10:00:00Z", "2031-03-04T10:00:00+00:00"),
        ("2031-03-04T10:00", "2031-03-04"),
        ("4 March 2031", "2031-03-04"),
        ("March 4th, 2031", "2031-03-04"),
        ("Tue, 04 Mar 2031 10:00:00 +0100", "2031-03-04T10:00:00+01:00"),
        ("04.03.2031", "2031-03-04"),
        ("3/14/2031", "2031-03-14"),
        ("4 марта 2031", "2031-03-04"),
        ("3/4/2031", None),
        ("March 4", None),
        ("31 February 2031", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_date(words: str, expected: str | None) -> None:
    assert iso_date(words) == expected
