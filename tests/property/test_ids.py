"""Ids of the brief's record: the same in any order of reports, and when other reports are added."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.drafts import consolidate
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present import brief_view
from nonpaper.present.material import material
from nonpaper.present.record import brief_json, brief_record, brief_schema
from nonpaper.reports.identity import report_id

FEW = settings(max_examples=40)
NOW = datetime.fromisoformat("2031-04-01T12:00:00+00:00")
SENTENCES = (
    ("a limit of 60,000 on the army of Kessara", "force_limits"),
    ("a limit of 80,000 on the army of Kessara", "force_limits"),
    ("a ceasefire along the whole river from May", "ceasefire"),
    ("the release of all prisoners within ten days", "prisoners"),
    ("a return of all prisoners, all for all", "prisoners"),
)


@st.composite
def reading(draw: st.DrawFn) -> Reading:
    picked = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True))
    text, terms = "", []
    for words, topic in picked:
        span = Span(len(text), len(text) + len(words))
        draft = draw(st.sampled_from(["22-point", "17-point", None]))
        terms.append(Provision(span=span, topic=topic, draft=draft, obligor=draw(st.sampled_from([(), ("Kessara",)]))))
        text += words + ". "
    day, outlet = draw(st.integers(1, 28)), draw(st.sampled_from(["Lorn Gazette", "Harbour Post", "AFP", None]))
    return Reading(
        report=Report(
            id=report_id(text, outlet=outlet, url=None, published=str(day)),
            path="r.txt",
            outlet=outlet,
            published=f"2031-03-{day:02}",
        ),
        text=text,
        provisions=tuple(terms),
        positions=(
            Position(party="Kessara", topic=terms[0].topic, stance="rejects", basis="self", span=terms[0].span),
        ),
        origins=tuple(draw(st.lists(st.sampled_from(["Harbour Post", "Hadrin Wire"]), max_size=2, unique=True))),
    )


def record(readings: list[Reading]) -> dict[str, Any]:
    together, stands = consolidate(readings), matrix(tuple(readings))
    view = brief_view(readings, together, stands, left_out=(), now=NOW)
    return json.loads(brief_json(brief_record(view, material(readings, together, stands), NOW)))


def ids(made: dict[str, Any]) -> dict[str, Any]:
    """Every id with what it stands for; a term stands for its statements."""
    terms = [t for d in made["drafts"] for t in d["terms"]] + [t for ts in made["outside"].values() for t in ts]
    wordings = [w for t in terms for _, ws in t["accounts"] for w in ws]
    return {
        "report": {r["anchor"]: (r["outlet"], r["text"]) for r in made["reports"]},
        "origin": {o["id"]: o["name"] for o in made["origins"]},
        "draft": {d["anchor"]: d["name"] for d in made["drafts"]},
        "wording": {w["anchor"]: (w["quote"]["report"], w["quote"]["words"]) for w in wordings},
        "stance": {s["anchor"]: s["quote"]["words"] for r in made["matrix"] for c in r["cells"] for s in c["stands"]},
        "term": {t["anchor"]: frozenset(w["anchor"] for _, ws in t["accounts"] for w in ws) for t in terms},
    }


REPORTS = st.lists(reading(), min_size=1, max_size=4, unique_by=lambda r: r.report.id)


@FEW
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_no_id(readings: list[Reading], random: Any) -> None:
    other = list(readings)
    random.shuffle(other)
    assert ids(record(readings)) == ids(record(other))


@FEW
@given(REPORTS, reading())
def test_another_report_changes_no_id_of_what_stays_the_same(readings: list[Reading], new: Reading) -> None:
    before, after = ids(record(readings)), ids(record([r for r in readings if r.report.id != new.report.id] + [new]))
    if new.report.id in {r.report.id for r in readings}:
        return
    # An origin may turn out to be a copy of the new report's; one that stays keeps its id.
    named = {name: of for of, name in after["origin"].items()}
    assert all(of == named[name] for of, name in before["origin"].items() if name in named)
    for kind in ("report", "draft", "wording", "stance"):
        assert before[kind].items() <= after[kind].items(), kind
    by_members = {members: anchor for anchor, members in after["term"].items()}
    for anchor, members in before["term"].items():
        assert by_members.get(members, anchor) == anchor  # the group is the same, so is its id


@FEW
@given(REPORTS, reading())
def test_a_later_report_that_joins_a_term_leaves_its_id(readings: list[Reading], new: Reading) -> None:
    late = Report(id="late", path="late.txt", outlet="Late Post", published="2031-03-30")
    added = Reading(report=late, text=new.text, provisions=new.provisions)
    before, after = ids(record(readings)), ids(record([*readings, added]))
    for anchor, members in before["term"].items():
        joined = [a for a, m in after["term"].items() if members <= m]
        assert not joined or joined == [anchor]


@FEW
@given(REPORTS)
def test_the_record_fits_its_schema_and_has_no_id_twice(readings: list[Reading]) -> None:
    schema = pytest.importorskip("jsonschema")
    made = record(readings)
    assert not list(schema.Draft202012Validator(brief_schema()).iter_errors(made))
    assert list(schema.Draft202012Validator(brief_schema()).iter_errors(made | {"title": 1}))
    anchors = [r["anchor"] for r in made["reports"]] + [t["anchor"] for d in made["drafts"] for t in d["terms"]]
    assert len(set(anchors)) == len(anchors)


@FEW
@given(REPORTS)
def test_quotes_are_places_in_the_record_s_own_texts(readings: list[Reading]) -> None:
    made = record(readings)
    texts = {r["id"]: r["text"] for r in made["reports"]}
    quotes = [w["quote"] for d in made["drafts"] for t in d["terms"] for _, ws in t["accounts"] for w in ws]
    assert quotes
    assert all(texts[q["report"]][q["start"] : q["end"]] == q["words"] for q in quotes)
    assert made["notice"].startswith("Reconstruction from reporting")


def test_two_names_of_one_agency_are_one_origin() -> None:
    span = Span(0, 4)
    both = [
        Reading(
            report=Report(id=name, path=name, published="2031-03-01"),
            text="half the army",
            provisions=(Provision(span=span, topic="force_limits"),),
            origins=(name,),
        )
        for name in ("AFP", "Agence France-Presse")
    ]
    assert [o["name"] for o in record(both)["origins"]] == ["Agence France-Presse"]
