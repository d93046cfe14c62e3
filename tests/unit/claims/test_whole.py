"""Sights broken at a comma are put together; terms of a list, which look much alike, stay apart."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.whole import made_whole
from nonpaper.model.codes import PresentedAs
from tests.unit.claims.sights import plain_sight

LEAD = "The government of Kessara and the government of Norvia are at war. A draft was seen. "


def _whole(said: str, *parts: str, presented: PresentedAs = "draft", sure: float = 0.95) -> list[str]:
    page = page_of(LEAD + said)
    seen = [plain_sight(page, part, presented, "withdrawal", len(LEAD)) for part in parts]
    return [s.span.quote(page.text) for s in made_whole(page, [replace(s, sure=sure) for s in seen])]


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("By the twelfth day the town picks a mayor.", ("By the twelfth day", "the town picks a mayor")),
        ("Two weeks later Norvia opens the canal.", ("Two weeks later", "Norvia opens the canal")),
        ("Kessara ships its wool, free of tolls.", ("Kessara ships its wool", "free of tolls")),
        (
            "Norvia bows, though not in public, to a judge.",
            ("Norvia bows", "though not in public, to a judge"),
        ),
        ("Norvia will be told of each shot, a day ahead.", ("Norvia will be told of each shot", "a day ahead")),
        ("It trims the fleet to 12 hulls.", ("trims", "the fleet to 12 hulls")),
        ("The sum goes to one end, namely the two quays.", ("The sum goes to one end", "the two quays")),
        ("Norvia, for its part, must sell the mill.", ("Norvia, for its part,", "must", "sell the mill")),
        ("Should a gun be heard, the truce is void.", ("Should a gun be heard", "the truce is void")),
    ],
)
def test_what_only_says_more_belongs_to_its_term(said: str, parts: tuple[str, ...]) -> None:
    (one,) = _whole(said, *parts)
    assert one == said[said.index(parts[0]) : said.rindex(".")]


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("It holds an amnesty, a ceasefire.", ("an amnesty", "a ceasefire")),
        ("Kessara ships its wool, Norvia opens the canal.", ("Kessara ships its wool", "Norvia opens the canal")),
        ("Kessara ships its wool. Free of tolls it is not.", ("Kessara ships its wool", "Free of tolls")),
        ("Should a gun be heard and the truce is void.", ("Should a gun be heard", "the truce is void")),
        ("It says that the fleet is sold.", ("that", "the fleet is sold")),
        ("Norvia, a port, sells the mill.", ("Norvia, a port", "sells the mill")),
    ],
)
def test_terms_of_a_list_stay_apart(said: str, parts: tuple[str, str]) -> None:
    assert _whole(said, *parts) == list(parts)


def test_what_is_spelled_out_goes_on_to_the_last_of_it() -> None:
    said = "The sum goes to one end, namely the two quays and the old mill. The troops withdraw."
    parts = ("The sum goes to one end", "the two quays", "the old mill", "The troops withdraw")
    assert _whole(said, *parts) == ["The sum goes to one end, namely the two quays and the old mill", parts[-1]]


def test_a_sight_does_not_grow_without_end() -> None:
    parts = ["Kessara ships its wool"] + [f"free of toll number {i}" for i in range(10, 99)]
    whole = _whole(", ".join(parts) + ".", *parts)
    assert 1 < len(whole) < len(parts)
    assert max(map(len, whole)) < 500


def test_a_faint_part_is_left() -> None:
    parts = ("Kessara ships its wool", "free of tolls")
    assert _whole("Kessara ships its wool, free of tolls.", *parts, sure=0.4) == list(parts)


def test_what_a_condition_brings_down_lapses_by_it() -> None:
    page = page_of(LEAD + "Should a gun be heard, the truce is off.")
    parts = ("Should a gun be heard,", "the truce is off")
    (term,) = made_whole(page, [plain_sight(page, part, "draft", "ceasefire") for part in parts])
    (tied,) = term.conditions
    assert (term.modality, tied.kind, tied.span.quote(page.text)) == ("lapses_if", "lapse", "Should a gun be heard")


def test_each_for_each_is_done_in_return() -> None:
    page = page_of(LEAD + "For each gun given up, Norvia frees a sailor.")
    parts = ("For each gun given up", "Norvia frees a sailor")
    (term,) = made_whole(page, [plain_sight(page, part, "draft", "prisoners") for part in parts])
    assert (term.modality, [tied.kind for tied in term.conditions]) == ("must", ["reciprocal"])
