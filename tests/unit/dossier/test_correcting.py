"""Corrections made in code: the same entries as a file's, on the item that the row is of and on no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from eval.synthetic import reader, reports
from nonpaper import Correction
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.asking import Reports
from nonpaper.dossier.correcting import entry_for
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.errors import CorrectionsError, StoreError
from nonpaper.judgements import parse_corrections
from nonpaper.model.reading import Reading
from tests.unit.drafts.written import report

SIGNED = {"author": "A. Analyst", "date": "2031-03-15"}
FILE = """
[[change]]
report = "a"
item = "position"
quote = "rejects it"
set = { stance = "red_line", speaker = "" }
reason = "why"
[[remove]]
report = "a"
item = "claim"
quote = "rejects it"
reason = "why"
[[add]]
report = "a"
item = "provision"
quote = "an army"
set = { topic = "force_limits", obligor = ["Kessara"] }
reason = "why"
[[checked]]
report = "a"
item = "provision"
quote = "an army"
reason = "why"
[[same]]
left = { report = "a", quote = "an army" }
right = { report = "b", quote = "an army" }
reason = "why"
[[different]]
left = { report = "a", quote = "an army" }
right = { report = "b", quote = "an army" }
reason = "why"
[[copy]]
report = "a"
of = "b"
reason = "why"
[[confirmed]]
report = "a"
quote = "an army"
reason = "why"
"""
STANCE = {"report": "a", "words": "rejects it", "position": "s-a-0", "claim": "c-a-0"}
TERM, OTHER = {"report": "a", "words": "an army", "item": "provision"}, {"report": "b", "words": "an army"}
GIVEN = (
    Correction(kind="change", on=STANCE, set={"stance": "red_line", "speaker": None}, reason="why"),
    Correction(kind="remove", on={"report": "a", "words": "rejects it", "claim": "c-a-0"}, reason="why"),
    Correction(kind="add", on=TERM, set={"topic": "force_limits", "obligor": ("Kessara",)}, reason="why"),
    Correction(kind="checked", on=TERM, reason="why"),
    Correction(kind="same", on=TERM, other=OTHER, reason="why"),
    Correction(kind="different", on=TERM, other=OTHER, reason="why"),
    Correction(kind="copy", on={"report": "a"}, other={"report": "b"}, reason="why"),
    Correction(kind="confirmed", on=TERM, reason="why"),
)


def test_each_kind_is_the_entry_that_a_file_has() -> None:
    file = parse_corrections(FILE, defaults=SIGNED).entries
    assert tuple(entry_for(each, n, SIGNED, {}) for n, each in enumerate(GIVEN, start=1)) == file


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (Correction(kind="change", on=STANCE, set={"stance": "reject"}, reason="why"), 'did you mean "rejects"'),
        (Correction(kind="change", on=STANCE, reason="why"), "`set` is missing"),
        (Correction(kind="change", on=STANCE, set={"stance": "rejects"}, reason=" "), "reason is missing"),
        (Correction(kind="checked", on={"report": "a", "words": "x"}, reason="why"), "item = one of"),
        (Correction(kind="checked", on={"item": "claim", "words": "x"}, reason="why"), "report is missing"),
        (Correction(kind="copy", on={"report": "a"}, reason="why"), "of is missing"),
    ],
)
def test_what_is_not_allowed_is_told_as_in_a_file(wrong: Correction, told: str) -> None:
    with pytest.raises(CorrectionsError, match=told):
        entry_for(wrong, 1, SIGNED, {})


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with create_dossier(tmp_path / "talks.dossier", reader=reader()) as made:
        add_reports(made.store, reports(2), reader=reader(), at="2031-03-15T12:00:00+00:00")
        yield made


@pytest.mark.parametrize("table", ["positions", "provisions"])
def test_a_row_changes_its_item_and_no_other(dossier: Dossier, table: str) -> None:
    rows = dossier.rows(table)
    for row in (rows[0], rows[-1]):
        change = Correction(kind="change", on=row, set={"topic": "foreign_forces"}, reason="the annex says so")
        assert dossier.judge([change], by="A. Analyst").stale == ()
    after = dossier.rows(table)
    moved = [n for n, (old, new) in enumerate(zip(rows, after, strict=True)) if old.topic != new.topic]
    assert moved == [0, len(rows) - 1]
    assert {after[n].checked_by for n in moved} == {"A. Analyst"}


def test_a_row_of_a_frame_does_as_well_as_a_record(dossier: Dossier) -> None:
    pytest.importorskip("pyarrow")
    row: dict[str, Any] = dossier.table("positions").to_pylist()[2] | {"speaker": float("nan")}
    done = dossier.judge([Correction(kind="remove", on=row, reason="another talk")], by="A. Analyst")
    assert done.stale == ()
    assert row["position"].rsplit("-", 1)[0] in {r.position.rsplit("-", 1)[0] for r in dossier.rows("positions")}
    assert sum(r.report == row["report"] for r in dossier.rows("positions")) == 6


TWICE = "They say no. They say no. Kessara and Norvia reject the line."
BOTH = "Kessara and Norvia reject the line"


def twins() -> Reading:
    stance = {"topic": "territory", "stance": "rejects", "basis": "self"}
    stands = tuple((BOTH, stance | {"party": party}) for party in ("Kessara", "Norvia"))
    return report("a", TWICE, ("say no", {"topic": "plan"}), stands=stands)


def test_words_that_stand_twice_and_items_on_the_same_words_are_told_apart_only_where_needed() -> None:
    reading = twins()
    second = {"item": "provision", "report": "a", "words": "They say no", "start": 13}
    assert entry_for(Correction(kind="checked", on=second, reason="r"), 1, SIGNED, {"a": reading}).place.nth == 2
    row = {"position": "s", "report": "a", "words": BOTH, "start": 26, "party": "Norvia", "topic": "territory"}
    place = entry_for(Correction(kind="checked", on=row, reason="r"), 1, SIGNED, {"a": reading}).place
    assert (place.nth, place.having) == (None, {"party": "Norvia", "topic": "territory"})
    alone = msgspec.structs.replace(reading, positions=reading.positions[1:])
    assert entry_for(Correction(kind="checked", on=row, reason="r"), 1, SIGNED, {"a": alone}).place.having == {}


def test_all_or_none_and_nothing_without_a_name_or_a_reason(dossier: Dossier) -> None:
    row = dossier.rows("positions")[0]
    good = Correction(kind="checked", on=row, reason="heard it")
    with pytest.raises(CorrectionsError, match="entry 2"):
        dossier.judge([good, Correction(kind="change", on=row, set={"stance": "?"}, reason="r")], by="A. Analyst")
    with pytest.raises(CorrectionsError, match="author"):
        dossier.judge([good])
    assert dossier.judgements() == ()
    (made,) = dossier.judge([good], by="A. Analyst").added
    with pytest.raises(StoreError, match="who takes it back"):
        dossier.undo(made, by="A. Analyst", reason=" ")
    undoing = dossier.undo(made, by="B. Analyst", reason="a slip")
    assert [(j.id, j.in_force, j.undoes) for j in dossier.judgements()] == [(made, False, None), (undoing, True, made)]


def test_what_finds_no_words_is_recorded_told_and_seen_in_the_table(dossier: Dossier) -> None:
    lost = Correction(kind="checked", on={"item": "position", "report": "0.txt", "words": "never said"}, reason="r")
    done = dossier.judge([lost], by="A. Analyst")
    assert len(done.added) == len(done.stale) == len(dossier.findings()) == 1
    (row,) = dossier.rows("judgements")
    assert (row.found, row.start, row.words, row.by) == (False, None, "never said", "A. Analyst")
    assert row.recorded_at is not None
    assert row.recorded_at.tzinfo is not None


def test_a_dossier_and_the_reports_taken_from_it_answer_alike(dossier: Dossier) -> None:
    taken = dossier.reports()
    assert isinstance(taken, Reports)
    for table in ("reports", "claims", "provisions", "positions", "terms", "origins", "judgements"):
        assert dossier.rows(table) == taken.rows(table)
    assert dossier.ledger() == taken.ledger()
    before = taken.rows("positions")
    dossier.judge([Correction(kind="remove", on=before[0], reason="r")], by="A. Analyst")
    assert taken.rows("positions") == before
    assert len(dossier.rows("positions")) == len(before) - 1
