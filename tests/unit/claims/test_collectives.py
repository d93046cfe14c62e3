"""Collective names with "the" are parties' where they act or have officers, and no court's, firm's or office's."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of


def _known(text: str) -> dict[str, str]:
    page = page_of(f"Talks on the truce went on. {text}")
    return {m.span.quote(page.text): m.party for m in page.mentions if m.party is not None}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The Outer Circle’s envoy left.", "Outer Circle", "Outer Circle"),
        ("The Round Stone, a forum of nineteen states, met.", "Round Stone", "Round Stone"),
        ("They asked the Seven Nations to wait.", "Seven Nations", "Seven Nations"),
        ("The Council's spokesman left. No member of the Council could stand.", "Council", "Council"),
        ("Garrisons called themselves the Legion. The Legion's delegate slept.", "Legion", "Legion"),
        ("The League of Farms wants it. The League of Farms refused.", "League of Farms", "League of Farms"),
        ("The Union of Lake Fighters left. The ULF wanted more; the ULF would wait.", "Union of Lake Fighters", "ULF"),
        ("The STK, to which both neighbours belong, met. The STK has offered a ship.", "STK", "STK"),
        ("The Moss Regional Front met. The Moss Front refused.", "Moss Front", "Moss Regional Front"),
        ("The Pilgrim Faction met. It was the Pilgrims who refused.", "Pilgrims", "Pilgrim Faction"),
    ],
)  # fmt: skip
def test_party(text: str, name: str, party: str) -> None:
    assert _known(text)[name] == party


@pytest.mark.parametrize(
    "text",
    [
        "The Interior Ministry's delegation left. The Harbour Court's delegates stayed.",
        "The Council met once. It was in the Council of Elders that the Council spoke.",
        "The Town Council's spokesman left. The Council's spokesman said so, and the Council agreed.",
        "The Union of Teachers wants more. The Union of Teachers rejected it.",
        "The Lake Bank, a group of three firms, paid.",
        "Five States were asked.",
    ],
)
def test_no_party(text: str) -> None:
    assert _known(text) == {}
