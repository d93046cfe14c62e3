"""Persons whose name follows their office in the next sentence: "The Sorvian premier went further. Oda Marr told her cabinet …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import PERSON, is_title, never, title_pattern, titles, words
from nonpaper.claims.page import Page, mentions_in, paragraph_at, with_mentions
from nonpaper.model.span import Span

_DOES = r"(?:told|said|says|has|had|was|is|would|will|wants|insists|[a-z]{3,}ed)"
_NAME = re.compile(rf"(?P<name>{PERSON})[ \n]{_DOES}\b")
# What may stand before the office's state: the time of an entry, a dash, the article.
_STARTS = re.compile(r"[\W\d]*(?:[Tt]he )?")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?:[’']s?)?[ \n](?P<title>{title_pattern()})[ \n]{_DOES}\b")


def with_introduced(page: Page) -> Page:
    """The page with each such person, there and wherever the name stands again, as the state's. Linear in the text."""
    persons = {m.name: m for m in _introduced(page)}
    if not persons:
        return page
    names = re.compile(rf"(?<!\w){any_of(persons)}(?!\w)")
    more = [replace(persons[" ".join(m[0].split())], span=Span(*m.span())) for m in names.finditer(page.text)]
    return with_mentions(page, more)


def _introduced(page: Page) -> Iterator[Mention]:
    """Each person whom nothing else explains, and of whom the sentence before tells the office."""
    for last, sentence in pairwise(page.sentences):
        found = _NAME.match(page.text, sentence.start, sentence.end)
        if found is None or paragraph_at(page, last.start) != paragraph_at(page, sentence.start):
            continue
        held, span = _held(page, last), Span(*found.span("name"))
        if held is not None and _may_be(found["name"]) and not mentions_in(page, span):
            party, title = held
            yield Mention(
                span=span, kind="person", name=" ".join(found["name"].split()), party=party, role=titles()[title]
            )


def _held(page: Page, sentence: Span) -> tuple[str, str] | None:
    """The party and the office that open a sentence which names no person."""
    named = mentions_in(page, sentence)
    if not named or named[0].party is None or any(m.kind == "person" for m in named):
        return None
    if _STARTS.fullmatch(page.text, sentence.start, named[0].span.start) is None:
        return None
    found = _office().match(page.text, named[0].span.end, sentence.end)
    return (named[0].party, " ".join(found["title"].casefold().split())) if found else None


def _may_be(name: str) -> bool:
    first, *_, last = name.split()
    opens = first in never() or first in words()["openers"]
    return not (opens or last in words()["bodies"] or is_title(name))
