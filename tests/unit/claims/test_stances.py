"""Stances in invented reports, above all what must never be shown as one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.claims.page import page_of
from nonpaper.claims.stances import find_positions
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.span import Span

HARD = tomllib.loads((Path(__file__).parents[2] / "data" / "stances_hard.toml").read_text("utf-8"))["sentence"]
FOR = {"offers", "accepts", "accepts_in_principle", "accepts_ad_referendum"}
AGAINST = {"rejects", "red_line"}


def sign(stance: str) -> int:
    return (stance in FOR) - (stance in AGAINST)


def stated(source: str, cue: str, content: str, party: str, kind: str = "on_record_principal") -> list[Position]:
    text = f"{source} {cue} {content}."
    at = len(source) + 1
    claim = Claim(
        source=(Span(0, len(source)),),
        cue=(Span(at, at + len(cue)),),
        content=(Span(at + len(cue) + 1, len(text) - 1),),
        kind=kind,  # type: ignore[arg-type]
        party=party,
    )
    return [p for p in find_positions(page_of(text), (claim,), ()) if not p.unsure]


@pytest.mark.parametrize("row", HARD, ids=lambda row: row["content"][:50])
def test_hard_sentences_are_never_turned_round(row: dict[str, str]) -> None:
    found = stated(row["source"], row["cue"], row["content"], row["party"], row.get("kind", "on_record_principal"))
    if row["stance"] == "none":
        assert [p.stance for p in found if sign(p.stance)] == []
    else:
        assert all(sign(p.stance) * sign(row["stance"]) >= 0 for p in found)
        assert [p.stance for p in found] == [row["stance"]]


def test_parties_swapped_give_the_result_swapped() -> None:
    one = stated("The Norvian minister", "said", "Norvia will never accept the ceasefire", "Norvia")
    other = stated("The Kessara minister", "said", "Kessara will never accept the ceasefire", "Kessara")
    assert [(p.stance, p.topic) for p in one] == [(p.stance, p.topic) for p in other]
    assert {p.party for p in one} == {"Norvia"}
    assert {p.party for p in other} == {"Kessara"}


def test_an_analysts_forecast_is_no_stance() -> None:
    assert stated("Analysts", "believe", "Kessara will reject the ceasefire", "Kessara", kind="analyst") == []


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_is_searched(text: str) -> None:
    for position in find_positions(page_of(text), (), ()):
        assert position.span.quote(text)
