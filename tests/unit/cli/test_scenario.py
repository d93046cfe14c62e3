"""`nonpaper scenario` as a person calls it: what is printed where, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nonpaper.cli.app import app

ROOT = Path(__file__).parents[3]
MODEL = str(ROOT / "examples" / "scenarios" / "sable-valley.toml")
COMMANDS = ["check", "stability", "evolve", "inverse", "sensitivity", "draw", "draft"]


def scenario(*words: str) -> Result:
    return CliRunner().invoke(app, ["scenario", *words])


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches(command: str) -> None:
    done = scenario(command, "--help")
    assert done.exit_code == 0
    assert len(done.stdout) > 200


def test_stability_as_json_has_equilibria_and_stable_states_by_id() -> None:
    done = scenario("stability", MODEL, "--format", "json", "--coalition", "Kessara+Norvia", "--why", "settled")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert found["equilibria"]["SEQ"] == [5, 10, 18]
    assert found["stable"]["Aldoria"]["GMR"] == [1, 5, 8, 9, 10, 12, 13, 14, 16, 18, 20, 22]
    assert found["coalitions"]["Kessara+Norvia"]["R"] == [5, 13, 16, 18, 20, 22]
    assert {w["stable"] for w in found["why"]} == {True}
    assert found["left_out"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("check", MODEL),
        ("stability", MODEL, "--concept", "R", "--why", "13"),
        ("evolve", MODEL, "--from", "NNNYN"),
        ("inverse", MODEL, "--state", "settled", "--for", "Norvia", "--concept", "SMR"),
        ("sensitivity", MODEL, "--concept", "SEQ"),
        ("draw", MODEL, "--format", "table"),
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_commands_print_and_end_in_zero(words: tuple[str, ...], form: str) -> None:
    done = scenario(*words) if "draw" in words else scenario(*words, "--format", form)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.strip()
    if form == "json" and "draw" not in words:
        json.loads(done.stdout)


def test_draw_writes_the_picture_whole(tmp_path: Path) -> None:
    done = scenario("draw", MODEL, "-o", str(tmp_path / "graph.svg"))
    assert done.exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["graph.svg"]
    assert (tmp_path / "graph.svg").read_text("utf-8").startswith("<svg")


def test_check_points_at_the_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(Path(MODEL).read_text("utf-8").replace('"leave iff accept"', '"leave iff agree"'), encoding="utf-8")
    done = scenario("check", str(bad))
    line = next(n for n, text in enumerate(bad.read_text("utf-8").splitlines(), 1) if "iff agree" in text)
    assert done.exit_code == 1
    assert f"bad.toml:{line}: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "stability", "evolve", "sensitivity", "draw"])
def test_what_cannot_be_read_is_one_line_and_exit_status_two(command: str, tmp_path: Path) -> None:
    done = scenario(command, str(tmp_path / "gone.toml"))
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("stability", MODEL, "--why", "nowhere"),
        ("stability", MODEL, "--why", "3"),
        ("stability", MODEL, "--coalition", "Kessara+Nobody"),
        ("evolve", MODEL, "--from", "YY"),
        ("inverse", MODEL, "--state", "settled", "--for", "Nobody"),
        ("draw", MODEL, "-o", "/no/such/folder/graph.svg"),
        ("draft", "/no/such/report.txt"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_status_two(words: tuple[str, ...]) -> None:
    done = scenario(*words)
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_scenario_enters_the_brief_only_when_put_there(tmp_path: Path) -> None:
    report = str(ROOT / "examples" / "reports" / "01-harbour-post.txt")
    pages = {}
    for name, extra in (("with", ["--scenario", MODEL]), ("without", [])):
        done = CliRunner().invoke(app, ["brief", report, "-o", str(tmp_path / name), *extra])
        assert done.exit_code == 0, done.stderr
        pages[name] = (tmp_path / name).read_text("utf-8")
    assert 'id="scenario"' in pages["with"]
    assert "Put here by the analyst" in pages["with"]
    assert "appeal to the League of Lakes" in pages["with"]
    assert 'id="scenario"' not in pages["without"]


def test_a_scenario_that_cannot_be_used_stops_the_brief_with_one_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('decision_makers = ["A"]\n', encoding="utf-8")
    report = str(ROOT / "examples" / "reports" / "01-harbour-post.txt")
    done = CliRunner().invoke(app, ["brief", report, "-o", str(tmp_path / "page.html"), "--scenario", str(bad)])
    assert (done.exit_code, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "bad.toml:1: " in done.stderr


@pytest.mark.parametrize("form", ["table", "json"])
def test_inverse_of_a_model_too_large_to_count_still_gives_the_conditions(form: str, tmp_path: Path) -> None:
    options = "".join(f'[[option]]\nkey = "o{k}"\ndecision_maker = "{"AB"[k % 2]}"\n' for k in range(9))
    (tmp_path / "model.toml").write_text('decision_makers = ["A", "B"]\n' + options, encoding="utf-8")
    done = scenario("inverse", str(tmp_path / "model.toml"), "-s", "0", "-c", "R", "--for", "A", "-f", form)
    assert done.exit_code == 1
    assert "512 states are more than 300" in done.stdout
    assert "16" in done.stdout


def test_long_counts_are_printed_short(tmp_path: Path) -> None:
    options = "".join(f'[[option]]\nkey = "o{k}"\ndecision_maker = "{"AB"[k % 2]}"\n' for k in range(8))
    (tmp_path / "model.toml").write_text('decision_makers = ["A", "B"]\n' + options, encoding="utf-8")
    done = scenario("inverse", str(tmp_path / "model.toml"), "-s", "0", "-c", "R", "--for", "A")
    assert done.exit_code == 0
    assert "(6.2 %)" in done.stdout  # one in sixteen: the best of sixteen states
