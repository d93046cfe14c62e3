"""What a term or a yes waits for, told by "when", "the day", "the moment" and "upon"; a mere time is none."""

from __future__ import annotations

import pytest

from nonpaper.claims.provisions.conditions import conditions_in
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.model.span import Span


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("the regiment will move when the ZF has surrendered its mortars", "when the ZF has surrendered its mortars"),
        ("the depots open when Norvia publishes its list", "when Norvia publishes its list"),
        ("every offence is wiped out the day the rifle is handed in", "the day the rifle is handed in"),
        ("Kessara would sign the moment point 7 is gone", "the moment point 7 is gone"),
        # a time, a manner of speaking, what was
        ("the regiment will move when it comes to the worst", None),
        ("the regiment will move when possible", None),
        ("the regiment will move the day after signature", None),
        ("the regiment will move on the day of the vote", None),
        ("the guns fall silent on the day following signature", None),
        ("the regiment will move at the moment of the signing", None),
    ],
)
def test_an_event_is_waited_for(said: str, condition: str | None) -> None:
    whole = Span(0, len(said))
    for found in (conditions_in(said, whole), conditions_of(said, whole)):
        waits = [c.span.quote(said) for c in found if not c.span.quote(said).startswith("after")]
        assert waits == ([condition] if condition else [])


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("the accord enters into force upon ratification by both parliaments", "upon ratification"),
        ("Kessara opens the border upon completion of the withdrawal", "upon completion of the withdrawal"),
        ("peace depends upon the return of trust", None),
        ("both parliaments call upon the army to withdraw", None),
        ("the budget is drawn upon by the release office", None),
    ],
)
def test_upon_an_event(said: str, condition: str | None) -> None:
    assert [c.span.quote(said) for c in conditions_in(said, Span(0, len(said)))] == ([condition] if condition else [])


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("she tolerates them so long as no radar is mounted", "so long as no radar is mounted"),
        ("made its signature dependent on the release of nine judges", "dependent on the release of nine judges"),
        ("her family is dependent and poor", None),
        ("it took so long that nobody believed it", None),
    ],
)
def test_a_yes_hangs_on_what_is_said_of_it(said: str, condition: str | None) -> None:
    assert [c.span.quote(said) for c in conditions_of(said, Span(0, len(said)))] == ([condition] if condition else [])
