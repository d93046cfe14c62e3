"""A unit as words, marks of punctuation and white space, each by its place, written one character a token.

Written so, two units can be compared as strings: equal characters are equal tokens.
"""

from __future__ import annotations

from itertools import groupby, pairwise

import msgspec

from nonpaper.model.redline import Unit
from nonpaper.model.span import Span
from nonpaper.text.tokens import words

_MOST = 0x10FFFF


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens of one unit: `spans` cover it whole; `code` has one character a token, `said` those that are words.

    `solid` are the places of tokens that are no white space; `body` has those of the unit's body: what tells whether it
    was reworded.
    """

    spans: tuple[Span, ...]
    code: str
    said: str
    body: str
    solid: tuple[int, ...]


class Alphabet:
    """Gives each different token a character of its own; beyond a million of them some must share one."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def letter(self, token: str) -> str:
        """The character of a token."""
        return chr(self._seen.setdefault(token, len(self._seen)) % _MOST + 1)


def tokens_of(text: str, unit: Unit, alphabet: Alphabet) -> Tokens:
    """The tokens of one unit. A printed mark is in an alphabet of its own, so that no word is taken for it. Linear."""
    spans: list[Span] = []
    word: list[bool] = []
    for found, is_word in _cut(text, unit):
        spans.append(found)
        word.append(is_word)
    written = [text[s.start : s.end] for s in spans]
    inside = [unit.body.start <= s.start and s.end <= unit.body.end for s in spans]
    blank = [w.isspace() for w in written]
    code = [alphabet.letter(w if s.start >= unit.body.start else f"\0{w}") for w, s in zip(written, spans, strict=True)]
    return Tokens(
        spans=tuple(spans),
        code="".join(code),
        said="".join(c for c, i, w in zip(code, inside, word, strict=True) if i and w),
        body="".join(c for c, i, b in zip(code, inside, blank, strict=True) if i and not b),
        solid=tuple(i for i, b in enumerate(blank) if not b),
    )


def _cut(text: str, unit: Unit) -> list[tuple[Span, bool]]:
    """Mark, body and tail apart, each cut into words, runs of white space, and single other characters."""
    edges = (unit.span.start, unit.body.start, unit.body.end, unit.span.end)
    return [piece for a, b in pairwise(edges) if a < b for piece in _pieces(text, a, b)]


def _pieces(text: str, start: int, end: int) -> list[tuple[Span, bool]]:
    out: list[tuple[Span, bool]] = []
    at = 0
    said = text[start:end]
    for word in words(said):
        out += _between(said, at, word.start, start)
        out.append((Span(start + word.start, start + word.end), True))
        at = word.end
    return out + _between(said, at, len(said), start)


def _between(said: str, at: int, end: int, shift: int) -> list[tuple[Span, bool]]:
    out: list[tuple[Span, bool]] = []
    for space, run in groupby(range(at, end), key=lambda i: said[i].isspace()):
        places = list(run)
        cuts = [(places[0], places[-1] + 1)] if space else [(i, i + 1) for i in places]
        out += [(Span(shift + a, shift + b), False) for a, b in cuts]
    return out
