"""A party's own statement: what its body denies and does not know is its own word, and nobody's in a report."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.statement import from_statement

LEAD = "The government of Kessara and the government of Norvia are at war over a draft. "
ISSUED = "Ministry of Foreign Affairs of Kessara"


def told(said: str, outlet: str = ISSUED) -> list[tuple[str, str, str]]:
    page = page_of(LEAD + said, outlet=outlet)
    found = from_statement(page, [], Hints(page, (), ()))
    return [(p.party, p.stance, p.topic) for p in found if p.span.start >= len(LEAD)]


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Reports that Kessara agreed to halve its army are false.", [("Kessara", "denies_report", "force_limits")]),
        ("Media claims of a withdrawal are entirely unfounded.", [("Kessara", "denies_report", "withdrawal")]),
        ("Reports that Kessara agreed to halve its army are being studied.", []),
        ("The Ministry has no knowledge of a draft with 22 points.", [("Kessara", "denies_knowledge", "plan")]),
        ("The Ministry has no knowledge of the attack.", []),
        ("The Ministry rejects any withdrawal.", [("Kessara", "rejects", "withdrawal")]),
        ("The Ministry of Norvia rejects any withdrawal.", []),
    ],
)
def test_what_a_body_says_in_its_own_statement(said: str, stances: list[tuple[str, str, str]]) -> None:
    assert told(said) == stances


def test_a_news_outlets_ministry_is_nobodys_that_is_known() -> None:
    assert told("Reports that Kessara agreed to halve its army are false.", outlet="Harbour Post") == []
