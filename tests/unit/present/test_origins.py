"""What reports rest on, by sets of reports, against the same counted report by report."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts.origins import canonical
from nonpaper.model.copy import Copy
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.model.known import Carried, Known
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.support import Origin, Path, Support
from nonpaper.present.material import Material, material
from nonpaper.present.origins import UNKNOWN, origins_view, resting

REPORTS, OUTLETS = ("a", "b", "c", "d", "e"), ("Post", "Wire", "Gazette", "Herald", "Courier")
names = st.sampled_from(OUTLETS)
paths = st.builds(
    Path,
    report=st.sampled_from(REPORTS),
    index=st.just(0),
    origin=names,
    tie=st.sampled_from(("own", "credit", "copy", "either", "circular")),
)
origins = st.builds(lambda name, ways: Origin(name=name, names=(name,), paths=tuple(ways)), names, st.lists(paths))
supports = st.lists(st.lists(origins, max_size=3), max_size=4)
ties = st.lists(st.tuples(*[st.sampled_from(REPORTS)] * 2, st.sampled_from(("", "the earlier date"))), max_size=4)


def of(credited: list[list[str]], supported: list[list[Origin]], copied: list[tuple[str, str, str]]) -> Material:
    readings = tuple(
        Reading(report=Report(id=name, path=name, outlet=outlet), text="", origins=tuple(sorted(set(names_it))))
        for name, outlet, names_it in zip(REPORTS, OUTLETS, credited, strict=True)
    )
    known = Known(
        support={str(n): Support(term=str(n), origins=tuple(of_one)) for n, of_one in enumerate(supported)},
        copies=tuple(
            Carried(
                copy=Copy(left=min(one, other), right=max(one, other), kind="exact", left_share=1, right_share=1),
                carrier=one,
                source=other,
                why=why or None,
            )
            for one, other, why in copied
        ),
    )
    return material(readings, Consolidation(), Matrix(parties=(), topics=(), cells=()), known)


def slowly(of: Material) -> dict[str, dict[str, str]]:
    """For each report its origins and how it rests on them: what came first stays."""
    found = {
        name: {
            canonical(origin): "own" if origin == reading.report.outlet else "relay"
            for origin in sorted(reading.origins, key=lambda origin: origin == reading.report.outlet)
        }
        for name, reading in of.readings.items()
    }
    for support in of.known.support.values():
        for origin in support.origins:
            for path in origin.paths:
                if path.tie != "credit":
                    kind = path.tie if path.tie in ("own", "copy", "either") else "relay"
                    found[path.report].setdefault(origin.name, kind)
    for tie in of.known.copies:
        if tie.why and not found[tie.carrier]:
            found[tie.carrier][of.readings[tie.source].report.outlet or ""] = "copy"
    return {name: rests or {UNKNOWN: "unknown"} for name, rests in found.items()}


@given(st.tuples(*[st.lists(names, max_size=2)] * len(REPORTS)).map(list), supports, ties)
def test_sets_of_reports_say_what_report_by_report_is_found(
    credited: list[list[str]], supported: list[list[Origin]], copied: list[tuple[str, str, str]]
) -> None:
    made = of(credited, supported, copied)
    expected = slowly(made)
    groups, reports = resting(made)
    found: dict[str, dict[str, str]] = {name: {} for name in REPORTS}
    for (origin, kind, those), report in product(groups, REPORTS):
        if report in those:
            found[report].setdefault(origin, kind)
    assert found == expected
    counted = {o: {r for r in REPORTS if o in expected[r]} for rests in expected.values() for o in rests}
    assert reports == counted
    view = origins_view(made)
    assert {node.name: node.reports for node in view.origins} == {o: len(those) for o, those in counted.items()}
    assert len(view.edges) == sum(map(len, expected.values()))
