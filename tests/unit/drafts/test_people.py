"""People in a report's plain words are no parties."""

from __future__ import annotations

import pytest

from nonpaper.drafts.people import parties_among


@pytest.mark.parametrize(
    ("names", "parties"),
    [
        (("Kessara", "displaced families"), ["Kessara"]),
        (("Rank-and-file members", "Kessaran refugees", "the council"), []),
        (
            ("Zale Front", "ZF", "M23", "Concord of Southern States"),
            ["Zale Front", "ZF", "M23", "Concord of Southern States"],
        ),
    ],
)
def test_people_are_no_parties(names: tuple[str, ...], parties: list[str]) -> None:
    assert list(parties_among(names)) == parties
