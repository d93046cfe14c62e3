"""The attribution model's parts, each against a slow oracle, and the whole on invented text."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.claims.attribution.encoder import windows
from nonpaper.claims.attribution.link import buckets, gaps
from nonpaper.claims.attribution.pieces import PORTION, Pieces, portions
from nonpaper.claims.attribution.viterbi import best_labels, spans_of
from nonpaper.claims.shipped import see, shipped

rows = st.lists(st.tuples(*[st.floats(-5, 5)] * 3), min_size=1, max_size=6)


def allowed(labels: tuple[int, ...]) -> bool:
    return all(now != 2 or before != 0 for before, now in itertools.pairwise((0, *labels)))


@given(rows)
def test_the_search_finds_the_best_of_all_labellings(scores: list[tuple[float, float, float]]) -> None:
    table = np.array(scores)

    def worth(labels: tuple[int, ...]) -> float:
        return float(sum(table[i, label] for i, label in enumerate(labels)))

    best = max(worth(p) for p in itertools.product(range(3), repeat=len(scores)) if allowed(p))
    found = tuple(best_labels(table).tolist())
    assert allowed(found)
    assert worth(found) == pytest.approx(best)


@given(st.lists(st.integers(0, 2), max_size=12).filter(lambda labels: allowed(tuple(labels))))
def test_spans_cover_what_is_labelled(labels: list[int]) -> None:
    spans = spans_of(np.array(labels, dtype=np.int64))
    inside = {i for first, last in spans.tolist() for i in range(first, last + 1)}
    assert inside == {i for i, label in enumerate(labels) if label}
    assert len(spans) == labels.count(1)


@given(st.integers(0, 5000))
def test_windows_cover_every_piece(n: int) -> None:
    covered = {i for start, end in windows(n) for i in range(start, end)}
    assert covered == set(range(n))


@given(st.integers(0, 3 * PORTION), st.sets(st.integers(0, 3 * PORTION), max_size=20))
@settings(max_examples=30)
def test_portions_keep_every_piece_once(n: int, breaks: set[int]) -> None:
    ids = np.where(np.isin(np.arange(n), list(breaks)), 1, 7).astype(np.int64)
    whole = Pieces(ids=ids, shapes=ids, starts=np.arange(n), ends=np.arange(n) + 1)
    assert [int(s) for part in portions(whole) for s in part.starts] == list(range(n))


def test_a_gap_is_signed_and_symmetric_in_size() -> None:
    left, right = np.array([[0, 2]]), np.array([[5, 6]])
    assert gaps(left, right).item() == 3
    assert gaps(right, left).item() == -3
    assert buckets(gaps(left, right)).item() != buckets(gaps(right, left)).item()


def test_a_plain_quote_is_found_with_its_speaker() -> None:
    text = "“We will not sign a text that nobody has shown us,” Prime Minister Lena Dross said on Tuesday."
    (found,) = see(text).attributions
    assert [text[s:e] for s, e in found.source] == ["Prime Minister Lena Dross"]
    assert "will not sign a text" in text[slice(*found.content[0])]
    assert [text[s:e] for s, e in found.cue] == ["said"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "“", "x" * 30_000, "\u0301\u200f", "السلام " * 50, "1 2 3"])
def test_any_text_is_read(text: str) -> None:
    for found in see(text).attributions:
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)


@given(st.text(max_size=200))
@settings(max_examples=40)
def test_offsets_lie_inside_the_text(text: str) -> None:
    for found in see(text).attributions:
        assert found.content
        assert 0 <= found.score <= 1
        assert all(0 <= s < e <= len(text) for s, e in (*found.source, *found.cue, *found.content))


def test_the_model_is_loaded_once() -> None:
    assert shipped() is shipped()
