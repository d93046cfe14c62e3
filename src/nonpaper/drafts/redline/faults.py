"""What is amiss with the texts of a redline: no numbers, one number twice, brackets without their other half."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nonpaper.drafts.redline.groups import Side
from nonpaper.model.finding import Finding
from nonpaper.model.redline import Change

_PART = re.compile(r"\b(?:part|chapter|section|title|annex|appendix|protocol)\b", re.IGNORECASE)
FEWEST = 3
_SHOWN = 5


def faults(
    sides: tuple[Side, Side], called: tuple[str, str], made: Sequence[Change], *, cut_short: bool
) -> tuple[Finding, ...]:
    """All findings, the old text's first; nothing is left out of the redline for any of them. Linear."""
    each = [finding for side, name in zip(sides, called, strict=True) for finding in _of_one(side, name)]
    return (*each, *_of_both(sides, called, made, cut_short=cut_short))


def _of_one(side: Side, name: str) -> Iterator[Finding]:
    if sum(number is not None for number in side.own) < FEWEST:
        yield Finding(
            code="no_numbers",
            level="doubt",
            where=name,
            what="has hardly a numbered point or article and may be no text of an agreement but a report of one",
            remedy="give the text itself; it is compared paragraph by paragraph",
        )
    yield from _twice(side, name)
    for span in side.single[:_SHOWN]:
        yield Finding(
            code="single_bracket",
            level="doubt",
            where=name,
            what=f"a bracket at character {span.start} has no other half, so what it leaves open is not known",
            remedy="check the place against the original",
            span=span,
        )


def _twice(side: Side, name: str) -> Iterator[Finding]:
    part = 0
    seen: dict[tuple[int, str], list[int]] = defaultdict(list)
    for unit, number in zip(side.units, side.own, strict=True):
        part += _PART.search(side.text, unit.span.start, unit.body.start) is not None
        if number is not None and unit.role != "signature":
            seen[part, number].append(unit.span.start)
    for (_, number), places in seen.items():
        if len(places) > 1:
            yield Finding(
                code="number_twice",
                level="doubt",
                where=name,
                what=f"number {number} stands {len(places)} times, first at character {places[0]}, then at {places[1]}",
                remedy="check the numbering; such points are told apart by their words",
            )


def _of_both(
    sides: tuple[Side, Side], called: tuple[str, str], made: Sequence[Change], *, cut_short: bool
) -> Iterator[Finding]:
    both = " and ".join(dict.fromkeys(called))
    if sides[0].text == sides[1].text:
        what, remedy = "are the same text, character for character", "check that two versions were given"
        yield Finding(code="same_text", level="note", where=both, what=what, remedy=remedy)
    elif not any(change.old and change.new for change in made):
        what = "have no unit in common, so all of one is dropped and all of the other added"
        remedy = "check that they are two versions of one text"
        yield Finding(code="nothing_common", level="doubt", where=both, what=what, remedy=remedy)
    if cut_short:
        what = "have too many units to compare each with each; only units of one number are compared"
        yield Finding(code="too_many_units", level="doubt", where=both, what=what, remedy="compare them annex by annex")
