"""Whose a stance is that the model sees: nobody's who is named later, nor the speaker's of another side."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

LEAD = "The government of Norvia and the government of Kessara met again. Norvia and Kessara are at war. "


def _at(page: Page, words: str) -> Span:
    start = page.text.index(words, len(LEAD) - 1)
    return Span(start, start + len(words))


def _seen(
    said: str,
    words: str,
    stance: Stance,
    holder: str | None,
    claim: tuple[str, str, str | None] | None = None,
    basis: Basis = "self",
) -> list[Position]:
    """What is made of `words`, seen as a stance of `holder`, in `said`; a claim is (source, content, party)."""
    page = page_of(LEAD + said)
    raw = RawStance(
        span=_at(page, words),
        sure=0.95,
        stance=stance,
        stance_sure=0.98,
        basis=basis,
        topics={"plan": 5.0},
        holder=_at(page, holder) if holder else None,
    )
    made = []
    if claim is not None:
        source, content, party = claim
        kind = "unnamed_official"
        made.append(Claim(source=(_at(page, source),), cue=(), content=(_at(page, content),), kind=kind, party=party))
    return list(seen_stances(page, [raw], made))


def _stated(found: list[Position]) -> list[tuple[str, str]]:
    return [(p.party, p.basis) for p in found if not p.unsure]


def test_nobody_named_in_a_later_sentence_holds_what_was_said_before() -> None:
    said = "An old envoy said yes to the plan. Norvia rejected the plan."
    assert _seen(said, "An old envoy said yes to the plan", "accepts", "Norvia") == []
    assert _stated(_seen(said, "Norvia rejected the plan", "rejects", "Norvia")) == [("Norvia", "self")]


def test_a_holder_in_another_sentence_gives_way_to_who_acts_in_this_one() -> None:
    said = "Norvia was cold. Kessara had rejected the plan."
    assert _stated(_seen(said, "Kessara had rejected the plan", "rejects", "Norvia")) == []
    assert _stated(_seen(said, "Kessara had rejected the plan", "rejects", "Kessara")) == [("Kessara", "self")]


def test_what_is_told_of_a_side_that_nothing_explains_is_not_the_tellers() -> None:
    said = "Bakr said the Zaydan side rejected the plan."
    claim = ("Bakr", "the Zaydan side rejected the plan", "Norvia")
    assert _stated(_seen(said, said[:-1], "rejects", "Bakr", claim)) == []
    own = "Bakr said the Norvian side rejected the plan."
    claim = ("Bakr", "the Norvian side rejected the plan", "Norvia")
    assert _stated(_seen(own, own[:-1], "rejects", "Bakr", claim)) == [("Norvia", "self")]


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("A Norvian aide said the order was real", False),
        ("A Norvian aide said only that he had read it", False),
        ("A Norvian aide said the order was a fake", True),
        ("A Norvian aide said there was no order", True),
    ],
)
def test_a_denial_is_in_words(words: str, stated: bool) -> None:
    claim = ("A Norvian aide", words.partition("said ")[2], "Norvia")
    found = _seen(words + ".", words, "denies_report", "A Norvian aide", claim)
    assert bool(_stated(found)) == stated


@pytest.mark.parametrize(
    ("party", "basis", "told"),
    [("Norvia", "mediator", "self"), (None, "counterpart", "reporter")],
)
def test_on_whose_word_a_stance_rests(party: str | None, basis: Basis, told: str) -> None:
    words = "Norvia rejected the plan"
    said = f"The aide said {words}." if party is None else f"Norvia's aide said it rejected the plan. {words}."
    claim = ("The aide", words, None) if party is None else ("Norvia's aide", "it rejected the plan", party)
    span = words if party is None else "Norvia's aide said it rejected the plan"
    found = _seen(said, span, "rejects", "Norvia" if party is None else "Norvia's aide", claim, basis)
    assert [p.basis for p in found] == [told]


@pytest.mark.parametrize(
    ("said", "holder", "claim", "stated"),
    [
        (
            "Norvia turned the plan down within the hour, Kessara's minister said.",
            "Norvia",
            ("Kessara's minister", "Norvia turned the plan down within the hour", "Kessara"),
            [("Norvia", "counterpart")],
        ),
        (  # it may be a list of two
            "Norvia, Kessara says, rejects the plan.",
            "Norvia",
            ("Kessara", "rejects the plan", "Kessara"),
            [],
        ),
        (  # "its side" may be the minister's own
            "Its side turned the plan down, Kessara's minister said.",
            "Its side",
            ("Kessara's minister", "Its side turned the plan down", "Kessara"),
            [("Kessara", "self")],
        ),
    ],
)
def test_what_a_counterpart_tells_of_a_party_by_its_name(
    said: str, holder: str, claim: tuple[str, str, str | None], stated: list[tuple[str, str]]
) -> None:
    found = _seen(said, said[:-1], "rejects", holder, claim)
    assert [row for row in _stated(found) if row[0] != "Kessara" or row in stated] == stated


@pytest.mark.parametrize(
    ("holder", "stated"),
    [
        ("The Lakes Union", True),
        ("The opposition Lakes Union", True),
        ("The opposition in the Lakes Union", False),
        ("A union in the Lakes Union", False),
    ],
)
def test_a_union_is_no_outsider_to_itself(holder: str, stated: bool) -> None:
    found = _seen(f"{holder} rejected the plan.", f"{holder} rejected the plan", "rejects", holder)
    assert bool(_stated(found)) == stated


def test_a_denial_in_a_quotation_of_its_own_may_be_the_others() -> None:
    said = "Norvia says they burn villages. “That is a lie.”"
    assert _stated(_seen(said, said[:-2], "denies_report", "Norvia")) == []
    own = "Norvia says “that is a lie.”"
    assert _stated(_seen(own, own[:-2], "denies_report", "Norvia")) == [("Norvia", "self")]


def test_both_governments_hold_it_each() -> None:
    said = "Both governments rejected the plan."
    assert {party for party, _ in _stated(_seen(said, said[:-1], "rejects", "Both governments"))} == {
        "Norvia",
        "Kessara",
    }
    said = "Both plans were rejected by the lords."
    assert _stated(_seen(said, said[:-1], "rejects", "Both plans")) == []


@pytest.mark.parametrize(
    ("said", "holder", "party"),
    [
        ("Norvia's president will not sign the plan. He rejects the map.", "He", "Norvia"),
        ("Norvia's envoy wants more. His government rejects the map.", "His government", None),
        ("Norvia's president, he said, likes poetry. Rain fell. Nobody rejects the map.", "Nobody", None),
        ("Norvia's presidents will not sign the plan. He rejects the map.", "He", None),
        ("Norvia's roads are bad. He rejects the map.", "He", None),
        ("A cook met Norvia's president. He rejects the map.", "He", None),
    ],
)
def test_he_is_the_office_holder_who_opened_the_sentence_before(said: str, holder: str, party: str | None) -> None:
    words = f"{holder} {said.rpartition(holder)[2].strip(' .')}"
    found = _seen(said, words, "rejects", holder)
    assert {row[0] for row in _stated(found)} <= {party}
    assert party is None or _stated(found)
