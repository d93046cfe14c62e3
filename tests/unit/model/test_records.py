"""Records: what goes in comes out, and what cannot be is refused."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.errors import NonpaperError, SpanError
from nonpaper.model.claim import Claim
from nonpaper.model.finding import Finding
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span, hull

spans = st.tuples(st.integers(0, 500), st.integers(1, 80)).map(lambda t: Span(t[0], t[0] + t[1]))
pieces = st.lists(spans, max_size=3).map(tuple)
claims = st.builds(Claim, source=pieces, cue=pieces, content=pieces, reviewed=st.none())
conditions = st.lists(st.builds(Condition, span=spans), max_size=2).map(tuple)
provisions = st.builds(Provision, span=spans, conditions=conditions, reviewed=st.none())
positions = st.builds(Position, span=spans, conditions=conditions, reviewed=st.none())
findings = st.builds(Finding, span=st.none() | spans)


@given(
    st.builds(
        Reading,
        report=st.builds(Report),
        claims=st.lists(claims, max_size=2).map(tuple),
        provisions=st.lists(provisions, max_size=2).map(tuple),
        positions=st.lists(positions, max_size=2).map(tuple),
        findings=st.lists(findings, max_size=2).map(tuple),
    )
)
def test_a_reading_survives_json(reading: Reading) -> None:
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="empty or backward"):
        Span(start, end)


def test_a_span_past_the_end_has_no_quote() -> None:
    with pytest.raises(NonpaperError, match="ends after the text"):
        Span(2, 9).quote("short")


def test_a_bad_span_in_json_is_named_with_its_place() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\[1\]"):
        msgspec.json.decode(b"[[0, 4], [9, 2]]", type=tuple[Span, ...])


@given(st.lists(spans, min_size=1, max_size=6).map(tuple))
def test_the_hull_contains_every_piece(some: tuple[Span, ...]) -> None:
    assert all(hull(some).contains(piece) for piece in some)
