"""Vectors of windows: each span is looked at in one window, and what another window has of it counts for nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.claims.attribution.decode import attributions
from nonpaper.claims.attribution.encoder import Encoded, windows
from nonpaper.claims.attribution.link import Ints
from nonpaper.claims.attribution.pieces import Pieces
from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.attribution.views import View, by_view
from nonpaper.claims.shipped import shipped

O, B, I = 0, 1, 2  # noqa: E741 (what the tags are called)


def views_of(n: int) -> list[View]:
    return [View(start, np.zeros((end - start, 4), np.float32)) for start, end in windows(n)]


@st.composite
def texts(draw: st.DrawFn) -> tuple[int, Ints]:
    n = draw(st.integers(1, 2000))
    firsts = draw(st.lists(st.integers(0, n - 1), max_size=8))
    spans = [(first, min(first + draw(st.integers(0, 500)), n - 1)) for first in sorted(firsts)]
    return n, np.array(spans, np.int64).reshape(-1, 2)


@given(texts())
@settings(max_examples=200)
def test_each_span_is_seen_once_and_where_it_stands_furthest_inside(text: tuple[int, Ints]) -> None:
    n, spans = text
    views, seen = views_of(n), []
    for view, mine in by_view(views, spans):
        for at in mine.tolist():
            first, last = spans[at].tolist()
            rooms = [min(first - v.start, v.end - 1 - last) for v in views]
            assert rooms[[v.start for v in views].index(view.start)] == max(rooms)
            seen.append(at)
    assert sorted(seen) == list(range(len(spans)))


@given(texts())
def test_a_span_is_counted_from_the_first_piece_of_its_window(text: tuple[int, Ints]) -> None:
    n, spans = text
    for view, mine in by_view(views_of(n), spans):
        held, local = view.holds(spans[mine]), view.local(spans[mine])
        assert (local[held] + view.start == spans[mine][held]).all()
        assert (local >= 0).all()
        assert (local < len(view.vectors)).all()


def said(views: tuple[View, ...]) -> tuple[RawAttribution, ...]:
    """What is found in forty pieces: a source, a cue and a content within the first eighteen."""
    tags = np.tile(np.array([0.0, -9.0, -9.0], np.float32), (40, 3))
    for role, (first, last) in enumerate([(1, 2), (4, 4), (8, 14)]):
        for at in range(first, last + 1):
            tags[at, 3 * role : 3 * role + 3] = [-9.0, -9.0, -9.0]
            tags[at, 3 * role + (B if at == first else I)] = 0.0
    ids = np.full(40, 7, np.int64)
    pieces = Pieces(ids=ids, shapes=ids, starts=np.arange(40), ends=np.arange(40) + 1)
    return attributions(pieces, Encoded(tags=tags, views=views), shipped()._said.heads)


def test_what_another_window_has_of_a_span_changes_nothing() -> None:
    chance, moved = np.random.default_rng(1), 0
    for _ in range(20):
        first, second, other = (chance.normal(size=(24, 384)).astype(np.float32) for _ in range(3))
        found = said((View(0, first), View(16, second)))
        assert said((View(0, first), View(16, other))) == found
        moved += said((View(0, other), View(16, second))) != found
    assert moved
