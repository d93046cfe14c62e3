"""Whatever the text: spans lie inside it, in order, apart, and cost no more than its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.text.lists import list_blocks
from nonpaper.text.quotes import quoted
from nonpaper.text.sentences import paragraphs, sentences
from nonpaper.text.tokens import words

PIECES = [
    "1. ",
    "- ",
    "• ",
    ":\n",
    "\n",
    "\n\n",
    "\r\n",
    ". ",
    "? ",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "U.S. ",
    "Point 2: ",
    "a plan ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join)


@settings(max_examples=150)
@given(TEXTS)
def test_spans_are_in_order_and_apart(text: str) -> None:
    for find in (sentences, paragraphs, words, quoted):
        found = find(text)
        assert all(span.end <= len(text) for span in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=150)
@given(TEXTS)
def test_sentences_leave_no_word_out(text: str) -> None:
    markers = [item.marker for block in list_blocks(text) for item in block.items if item.marker]
    held = [*sentences(text), *markers]
    starts = [line.start for line in paragraphs(text)]
    for word in words(text):
        assert any(span.overlaps(word) for span in held) or any(0 <= word.start - start < 20 for start in starts)


@settings(max_examples=150)
@given(TEXTS)
def test_list_items_are_inside_the_text(text: str) -> None:
    for block in list_blocks(text):
        assert block.items
        assert all(item.span.quote(text).strip() for item in block.items)
        assert block.lead is None or block.lead.end <= block.items[0].span.start


REPEATED = [".", ". ", "“", "‘", "\n", "a", "a.\n", "1. a ", ":\n", "x:\ny\n", "a-", "—", "(", "U.S. "]


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_length_only(piece: str) -> None:
    for find in (sentences, list_blocks, words, quoted):
        short, long = (_seconds(find, piece * (count // len(piece))) for count in (20_000, 200_000))
        assert long < 40 * short + 1.0, find


def _seconds(find: object, text: str) -> float:
    start = time.perf_counter()
    find(text)  # type: ignore[operator]
    return time.perf_counter() - start
