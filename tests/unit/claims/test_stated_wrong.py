"""What longer reports had stated as terms and is none, or is cut wrongly, each with its near opposite."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.beside import placed_right
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.no_terms import no_term
from nonpaper.claims.provisions.reasons import EXPECTED
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.wanted import wanted
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Span
from tests.unit.claims.sights import plain_sight

LEAD = "The government of Kessara and the government of Norvia are at war. A draft was seen. "


def _cut(said: str) -> list[str]:
    return [t.quote(said) for t in terms_in(said, Span(0, len(said)))]


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (
            "Kessara ships its grain to the port, a truce holds",
            ["Kessara ships its grain to the port", "a truce holds"],
        ),
        ("Kessara ships its grain to the port, free of duty", ["Kessara ships its grain to the port, free of duty"]),
        ("In exchange, Norvia lifts the embargo", ["Norvia lifts the embargo"]),
        ("Kessara may keep its seat but shall not vote", ["Kessara may keep its seat", "shall not vote"]),
        ("The kings of the hills and the coast shall vote", ["The kings of the hills and the coast shall vote"]),
        ("Norvia frees its captives, failing which the truce ends", ["Norvia frees its captives", "the truce ends"]),
        (
            "The town elects a mayor, from which office smugglers are barred",
            ["The town elects a mayor", "office smugglers are barred"],
        ),
        ("The town elects a mayor, from which much is hoped", ["The town elects a mayor, from which much is hoped"]),
        (
            "limit the army of Norvia and place the harbour under joint customs",
            ["limit the army of Norvia", "place the harbour under joint customs"],
        ),
        (
            "limit the army of Norvia and its places of recruitment",
            ["limit the army of Norvia and its places of recruitment"],
        ),
        ("In exchange for the prisoners Norvia is paid", ["In exchange for the prisoners Norvia is paid"]),
    ],
)
def test_on_what_terms_belongs_to_the_term_and_in_exchange_does_not(said: str, terms: list[str]) -> None:
    assert _cut(said) == terms


def _seen(said: str, part: str) -> str:
    page = page_of(LEAD + said)
    (sight,) = placed_right(page, [plain_sight(page, part, "draft", "hostages", len(LEAD))])
    return sight.span.quote(page.text)


def test_a_subject_that_an_aside_parts_from_its_verb_opens_the_term() -> None:
    said = "All captives, the sick before the others, leave the camp."
    assert _seen(said, "leave the camp") == said[:-1]


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("the sale of the old mill and", "the sale of the old mill"),
        ("a pact between the old mill and", "a pact between the old mill and"),
        ("the sale of mills by Norvia and", "the sale of mills by Norvia and"),
    ],
)
def test_an_and_on_which_another_term_follows_is_none_of_the_first(part: str, kept: str) -> None:
    assert _seen(f"It holds {part} more.", part) == kept


def test_words_behind_another_clause_have_no_such_subject() -> None:
    assert _seen("Norvia frees the sick, it says; the others leave the camp.", "leave the camp") == "leave the camp"
    assert _seen("All captives leave the camp.", "leave the camp") == "leave the camp"


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("its envoys now let it be known that they can bear them", True),
        ("its envoys would let the convoys in", False),
        ("Norvia made it clear that the ban stays", True),
        ("Norvia makes the river navigable", False),
    ],
)
def test_who_says_it_and_in_what_way_is_no_term(said: str, none: bool) -> None:
    page = page_of(LEAD + said + ".")
    span = Span(len(LEAD), len(LEAD) + len(said))
    assert no_term(page, span, span) is none


def _wanted(content: str, kind: SourceKind = "on_record_spokesperson") -> list[str]:
    text = f"{LEAD}The minister of Norvia said {content}"
    start = text.index(content)
    claim = Claim(
        source=(Span(text.index("The minister"), text.index(" said")),),
        cue=(Span(start - 5, start - 1),),
        content=(Span(start, len(text)),),
        kind=kind,
        party="Norvia",
    )
    page = page_of(text)
    return [frame.span.quote(page.text) for frame in wanted(page, [claim])]


@pytest.mark.parametrize(
    ("content", "demanded"),
    [
        ("its government would sign if parliament agreed.", []),
        ("its government would sign if the army left.", ["the army left."]),
        ("it would not bring cases before any other court.", []),
        ("it would not talk before the army left.", ["the army left."]),
        ("no ship sails until the pilots are home. Not ten of them, not twelve.", ["the pilots are home"]),
    ],
)
def test_ones_own_parliament_and_a_court_are_no_demand(content: str, demanded: list[str]) -> None:
    assert _wanted(content) == demanded


@pytest.mark.parametrize(("said", "wants"), [("needs two-thirds of it", False), ("needs a port of its own", True)])
def test_votes_that_are_needed_are_not_demanded(said: str, wants: bool) -> None:
    assert (words("party", "wants").search(said) is not None) is wants


@pytest.mark.parametrize(("kind", "doubts"), [("analyst", (EXPECTED,)), ("named_party_official", ())])
def test_what_an_analyst_expects_of_a_side_that_side_has_not_demanded(
    kind: SourceKind, doubts: tuple[str, ...]
) -> None:
    text = f"{LEAD}Ada Lorn expects the withdrawal of the garrison from the port."
    page, words = page_of(text), "the withdrawal of the garrison from the port"
    start = text.index(words)
    claim = Claim(
        source=(Span(text.index("Ada"), text.index(" expects")),),
        cue=(Span(text.index("expects"), start - 1),),
        content=(Span(start, start + len(words)),),
        kind=kind,
    )
    (term,) = find_provisions(page, [claim], [plain_sight(page, words, "demand", "withdrawal")])
    assert term.doubts == doubts
