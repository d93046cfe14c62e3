"""A movement that rules the breakaway region named like it is one party with it, others are not. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of

_FRONT = "Calls to the Tarrunk Front went unanswered. The truce talks with the government of Velmora go on. "


def _parties(text: str) -> set[str]:
    return {m.party for m in page_of(text).mentions if m.party}


@pytest.mark.parametrize(
    "text",
    [
        "Velmora and the breakaway region of Tarrunk are near a truce. Tarrunk would keep its police.",
        "The paper is on Tarrunk, the breakaway highland region. Tarrunk would keep its police.",
    ],
)
def test_the_region_names_both(text: str) -> None:
    assert _parties(_FRONT + text) == {"Velmora", "Tarrunk"}


@pytest.mark.parametrize(
    "text",
    [
        "The province of Tarrunk receives an assembly. The army leaves Tarrunk.",
        "The breakaway region of Osquith is near a truce. The army leaves Tarrunk.",
        "The breakaway region of Tarrunk is near a truce. The Front wants the port. The Front has the guns.",
    ],
)
def test_a_movement_of_a_province_or_named_more_often_keeps_its_own_name(text: str) -> None:
    assert "Tarrunk Front" in _parties(_FRONT + text)
