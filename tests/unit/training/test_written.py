"""The sentences and articles that the reader is trained on: whole, consistent, many, apart from what is held out."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.gold import record_of
from training.marked import FOLDERS, Example, MarkError, codes_of, read_all, read_file, unmark

SENTENCES, ARTICLES, REPORTS = FOLDERS
WRITTEN = [path for folder in FOLDERS for path in sorted(folder.rglob("*.txt"))]


def examples(paths: list[Path]) -> list[Example]:
    return [e for path in paths for e in read_file(path) if isinstance(e, Example)]


def test_no_file_has_a_fault() -> None:
    assert [str(e) for e in read_all(WRITTEN) if isinstance(e, MarkError)] == []


def test_there_are_enough_sentences_and_articles() -> None:
    assert len(examples(list(SENTENCES.glob("*.txt")))) >= 3000
    lengths = [len(e.text.split()) for e in examples(sorted(ARTICLES.glob("*.txt")))]
    assert len(lengths) >= 20
    assert all(600 <= n <= 1250 for n in lengths), lengths


def test_the_reports_are_many_and_many_of_them_hold_nothing() -> None:
    reports = examples(sorted(REPORTS.glob("*.txt")))
    assert len(reports) >= 3000
    assert 0.15 < sum(not e.marks for e in reports) / len(reports) < 0.4


def test_what_is_held_out_names_nobody_that_is_trained_on() -> None:
    def called(paths: list[Path]) -> set[str]:
        return {party[0] for e in examples(paths) for party in e.parties}

    trained = called([*sorted(SENTENCES.glob("*.txt")), *sorted(REPORTS.glob("*.txt"))])
    assert not called(sorted((SENTENCES / "heldout").glob("*.txt"))) & trained


def test_every_span_of_a_record_is_in_its_text() -> None:
    for number, example in enumerate(examples(sorted(ARTICLES.glob("*.txt")))):
        record = record_of(example, str(number))
        for group in ("attributions", "provisions", "positions"):
            for item in record[group]:
                for name in ("span", "source", "cue", "content"):
                    assert (item.get(name) or "") in record["text"]


@pytest.mark.parametrize(
    "line",
    [
        "<p withdrawal draft>leave",
        "<p withdrawal draft>leave <o>Lenth</p></o>",
        "<p withdrawal draft> leave</p>",
        "<q>leave</q>",
        "5 < 6",
    ],
)
def test_a_faulty_mark_is_refused(line: str) -> None:
    with pytest.raises(MarkError):
        unmark(line)


@pytest.mark.parametrize(
    ("tag", "words"), [("p", "withdrawal"), ("s", "rejects territory"), ("p", "draft draft withdrawal")]
)
def test_a_mark_without_its_codes_or_with_one_twice_is_refused(tag: str, words: str) -> None:
    with pytest.raises(MarkError):
        codes_of(tag, words)


def test_marks_become_a_record(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "# parties: Lenth Lenthian Lenthians Ivelle | Kordavia Kordavian Kordavians Marask\n\n"
        '<s rejects force_limits self of="Lenth"><w>Ivelle</w> will not accept</s> that <p force_limits draft must_not>'
        "<o>Lenth</o> have more than <v>90,000 troops</v></p> <c precondition>unless Kordavia disarms</c>.\n",
        encoding="utf-8",
    )
    (example,) = examples([path])
    record = record_of(example, "x")
    (term,), (stance,) = record["provisions"], record["positions"]
    assert (term["obligor"], term["value"], term["modality"]) == (["Lenth"], "90,000 troops", "must_not")
    assert term["conditions"] == [{"span": "unless Kordavia disarms", "kind": "precondition"}]
    assert (stance["party"], stance["speaker"], stance["span"]) == ("Lenth", "Ivelle", "Ivelle will not accept")
