"""Persons whom a report later calls by the first name alone, as is the custom in many languages: "Anut Charn", later "Anut told …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.shapes import UPPER, courtesy, is_title, never
from nonpaper.claims.page import Page, with_mentions
from nonpaper.model.span import Span
from nonpaper.text.near import Near
from nonpaper.text.places import places

_ACTS = re.compile(
    rf"(?<![\w’'.-])(?<![{UPPER}]\w )([{UPPER}]\w{{2,}})(?= (?:told|said|says|wants|has|had|insisted|insists|denied|denies|vowed|called|warned|declared|rejected|accepted)\b)"
)


def with_forenames(page: Page) -> Page:
    """The page with a mention wherever one known person's first name alone says or does something. Linear in the text."""
    persons = _by_forename(page)
    return with_mentions(page, list(_alone(page, persons)) if persons else [])


def _by_forename(page: Page) -> dict[str, Mention]:
    """Each first name that one person of a party alone bears, and that is nothing else."""
    bearers: dict[str, dict[str, Mention]] = {}
    for mention in page.mentions:
        parts = courtesy().sub("", mention.span.quote(page.text)).split() if mention.kind == "person" else []
        if len(parts) > 1:
            bearers.setdefault(parts[0], {}).setdefault(" ".join(parts), mention)
    return {
        first: next(iter(each.values()))
        for first, each in bearers.items()
        if len(each) == 1 and first not in never() and not is_title(first) and not is_form(first)
    }


def _alone(page: Page, persons: dict[str, Mention]) -> Iterator[Mention]:
    named = Near(m.span for m in page.mentions)
    written = places(page.text).written(persons.keys())
    for found in (m for at in written if (m := _ACTS.match(page.text, at))):
        person, span = persons[found[1]], Span(*found.span(1))
        if person.party and person.span.start < span.start and not named.overlapping(span):
            yield replace(person, span=span)
