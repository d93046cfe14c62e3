"""What reports say that a text came of: cut from, revised from, an answer to. Only what is said, with the words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from nonpaper.drafts.evidence import cut, evidence, evidence_order
from nonpaper.drafts.identity import Told
from nonpaper.drafts.namings import Naming, words_of
from nonpaper.drafts.rings import rings
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.model.version import Link, LinkKind

_KINDS: tuple[LinkKind, ...] = ("revises", "replaces", "rests_on", "answers")
_NAME = r"(?:(?:the|its|their|an?|that|this)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<earlier>\d{1,2})[- ]points?\b"


def lineage(told: Told) -> tuple[Link, ...]:
    """Every stated link, oldest report first; an end that is not named is None. Linear in the text."""
    found = {link for r in told.readings for link in _links(r, told)}
    return tuple(sorted(found, key=lambda k: (evidence_order(k.evidence), k.kind, k.later or "", k.earlier or "")))


def _links(reading: Reading, told: Told) -> Iterator[Link]:
    if "point" not in reading.text.casefold():
        return
    for sentence in cut(reading.text):
        said = sentence.quote(reading.text)
        if "point" in said.casefold():
            counted = list(_cut(reading, told, sentence, said))
            stated = counted or list(_of_names(reading, told, sentence, said))
            yield from (link for link in stated if link.later or link.earlier)


def _cut(reading: Reading, told: Told, sentence: Span, said: str) -> Iterator[Link]:
    """“cut from 22 points to 17”, “trimmed to 19 points”: the counts name the texts."""
    found = next((m for p in _counts() if (m := p.search(said))), None)
    if found is None:
        return
    at, new = sentence.start + found.start(), int(found["m"])
    old = int(found["n"]) if "n" in found.re.groupindex else _other(reading, told, at, new)
    if old is None or old == new:
        return
    yield Link(
        kind="cut" if new < old else "grown",
        later=told.meant(reading.report.id, new, at),
        earlier=told.meant(reading.report.id, old, at),
        evidence=evidence(reading, sentence),
    )


def _other(reading: Reading, told: Told, at: int, new: int) -> int | None:
    """The count of the last other text named before, in the sentence or else in the report."""
    named = [n for n in told.namings[reading.report.id] if n.span.start < at and n.points != new and not n.aside]
    return named[-1].points if named else None


def _of_names(reading: Reading, told: Told, sentence: Span, said: str) -> Iterator[Link]:
    """“a revised version of the 28-point plan”: the other text named in the sentence is the later one."""
    for kind in _KINDS:
        found = _phrase(kind).search(said)
        if found is None:
            continue
        at = sentence.start + found.start("earlier")
        earlier = told.meant(reading.report.id, int(found["earlier"]), at)
        later = _later(told, reading.report.id, sentence, at, earlier)
        yield Link(kind=kind, later=later, earlier=earlier, evidence=evidence(reading, sentence))


def _later(told: Told, report: str, sentence: Span, at: int, earlier: str | None) -> str | None:
    """Another text in the sentence, nearest to its start; None where none is named."""
    others: list[Naming] = [n for n in told.namings[report] if sentence.contains(n.span) and n.span.start != at]
    names = [told.means[report, n.span] for n in others]
    return next((n for n in names if n is not None and n != earlier), None)


def circles(links: Sequence[Link]) -> Iterator[Finding]:
    """A finding for each group of texts said to come of one another in a circle; the links stay as they are."""
    after: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.later and link.earlier and link.kind != "answers":
            after[link.later].add(link.earlier)
    for ring in rings(after):
        said = [k for k in links if k.later in ring and k.earlier in ring]
        yield Finding(
            code="circular_lineage",
            level="doubt",
            where="; ".join(dict.fromkeys(f"{k.evidence.outlet}, {k.evidence.published or 'no date'}" for k in said)),
            what=f"reports say that {' and '.join(ring)} came of one another: "
            + "; ".join(f"“{k.evidence.words}”" for k in said),
            remedy="all links are kept; say in a corrections file which text each report means",
        )


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    put = {"n": r"(?P<n>\d{1,2})", "m": r"(?P<m>\d{1,2})(?!\s*%|[\d,.]*\d)"}
    said = (c.replace("{n}", put["n"]).replace("{m}", put["m"]) for c in words_of("lineage")["cut"])
    return tuple(re.compile(rf"(?<!\w){c}", re.IGNORECASE) for c in said)


@cache
def _phrase(kind: LinkKind) -> re.Pattern[str]:
    """Longer cues first; each ends in the name of the earlier text."""
    stems = [c.replace("{earlier}", "") for c in words_of("lineage")[kind]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)}){_NAME}", re.IGNORECASE)
