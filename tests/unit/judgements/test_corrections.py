"""Corrections: what a person says is done, shown and never lost; what finds no words is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from nonpaper.drafts import consolidate
from nonpaper.errors import CorrectionsError
from nonpaper.judgements import NONE, Copied, apply_corrections, confirmed, copied, load_corrections, pairs, template
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

TEXT = "Kessara would accept monitors. The plan bans foreign bases. It sets up a zone."
HEAD = 'author = "A. Analyst"\ndate = 2031-03-15\n'


def reading(name: str = "leak.txt") -> Reading:
    claim = Claim(source=(Span(0, 7),), cue=(Span(8, 13),), content=(Span(8, 29),), party="Kessara")
    term = Provision(span=Span(40, 58), topic="foreign_forces", draft="22-point", claim=0)
    stance = Position(
        party="Kessara", topic="monitoring", stance="accepts", basis="self", span=Span(0, 29), claim=0, unsure=True
    )
    return Reading(
        report=Report(id=name, path=name), text=TEXT, claims=(claim,), provisions=(term,), positions=(stance,)
    )


def applied(folder: Path, body: str, *readings: Reading) -> tuple[tuple[Reading, ...], list[str]]:
    path = folder / "corrections.toml"
    path.write_text(HEAD + body, encoding="utf-8")
    done, stale = apply_corrections(readings or (reading(),), load_corrections(str(path)))
    return done, [finding.what for finding in stale]


def entry(kind: str, item: str, quote: str, more: str = "") -> str:
    return f'[[{kind}]]\nreport = "leak.txt"\nitem = "{item}"\nquote = "{quote}"\nreason = "Because."\n{more}\n'


def test_no_corrections_change_nothing() -> None:
    assert apply_corrections((reading(),), NONE) == ((reading(),), ())


def test_a_change_overrules_and_keeps_what_was_read(tmp_path: Path) -> None:
    (done,), stale = applied(tmp_path, entry("change", "position", "would accept", 'set = { stance = "rejects" }'))
    (position,) = done.positions
    assert stale == []
    assert (position.stance, position.unsure) == ("rejects", False)
    assert position.reviewed is not None
    assert (position.reviewed.by, position.reviewed.at, position.reviewed.reason) == (
        "A. Analyst",
        "2031-03-15",
        "Because.",
    )
    assert position.reviewed.before["stance"] == "accepts"


def test_removing_a_claim_mends_what_points_to_it(tmp_path: Path) -> None:
    (done,), _ = applied(tmp_path, entry("remove", "claim", "would accept monitors"))
    assert done.claims == ()
    assert done.provisions[0].claim is None
    assert done.positions[0].claim is None


def test_an_added_item_stands_on_its_words(tmp_path: Path) -> None:
    more = 'set = { topic = "buffer_zone", modality = "must" }'
    (done,), _ = applied(tmp_path, entry("add", "provision", "sets up a zone", more))
    quotes = [p.span.quote(TEXT) for p in done.provisions]
    assert "sets up a zone" in quotes


def test_a_check_makes_an_unsure_item_sure(tmp_path: Path) -> None:
    (done,), _ = applied(tmp_path, entry("checked", "position", "would accept"))
    assert done.positions[0].unsure is False
    assert done.positions[0].reviewed is not None
    assert done.positions[0].reviewed.verdict == "checked"


def test_words_that_are_gone_are_a_finding_and_the_rest_is_done(tmp_path: Path) -> None:
    body = entry("remove", "provision", "words that are not there") + entry("checked", "position", "would accept")
    (done,), stale = applied(tmp_path, body)
    assert len(stale) == 1
    assert "words that are not there" in stale[0]
    assert done.positions[0].reviewed is not None


def test_same_and_different_reach_the_drafts(tmp_path: Path) -> None:
    places = [f'{{ report = "{name}", quote = "bans foreign bases" }}' for name in ("leak.txt", "b.txt")]
    sides = f"left = {places[0]}\nright = {places[1]}\n"
    (tmp_path / "c.toml").write_text(HEAD + "[[different]]\n" + sides + 'reason = "Two texts."\n', encoding="utf-8")
    readings = (reading(), reading("b.txt"))
    apart = consolidate(readings, load_corrections(str(tmp_path / "c.toml")))
    assert [len(t.wordings) for d in consolidate(readings).drafts for t in d.terms] == [2]
    assert [len(t.wordings) for d in apart.drafts for t in d.terms] == [1, 1]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("[[chang]]\n", "change"),
        (entry("change", "position", "would accept", 'set = { stance = "refuses" }'), "stance"),
        (entry("change", "position", "would accept", 'set = { stanse = "rejects" }'), "stance"),
        ('[[remove]]\nreport = "leak.txt"\nitem = "claim"\nquote = "x"\n', "reason"),
        ("[[remove\n", "TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_in_one_line(tmp_path: Path, body: str, says: str) -> None:
    with pytest.raises(CorrectionsError) as error:
        applied(tmp_path, body)
    assert says in str(error.value)
    assert "corrections.toml" in str(error.value)
    assert "\n" not in str(error.value).strip()


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match=r"gone\.toml"):
        load_corrections(str(tmp_path / "gone.toml"))


def test_the_template_is_valid_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "template.toml"
    path.write_text(template((reading(),)), encoding="utf-8")
    assert apply_corrections((reading(),), load_corrections(str(path))) == ((reading(),), ())


def test_a_report_is_called_a_copy_and_a_term_confirmed(tmp_path: Path) -> None:
    body = (
        '[[copy]]\nreport = "second.txt"\nof = "leak.txt"\nreason = "Told so."\n'
        '[[copy]]\nreport = "none.txt"\nof = "leak.txt"\nreason = "Told so."\n'
        '[[confirmed]]\nreport = "leak.txt"\nquote = "bans foreign bases"\nreason = "Read it."\n'
    )
    readings = (reading(), reading("second.txt"))
    done, stale = applied(tmp_path, body, *readings)
    decided = load_corrections(str(tmp_path / "corrections.toml"))
    assert done == readings
    assert stale == ['no report here is called "none.txt"']
    assert copied(done, decided)[0] == (Copied("second.txt", "leak.txt", "A. Analyst, 2031-03-15: Told so."),)
    assert [(c.report, c.place) for c in confirmed(done, decided)[0]] == [("leak.txt", 0)]
    assert pairs(done, decided)[0] == ()


def test_a_copy_needs_both_reports(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="of is missing"):
        applied(tmp_path, '[[copy]]\nreport = "leak.txt"\nreason = "Told so."\n')
