"""Brackets only for what negotiators left open; every word a report's own; demands and doubts outside."""

from __future__ import annotations

import itertools

from nonpaper.drafts.working import Line, WorkingText
from tests.unit.drafts.working.made import GAZETTE, IN, OPEN, POST, reading, working

TEXT = working(POST, GAZETTE)


def line(text: WorkingText, topic: str) -> Line:
    return next(one for one in text.lines if one.topic == topic)


def words(one: Line) -> list[list[str]]:
    return [[v.words for v in a.versions] for a in one.alternatives]


def test_open_terms_of_one_report_are_alternatives_in_brackets() -> None:
    found = line(TEXT, "borders")
    assert found.open
    assert words(found) == [["the frontier on the river Lorn"], ["the frontier along the ridge of Voll"]]


def test_nothing_else_is_open() -> None:
    assert [one.topic for one in TEXT.lines if one.open] == ["borders"]


def test_accounts_that_differ_stand_side_by_side_without_brackets() -> None:
    found = line(TEXT, "force_limits")
    assert not found.open
    assert words(found) == [["limit the army of Kessara to 60,000 men", "limit the army of Kessara to 80,000 men"]]


def test_accounts_of_an_open_term_by_two_reports_are_no_alternatives() -> None:
    cap = OPEN | {"topic": "force_limits", "obligor": ("Kessara",)}
    left = reading("A", [("a cap of 600 men", cap | {"value": "600"})])
    right = reading("B", [("a cap of 800 men", cap | {"value": "800"})])
    (found,) = working(left, right).lines
    assert found.open
    assert words(found) == [["a cap of 600 men", "a cap of 800 men"]]


def test_who_holds_an_alternative_is_whoever_spoke_just_these_words() -> None:
    first, second = line(TEXT, "borders").alternatives
    assert [(h.party, h.stance, h.own) for h in first.held] == [("Kessara", "demands", True)]
    assert second.held == ()


def test_a_stand_on_a_topic_is_on_no_line() -> None:
    assert [(h.party, h.topic, h.stance, h.own) for h in TEXT.on_topics] == [
        ("Kessara", "force_limits", "accepts_if", True),
        ("Norvia", "borders", "rejects", False),
    ]
    assert line(TEXT, "force_limits").alternatives[0].held == ()


def test_what_is_dropped_demanded_unsure_or_in_another_draft_is_not_in_the_text() -> None:
    assert [one.topic for one in TEXT.lines] == ["humanitarian_aid", "force_limits", "borders", "reconstruction"]
    assert [words(one) for one in TEXT.dropped] == [[["an amnesty for all"]]]


def test_every_word_is_a_report_s_own_and_every_line_has_its_sources() -> None:
    texts = {r.report.id: r.text for r in (POST, GAZETTE)}
    assert [n.number for n in TEXT.footnotes] == list(range(1, len(TEXT.footnotes) + 1))
    for note in TEXT.footnotes:
        assert note.span.quote(texts[note.report]) == note.words
    for version in (v for one in (*TEXT.lines, *TEXT.dropped) for a in one.alternatives for v in a.versions):
        assert version.words == TEXT.footnotes[version.footnotes[0] - 1].words


def test_the_order_of_reports_does_not_matter() -> None:
    third = reading("C", [("open the bridge at Holm", IN | {"topic": "humanitarian_aid", "number": "1"})])
    made = [working(*order).lines for order in itertools.permutations((POST, GAZETTE, third))]
    assert all(lines == made[0] for lines in made)


def test_swapping_the_parties_swaps_who_holds_what() -> None:
    def swapped(name: str) -> str:
        return {"Kessara": "Norvia", "Norvia": "Kessara"}[name]

    stands = [
        (
            "the frontier on the river Lorn",
            {"party": "Kessara", "topic": "borders", "stance": "demands", "basis": "self"},
        ),
        ("a ridge", {"party": "Norvia", "topic": "borders", "stance": "red_line", "basis": "self"}),
    ]
    terms = [("the frontier on the river Lorn", OPEN)]
    turned = [(w, f | {"party": swapped(f["party"])}) for w, f in stands]
    one, other = (working(reading("A", terms, s)) for s in (stands, turned))
    for made, named in ((one, str), (other, swapped)):
        assert [named(h.party) for h in made.lines[0].alternatives[0].held] == ["Kessara"]
        assert [named(h.party) for h in made.on_topics] == ["Norvia"]
