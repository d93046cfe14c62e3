"""Texts told apart: by count, by date, by place; what cannot be told is asked and put to none."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts import consolidate
from nonpaper.drafts.versions import versions
from nonpaper.model.particular import Particular
from nonpaper.model.reading import Reading
from tests.unit.drafts.written import report, span

TRUCE = ("a truce", {"topic": "ceasefire", "draft": "20-point"})


def twenty(name: str, published: str | None, words: str = "The 20-point plan foresees a truce.") -> Reading:
    return report(name, words, TRUCE, published=published)


def landed(*readings: Reading) -> dict[str, str | None]:
    return {r.report.id: p.draft for r in versions(readings).readings for p in r.provisions}


def test_two_plans_of_one_count_months_apart_are_two_drafts() -> None:
    autumn = twenty("A", "2031-10-01", "The 20-point plan of 29 September 2031 foresees a truce.")
    winter = twenty("B", "2031-12-26", "The 20-point plan presented on 24 December 2031 foresees a truce.")
    bare = twenty("C", "2031-12-28")
    found = landed(autumn, winter, bare)
    assert found == {
        "A": "20-point (September 2031)",
        "B": "20-point (December 2031)",
        "C": "20-point (December 2031)",
    }
    told = versions((autumn, winter, bare))
    assert told.questions == ()
    assert len(consolidate(told.readings).drafts) == 2


def test_one_count_reported_after_a_long_silence_is_kept_apart_and_asked() -> None:
    told = versions((twenty("A", "2031-03-04"), twenty("B", "2031-12-26")))
    assert len(told.versions) == 2
    (asked,) = told.questions
    assert set(asked.versions) == {v.name for v in told.versions}
    assert {e.report for e in asked.evidence} == {"A", "B"}


def test_days_that_lie_near_are_kept_apart_and_asked() -> None:
    told = versions(
        (
            twenty("A", "2031-12-28", "The 20-point plan of 4 December 2031 foresees a truce."),
            twenty("B", "2031-12-28", "The 20-point plan of 24 December 2031 foresees a truce."),
        )
    )
    assert sorted(v.name for v in told.versions) == ["20-point (24 December 2031)", "20-point (4 December 2031)"]
    assert len(told.questions) == 1


def test_reports_within_weeks_tell_of_one_text() -> None:
    found = landed(twenty("A", "2031-03-04"), twenty("B", "2031-03-30"), twenty("C", None))
    assert set(found.values()) == {"20-point"}


def test_a_report_that_may_mean_either_is_put_to_none_and_asked() -> None:
    told = versions((twenty("A", "2031-03-04"), twenty("B", "2031-12-26"), twenty("C", None)))
    undated = next(r for r in told.readings if r.report.id == "C")
    assert undated.provisions[0].draft is None
    assert any({"C"} == {e.report for e in q.evidence} for q in told.questions)


def test_two_places_in_the_reports_are_two_texts() -> None:
    told = versions(
        (
            twenty("A", "2031-03-04", "The 20-point Marlow plan foresees a truce."),
            twenty("B", "2031-03-05", "The 20-point Tessel plan foresees a truce."),
        )
    )
    assert [v.places for v in sorted(told.versions, key=lambda v: v.name)] == [("Marlow",), ("Tessel",)]
    assert len(told.questions) == 1


def test_whose_a_text_is_does_not_make_it_two() -> None:
    found = landed(
        twenty("A", "2031-03-04", "The 20-point Aldorian plan foresees a truce."),
        twenty("B", "2031-03-05", "The 20-point Norvian plan foresees a truce."),
    )
    assert set(found.values()) == {"20-point"}


def test_a_text_that_is_only_told_apart_takes_no_statement() -> None:
    words = (
        "The 20-point draft must not be confused with the 20-point list that the union put out last year. "
        "It foresees a truce."
    )
    told = versions((twenty("A", "2031-03-04", words),))
    assert {v.name: v.statements for v in told.versions} == {"20-point": 1, "20-point (2030)": 0}
    assert told.questions == ()


def test_a_persons_name_for_a_text_stays() -> None:
    named = report("A", "The plan foresees a truce.", ("a truce", {"topic": "ceasefire", "draft": "Dalmar"}))
    told = versions((named,))
    assert [(v.name, v.points, v.statements) for v in told.versions] == [("Dalmar", None, 1)]


@pytest.mark.parametrize(
    ("words", "kind", "later", "earlier"),
    [
        ("Envoys cut the plan from 28 points to 19 in Marlow.", "cut", "19-point", "28-point"),
        ("The 28-point plan was trimmed to 19 points in Marlow.", "cut", "19-point", "28-point"),
        ("The 19-point draft is a revised version of the 28-point plan.", "revises", "19-point", "28-point"),
        ("The 19-point draft replaces the 28-point plan.", "replaces", "19-point", "28-point"),
        ("The 19-point draft is based on the 28-point plan.", "rests_on", "19-point", "28-point"),
        ("The 24-point text is a counter-proposal to the 28-point plan.", "answers", "24-point", "28-point"),
        ("Both sides study a revised version of the 28-point plan.", "revises", None, "28-point"),
    ],
)
def test_lineage_is_what_reports_say_with_the_words(words: str, kind: str, later: str | None, earlier: str) -> None:
    names = report("N", "The 28-point plan, the 19-point draft and the 24-point text are known.")
    (link,) = versions((names, report("A", words))).links
    assert (link.kind, link.later, link.earlier) == (kind, later, earlier)
    assert link.evidence.words == words


@pytest.mark.parametrize(
    "words", ["The 28-point plan and the 19-point draft are known.", "The index fell from 28 points to 19 points."]
)
def test_no_lineage_where_none_is_said(words: str) -> None:
    assert all(k.later is None and k.earlier is None for k in versions((report("A", words),)).links)


def test_lineage_in_a_circle_is_found_and_nothing_is_lost() -> None:
    left = report("A", "The 19-point draft is based on the 28-point plan.")
    right = report("B", "The 28-point plan is based on the 19-point draft.")
    told = versions((left, right))
    assert [f.code for f in told.findings] == ["circular_lineage"]
    assert "A, 2031-03-04" in told.findings[0].where
    assert len(told.links) == 2


def test_a_number_given_twice_is_found_and_both_points_stay() -> None:
    words = "The 9-point plan:\n1. Guns leave.\n2. Maps are drawn.\n2. Ferries sail.\n3. Courts open."
    items = [("Guns leave", "1"), ("Maps are drawn", "2"), ("Ferries sail", "2"), ("Courts open", "3")]
    terms = tuple((w, {"topic": "other", "draft": "9-point", "number": n}) for w, n in items)
    told = versions((report("A", words, *terms),))
    (found,) = told.findings
    assert (found.code, "Maps are drawn" in found.what, "Ferries sail" in found.what) == (
        "duplicate_number",
        True,
        True,
    )
    assert len(consolidate(told.readings).drafts[0].terms) == 4


def test_two_terms_of_one_point_are_no_duplicate() -> None:
    words = "The 9-point plan:\n1. Guns leave and maps are drawn.\n2. Ferries sail."
    items = [("Guns leave", "1"), ("maps are drawn", "1"), ("Ferries sail", "2")]
    terms = tuple((w, {"topic": "other", "draft": "9-point", "number": n}) for w, n in items)
    assert versions((report("A", words, *terms),)).findings == ()


def test_two_full_texts_of_one_name_are_found_and_both_stay() -> None:
    own = {"topic": "ceasefire", "draft": "20-point", "status": "published"}
    a = report("A", "The 20-point plan. Guns fall silent at once.", ("Guns fall silent at once", own))
    b = report("B", "The 20-point plan. Fighting ends in May.", ("Fighting ends in May", own))
    told = versions((a, b))
    assert [f.code for f in told.findings] == ["two_texts_one_name"]
    assert told.versions[0].known_from == "own_text"
    assert told.versions[0].statements == 2


def test_particulars_stand_with_their_text() -> None:
    made = report("A", "The 20-point plan, drawn up by Aldoria, foresees a truce.", TRUCE)
    pen = Particular(aspect="pen_holder", span=span(made.text, "drawn up by Aldoria"), draft="20-point")
    told = versions((msgspec.structs.replace(made, particulars=(pen,)),))
    (stated,) = told.versions[0].particulars
    assert (stated.aspect, stated.says) == ("pen_holder", "drawn up by Aldoria")
    assert "drawn up by Aldoria" in stated.evidence.words


def test_a_text_at_hand_goes_by_its_title_and_its_count_is_asked_about() -> None:
    own = [
        (w, {"topic": "other", "number": n, "status": "published"})
        for w, n in (("Guns leave", "1"), ("Ferries sail", "2"))
    ]
    made = report("T", "1. Guns leave. 2. Ferries sail.", *own)
    titled = msgspec.structs.replace(made, report=msgspec.structs.replace(made.report, title="Accord of Esk"))
    told = versions((titled, report("A", "The 2-point plan is known.")))
    assert {v.name: (v.points, v.known_from, v.statements) for v in told.versions} == {
        "Accord of Esk": (2, "own_text", 2),
        "2-point": (2, "reports", 0),
    }
    (asked,) = told.questions
    assert asked.versions == ("Accord of Esk", "2-point")


def test_a_text_named_by_its_place_alone_is_the_one_of_that_place() -> None:
    named = twenty("A", "2031-03-04", "The 20-point Marlow draft foresees a truce.")
    words = "The Marlow draft foresees a truce."
    bare = report("B", words, ("a truce", {"topic": "ceasefire"}))
    other = report("C", "The Esk draft foresees a truce.", ("a truce", {"topic": "ceasefire"}))
    assert landed(named, bare, other) == {"A": "20-point", "B": "20-point", "C": None}


WORDS = (
    "The 20-point plan foresees a truce.",
    "The 20-point plan of 24 December 2031 foresees a truce.",
    "The 20-point Marlow plan foresees a truce.",
    "The April 20-point list foresees a truce.",
    "Aides trimmed the 28-point plan to 20 points. It foresees a truce.",
)
DAYS = (None, "2031-03-04", "2031-04-20", "2031-09-29", "2031-12-26T08:00:00+01:00")


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(DAYS)), min_size=1, max_size=6), st.randoms())
def test_the_order_of_reports_does_not_matter(made: list[tuple[str, str | None]], chance: random.Random) -> None:
    readings = [twenty(f"R{i}", day, words) for i, (words, day) in enumerate(made)]
    mixed = chance.sample(readings, len(readings))
    first, second = versions(readings), versions(mixed)
    assert first.versions == second.versions
    assert (first.links, first.questions, first.findings) == (second.links, second.questions, second.findings)
    assert {r.report.id: r for r in first.readings} == {r.report.id: r for r in second.readings}


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(DAYS)), min_size=1, max_size=6))
def test_no_statement_is_lost_and_every_quote_is_exact(made: list[tuple[str, str | None]]) -> None:
    readings = [twenty(f"R{i}", day, words) for i, (words, day) in enumerate(made)]
    told = versions(readings)
    drafts = [p.draft for r in told.readings for p in r.provisions]
    assert len(drafts) == len(readings)
    assert sum(v.statements for v in told.versions) == sum(d is not None for d in drafts)
    texts = {r.report.id: r.text for r in readings}
    for item in itertools.chain(*(v.namings for v in told.versions), (k.evidence for k in told.links)):
        assert texts[item.report][item.span.start : item.span.end] == item.words


def test_telling_apart_twice_changes_nothing() -> None:
    told = versions((twenty("A", "2031-03-04"), twenty("B", "2031-12-26"), twenty("C", None)))
    again = versions(told.readings)
    assert [[p.draft for p in r.provisions] for r in again.readings] == [
        [p.draft for p in r.provisions] for r in told.readings
    ]
