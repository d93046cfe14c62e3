"""Judgements: recorded as the file says, applied, never lost; taken back only by later ones."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.synthetic import reader, report, reports
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.deciding import in_force, standing
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.errors import CorrectionsError, StoreError
from nonpaper.judgements import as_table, entry_of, parse_corrections, to_toml
from nonpaper.judgements.records import EntryKind
from nonpaper.store import Judged

AT = "2031-03-15T12:00:00+00:00"
ID = report(0).report.id
FIRST = report(0).text.split(". ")[1].split(" said ")[1]  # the words of its first provision
FILE = f'''
[[change]]
report = "0.txt"
item = "provision"
quote = "{FIRST}"
nth = 1
set = {{ topic = "foreign_forces", obligor = ["Kessara", "Norvia"], value = "", number = "4" }}
author = "A. Analyst"
date = 2031-03-15
reason = "the annex says \\"so\\" \\u007f"

[[change]]
report = "{ID}"
item = "position"
quote = "{FIRST}"
nth = 1
set = {{ conditions = [{{ quote = "{FIRST}", kind = "precondition" }}] }}
author = "A. Analyst"
date = 2031-03-16
reason = "only if"

[[same]]
left = {{ report = "0.txt", quote = "{FIRST}", nth = 1, having = {{ obligor = ["Kessara", "Norvia"] }} }}
right = {{ report = "1.txt", quote = "nowhere to be found" }}
author = "B. Analyst"
date = 2031-03-17T09:30:00+02:00
reason = "one term"
'''


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = create_dossier(tmp_path / "talks.dossier", reader=reader())
    add_reports(made.store, reports(3), reader=reader(), at=AT)
    return made


def test_what_is_written_reads_the_same() -> None:
    entries = parse_corrections(FILE).entries
    assert parse_corrections(to_toml(entries)).entries == entries
    tables = [msgspec.json.decode(msgspec.json.encode(as_table(e))) for e in entries]
    assert tuple(entry_of(t, n) for n, t in enumerate(tables, start=1)) == entries


def test_every_kind_is_recorded_and_read_back(dossier: Dossier) -> None:
    signed = 'author = "A"\ndate = 2031-03-15\nreason = "so"\n'
    place = f'report = "0.txt"\nitem = "provision"\nquote = "{FIRST}"\nnth = 1\n'
    pair = "".join(f'{side} = {{ report = "{n}.txt", quote = "x" }}\n' for n, side in enumerate(("left", "right")))
    bodies = {
        "change": place + 'set = { value = "4" }\n',
        "checked": place,
        "add": place + 'set = { topic = "borders" }\n',
        "remove": place,
        "same": pair,
        "different": pair,
        "copy": 'report = "0.txt"\nof = "1.txt"\n',
        "confirmed": f'report = "1.txt"\nquote = "{FIRST}"\nnth = 1\n',
    }
    assert bodies.keys() == set(get_args(EntryKind))
    file = "".join(f"[[{kind}]]\n{body}{signed}" for kind, body in bodies.items())
    entries = parse_corrections(file).entries
    assert parse_corrections(to_toml(entries)).entries == entries
    assert tuple(entry_of(as_table(e), e.number) for e in entries) == entries
    dossier.judge(file)
    assert [e.kind for e in dossier.corrections().entries] == list(bodies)
    assert len(dossier.outcome().readings) == 3


def test_copies_and_confirmations_as_they_were_once_recorded() -> None:
    signed = {"author": "A", "date": "2031-03-15", "reason": "so"}
    sides = {"left": {"report": "a", "quote": ""}, "right": {"report": "b", "quote": ""}}
    copy = entry_of({"kind": "copy", **sides, **signed}, 1)
    assert (copy.place.report, copy.right and copy.right.report) == ("a", "b")
    place = {"report": "a", "quote": "words"}
    assert entry_of({"kind": "confirmed", "item": "provision", **place, **signed}, 1).place.quote == "words"


def test_a_judgement_is_applied_and_one_without_its_words_is_told(dossier: Dossier) -> None:
    done = dossier.judge(FILE, by="C. Importer")
    assert len(done.added) == 3
    assert [f"judgement {done.added[2]} [[same]]" in f.where for f in done.stale] == [True]
    outcome = dossier.outcome()
    first = outcome.readings[0]
    assert (first.provisions[0].topic, first.provisions[0].obligor) == ("foreign_forces", ("Kessara", "Norvia"))
    assert first.positions[0].conditions[0].span.quote(first.text) == FIRST
    assert [f.code for f in outcome.stale] == [f.code for f in dossier.rebuild()[1]] == ["stale_correction"]
    assert [j.author for j in dossier.store.judgements()] == ["A. Analyst", "A. Analyst", "B. Analyst"]


def test_a_later_report_of_the_same_name_changes_nothing(dossier: Dossier) -> None:
    dossier.judge(FILE, by="C. Importer")
    twin = msgspec.structs.replace(report(50), report=msgspec.structs.replace(report(50).report, path="else/0.txt"))
    add_reports(dossier.store, [twin], reader=reader(), at=AT)
    assert dossier.outcome().readings[0].provisions[0].topic == "foreign_forces"


def test_recorded_once(dossier: Dossier) -> None:
    assert (len(dossier.judge(FILE, by="C").added), dossier.judge(FILE, by="C").same) == (3, 3)
    assert parse_corrections(to_toml(dossier.corrections().entries)).entries == dossier.corrections().entries


def test_author_reason_and_day_stand_in_for_what_entries_leave_out(dossier: Dossier) -> None:
    bare = f'[[checked]]\nreport = "0.txt"\nitem = "provision"\nquote = "{FIRST}"\nnth = 1\n'
    with pytest.raises(CorrectionsError, match="reason is missing"):
        dossier.judge(bare, by="C. Importer")
    dossier.judge(bare, by="C. Importer", reason="read it")
    (judged,) = dossier.store.judgements()
    assert (judged.author, judged.reason) == ("C. Importer", "read it")
    mark = dossier.outcome().readings[0].provisions[0].reviewed
    assert mark is not None
    assert mark.at == judged.at[:10]


def test_a_file_with_a_fault_records_nothing(dossier: Dossier) -> None:
    with pytest.raises(CorrectionsError):
        dossier.judge(FILE + '\n[[change]]\nreport = "0.txt"\n', by="C")
    assert dossier.store.judgements() == ()


def test_taken_back_and_taken_back_again(dossier: Dossier) -> None:
    first = dossier.judge(FILE, by="C").added[0]
    undoing = dossier.undo(first[:6], by="D. Editor", reason="wrong annex")
    assert dossier.outcome().readings[0].provisions[0].topic == "ceasefire"
    with pytest.raises(StoreError, match="undone already"):
        dossier.undo(first, by="D", reason="again")
    dossier.undo(undoing, by="D. Editor", reason="right after all")
    assert dossier.outcome().readings[0].provisions[0].topic == "foreign_forces"
    assert len(dossier.store.judgements()) == 5
    with pytest.raises(StoreError, match="no judgement"):
        dossier.undo("zz", by="D", reason="none")


def stands(name: str, judged: dict[str, Judged]) -> bool:
    """The slow and plain way: it stands unless something that stands takes it back."""
    return not any(stands(j.id, judged) for j in judged.values() if j.undoes == name)


@given(st.lists(st.integers(-3, 20), max_size=20), st.randoms())
def test_what_stands_does_not_depend_on_order_or_clocks(targets: list[int], chance: object) -> None:
    judged = {}
    for n, target in enumerate(targets):
        undoes = f"j{target}" if 0 <= target < n else None
        correction = None if undoes else "{}"
        judged[f"j{n}"] = Judged(
            id=f"j{n}", at=AT, number=1, author="A", reason="b", correction=correction, undoes=undoes
        )
    mixed = list(judged.values())
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert {j.id for j in standing(mixed)} == {name for name in judged if stands(name, judged)}
    assert all(j.correction for j in in_force(mixed))


def test_a_circle_of_undoings_ends() -> None:
    ring = [
        Judged(id=a, at=AT, number=1, author="A", reason="b", undoes=b) for a, b in (("a", "b"), ("b", "c"), ("c", "a"))
    ]
    assert len(standing(ring)) <= 3
