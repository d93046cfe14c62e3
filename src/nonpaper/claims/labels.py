"""Persons whose surname in capitals stands before what they say in a printed conversation: "MR ODALL: Forty is enough."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import UPPER
from nonpaper.claims.page import Page, with_mentions
from nonpaper.model.span import Span
from nonpaper.text.near import Near

_LABEL = re.compile(rf"(?m)^(?:(?:MR|MRS|MS|DR|SIR)\.? )?(?P<who>[{UPPER}][{UPPER}’'-]{{1,30}}):(?= )")


def with_labels(page: Page) -> Page:
    """The page with a mention for each label that is the surname of one person whom the report names. Linear in the text."""
    labels = [Span(*m.span("who")) for m in _LABEL.finditer(page.text)]
    return with_mentions(page, list(_known(page, labels)) if labels else [])


def _known(page: Page, labels: list[Span]) -> Iterator[Mention]:
    bearers: dict[str, dict[str, Mention]] = {}
    for mention in page.mentions:
        full = mention.span.quote(page.text) if mention.kind == "person" else ""
        if " " in full:
            bearers.setdefault(full.split()[-1].upper(), {}).setdefault(full, mention)
    named = Near(m.span for m in page.mentions)
    for label in labels:
        persons = list(bearers.get(label.quote(page.text), {}).values())
        if len(persons) == 1 and not named.overlapping(label):
            yield replace(persons[0], span=label)
