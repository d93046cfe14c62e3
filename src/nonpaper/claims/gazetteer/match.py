"""Longest match of known forms over a text: one walk along its words through a trie of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from nonpaper.claims.gazetteer.load import Entry, entries

# A word, or one mark. Blanks are no token: "U. S." and a name across a line break match as well.
TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "–": "-"})
# The longest gap between two words of one name: a blank, or a line break with its indent.
GAP = 3

Trie = dict[str, "Trie | Entry"]
_END = ""
T = TypeVar("T")


def build(forms: Iterable[tuple[str, Entry]]) -> Trie:
    """A trie of words over `forms`."""
    root: Trie = {}
    for form, entry in forms:
        node = root
        for token in TOKEN.findall(form.translate(_SAME)):
            nxt = node.setdefault(token, {})
            if isinstance(nxt, dict):
                node = nxt
        node[_END] = entry
    return root


@cache
def known() -> Trie:
    """The trie of the whole gazetteer."""
    return build(entries().items())


def find(text: str, root: Mapping[str, Trie | Entry]) -> list[tuple[int, int, Entry]]:
    """All longest matches in `text`, left to right, without overlap: (start, end, entry)."""
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text.translate(_SAME))]
    found: list[tuple[int, int, Entry]] = []
    at, count = 0, len(tokens)
    while at < count:
        word = tokens[at][0]
        if word not in root:
            at += 1
            continue
        last, entry = _longest(tokens, at, root)
        if entry is None:
            at += 1
            continue
        found.append((tokens[at][1], tokens[last][2], entry))
        at = last + 1
    return found


def _longest(tokens: list[tuple[str, int, int]], at: int, root: Mapping[str, Trie | Entry]) -> tuple[int, Entry | None]:
    node: Mapping[str, Trie | Entry] = root
    best, last = None, at
    for here in range(at, len(tokens)):
        if here > at and tokens[here][1] - tokens[here - 1][2] > GAP:
            break
        nxt = node.get(tokens[here][0])
        if not isinstance(nxt, dict):
            break
        node = nxt
        end = node.get(_END)
        if isinstance(end, Entry):
            best, last = end, here
    return last, best
