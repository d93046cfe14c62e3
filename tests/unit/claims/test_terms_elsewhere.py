"""Words beside a text that are none of its terms, and the plain opposite that still is one."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.no_terms import no_term
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.values import value_of
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. "


def is_none(said: str, term: str, *, wish: bool = False) -> bool:
    """Whether the words of a sentence are no term of a text, or, for a `wish`, neither a term nor a wish."""
    page = page_of(LEAD + said)
    sentence = Span(len(LEAD), len(page.text))
    start = page.text.index(term, len(LEAD))
    return (no_term if wish else outside)(page, sentence, Span(start, start + len(term)))


@pytest.mark.parametrize(
    ("said", "term", "none"),
    [
        ("It contains no provision on heavy weapons.", "no provision on heavy weapons", True),
        ("It contains no provision on heavy weapons.", "It contains no provision on heavy weapons", True),
        ("The text makes no mention of the island.", "no mention of the island", True),
        ("The text provides for no troops on the island.", "no troops on the island", False),
        (
            "Norvia would pull back to the old line, a demand Kessara made in its reply.",
            "Norvia would pull back to the old line",
            True,
        ),
        (
            "Norvia would pull back to the old line, which the outline did not contain.",
            "Norvia would pull back to the old line",
            True,
        ),
        ("Norvia would pull back to the old line, a demand of long standing.", "pull back to the old line", False),
        (
            "Kessara has said it will keep the pact in abeyance until Norvia at last ends its support for the rebels.",
            "ends its support for the rebels",
            True,
        ),
        (
            "The draft says that sanctions will stay until Norvia ends its support for the rebels.",
            "ends its support for the rebels",
            False,
        ),
        (
            "Norvia would accept a garrison of no more than 1,000, people close to its envoy say.",
            "Norvia would accept a garrison of no more than 1,000",
            True,
        ),
        (
            "Under the draft, a diplomat said, Norvia would accept a garrison of 1,000.",
            "Norvia would accept a garrison of 1,000",
            False,
        ),
        (
            "According to the memo, the premier told ambassadors that Norvia would cut its army.",
            "the premier told ambassadors that Norvia would cut its army",
            True,
        ),
        ("According to the memo, Norvia would cut its army.", "Norvia would cut its army", False),
        (
            "The draft treaty, the third since March, does not oblige Norvia to release water.",
            "Norvia to release water",
            True,
        ),
        ("The draft treaty, the third since March, obliges Norvia to release water.", "Norvia to release water", False),
        (
            "Its envoy said that Norvia would open the road only if the army left.",
            "Norvia would open the road only if the army left",
            True,
        ),
        (
            "Norvia would open the road only if the army left, the document says.",
            "Norvia would open the road only if the army left",
            False,
        ),
        (
            "The draft says that Norvia would open the road only if the army left.",
            "Norvia would open the road only if the army left",
            False,
        ),
    ],
)
def test_what_stands_beside_a_text_is_no_term_of_it(said: str, term: str, none: bool) -> None:
    assert is_none(said, term) is none


@pytest.mark.parametrize(
    ("said", "term", "none"),
    [
        ("“The mission stays as long as Kessara wants it,” an envoy said.", "it,” an envoy", True),
        ("18:10 Brenn: the front will disarm.", "18:10 Brenn: the front will disarm", True),
        ("Norvia, who called it a reward, is opposed.", "Norvia, who called it a reward, is opposed", True),
        ("It denies the allegation, printed in May, that Norvia offered to cede the port.", "cede the port", True),
        ("He dismissed a report that Norvia had offered to cede the port.", "cede the port", True),
        ("It denies the allegation and has offered to cede the port.", "cede the port", False),
        ("Kessara was willing to sign, unless Norvia insisted on reopening the annex.", "reopening the annex", True),
        ("Kessara was willing to sign, and Norvia insisted on reopening the annex.", "reopening the annex", False),
        ("It will not begin until the army does.", "the army does", True),
        ("The paper would have the army and the Front disarm.", "have the army", True),
        ("The paper would have the army disarm.", "have the army disarm", False),
        ("18 prisoners would be freed in May.", "18 prisoners would be freed in May", False),
        ("Norvia wants “the whole port”, an envoy said.", "“the whole port”", False),
        ("Norvia would disband units that are opposed to it.", "disband units that are opposed to it", False),
    ],
)  # fmt: skip
def test_a_cut_quotation_a_headline_and_a_denied_report_say_nothing(said: str, term: str, none: bool) -> None:
    assert is_none(said, term, wish=True) is none


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (
            "The draft requires that Kessara grant amnesty, that Norvia close its courts and that both sides pay.",
            [("Kessara",), ("Norvia",), ("Kessara", "Norvia")],
        ),
        ("The draft requires that Kessara leave the valley, that old seat of kings.", [("Kessara",)]),
        (
            "Under the draft, Kessara would pay 30 per cent of reparations, and Norvia 70 per cent.",
            [("Kessara",), ("Norvia",)],
        ),
        (
            "Under the draft, Kessara would pay reparations of 30 million crowns to Norvia and Osterland.",
            [("Kessara",)],
        ),
    ],
)
def test_whoever_else_does_a_thing_has_a_term_of_its_own(said: str, terms: list[tuple[str, ...]]) -> None:
    found = find_provisions(page_of(LEAD + said), ())
    assert [p.obligor for p in found if p.presented_as == "draft"] == terms


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("for every 100 rifles handed in, Norvia would free five prisoners", "five"),
        ("each 100 rifles handed in, Norvia would free all prisoners", None),
        ("each side would free 100 prisoners", "100"),
        ("every year, Norvia would pay 40 million crowns", "40 million crowns"),
    ],
)
def test_what_is_counted_off_is_no_value(said: str, value: str | None) -> None:
    assert value_of(said) == value


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (
            "The draft agreement reads: “[Revenues shall be shared by Kessara] [Revenues shall be held in escrow].”",
            ["Revenues shall be shared by Kessara", "Revenues shall be held in escrow"],
        ),
        ("The draft agreement would give Norvia aid [and oil] in May.", []),
    ],
)
def test_two_wordings_in_brackets_are_open(said: str, terms: list[str]) -> None:
    page = page_of(LEAD + said)
    found = [p for p in find_provisions(page, ()) if p.text_status == "open"]
    assert [p.span.quote(page.text) for p in found] == terms
    assert not any(m.party == "Revenues" for m in page.mentions)


@pytest.mark.parametrize(
    ("before", "waits"),
    [
        ("Norvia's counter-proposal differs on several points.", True),
        ("Norvia's own proposal was short.", True),
        ("The draft agreement differs on several points.", False),
        ("The draft agreement was sent to Norvia.", False),
    ],
)
def test_what_a_sides_answer_says_waits(before: str, waits: bool) -> None:
    found = find_provisions(page_of(f"{LEAD}A draft treaty exists. {before} It caps the Kessaran army at 60,000."), ())
    assert [p.unsure for p in found if p.topic == "force_limits"] == [waits]
