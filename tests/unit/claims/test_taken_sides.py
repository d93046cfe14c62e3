"""On whose side somebody is taken to be: the place in the text where his party is named."""

from __future__ import annotations

import re

import numpy as np
import pytest

from nonpaper.claims.attribution.encoder import Encoded
from nonpaper.claims.attribution.linker import SPAN, Weights
from nonpaper.claims.attribution.pieces import Pieces
from nonpaper.claims.attribution.views import View
from nonpaper.claims.terms.sides import sides_of
from nonpaper.model.span import Span

TEXT = "Kordavia waits . Lenth hopes . Premier Odel Karsh spoke ."
WIDTH = 4
WORDS = TEXT.split()
AT = [m.start() for m in re.finditer(r"\S+", TEXT)]


def pieces() -> Pieces:
    starts = np.array(AT)
    ends = starts + [len(w) for w in WORDS]
    return Pieces(ids=np.full(len(WORDS), 7), shapes=np.zeros(len(WORDS), np.int64), starts=starts, ends=ends)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def encoded(alike: tuple[str, str]) -> Encoded:
    """Vectors of nothing, but for two words that have the same one."""
    vectors = np.zeros((len(WORDS), WIDTH), np.float32)
    vectors[[WORDS.index(w) for w in alike], 0] = 1
    return Encoded(tags=np.zeros((len(WORDS), 15), np.float32), views=(View(0, vectors),))


@pytest.fixture
def weights() -> Weights:
    """Spans suit each other as far as what they begin with is alike."""
    found: Weights = {"side_dist": np.zeros(40, np.float32)}
    for name in ("side_child", "side_parent"):
        found[f"{name}.0.weight"] = 3 * np.eye(8, 3 * WIDTH, dtype=np.float32)
        found[f"{name}.3.weight"] = np.eye(SPAN, 8, dtype=np.float32)
        found[f"{name}.0.bias"], found[f"{name}.3.bias"] = np.zeros(8, np.float32), np.zeros(SPAN, np.float32)
    found["side_none.weight"], found["side_none.bias"] = np.zeros((1, SPAN), np.float32), np.zeros(1, np.float32)
    return found


def best(asked: str, alike: tuple[str, str], weights: Weights) -> str | None:
    sides = sides_of(pieces(), encoded(alike), weights, [span(asked)], [span("Kordavia"), span("Lenth")])
    return max(sides[0].named, key=lambda told: told[1])[0].quote(TEXT) if sides else None


@pytest.mark.parametrize("party", ["Kordavia", "Lenth"])
def test_the_place_that_suits_best_has_the_largest_share(party: str, weights: Weights) -> None:
    assert best("Premier Odel Karsh", (party, "Premier"), weights) == party


def test_shares_and_that_of_nowhere_are_one(weights: Weights) -> None:
    [side] = sides_of(
        pieces(), encoded(("Lenth", "Premier")), weights, [span("Premier")], [span("Kordavia"), span("Lenth")]
    )
    assert 0 < sum(share for _, share in side.named) < 1


def test_words_that_name_a_party_are_not_asked(weights: Weights) -> None:
    assert best("Lenth hopes", ("Kordavia", "Lenth"), weights) is None


def test_a_network_that_was_not_taught_it_says_nothing(weights: Weights) -> None:
    del weights["side_none.weight"]
    assert best("Premier Odel Karsh", ("Lenth", "Premier"), weights) is None


def test_where_nobody_is_named_nothing_is_said(weights: Weights) -> None:
    assert sides_of(pieces(), encoded(("Lenth", "Premier")), weights, [span("Premier")], []) == ()


def test_what_lies_in_another_portion_is_left_out(weights: Weights) -> None:
    beyond = Span(len(TEXT) + 5, len(TEXT) + 9)
    assert sides_of(pieces(), encoded(("Lenth", "Premier")), weights, [beyond], [span("Lenth")]) == ()
