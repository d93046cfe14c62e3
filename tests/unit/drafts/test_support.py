"""Separate origins: copies and credits followed back, nothing unknown counted, circles and denials without effect."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.dossier.corpus import Corpus
from nonpaper.dossier.drafts import drafts_of
from nonpaper.dossier.reading import Outcome
from nonpaper.drafts import consolidate, how_known
from nonpaper.judgements import Copied
from nonpaper.model.claim import Claim
from nonpaper.model.known import Known
from nonpaper.model.particular import Particular
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.present.draft import showing

WORDS = "a limit of 60,000 on the army of Kessara"
OTHERS = ("nine", "envoys", "river", "harbour", "council", "winter", "bridge", "market", "school", "letter", "ferry")


def tail(outlet: str) -> str:
    """Sixty words of an outlet's own."""
    rng = random.Random(outlet)
    return " ".join(rng.choice(OTHERS) + outlet.lower() for _ in range(60))


def report(
    of: str, outlet: str | None, *origins: str, day: str | None = None, like: str = "", **fields: object
) -> Reading:
    """A report that states one limit; the rest of it is its own, or that of the outlet that it copies word for word."""
    text = f"{WORDS}. {tail(like or outlet or of)}"
    known = {"topic": "force_limits", "obligor": ("Kessara",), "draft": "22-point"} | fields
    term = Provision(span=Span(0, len(WORDS)), **known)  # type: ignore[arg-type]
    made = Report(id=of, path=f"{of}.txt", outlet=outlet, published=day, language="en")
    return Reading(report=made, text=text, provisions=(term,), origins=origins)


def known(*readings: Reading, judged: Sequence[Copied] = ()) -> Known:
    return how_known(readings, consolidate(readings), judged=judged)


def origins(*readings: Reading, judged: Sequence[Copied] = ()) -> list[str]:
    (found,) = known(*readings, judged=judged).support.values()
    return [o.name for o in found.origins]


def test_two_outlets_that_report_themselves_are_two_origins() -> None:
    assert origins(report("a", "Post"), report("b", "Gazette")) == ["Gazette", "Post"]


def test_a_paper_with_its_article_and_without_is_one_origin() -> None:
    assert origins(report("a", "The Gazette"), report("b", "Post", "Gazette")) == ["Gazette"]


def test_a_credit_is_followed_back_through_its_carrier() -> None:
    readings = (report("a", "Post"), report("b", "Gazette", "Post"), report("c", "Wire", "Gazette"))
    (found,) = known(*readings).support.values()
    (origin,) = found.origins
    assert [(p.report, p.through, p.tie) for p in origin.paths] == [
        ("a", (), "own"),
        ("b", (), "credit"),
        ("c", ("Gazette",), "credit"),
    ]


def test_a_copy_that_hides_its_origin_is_tied_by_date() -> None:
    readings = (report("a", "Post", day="2031-03-04"), report("b", "Gazette", day="2031-03-05", like="Post"))
    (found,) = known(*readings).support.values()
    assert [(o.name, [p.tie for p in o.paths]) for o in found.origins] == [("Post", ["own", "copy"])]


def test_without_dates_one_of_two_copies_the_other() -> None:
    readings = (report("a", "Post"), report("b", "Gazette", like="Post"))
    (found,) = known(*readings).support.values()
    (origin,) = found.origins
    assert origin.names == ("Gazette", "Post")
    assert {p.tie for p in origin.paths} == {"either"}


@pytest.mark.parametrize(("early", "late"), [("2031-03-04", "2031-03-04T10:00:00Z"), ("2031-03-04", "2031-03-04")])
def test_one_day_does_not_say_which_came_first(early: str, late: str) -> None:
    assert origins(report("a", "Post", day=early), report("b", "Gazette", day=late, like="Post")) == ["Gazette or Post"]


def test_a_credit_wins_over_a_date_and_the_date_is_a_finding() -> None:
    readings = (
        report("a", "Post", "Gazette", day="2031-03-04"),
        report("b", "Gazette", day="2031-03-05", like="Post"),
    )
    found = known(*readings)
    assert [o.name for s in found.support.values() for o in s.origins] == ["Gazette"]
    assert [f.code for f in found.findings] == ["copy_before_origin"]


def test_a_person_says_which_report_is_a_copy() -> None:
    readings = (report("a", "Post", day="2031-03-04"), report("b", "Gazette", day="2031-03-05"))
    assert origins(*readings) == ["Gazette", "Post"]
    assert origins(*readings, judged=[Copied("b", "a", "Lind")]) == ["Post"]
    assert origins(*readings, judged=[Copied("a", "b", "Lind")]) == ["Gazette"]
    assert origins(*readings, judged=[Copied("a", "no such report", "Lind")]) == ["Gazette", "Post"]


def test_an_unknown_origin_is_never_counted() -> None:
    (found,) = known(report("a", None), report("b", "Gazette")).support.values()
    assert [o.name for o in found.origins] == ["Gazette"]
    assert [(p.report, p.tie) for p in found.unknown] == [("a", "unknown")]


def test_outlets_that_credit_each_other_have_no_origin_and_are_a_finding() -> None:
    found = known(report("a", "Post", "Gazette"), report("b", "Gazette", "Wire"), report("c", "Wire", "Post"))
    (support,) = found.support.values()
    assert support.origins == ()
    assert {p.tie for p in support.unknown} == {"circular"}
    assert found.circles == (("Gazette", "Post", "Wire"),)
    assert [f.code for f in found.findings] == ["circular_crediting"]


def test_only_the_copied_passage_is_carried() -> None:
    shared = (
        "The council of five states would meet in Hadrin every month and could order sanctions within two days. "
        "Its seat would be a villa above the lake, with guards whom Aldoria pays and whom no side may ever choose. "
    )
    own = "A depot near the northern road would pass to Norvia after the thaw. "
    text = shared + own + " ".join(map(tail, ("Wire", "Line", "Digest")))
    one = msgspec.structs.replace(
        report("a", "Post", day="2031-03-04"),
        text=shared + " ".join(map(tail, ("Post", "Herald", "Lake"))),
        provisions=(),
    )
    terms = tuple(
        Provision(span=Span(text.index(q), text.index(q) + len(q)), topic="other", draft="22-point", number=n)
        for n, q in (("1", "could order sanctions within two days"), ("2", "would pass to Norvia after the thaw"))
    )
    other = msgspec.structs.replace(report("b", "Gazette", day="2031-03-05"), text=text, provisions=terms)
    found = known(one, other)
    assert [c.copy.kind for c in found.copies] == ["passages"]
    assert [[o.name for o in s.origins] for s in found.support.values()] == [["Post"], ["Gazette"]]


def test_a_denial_stands_beside_and_takes_nothing_away() -> None:
    without = (report("a", "Post"), report("b", "Gazette"))
    denied = msgspec.structs.replace(
        report("c", "Wire", status="denied"),
        claims=(Claim(source=(Span(0, 7),), cue=(), content=(), party="Kessara", denied=True),),
        particulars=(Particular(aspect="denied_receipt", span=Span(0, 7), draft="22-point", party="Kessara", claim=0),),
    )
    denied = msgspec.structs.replace(denied, provisions=(msgspec.structs.replace(denied.provisions[0], claim=0),))
    one, other = known(*without), known(*without, denied)
    assert list(one.support.values()) == list(other.support.values())
    assert one.credibility == other.credibility
    (stands,) = other.standing.values()
    assert [(d.of, d.party, d.who) for d in stands.denied] == [("content", "Kessara", "a limit")]
    assert stands.reported == ("a", "b")
    assert [(d.of, d.draft) for d in other.denied] == [("receipt", "22-point")]


OUTLETS = st.sampled_from(["Post", "Gazette", "Wire", "Line"])
DAYS = st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-06T10:00:00Z"])
REPORTS = st.lists(st.tuples(OUTLETS, st.lists(OUTLETS, max_size=2), DAYS, OUTLETS), min_size=1, max_size=6)


ONE_EACH = st.lists(
    st.tuples(OUTLETS, st.lists(OUTLETS, max_size=2), DAYS, OUTLETS),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


def made(rows: list[tuple[str, list[str], str | None, str]]) -> list[Reading]:
    return [
        report(f"{i}", outlet, *dict.fromkeys(o for o in credited if o != outlet), day=day, like=like)
        for i, (outlet, credited, day, like) in enumerate(rows)
    ]


@settings(max_examples=150, deadline=None)
@given(rows=REPORTS, seed=st.integers(0, 99))
def test_the_order_of_reports_changes_nothing(rows: list[tuple[str, list[str], str | None, str]], seed: int) -> None:
    readings = made(rows)
    assert known(*readings) == known(*random.Random(seed).sample(readings, len(readings)))


@settings(max_examples=150, deadline=None)
@given(rows=ONE_EACH, which=st.integers(0, 5), day=DAYS, outlet=st.sampled_from(["Digest", ""]))
def test_an_exact_copy_never_adds_an_origin(
    rows: list[tuple[str, list[str], str | None, str]], which: int, day: str | None, outlet: str
) -> None:
    readings = made(rows)
    copied = readings[which % len(readings)]
    again = msgspec.structs.replace(
        copied.report, id="copy", path="copy.txt", outlet=outlet or copied.report.outlet, published=day
    )
    (before,) = known(*readings).support.values()
    (after,) = known(*readings, msgspec.structs.replace(copied, report=again)).support.values()
    may_be_known_now = any(path.report == copied.report.id for path in before.unknown)
    assert len(after.origins) <= len(before.origins) + may_be_known_now


def test_stances_are_counted_by_how_they_are_heard_and_once_in_copies() -> None:
    said = {"party": "Kessara", "topic": "ceasefire", "stance": "rejects", "span": Span(0, 7)}
    stances = tuple(Position(basis=b, **said) for b in ("self", "counterpart", "reporter"))  # type: ignore[arg-type]
    one = msgspec.structs.replace(report("a", "Post"), positions=stances)
    copy = msgspec.structs.replace(report("b", "Gazette", like="Post"), positions=stances)
    other = msgspec.structs.replace(report("c", "Wire"), positions=stances[:1])
    (found,) = known(one, copy, other).heard
    assert (found.own, found.others, found.unsourced) == (2, 1, 1)


def test_a_draft_shown_names_the_origins_that_are_left_when_copies_and_credits_are_followed_back() -> None:
    readings = (report("a", "Post"), report("b", "Gazette", "Post"), report("c", "Wire", "Gazette"))
    drafts = drafts_of(Corpus(outcome=Outcome(readings=readings)))
    version, draft = drafts.draft("22-point")
    shown = showing(draft, version, drafts.versions, drafts.dependencies, drafts.known().support)
    assert "separate origins: Post\n" in shown
