"""Places that a text leaves open: square brackets round words, blanks, and words that say so."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from nonpaper.model.span import Span

_LONGEST = 120  # no editor's word is longer
_BRACKET = re.compile(r"[\[\]]")


def open_places(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """(places left open, brackets without their other half), each in text order. Linear, as no pattern looks far.

    Of nested brackets only the outermost is a place; a bracket inside open words is theirs.
    """
    found, single = _bracketed(text)
    places = sorted([*(s for s in found if not _editorial(text, s)), *_blanks(text)], key=lambda s: (s.start, -s.end))
    out: list[Span] = []
    for place in places:
        if not out or place.start >= out[-1].end:
            out.append(place)
    return tuple(out), tuple(single)


def _bracketed(text: str) -> tuple[list[Span], list[Span]]:
    stack: list[int] = []
    found: list[Span] = []
    single: list[Span] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "[":
            stack.append(match.start())
        elif stack:
            found.append(Span(stack.pop(), match.end()))
        else:
            single.append(Span(*match.span()))
    return found, sorted([*single, *(Span(at, at + 1) for at in stack)])


def _editorial(text: str, place: Span) -> bool:
    """An editor's brackets; a number only where it hangs on the word before it, as a footnote's does."""
    if place.end - place.start > _LONGEST:
        return False
    said = text[place.start + 1 : place.end - 1].strip()
    if said.isdigit():
        return place.start > 0 and not text[place.start - 1].isspace()
    return _patterns()["not_open"].fullmatch(" ".join(said.split())) is not None


def _blanks(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _patterns()["blank"].finditer(text)]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("open.toml").read_text("utf-8"))
    return {name: re.compile("|".join(row["say"]), re.IGNORECASE) for name, row in data.items()}
