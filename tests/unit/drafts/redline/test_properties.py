"""What must hold of every redline, whatever the texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.drafts.redline import apply, redline, revert
from nonpaper.errors import RedlineError
from nonpaper.model.redline import MIRROR, Redline
from tests.unit.drafts.redline.texts import texts, versions

pairs = versions() | st.tuples(texts, texts)


@given(pairs)
@settings(max_examples=150)
def test_each_text_is_made_from_the_other(pair: tuple[str, str]) -> None:
    old, new = pair
    made = redline(old, new)
    assert apply(made, old) == new
    assert revert(made, new) == old


@given(pairs)
@settings(max_examples=80)
def test_every_edit_quotes_its_place_and_units_and_edits_cover_both_texts(pair: tuple[str, str]) -> None:
    made = redline(*pair)
    edits = [edit for change in made.changes for edit in change.edits]
    for text, side, at in ((pair[0], made.old, 0), (pair[1], made.new, 1)):
        spans = sorted(s for e in edits if (s := (e.old, e.new)[at]) is not None)
        assert [s.start for s in spans] == [0, *(s.end for s in spans)][: len(spans)]
        assert (spans[-1].end if spans else 0) == len(text) == side.characters
        placed = [(s, e.words) for e in edits if (s := (e.old, e.new)[at]) is not None]
        assert all(text[s.start : s.end] == words for s, words in placed)
        assert "".join(u.span.quote(text) for u in side.units) == text
        assert sorted(i for c in made.changes for i in (c.old, c.new)[at]) == list(range(len(side.units)))
        assert all(s.quote(text) for c in made.changes if at for s in c.open)


def seen(made: Redline, turned: bool) -> set[tuple[object, ...]]:
    return {
        (
            frozenset(MIRROR.get(w, w) if turned else w for w in c.what),
            *((c.new, c.old) if turned else (c.old, c.new)),
            frozenset((e.words, *((e.new, e.old) if turned else (e.old, e.new))) for e in c.edits if e.old and e.new),
            c.alike,
            c.doubts,
        )
        for c in made.changes
    }


@given(pairs)
@settings(max_examples=80)
def test_swapped_texts_swap_the_result(pair: tuple[str, str]) -> None:
    assert seen(redline(pair[1], pair[0]), turned=True) == seen(redline(*pair), turned=False)


@given(texts)
@settings(max_examples=60)
def test_a_text_is_kept_whole_beside_itself(text: str) -> None:
    made = redline(text, text)
    assert all(change.what == ("kept",) for change in made.changes)
    assert [f.code for f in made.findings if f.code == "same_text"] == ["same_text"]


@given(pairs)
@settings(max_examples=60)
def test_another_text_is_refused(pair: tuple[str, str]) -> None:
    made = redline(*pair)
    with pytest.raises(RedlineError):
        apply(made, pair[0] + "!")
    with pytest.raises(RedlineError):
        revert(made, "!" + pair[1])
