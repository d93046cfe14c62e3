"""Who says what a participle adds to a sentence: whoever speaks before it there, not somebody of a sentence before."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of
from tests.unit.claims.attributed import attributed, words_of

FOUND_APART = [
    (
        'Torvel called the draft "a sketch". An official praised the mood while cautioning that borders remain open.',
        ("Torvel", "called", 'the draft "a sketch"'),
        ("An official", "praised", "the mood"),
        ("Torvel", "cautioning", "that borders remain open"),
    ),
    (
        "The fund paid in May, Maren Okal said. Her deputy confirmed the sum, adding that more would follow.",
        ("Maren Okal", "said", "The fund paid in May"),
        ("Her deputy", "confirmed", "the sum"),
        ("Maren Okal", "adding that", "more would follow"),
    ),
]


@pytest.mark.parametrize(("text", "first", "second", "third"), FOUND_APART)
def test_it_is_whoever_speaks_before_it_in_its_sentence(text, first, second, third):
    page = page_of(text)
    raw = attributed(text, first, second)
    [wrong] = attributed(text, third)
    told = {words_of(page, c.cue): words_of(page, c.source) for c in claims_of(page, [*raw, wrong])}
    assert told[third[1]] == second[0]
    assert told[first[1]] == first[0]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        # nobody else speaks in that sentence
        (
            "Maren Okal spoke in Lisk. She was in tears, adding that more would follow.",
            [("Maren Okal", "adding that", "more would follow")],
        ),
        # the other one speaks behind it
        (
            "Maren Okal spoke in Lisk. Adding that more would follow, she left, an aide said.",
            [("an aide", "said", "she left"), ("Maren Okal", "Adding that", "more would follow")],
        ),
        # no participle
        (
            "Maren Okal spoke in Lisk. An aide confirmed the sum and warned that more would follow.",
            [("An aide", "confirmed", "the sum"), ("Maren Okal", "warned that", "more would follow")],
        ),
    ],
)
def test_else_its_source_stays(text, raw):
    page = page_of(text)
    *_, wanted = raw
    found = claims_of(page, [r for one in raw for r in attributed(text, one)])
    [claim] = [c for c in found if words_of(page, c.cue) == wanted[1]]
    assert words_of(page, claim.source) == wanted[0]
