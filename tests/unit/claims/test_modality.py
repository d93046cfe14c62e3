"""How a term binds, by its own words."""

from __future__ import annotations

import pytest

from nonpaper.claims.provisions.modality import modality_of


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("the army would leave the port by June", "must"),
        ("neither side stations troops on the ridge", "must_not"),
        ("stop recruiting boys under sixteen", "must_not"),
        ("suspend military flights over the dam", "must_not"),
        ("patrol boats stay ten miles from the shoal", "must_not"),
        ("drop its case before the court of the league", "must_not"),
        ("lift the ban on timber exports", "must"),
        ("the export restrictions would be eased in two steps", "must"),
        ("release no less than ten billion cubic metres a year", "must"),
        ("hand over the rifles, but not before the vote", "must"),
        ("the refugees can return to the valley", "may"),
        ("keeps the depot for twenty years", "may"),
        ("keep the reservoir below sixty metres", "must"),
        ("power over schools and forests", "may"),
        ("foreign policy remains with the capital", "may"),
        ("those who hand in their rifles are amnestied", "may"),
        ("elections in the first week of May 2031", "must"),
        ("acknowledge the cape as theirs", "recognises"),
        ("should a shot be fired, point 4 ceases to apply", "lapses_if"),
    ],
)
def test_modality_follows_from_the_words(said: str, modality: str) -> None:
    assert modality_of(said, said, "must") == modality


def test_what_is_left_open_binds_nobody_and_what_only_a_condition_denies_forbids_nothing() -> None:
    assert modality_of("the status of the valley", "the status of the valley", "must", "open") is None
    said = "leave the port if no shot is fired"
    assert modality_of(said, "leave the port", "must") == "must"
    assert modality_of("reach a lasting calm", "reach a lasting calm", "expects") == "expects"
