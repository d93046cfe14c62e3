"""PA-X exports: every sound row is an agreement, every other one finding, whatever the encoding and kind of file."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.model.finding import Finding
from nonpaper.model.precedent import ListedAgreement
from nonpaper.reports.pax import read_pax

HEADING = ["Con", "AgtId", "Ver", "Agt", "Dat", "Part", "description", "TjAm", "Ele"]


def row(number: str, name: str = "Sable Accord", date: str = "05/03/2031", **more: str) -> list[str]:
    cells = {"Con": "Kessara", "AgtId": number, "Ver": "1", "Agt": name, "Dat": date, "TjAm": "2", "Ele": "0"} | more
    return [cells.get(column, "") for column in HEADING]


def table(*rows: list[str], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([HEADING, *rows])
    return out.getvalue()


def read(path: Path) -> tuple[list[ListedAgreement], list[Finding]]:
    found = list(read_pax(str(path)))
    return [f for f in found if isinstance(f, ListedAgreement)], [f for f in found if isinstance(f, Finding)]


def written(folder: Path, data: bytes, name: str = "pax.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_row_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, table(row("7", Part="Signed:\n‘A’, for Kessara", description="A truce")).encode())
    (one,), faults = read(path)
    assert not faults
    assert (one.id, one.name, one.signed, one.country) == ("7", "Sable Accord", "2031-03-05", "Kessara")
    assert one.parties == "Signed:\n‘A’, for Kessara"
    assert one.codes == {"TjAm": 2}
    assert one.coded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = table(row("7", "Accord of São Lúcio – “first”"), delimiter=delimiter)
    (one,), faults = read(written(tmp_path, text.encode(encoding)))
    assert one.name == "Accord of São Lúcio – “first”"
    assert not faults


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (row(""), "row"),
        (row("8", name=""), "row"),
        (row("9")[:4], "row"),
        (row("7"), "twice"),
        (row("8", date="31/02/2031"), "date"),
    ],
)
def test_each_bad_row_is_one_finding_with_its_place(tmp_path: Path, bad: list[str], code: str) -> None:
    good, faults = read(written(tmp_path, table(row("7"), bad, row("12")).encode()))
    assert [f.code for f in faults] == [code]
    assert faults[0].where.endswith("pax.csv:3")
    assert {"7", "12"} <= {a.id for a in good}


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\n\n"])
def test_what_is_no_export_is_one_finding(tmp_path: Path, text: str) -> None:
    good, faults = read(written(tmp_path, text.encode()))
    assert not good
    assert len(faults) == 1
    assert faults[0].level == "left_out"


def test_a_missing_file_and_a_damaged_workbook_are_findings(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", written(tmp_path, b"PK\x03\x04 broken", "pax.xlsx")):
        good, faults = read(path)
        assert not good
        assert [f.level for f in faults] == ["left_out"]


@given(st.binary(max_size=300), st.booleans())
def test_nothing_is_raised_whatever_the_bytes(data: bytes, headed: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        start = (",".join(HEADING) + "\n").encode() if headed else b""
        for item in read_pax(str(written(Path(folder), start + data))):
            assert isinstance(item, Finding | ListedAgreement)


def test_a_workbook_gives_the_same_as_csv(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADING)
    sheet.append(["Kessara", 7, 1, "Sable Accord", datetime(2031, 3, 5), None, None, 2.0, 0])  # noqa: DTZ001
    sheet.append(["Kessara", 8.0, 1, "Second Accord", "05/03/2031"])
    sheet.append([None, None, None, "No number"])
    book.save(tmp_path / "pax.xlsx")
    good, faults = read(tmp_path / "pax.xlsx")
    as_csv, _ = read(written(tmp_path, table(row("7"), row("8", "Second Accord", TjAm="")).encode()))
    assert [(a.id, a.version, a.signed, a.codes) for a in good] == [
        (a.id, a.version, a.signed, a.codes) for a in as_csv
    ]
    assert [f.code for f in faults] == ["row"]


def test_without_openpyxl_the_finding_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    _, (fault,) = read(written(tmp_path, b"PK", "pax.xlsx"))
    assert "nonpaper[spreadsheets]" in fault.remedy


def test_rows_are_streamed(tmp_path: Path) -> None:
    path = written(tmp_path, table(*(row(str(n)) for n in range(2000))).encode())
    first = next(iter(read_pax(str(path))))
    assert isinstance(first, ListedAgreement)
