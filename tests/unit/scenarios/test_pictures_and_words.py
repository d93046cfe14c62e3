"""What people see: the picture is safe, whole and legible; the words name improvement, sanction and path."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from nonpaper.present.scenario import option_table, picture, stability_table, why_words
from nonpaper.scenarios import Analysis, analyse, game, load_scenario, parse_scenario, why

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "scenarios" / "sable-valley.toml"
GOLDEN = ROOT / "tests" / "golden" / "scenario.txt"
SVG = "{http://www.w3.org/2000/svg}"


def example() -> Analysis:
    loaded = load_scenario(str(EXAMPLE))
    assert loaded.scenario is not None
    assert loaded.findings == ()
    return analyse(game(loaded.scenario), coalitions=[["Kessara", "Norvia"]])


def wide(options: int, title: str = "Wide", quo: str = "status_quo = 0\n") -> Analysis:
    half = options // 2
    blocks = "".join(
        f'[[option]]\nkey = "o{k}"\ndecision_maker = "{"A" if k < half else "B"}"\n' for k in range(options)
    )
    text = f'title = """{title}"""\ndecision_makers = ["A", "B"]\n{quo}{blocks}'
    text += '[preference.A]\nprefer = ["o1 iff o4", "not o0"]\n[preference.B]\nprefer = ["o0", "o4"]\n'
    loaded = parse_scenario(text)
    assert loaded.scenario is not None, loaded.findings
    return analyse(game(loaded.scenario))


def test_the_example_reads_as_agreed() -> None:
    analysis = example()
    parts = [stability_table(analysis), option_table(analysis.game)]
    for state, name, concept in (
        (0, "Kessara", "SEQ"),
        (13, "Aldoria", "SMR"),
        (13, "Aldoria", "SEQ"),
        (1, "Norvia", "SIM"),
    ):
        parts.append("\n".join(why_words(analysis.game, why(analysis.game, state, name, concept))))
    seen = "\n\n".join(parts) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == GOLDEN.read_text("utf-8")


def test_every_state_and_improvement_is_drawn() -> None:
    root = ET.fromstring(picture(example()))
    assert len(root.findall(f".//{SVG}circle[@class='n']")) + len(root.findall(f".//{SVG}circle[@class='n quo']")) == 16
    rings = len(root.findall(f".//{SVG}circle[@class='ring']"))
    assert rings == 4


@pytest.mark.parametrize("quo", ["status_quo = 0\n", ""])
def test_a_large_model_is_summarised_and_says_so(quo: str) -> None:
    root = ET.fromstring(picture(wide(8, quo=quo)))
    nodes = [c for c in root.iter(f"{SVG}circle") if c.get("class", "").split()[:1] == ["n"]]
    assert 0 < len(nodes) <= 40
    assert any("256 states are drawn" in (t.text or "") for t in root.iter(f"{SVG}text"))


def test_nodes_do_not_overlap() -> None:
    root = ET.fromstring(picture(wide(5)))
    at = [
        (float(c.get("cx")), float(c.get("cy")))
        for c in root.iter(f"{SVG}circle")
        if c.get("class", "").startswith("n")
    ]
    assert len(at) == 32
    assert min((x - u) ** 2 + (y - v) ** 2 for n, (x, y) in enumerate(at) for u, v in at[:n]) > (2 * 19 + 4) ** 2


def test_hostile_words_are_text_and_nothing_is_loaded() -> None:
    drawn = picture(wide(5, title="<script>alert(1)</script> & so on"))
    assert "<script" not in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    ET.fromstring(drawn)
