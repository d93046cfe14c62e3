"""Names of texts: "the 28-point plan", "the Geneva draft", as normalised names with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from nonpaper.claims.page import Page
from nonpaper.model.span import Span
from nonpaper.text.near import Near
from nonpaper.text.numbers import SMALL

_TENS = "|".join(word for word, number in SMALL.items() if number >= 20)
_UNITS = "|".join(word for word, number in SMALL.items() if 0 < number < 10)
_WORDS = "|".join(sorted((word for word, number in SMALL.items() if number), key=len, reverse=True))
POINTS = re.compile(
    r"(?<![\w.])(?P<before>\d{1,2})(?:-| )points?\b|(?<!\w)(?:the|its|of|with|list of) (?P<list>\d{1,2}) points\b"
    # In words only where a text is meant: a "three-point lead" is none.
    rf"|(?<![\w-])(?P<spelled>(?:{_TENS})-(?:{_UNITS})|{_WORDS})"
    r"-point(?=(?: [\w’'-]+){0,2} (?:plan|draft|proposal|document|text|list|memorandum|framework|agreement|paper)\b)",
    re.IGNORECASE,
)
"""A text named by its count of points, in figures or in words."""


_POINT = re.compile("point", re.IGNORECASE)
_BEFORE, _AFTER = 24, 400  # characters that a name has before the word and that POINTS looks at after it, at most


def points_of(found: re.Match[str]) -> int:
    """The count that a match of POINTS names.

    >>> points_of(POINTS.search("the twenty-two-point plan"))
    22
    """
    figures = found["before"] or found["list"]
    return int(figures) if figures else sum(SMALL[w] for w in found["spelled"].lower().split("-"))


def draft_names(page: Page) -> tuple[tuple[Span, str], ...]:
    """Each place where the report names a text by its number of points, and the normalised name, in text order."""
    return draft_names_in(page, Span(0, len(page.text))) if page.text else ()


def draft_names_in(page: Page, stretch: Span) -> tuple[tuple[Span, str], ...]:
    """The same within a stretch."""
    found = points_in(page.text, stretch.start, stretch.end)
    return tuple((Span(m.start(), m.end()), f"{points_of(m)}-point") for m in found)


def points_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of POINTS within a stretch, in order: looked for only where the word stands that all of them have."""
    last = start
    for word in _POINT.finditer(text, start, end):
        if word.start() >= last:
            found = POINTS.search(text, max(last, word.start() - _BEFORE), min(end, word.end() + _AFTER))
            if found and found.start() <= word.start() < found.end():  # of another such word when its turn comes
                last = found.end()
                yield found


class Texts(msgspec.Struct, frozen=True):
    """The texts of a report: every place where one is called, with its name; the names."""

    places: tuple[tuple[Span, str], ...]
    names: frozenset[str]


def draft_at(texts: Texts, at: int) -> str | None:
    """The text that a term at `at` belongs to: the only one the report names, or the last named before it. O(log n).

    A report that names two texts gets the last one named, and none where a text was called otherwise since ("the June
    draft"): which of the two that is, its number does not say. None where none is named.
    """
    if len(texts.names) < _TWO:
        return next(iter(texts.names), None)
    which = bisect_right(texts.places, at, key=lambda place: place[0].start) - 1
    return (texts.places[which][1] or None) if which >= 0 else None


_TWO = 2
OTHERWISE = ""
"""The name of a text that is not called by its number of points."""
_CALLED = re.compile(
    r"\b(?:the|this|that) (?:(?:second|first|other|older|old|earlier|previous|original"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)(?:[’']s)? "
    r"(?:[\w-]+ )?(?:draft|plan|text|version|paper|proposal|document)\b|(?:older|second|former|latter)\b(?= (?:alone |one )?(?:has|says|would|drops|allows|keeps|gives|adds|leaves|obliges)\b))",
    re.IGNORECASE,
)


def texts_called(page: Page) -> Texts:
    """The texts of a report, called by their numbers or, where it numbers two, otherwise (`OTHERWISE`). Linear."""
    numbered = draft_names(page)
    names = frozenset(name for _, name in numbered)
    if len(names) < _TWO:
        return Texts(numbered, names)
    counted = Near(span for span, _ in numbered)
    spans = [Span(*m.span()) for m in _CALLED.finditer(page.text)]
    others = [(s, OTHERWISE) for s in spans if not counted.overlapping(s)]
    return Texts(tuple(sorted([*numbered, *others])), names)
