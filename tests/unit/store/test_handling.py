"""What may not be seen leaves no trace but its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from eval.synthetic import reader, report, reports
from nonpaper.dossier import brief
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.errors import StoreError

AT = "2031-03-15T12:00:00+00:00"
NOW = datetime(2031, 3, 15, 12, tzinfo=UTC)


def text_of(number: int) -> str:
    return report(number).text.split(". ")[1].split(" said ")[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.dossier"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with create_dossier(path, reader=reader()) as made:
        add_reports(made.store, reports(4), reader=reader(), at=AT)
        made.mark("open", "0.txt")
        made.mark("internal", "1.txt")
        made.mark("codeword", "2.txt", rank=15)
        yield made


@pytest.mark.parametrize(("word", "shown"), [("open", 1), ("internal", 2), ("codeword", 3), ("restricted", 3)])
def test_up_to_a_word(dossier: Dossier, word: str, shown: int) -> None:
    outcome = dossier.up_to(word)
    assert [r.report.id for r in outcome.readings] == [report(n).report.id for n in range(shown)]
    assert f"{4 - shown} reports are not shown" in outcome.stale[0].what


def test_the_page_is_that_of_a_dossier_without_them(dossier: Dossier, path: Path, tmp_path: Path) -> None:
    pair = (
        f'[[same]]\nleft = {{ report = "0.txt", quote = "{text_of(0)}", nth = 1 }}\n'
        f'right = {{ report = "3.txt", quote = "secret words" }}\nreason = "one"\n'
        f'[[checked]]\nreport = "2.txt"\nitem = "provision"\nquote = "{text_of(2)}"\nnth = 1\nreason = "two"\n'
        f'[[checked]]\nreport = "never there"\nitem = "provision"\nquote = "secret words"\nreason = "three"\n'
        f'[[checked]]\nreport = "0.txt"\nitem = "provision"\nquote = "{text_of(0)}"\nnth = 1\nreason = "four"\n'
    )
    dossier.judge(pair, by="A. Analyst")
    twin = msgspec.structs.replace(report(3).report, outlet="Another", path="twin.txt")  # the id of a report not shown
    add_reports(dossier.store, [msgspec.structs.replace(report(3), report=twin)], reader=reader(), at=AT)
    dossier.mark("open", "twin.txt")
    page = brief([str(path)], now=NOW, ceiling="internal")[0]
    assert "secret words" not in page
    for hidden in (report(2), report(3)):
        assert hidden.report.path not in page
    assert f'"{report(3).report.id}"' not in page
    assert report(2).report.id not in page
    assert "four" in page
    assert "2 reports are not shown" in page
    plain = create_dossier(tmp_path / "plain.dossier", reader=reader())
    add_reports(plain.store, [report(0), report(1)], reader=reader(), at=AT)
    assert dossier.up_to("internal").readings[1] == plain.outcome().readings[1]
    plain.close()


def test_unknown_words_and_reports_mark_nothing(dossier: Dossier) -> None:
    before = dossier.store.handled()
    with pytest.raises(StoreError, match="unknown"):
        dossier.mark("cosmic", "0.txt")
    with pytest.raises(StoreError, match="no report"):
        dossier.mark("restricted", "0.txt", "9.txt")
    with pytest.raises(StoreError, match="has the rank"):
        dossier.mark("open", "0.txt", rank=99)
    with pytest.raises(StoreError, match="unknown"):
        dossier.up_to("cosmic")
    assert dossier.store.handled() == before


def test_a_ceiling_needs_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The draft would ban bases, officials said.")
    with pytest.raises(StoreError, match="in a dossier"):
        brief([str(tmp_path / "a.txt")], now=NOW, ceiling="open")
