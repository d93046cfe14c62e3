"""Put together in any order, the result is the same; every statement stands once; demands stand in no draft."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.drafts import consolidate
from nonpaper.judgements import Corrections
from nonpaper.judgements.records import Entry, Place
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

QUOTES = (
    ("withdrawal", "withdraw from Dole"),
    ("withdrawal", "troops leave Dole and Marn"),
    ("withdrawal", "pull out of parts of the Marn valley"),
    ("withdrawal", "leave the areas it holds"),
    ("force_limits", "cut its army by half"),
    ("force_limits", "an army of no more than 40,000"),
    ("force_limits", "limits the army to sixty thousand"),
    ("ceasefire", "a ceasefire"),
    ("ceasefire", "a truce of sixty days on land"),
    ("ceasefire", "all fighting stops for two months"),
)
items = st.tuples(
    st.sampled_from(QUOTES),
    st.sampled_from([(), ("Kessara",), ("Norvia",)]),
    st.sampled_from(["must", "must_not", None]),
    st.sampled_from(["draft", "draft", "draft", "demand", "proposal", "comparison"]),
    st.sampled_from(["22-point", "17-point", None]),
    st.sampled_from([None, None, "1", "2"]),
)


def reading(at: int, said: list[Any]) -> Reading:
    text, made = "", []
    for (topic, quote), obligor, modality, presented, draft, number in said:
        span = Span(len(text), len(text) + len(quote))
        made.append(
            Provision(
                span=span,
                topic=topic,
                obligor=obligor,
                modality=modality,
                presented_as=presented,
                draft=draft,
                number=number,
            )
        )
        text += quote + ". "
    published = None if at % 4 == 3 else f"2031-03-{at % 3 + 1:02}"
    report = Report(id=f"r{at}", path=f"{at}.txt", outlet=f"Paper {at}", published=published)
    return Reading(report=report, text=text, provisions=tuple(made))


reports = st.lists(st.lists(items, min_size=1, max_size=4), min_size=1, max_size=7).map(
    lambda all_said: [reading(at, said) for at, said in enumerate(all_said)]
)


@settings(max_examples=150, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(readings: list[Reading], random: Any) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)
    one, other = consolidate(readings), consolidate(shuffled)
    assert one == other


@settings(max_examples=100, deadline=None)
@given(reports)
def test_every_statement_stands_once_and_no_demand_in_a_draft(readings: list[Reading]) -> None:
    together = consolidate(readings)
    inside = [w for d in together.drafts for t in d.terms for w in t.wordings]
    outside = [w for t in together.outside for w in t.wordings]
    assert all(w.provision.presented_as == "draft" for w in inside)
    assert all(w.provision.presented_as != "draft" for w in outside)
    placed = sorted((w.report, w.index) for w in inside + outside)
    assert placed == sorted((r.report.id, i) for r in readings for i in range(len(r.provisions)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(QUOTES), min_size=2, max_size=5),
    st.booleans(),
)
def test_a_persons_word_wins(said: list[tuple[str, str]], same: bool) -> None:
    readings = [reading(at, [(quote, (), "must", "draft", "22-point", None)]) for at, quote in enumerate(said)]
    left, right = (Place(report=f"r{at}", quote=said[at][1]) for at in (0, 1))
    entry = Entry(
        number=1,
        kind="same" if same else "different",
        item="provision",
        place=left,
        right=right,
        by="A",
        at="2031-04-01",
        reason="read it",
    )
    together = consolidate(readings, Corrections(entries=(entry,)))
    homes = {w.report: t.id for d in together.drafts for t in d.terms for w in t.wordings}
    assert (homes["r0"] == homes["r1"]) == same
    asked = [{q.left, q.right} for q in together.questions] + [{n.narrow, n.wide} for n in together.narrower]
    assert {homes["r0"], homes["r1"]} not in asked or same


SWAP = {"Kessara": "Norvia", "Norvia": "Kessara"}


@settings(max_examples=60, deadline=None)
@given(reports)
def test_swapping_two_parties_swaps_the_result(readings: list[Reading]) -> None:
    def turned(one: Reading) -> Reading:
        provisions = (msgspec.structs.replace(p, obligor=tuple(SWAP[o] for o in p.obligor)) for p in one.provisions)
        return msgspec.structs.replace(one, provisions=tuple(provisions))

    one, other = consolidate(readings), consolidate([turned(r) for r in readings])
    homes, swapped = (
        sorted(sorted((w.report, w.index) for w in t.wordings) for d in c.drafts for t in d.terms) for c in (one, other)
    )
    assert homes == swapped
    assert len(one.questions) == len(other.questions)
