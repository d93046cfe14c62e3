"""What reports say that a text came of: cut from, revised from, an answer to. Only what is said, with the words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from nonpaper.drafts.evidence import cut, evidence, evidence_order
from nonpaper.drafts.identity import Reported, Told
from nonpaper.drafts.namings import Naming, words_of
from nonpaper.drafts.rings import rings
from nonpaper.model.finding import Finding
from nonpaper.model.span import Span
from nonpaper.model.version import Link, LinkKind
from nonpaper.remembered import each

_KINDS: tuple[LinkKind, ...] = ("revises", "replaces", "rests_on", "answers")
_NAME = r"(?:(?:the|its|their|an?|that|this)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<earlier>\d{1,2})[- ]points?\b"


def lineage(told: Told) -> tuple[Link, ...]:
    """Every stated link, oldest report first; an end that is not named is None. Linear in the text."""
    found = {link for found in each("lineage", told.reports, _links) for link in found}
    return tuple(sorted(found, key=lambda k: (evidence_order(k.evidence), k.kind, k.later or "", k.earlier or "")))


def _links(of: Reported) -> tuple[Link, ...]:
    text = of.reading.text
    if "point" not in text.casefold():
        return ()
    said = ((s, words) for s in cut(text) if "point" in (words := s.quote(text)).casefold())
    return tuple(link for s, words in said for link in _stated(of, s, words) if link.later or link.earlier)


def _stated(of: Reported, sentence: Span, said: str) -> Sequence[Link]:
    return list(_cut(of, sentence, said)) or list(_of_names(of, sentence, said))


def _cut(of: Reported, sentence: Span, said: str) -> Iterator[Link]:
    """“cut from 22 points to 17”, “trimmed to 19 points”: the counts name the texts."""
    found = next((m for p in _counts() if (m := p.search(said))), None)
    if found is None:
        return
    at, new = sentence.start + found.start(), int(found["m"])
    old = int(found["n"]) if "n" in found.re.groupindex else _other(of, at, new)
    if old is None or old == new:
        return
    yield Link(
        kind="cut" if new < old else "grown",
        later=of.meant(new, at),
        earlier=of.meant(old, at),
        evidence=evidence(of.reading, sentence),
    )


def _other(of: Reported, at: int, new: int) -> int | None:
    """The count of the last other text named before, in the sentence or else in the report."""
    named = [n for n in of.namings if n.span.start < at and n.points != new and not n.aside]
    return named[-1].points if named else None


def _of_names(of: Reported, sentence: Span, said: str) -> Iterator[Link]:
    """“a revised version of the 28-point plan”: the other text named in the sentence is the later one."""
    for kind in _KINDS:
        found = _phrase(kind).search(said)
        if found is None:
            continue
        at = sentence.start + found.start("earlier")
        earlier = of.meant(int(found["earlier"]), at)
        later = _later(of, sentence, at, earlier)
        yield Link(kind=kind, later=later, earlier=earlier, evidence=evidence(of.reading, sentence))


def _later(of: Reported, sentence: Span, at: int, earlier: str | None) -> str | None:
    """Another text in the sentence, nearest to its start; None where none is named."""
    others: list[Naming] = [n for n in of.namings if sentence.contains(n.span) and n.span.start != at]
    names = [of.named(n) for n in others]
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
