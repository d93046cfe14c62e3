"""The marked set is whole, and its scorer counts as the literature does."""

from __future__ import annotations

from typing import get_args

import pytest

from eval.consolidation import b_cubed, readings_of, records
from nonpaper.drafts.quantity import quantities
from nonpaper.model.codes import Topic
from nonpaper.model.draft import Kinship

PARTS = ("tuning", "validation", "heldout")


def test_there_is_enough_of_it() -> None:
    pairs = [p for part in PARTS for p in records("pairs", part)]
    terms = {(s["id"], x["term"]) for part in PARTS for s in records("sets", part) for x in s["statements"]}
    assert len(pairs) >= 150
    assert len(terms) >= 25
    assert {p["label"] for p in pairs} == set(get_args(Kinship))


@pytest.mark.parametrize("part", PARTS)
def test_every_record_can_be_used(part: str) -> None:
    sides = [p[side] for p in records("pairs", part) for side in ("left", "right")]
    said = sides + [x for s in records("sets", part) for x in s["statements"]]
    assert {x["topic"] for x in said} <= set(get_args(Topic))
    assert any(quantities(x["quote"]) for x in said)
    assert all(p["label"] in get_args(Kinship) for p in records("pairs", part))


def test_no_conflict_is_in_two_parts() -> None:
    seen = [{r["conflict"].split(",")[0] for r in records("pairs", part)} for part in PARTS]
    assert sum(map(len, seen)) == len(set.union(*seen))


def test_a_set_becomes_one_reading_a_report() -> None:
    marked = records("sets", "tuning")[0]
    readings, terms = readings_of(marked)
    assert {r.report.id for r in readings} == {x["report"] for x in marked["statements"]}
    assert len(terms) == len(marked["statements"])
    quotes = sorted(p.span.quote(r.text) for r in readings for p in r.provisions)
    assert quotes == sorted(x["quote"] for x in marked["statements"])


def test_b_cubed_of_all_in_one_and_of_all_apart() -> None:
    together = b_cubed([(1, "a"), (1, "a"), (1, "b"), (1, "b")])
    apart = b_cubed([(1, "a"), (2, "a"), (3, "b"), (4, "b")])
    assert (together["p"], together["r"]) == (50.0, 100.0)
    assert (apart["p"], apart["r"]) == (100.0, 50.0)
