"""How each party is heard: in its own words, through others, or with no source named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from nonpaper.drafts.groups import grouped
from nonpaper.model.copy import WHOLE
from nonpaper.model.known import Carried
from nonpaper.model.position import Position
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Heard
from nonpaper.remembered import each, remembered


def heard(readings: Sequence[Reading], found: Sequence[Carried] = ()) -> tuple[Heard, ...]:
    """Stances by party, counted by how they are known; the same stance in copies of one report counts once."""
    stories = _stories(tuple(found))
    shared = frozenset(chain.from_iterable(stories))
    alone = [r for r in readings if r.report.id not in shared]
    by_id = {r.report.id: r for r in readings if r.report.id in shared}
    told = [(tuple([by_id[report] for report in story if report in by_id]),) for story in stories]
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for of in (
        *each("voices", alone, lambda reading: _voices([reading])),
        *each("voices told", told, lambda row: _voices(*row)),
    ):
        for (party, how), times in of.items():
            counted[party][how] += times
    return tuple(_heard(party, counts) for party, counts in sorted(counted.items()))


Voices = dict[tuple[str, str], int]
"""How many stances are heard by party, and how they are known."""


def _voices(story: Sequence[Reading]) -> Voices:
    """In reports of one story, each stance once: the n-th of its like is one stance in all copies of a report."""
    found: set[tuple[tuple[str, str, str, str], int]] = set()
    for reading in story:
        times: Counter[tuple[str, str, str, str]] = Counter()
        for position in reading.positions:
            if not position.unsure:
                said = position.party, _how(reading, position), position.topic, position.stance
                times[said] += 1
                found.add((said, times[said]))
    return Counter(said[:2] for said, _ in found)


def _heard(party: str, counts: Counter[str]) -> Heard:
    return Heard(party=party, own=counts["own"], others=counts["others"], unsourced=counts["unsourced"])


def _how(reading: Reading, position: Position) -> str:
    if position.basis == "self":
        return "own"
    if position.basis != "reporter":
        return "others"
    claim = reading.claims[position.claim] if position.claim is not None else None
    return "unsourced" if claim is None or claim.kind == "none" else "others"


@remembered
def _stories(found: tuple[Carried, ...]) -> tuple[tuple[str, ...], ...]:
    """The reports of each story that several have: whole copies of one another, directly or through others."""
    pairs = [(t.copy.left, t.copy.right) for t in found if t.copy.kind in WHOLE or t.copy.kind == "near"]
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for report, first in sorted(grouped({report for pair in pairs for report in pair}, pairs).items()):
        stories[first].append(report)
    return tuple(map(tuple, stories.values()))
