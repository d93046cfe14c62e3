"""What words may begin with where a pattern begins: a stretch without such a word need not be looked through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LETTERS = 3
"""Letters by which words are told apart; a shorter word is told as a whole, with a blank after it."""
ANY = frozenset({""})
"""The openings of patterns that may begin with anything."""

_IN_IT = r"(?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*"
"""What stands in a group, with groups three deep in it."""
_NO_WIDTH = re.compile(rf"(?:\\b|\(\?<?!{_IN_IT}\))*")
_CHOICE = re.compile(rf"(?P<head>[^\W\d_]{{0,2}})\(\?:(?P<of>{_IN_IT})\)(?P<maybe>\?|\*|\{{0,\d+\}})?")
_WAY = re.compile(rf"(?:[^()|]|\({_IN_IT}\))*")
_LITERAL = re.compile(r"[^\W_]*")
_MAYBE, _ENDS = ("?", "*", "{"), re.compile(r"[ '’-]|\\b")


def openings(patterns: Iterable[str]) -> frozenset[str]:
    r"""The openings of all that some patterns match; ANY where it is not plain what one of them begins with.

    No pattern may have alternatives outside of groups.

    >>> sorted(openings([r"(?:is|are|has) not", r"\bre(?:ject|fus)\w*", "cuts? off"]))
    ['are', 'cut', 'has', 'is ', 'ref', 'rej']
    >>> sorted(openings([r"(?:long |again ){0,4}(?:pressed|pushed) for"]))
    ['aga', 'lon', 'pre', 'pus']
    >>> openings([r"\w+ly", "out"]) == ANY
    True
    """
    found = frozenset(key for pattern in patterns for key in _openings(pattern))
    return ANY if "" in found else found


def exactly(words: Iterable[str]) -> frozenset[str]:
    """The openings of nothing but some folded words."""
    return frozenset(f"={word}" for word in words)


def opening(word: str) -> str:
    """Of a folded word what it is told by.

    >>> opening("rejects"), opening("no")
    ('rej', 'no ')
    """
    return word[:LETTERS] if len(word) >= LETTERS else f"{word} "


def _openings(pattern: str) -> Iterator[str]:
    pattern = pattern[len(_NO_WIDTH.match(pattern)[0]) :]  # type: ignore[index] # matches the empty string too
    choice = _CHOICE.match(pattern)
    if choice:
        ways = [*_ways(choice["of"]), *([""] if choice["maybe"] else [])]
        for way in ways:
            yield from _openings(choice["head"] + way + pattern[choice.end() :])
        return
    word = _LITERAL.match(pattern)[0]  # type: ignore[index] # matches the empty string too
    ends = _ENDS.match(pattern, len(word)) is not None
    word = word[:-1] if pattern.startswith(_MAYBE, len(word)) else word
    if len(word) >= LETTERS:
        yield word[:LETTERS].lower()
    else:
        yield f"{word.lower()} " if word and ends else ""


def _ways(alternatives: str) -> Iterator[str]:
    """The alternatives of a group, one by one."""
    at = 0
    while at <= len(alternatives):
        way = _WAY.match(alternatives, at)[0]  # type: ignore[index] # matches the empty string too
        yield way
        at += len(way) + 1
