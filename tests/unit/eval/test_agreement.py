"""Marks of a second annotator in the form of a reading, and what two agree on."""

from __future__ import annotations

import json

import pytest

from eval.agreement import FIRST, REPORTS, as_read, placed, records

TEXT = "No, said Lenth. No, said Kordavia."


@pytest.mark.parametrize(("nth", "place"), [(1, [[0, 2]]), (2, [[16, 18]])])
def test_words_are_placed_where_they_stand_the_nth_time(nth: int, place: list[list[int]]) -> None:
    assert placed(TEXT, {"content": "No", "nth": {"content": nth}}, "content") == place


def test_a_claim_without_a_source_has_no_place_for_it() -> None:
    assert placed(TEXT, {"source": None}, "source") == []


def test_marks_become_places_and_keep_their_codes() -> None:
    condition = {"span": "said Kordavia", "kind": "sequence"}
    record = {
        "text": TEXT,
        "attributions": [{"source": "Lenth", "content": "No", "kind": "none"}],
        "provisions": [],
        "positions": [{"span": "No", "nth": {"span": 2}, "stance": "rejects", "conditions": [condition]}],
        "origins": ["Lenth"],
    }
    read = as_read(record)
    assert (read["claims"][0]["source"], read["claims"][0]["content"]) == ([[9, 14]], [[0, 2]])
    assert (read["positions"][0]["span"], read["positions"][0]["stance"]) == ([16, 18], "rejects")
    assert read["positions"][0]["conditions"][0]["span"] == [20, 33]


def test_every_report_of_the_second_marks_was_marked_before_and_its_words_are_there() -> None:
    first = {r["text"] for name in FIRST for r in records(REPORTS / f"{name}.jsonl")}
    second = list(records(REPORTS.parent / "twice" / "marks.jsonl"))
    assert {r["text"] for r in second} <= first
    assert len({json.dumps(as_read(r)) for r in second}) == len(second)
