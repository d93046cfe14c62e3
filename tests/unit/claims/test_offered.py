"""What a side offers of its own is a proposal; threats and a treaty's fate are no terms."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.outside import outside
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. Osterland, which mediates, wants a truce.\n\n"
)


@pytest.mark.parametrize(
    ("said", "term", "presented"),
    [
        (
            "Norvia's envoys put a written offer on the table. Norvia would withdraw from the valley within a month.",
            "Norvia would withdraw from the valley within a month",
            "proposal",
        ),
        (
            "The president of Norvia will present a peace initiative in May. It rests on the release of all prisoners.",
            "the release of all prisoners",
            "proposal",
        ),
        (
            "Kessara's new initiative foresees the release of all prisoners.",
            "the release of all prisoners",
            "proposal",
        ),
        (
            "Osterland presented a peace initiative in May. It rests on the release of all prisoners.",
            "the release of all prisoners",
            "draft",
        ),
        (
            "Norvia made an offer in May. The draft agreement provides for the release of all prisoners.",
            "the release of all prisoners",
            "draft",
        ),
        (
            "Norvia made an offer in May.\n\nThe agreement provides for the release of all prisoners.",
            "the release of all prisoners",
            "draft",
        ),
    ],
)
def test_whose_offer_a_term_stands_in(said: str, term: str, presented: str) -> None:
    page = page_of(LEAD + said)
    found = {t.span.quote(page.text): t for t in find_provisions(page, ())}
    assert found[term].presented_as == presented
    assert not found[term].unsure


@pytest.mark.parametrize(
    ("said", "term", "none"),
    [
        (
            "Norvia threatened that the guns would open up again on Monday",
            "the guns would open up again on Monday",
            True,
        ),
        ("Kessara has vowed to close the strait within a week", "close the strait within a week", True),
        ("The guards were warned of nothing, and the strait would close", "the strait would close", False),
        ("The plan that Norvia vowed to fight would close the strait", "would close the strait", False),
        (
            "15:40 Defence Minister Lena Ost on Radio Four: if the raids go on, operations resume in May",
            "operations resume in May",
            True,
        ),
        ("Row over the port unresolved", "Row over the port unresolved", True),
        ("Disputes over the port go to the court", "Disputes over the port go to the court", False),
        ("What happens next: the council meets on the border", "the council meets on the border", True),
        ("Who signed: the ministers of both states", "the ministers of both states", True),
        ("What the parties do: the council meets on the border", "the council meets on the border", False),
        ("Point 4 of the plan: if the raids stop, the border reopens", "the border reopens", False),
        (
            "Its spokesman added that the river treaty would be held in abeyance until the raids end",
            "the river treaty would be held in abeyance until the raids end",
            True,
        ),
        (
            "Its spokesman added that the river treaty would be held in abeyance until the raids end",
            "be held in abeyance until the raids end",
            True,
        ),
        ("Under the draft, the river treaty would remain in force", "the river treaty would remain in force", False),
    ],
)
def test_threats_and_the_fate_of_a_treaty_are_no_terms(said: str, term: str, *, none: bool) -> None:
    page = page_of(LEAD + said)
    start = page.text.index(term, len(LEAD))
    assert outside(page, Span(len(LEAD), len(page.text)), Span(start, start + len(term))) is none
