"""Longest match of known forms over a text: one walk along its words through a trie of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import TypeVar

from nonpaper.claims.gazetteer.load import Entry, cyrillic, entries, plain_entries
from nonpaper.text.places import places

# A word, or one mark. Blanks are no token: "U. S." and a name across a line break match as well.
TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "–": "-"})
# The longest gap between two words of one name: a blank, or a line break with its indent.
GAP = 3

Branch = dict[str, "Branch | Entry"]


class Trie(dict[str, "Branch | Entry"]):
    """A trie of words by its first ones."""

    @cached_property
    def of_words(self) -> bool:
        """Whether all forms begin with a word, and none with a mark."""
        return all(map(str.isalnum, self))


_END = ""
T = TypeVar("T")


def build(forms: Iterable[tuple[str, Entry]]) -> Trie:
    """A trie of words over `forms`."""
    root = Trie()
    for form, entry in forms:
        node: Branch = root
        for token in TOKEN.findall(form.translate(_SAME)):
            nxt = node.setdefault(token, {})
            if isinstance(nxt, dict):
                node = nxt
        node[_END] = entry
    return root


def known(text: str) -> Trie:
    """The trie of all forms of the gazetteer that `text` may hold: those in Cyrillic, nearly all, only where it has some."""
    return _whole() if cyrillic(text) else _plain()


@cache
def _whole() -> Trie:
    return build(entries().items())


@cache
def _plain() -> Trie:
    return build(plain_entries().items())


def find(text: str, root: Trie) -> list[tuple[int, int, Entry]]:
    """All longest matches in `text`, left to right, without overlap: (start, end, entry)."""
    same = text.translate(_SAME)
    found: list[tuple[int, int, Entry]] = []
    over = 0
    for first in _firsts(text, same, root):
        if first.start() >= over:
            entry, end = _longest(same, first, root)
            if entry is not None:
                found.append((first.start(), end, entry))
                over = end
    return found


_SHORT = 200  # characters: a stretch so short is walked through at once
_ODD = re.compile("[_ʼ]")  # what parts two words here, and joins them elsewhere


def _firsts(text: str, same: str, root: Trie) -> Iterator[re.Match[str]]:
    """The tokens that begin a form. Most words begin none: those cost one look-up for all places where they stand."""
    if len(text) < _SHORT or _ODD.search(text) or not root.of_words:
        yield from (token for token in TOKEN.finditer(same) if token.group() in root)
        return
    for at in places(text).written(root.keys()):
        token = TOKEN.match(same, at)
        if token is not None:
            yield token


def _longest(same: str, first: re.Match[str], root: Trie) -> tuple[Entry | None, int]:
    """The entry of the longest form that begins with the token `first`, and where it ends."""
    node: Branch = root
    best, last = None, first.end()
    token: re.Match[str] | None = first
    while token is not None:
        nxt = node.get(token.group())
        if not isinstance(nxt, dict):
            break
        node, at = nxt, token.end()
        end = node.get(_END)
        if isinstance(end, Entry):
            best, last = end, at
        token = TOKEN.search(same, at, at + GAP + 1)
        token = TOKEN.match(same, token.start()) if token is not None else None
    return best, last
