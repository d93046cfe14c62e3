"""Search: fast code against the formula written out, exact words, codes, and the command as a person calls it."""

from __future__ import annotations

import json
import math
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from nonpaper.cli.app import app
from nonpaper.drafts.precedents import build, of_text, search, understood
from nonpaper.drafts.precedents.index import K1, B
from nonpaper.drafts.precedents.search import Query
from nonpaper.drafts.precedents.stems import stems
from nonpaper.model.finding import Finding
from nonpaper.model.precedent import Passage
from nonpaper.model.report import Report, ReportText

ACCORD = """Sable Accord on the ending of the war

1. The parties shall observe a full ceasefire from 1 May 2031.
2. The parties shall release all prisoners, all for all, within ten days.
3. Kessara shall limit its army to 60,000 soldiers.
4. A joint commission shall verify the withdrawal of troops from the valley.
5. No person shall be prosecuted for acts of war; a law on amnesty shall be adopted.
"""


def passage(number: int, words: str, **more: object) -> Passage:
    return Passage(id=str(number), agreement="A", where="a.txt", kind="provision", words=words, **more)  # type: ignore[arg-type]


WORDS = st.lists(
    st.sampled_from(["truce", "army", "prisoners", "valley", "water", "law", "judges", "of", "the"]), max_size=8
).map(" ".join)


def slow(texts: list[str], asked: tuple[str, ...]) -> list[float]:
    """BM25 as the formula stands, one passage after the other."""
    cut = [stems(t) for t in texts]
    mean = sum(map(len, cut)) / len(cut) or 1.0
    out = []
    for own in cut:
        counts, total = Counter(own), 0.0
        for stem in asked:
            with_it = sum(stem in other for other in cut)
            rare = math.log(1 + (len(cut) - with_it + 0.5) / (with_it + 0.5))
            times = counts[stem]
            total += rare * times * (K1 + 1) / (times + K1 * (1 - B + B * len(own) / mean)) if times else 0.0
        out.append(total)
    return out


@given(st.lists(WORDS, min_size=1, max_size=8), WORDS)
@example(
    ["truce truce army army prisoners valley water", "truce truce army prisoners valley water water"],
    "truce army prisoners water",
)
def test_ranks_are_those_of_the_formula(texts: list[str], asked: str) -> None:
    wanted = tuple(dict.fromkeys(stems(asked)))
    scores = slow(texts, wanted)
    found = [
        int(p.passage.id)
        for p in search(build(passage(i, t) for i, t in enumerate(texts)), Query(wanted, None, ()), most=99)
    ]
    assert found == sorted((i for i, s in enumerate(scores) if s > 0), key=lambda i: (-round(scores[i], 9), i))


def test_spelling_and_number_do_not_part_words() -> None:
    assert stems("demilitarised zones") == stems("the demilitarized zone")
    assert sorted(stems("Prisoners’ exchange")) == sorted(stems("a prisoner’s exchanges"))


def test_a_text_s_passages_are_its_words_with_number_and_code() -> None:
    report = Report(id="x", path="accord.txt", title="Sable Accord")
    found = [p for p in of_text(ReportText(report=report, text=ACCORD)) if isinstance(p, Passage)]
    assert {p.number for p in found} >= {"1", "2", "3", "4", "5"}
    assert all(ACCORD[p.start : p.end] == p.words for p in found)
    amnesty = search(build(found), understood("TjAm"))
    assert {a.passage.number for a in amnesty} == {"5"}
    assert {a.why for a in amnesty} == {("code PA-X TjAm (proposed)",)}


def test_a_text_that_is_no_text_is_searched_by_paragraph_and_says_so() -> None:
    report = Report(id="x", path="story.txt")
    text = "The minister said on Monday that talks went on.\n\nA truce may come in May, he added, if all agree."
    found = list(of_text(ReportText(report=report, text=text)))
    assert [f.code for f in found if isinstance(f, Finding)] == ["not_a_text"]
    assert [p.kind for p in found if isinstance(p, Passage)] == ["paragraph", "paragraph"]


def test_codes_must_all_hold_and_unknown_ones_are_words() -> None:
    index = build([passage(0, "truce", codes=("PA-X Ce", "PAM 4")), passage(1, "truce", codes=("PA-X Ce",))])
    assert [p.passage.id for p in search(index, understood("PA-X Ce"))] == ["0", "1"]
    assert [p.passage.id for p in search(index, understood("PA-X Ce PAM 4"))] == ["0"]
    assert not search(index, understood("PAM 12 truce"))
    assert understood("NaTo").codes == ()


def test_one_topic_finds_what_shares_no_word() -> None:
    index = build(
        [passage(0, "captives go home", topic="prisoners"), passage(1, "the port opens", topic="navigation_trade")]
    )
    (found,) = search(index, understood("swap of prisoners of war"))
    assert found.passage.id == "0"
    assert found.why == ("about the same: prisoners",)


def test_a_code_that_the_words_speak_for_finds_other_words() -> None:
    index = build([passage(0, "all who are held go home", codes=("PAM 37",)), passage(1, "the port opens")])
    (found,) = search(index, understood("swap of hostages"))
    assert found.passage.id == "0"
    assert found.why == ("speaks for the same code: PAM 37",)


def test_ten_thousand_provisions_answer_in_a_fifth_of_a_second() -> None:
    subjects = [
        "ceasefire",
        "prisoners",
        "elections",
        "army",
        "valley",
        "commission",
        "amnesty",
        "border",
        "aid",
        "gas",
    ]
    texts = (
        f"Article {i}: {subjects[i % 10]} and {subjects[i // 7 % 10]} of district {i}, by day {i % 90}"
        for i in range(10_000)
    )
    index, query = build(passage(i, t) for i, t in enumerate(texts)), understood("release of prisoners after elections")
    best = min(_timed(index, query) for _ in range(3))
    assert best < 0.2


def _timed(index: object, query: Query) -> float:
    start = time.perf_counter()
    assert search(index, query)  # type: ignore[arg-type]
    return time.perf_counter() - start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "accord.txt").write_text(ACCORD, encoding="utf-8")
    (tmp_path / "pax.csv").write_text(
        "AgtId,Agt,Dat,description\n7,Truce of Hadrin,05/03/2021,A truce with an exchange of prisoners\n,no id,,\n",
        "utf-8",
    )
    return tmp_path


def test_the_command_prints_words_source_and_reason(folder: Path) -> None:
    done = CliRunner().invoke(app, ["draft", "precedents", "exchange of prisoners", "--in", str(folder)])
    assert done.exit_code == 1  # a row without an id was left out
    assert "“The parties shall release all prisoners, all for all, within ten days" in done.stdout
    assert "point 2" in done.stdout
    assert "words: prisoners" in done.stdout
    assert "Truce of Hadrin (5 March 2021)" in done.stdout
    assert "pax.csv:3" in done.stderr


def test_the_command_as_json(folder: Path) -> None:
    done = CliRunner().invoke(app, ["draft", "precedents", "PA-X TjPrire", "-i", str(folder), "-f", "json"])
    made = json.loads(done.stdout)
    assert [a["passage"]["number"] for a in made["answers"]] == ["2"]
    assert made["codes"] == ["PA-X TjPrire"]
    assert not made["listed"]
    assert "uncoded" in {f["code"] for f in made["findings"]}


def test_nothing_to_search_in_is_two(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["draft", "precedents", "x", "--in", str(tmp_path)]).exit_code == 2
