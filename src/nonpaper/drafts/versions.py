"""Which texts there are: each with how it is known, what is said of it, what it came of, and what must be asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from nonpaper.drafts.clusters import Cluster
from nonpaper.drafts.evidence import around, evidence, evidence_order
from nonpaper.drafts.identity import Told, told_apart
from nonpaper.drafts.lineage import circles, lineage
from nonpaper.drafts.namings import months_of
from nonpaper.drafts.numbers import duplicates, rival_texts
from nonpaper.model.draft import Consolidation
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.version import KnownFrom, Stated, Version, VersionQuestion, Versions

PLAINLY_APART = 31
"""Days between the days that reports state for two texts from which it need not be asked whether they are one."""


def versions(readings: Sequence[Reading]) -> Versions:
    """All texts with lineage, questions and findings. The order of reports does not matter.

    Linear in the text; links and questions by the texts of one count, squared.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    told = told_apart(ordered)
    by_id = {r.report.id: r for r in told.readings}
    links = lineage(told)
    names = sorted({*told.texts, *_named_otherwise(told)})
    found = tuple(sorted((_version(name, told, by_id) for name in names), key=_newest_first))
    return Versions(
        readings=tuple(by_id[r.report.id] for r in readings),
        versions=found,
        links=links,
        questions=(*_questions(told, by_id), *_unknown(told, by_id), *_same_count(told, found, by_id)),
        findings=(*circles(links), *duplicates(told.readings), *rival_texts(told.readings)),
    )


def known_from(together: Consolidation, told: Versions) -> Consolidation:
    """The drafts with how their versions are known."""
    by_name = {v.name: v.known_from for v in told.versions}
    drafts = (msgspec.structs.replace(d, known_from=by_name.get(d.name or "", d.known_from)) for d in together.drafts)
    return msgspec.structs.replace(together, drafts=tuple(drafts))


def _named_otherwise(told: Told) -> set[str]:
    """Names that a person gave in a correction."""
    drafts = {p.draft for r in told.readings for p in r.provisions if p.draft and p.presented_as == "draft"}
    return drafts - set(told.texts)


def _version(name: str, told: Told, by_id: dict[str, Reading]) -> Version:
    cluster = told.texts.get(name, Cluster(None, stated=False))
    landed = [
        (r, p)
        for r in told.readings
        for p in r.provisions
        if p.draft == name and p.presented_as == "draft" and not p.unsure
    ]
    firsts = {n.report: n for n in sorted(cluster.namings, key=lambda n: (n.report, n.span), reverse=True)}
    namings = [evidence(by_id[n.report], n.span) for n in firsts.values()]
    told_at = [n.at.isoformat() for n in cluster.namings if n.at]
    told_at += [e.published[:10] for r, p in landed if (e := evidence(r, p.span)).published and not e.doubted]
    dated = sorted(told_at)
    return Version(
        id=hashlib.sha256(f"draft\x1f{name}".encode()).hexdigest()[:10],
        name=name,
        points=cluster.namings[0].points if cluster.namings else _numbered(landed),
        places=tuple(sorted({n.place for n in cluster.namings if n.place})),
        dates=tuple(sorted({day for n in cluster.namings if n.dated for day in months_of(n.dated)})),
        first_reported=dated[0] if dated else None,
        known_from=_known_from(name, [r for r, p in landed if p.status in ("published", "signed")]),
        statements=len(landed),
        namings=tuple(sorted(namings, key=evidence_order)),
        particulars=tuple(sorted(_particulars(name, told), key=lambda s: (s.aspect, evidence_order(s.evidence)))),
    )


def _numbered(landed: Sequence[tuple[Reading, Provision]]) -> int | None:
    """The count of points of a text that numbers them itself, None where it does not."""
    numbers = [int(p.number) for _, p in landed if p.number and p.number.isdecimal()]
    return max(numbers, default=None)


def _known_from(name: str, texts: Sequence[Reading]) -> KnownFrom:
    """Its own text counts as leaked where a report of it says so."""
    if not texts:
        return "reports"
    leaked = any(p.aspect == "leak" and p.draft in (name, None) for r in texts for p in r.particulars)
    kinds = {c.kind for r in texts for c in r.claims}
    return "leaked_text" if leaked or "leaked_full_text" in kinds else "own_text"


def _particulars(name: str, told: Told) -> Iterator[Stated]:
    """One of each aspect and wording a report."""
    for reading in told.readings:
        seen: set[tuple[str, str]] = set()
        for item in reading.particulars:
            key = item.aspect, item.span.quote(reading.text).casefold()
            if item.draft == name and key not in seen:
                seen.add(key)
                yield Stated(
                    aspect=item.aspect,
                    says=item.span.quote(reading.text),
                    evidence=evidence(reading, around(reading.text, item.span)),
                    value=item.value,
                    party=item.party,
                )


def _questions(told: Told, by_id: dict[str, Reading]) -> Iterator[VersionQuestion]:
    """Texts of one count that may be one: told apart by silence, by place or by days that lie near."""
    for (left, a), (right, b) in combinations(sorted(told.texts.items()), 2):
        if a.namings[0].points == b.namings[0].points and not _plainly_apart(a, b):
            why = "by place" if a.place != b.place else "by date"
            yield VersionQuestion(
                versions=(left, right),
                asks=f"kept apart {why}, and not plainly two texts: are they one?",
                evidence=tuple(evidence(by_id[n.report], n.span) for c in (a, b) for n in sorted(c.namings)[:1]),
            )


def _plainly_apart(a: Cluster, b: Cluster) -> bool:
    """Reports date both themselves, long apart."""
    if not (a.stated and b.stated and a.days and b.days):
        return _told_apart_in_one(a, b)
    first, second = sorted([a.days, b.days])
    return (second[0] - first[1]).days > PLAINLY_APART


def _told_apart_in_one(a: Cluster, b: Cluster) -> bool:
    """A report itself says that they are not to be confused."""
    told = [{n.report for n in c.namings if n.aside} for c in (a, b)]
    named = [{n.report for n in c.namings} for c in (a, b)]
    return bool(told[0] & named[1] or told[1] & named[0])


def _unknown(told: Told, by_id: dict[str, Reading]) -> Iterator[VersionQuestion]:
    for naming in told.unsure:
        may = tuple(n for n, c in told.texts.items() if c.namings[0].points == naming.points)
        yield VersionQuestion(
            versions=may,
            asks="which of these does this report mean? Its statements stand under no text until it is said",
            evidence=(evidence(by_id[naming.report], naming.span),),
        )


def _same_count(told: Told, found: Sequence[Version], by_id: dict[str, Reading]) -> Iterator[VersionQuestion]:
    """A text at hand without a count in its name, and texts known by the count of points that it has."""
    for text in found:
        alike = [n for n, c in told.texts.items() if c.namings[0].points == text.points]
        if text.name in told.own.values() and alike:
            home = next(by_id[report] for report, name in sorted(told.own.items()) if name == text.name)
            first = next(p for p in home.provisions if p.draft == text.name)
            yield VersionQuestion(
                versions=(text.name, *alike),
                asks=f"the text at hand has {text.points} points: is it one of these?",
                evidence=(evidence(home, first.span),),
            )


def _newest_first(version: Version) -> tuple[object, ...]:
    day = version.first_reported or (version.dates[0] if version.dates else "")
    number = int(re.sub(r"\D", "", day[:10]).ljust(8, "0") or 0)
    return not day, -number, version.name
