"""People and goods of a state are not the state, and what another does is no part of a demand. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.roles.of_term import roles, roles_in
from nonpaper.claims.stances.parts import _list
from nonpaper.model.span import Span

_LEAD = "Kessara's army and Orvia's army are tired. "


def _obliged(term: str) -> tuple[str, ...]:
    text = _LEAD + term
    return roles_in(page_of(text), Span(len(_LEAD), len(text)), "must")[0]


@pytest.mark.parametrize("who", ["refugees", "displaced families", "traders", "exports"])
def test_refugees_and_firms_do_not_bind_their_state(who: str) -> None:
    assert _obliged(f"Kessaran {who} go home within a year") == ()


@pytest.mark.parametrize("who", ["troops", "forces"])
def test_troops_do(who: str) -> None:
    assert _obliged(f"Kessaran {who} leave within a year") == ("Kessara",)


def _before(said: str, said_term: str) -> tuple[str, ...]:
    text = _LEAD + said + said_term
    term = Span(len(text) - len(said_term), len(text))
    frame, sentence = Frame(span=term, presented_as="draft"), Span(len(_LEAD), len(text))
    return roles(page_of(text), term, frame, None, sentence)[0]


def test_a_text_that_is_to_name_rights_binds_nobody() -> None:
    assert _before("Kessara wanted ", "the preamble to name its rights") == ()
    assert _before("Kessara wanted ", "a halt to raids on its ports") == ("Kessara",)


def test_what_another_says_after_a_semicolon_is_no_item_of_a_demand() -> None:
    own, other = "the preamble to acknowledge its rights", 'Orvia would go no further than "claims"'
    text = f"Kessara wanted {own}; {other}"
    asked = f"Kessara wanted {own}; the withdrawal of all troops"
    cut = [_list(t, Span(0, len(t)), Span(t.index(own), len(t))) for t in (text, asked)]
    assert [len(items) for items in cut] == [1, 2]
