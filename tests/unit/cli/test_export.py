"""`draft export`, `draft codes` and `brief --format json` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nonpaper.cli.app import app
from nonpaper.cli.draft.export import Format, Table
from nonpaper.present.exports import TABLES, ExportFormat

REPORT = """Draft Protocol on the Orren

1. The parties shall observe a full ceasefire from 1 May 2031.
2. The parties shall release all prisoners within ten days.
3. Kessara shall limit its army to 60,000 soldiers.
4. A joint commission shall verify the withdrawal of troops.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "protocol.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def call(*args: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(a) for a in args])
    return done.exit_code, done.stdout, done.stderr


def test_the_commands_know_every_format_and_table() -> None:
    assert [f.value for f in Format] == [f.value for f in ExportFormat]
    assert [t.value for t in Table] == list(TABLES)


def test_a_file_holds_the_provisions_by_default(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.csv"
    assert call("draft", "export", report, "-o", out)[0] == 0
    assert out.read_text("utf-8").startswith("provision,report,")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("form", list(Format))
def test_every_format_goes_into_a_new_folder(report: Path, tmp_path: Path, form: Format) -> None:
    if form is Format.parquet:
        pytest.importorskip("pyarrow")
    done = CliRunner().invoke(app, ["draft", "export", str(report), "-f", form.value, "-o", f"{tmp_path}/new/"])
    code, said = done.exit_code, f"{done.stderr} {done.exception!r}"
    assert code == 0, said
    tables = form in (Format.csv, Format.jsonl, Format.parquet)
    assert len(list((tmp_path / "new").iterdir())) == (len(TABLES) if tables else 1)


def test_two_tables_do_not_fit_one_csv_file(report: Path) -> None:
    code, out, said = call("draft", "export", report, "-t", "claims", "-t", "codes")
    assert (code, out) == (2, "")
    assert "give a folder" in said


def test_nothing_readable_is_two_and_one_line(tmp_path: Path) -> None:
    for command in (("draft", "export"), ("draft", "codes"), ("brief", "--format", "json", "-o", "-")):
        code, out, said = call(*command, tmp_path / "none.txt")
        assert (code, out) == (2, "")
        assert said.startswith("nonpaper: ")
        assert said.count("\n") == 1


def test_schemas_print_without_reports() -> None:
    for command in (("draft", "export"), ("brief",)):
        code, out, _ = call(*command, "--schema")
        assert code == 0
        assert json.loads(out)["$schema"].endswith("2020-12/schema")


def test_codes_are_called_proposed_and_a_provision_without_one_is_shown(report: Path) -> None:
    code, out, _ = call("draft", "codes", report)
    assert code == 0
    assert out.startswith("Proposed by rules, not confirmed by a person.")
    assert "PAM 37 Prisoner Release" in out
    rows = json.loads(call("draft", "codes", report, "-f", "json")[1])
    assert all(row["proposed"] is True and row["rule"] for row in rows)
    assert {"4", "37", "30"} <= {row["code"] for row in rows if row["vocabulary"] == "PAM"}


def test_the_brief_as_json_keeps_its_default_name_apart(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("brief", report, "-f", "json", "--now", "2031-05-02T10:00:00+0000")[0] == 0
    made = json.loads((tmp_path / "brief.json").read_text("utf-8"))
    assert made["schema"] == "nonpaper.brief/1"
    assert made["as_known_on"] == "2031-05-02T10:00:00Z"
    assert made["checked"] == "Not checked by a person."
    assert made["reports"][0]["text"].startswith("Draft Protocol")
    statements = {w["anchor"] for d in made["drafts"] for t in d["terms"] for _, ws in t["accounts"] for w in ws}
    assert {code["provision"] for code in made["codes"]} <= statements
    assert made["codes"]
