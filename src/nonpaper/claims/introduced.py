"""Persons whose name follows their office in the next sentence: "The Sorvian premier went further. Oda Marr told her cabinet …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import PERSON, is_title, never, title_pattern, titles, words
from nonpaper.claims.page import Page, mentions_in, paragraph_at
from nonpaper.model.span import Span

_DOES = r"(?:told|said|says|has|had|was|is|would|will|wants|insists|[a-z]{3,}ed)"
_NAME = re.compile(rf"(?P<name>{PERSON})[ \n]{_DOES}\b")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?:[’']s?)?[ \n](?P<title>{title_pattern()})[ \n]{_DOES}\b")


_STARTS = re.compile(r"\W*(?:[\d.:]+\W+)?(?:[Tt]he )?")


def with_introduced(page: Page) -> Page:
    """The page with each such person, there and wherever the name stands again, as the state's. Linear in the text."""
    persons = {m.name: m for m in _introduced(page)}
    if not persons:
        return page
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, persons))})(?!\w)")
    more = [replace(persons[m[0]], span=Span(*m.span())) for m in names.finditer(page.text)]
    return replace(page, mentions=tuple(sorted([*page.mentions, *more], key=lambda m: m.span)))


def _introduced(page: Page) -> Iterator[Mention]:
    """Each person whom nothing else explains, and of whom the sentence before tells the office."""
    for last, sentence in pairwise(page.sentences):
        found = _NAME.match(page.text, sentence.start, sentence.end)
        held = (
            _held(page, last)
            if found and paragraph_at(page, last.start) == paragraph_at(page, sentence.start)
            else None
        )
        if found is None or held is None or mentions_in(page, Span(*found.span("name"))):
            continue
        if _may_be(found["name"]):
            party, title = held
            yield Mention(
                span=Span(*found.span("name")), kind="person", name=found["name"], party=party, role=titles()[title]
            )


def _held(page: Page, sentence: Span) -> tuple[str, str] | None:
    """The party and the office that open a sentence which names no person."""
    named = mentions_in(page, sentence)
    if not named or named[0].party is None or any(m.kind == "person" for m in named):
        return None
    if (
        _STARTS.fullmatch(page.text, sentence.start, named[0].span.start) is None
        and named[0].span.start > sentence.start
    ):
        return None
    found = _office().match(page.text, named[0].span.end, sentence.end)
    return (named[0].party, " ".join(found["title"].casefold().split())) if found else None


def _may_be(name: str) -> bool:
    first, last = name.split()[0], name.split()[-1]
    return (
        first not in never()
        and first not in words()["openers"]
        and last not in words()["bodies"]
        and not is_title(name)
    )
