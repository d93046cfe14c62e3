"""Which texts there are: each with how it is known, what is said of it, what it came of, and what must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, dropwhile

import msgspec

from nonpaper.drafts.clusters import Cluster
from nonpaper.drafts.evidence import evidence, evidence_order
from nonpaper.drafts.identity import Told, told_apart
from nonpaper.drafts.lineage import circles, lineage
from nonpaper.drafts.namings import months_of
from nonpaper.drafts.numbers import duplicates, rival_texts
from nonpaper.drafts.parts import Part, parts
from nonpaper.drafts.terms import short_hash
from nonpaper.model.draft import Consolidation
from nonpaper.model.reading import Reading
from nonpaper.model.version import KnownFrom, Version, VersionQuestion, Versions
from nonpaper.remembered import by_key, each, remembered

PLAINLY_APART = 31
"""Days between the days that reports state for two texts from which it need not be asked whether they are one."""

WEIGHTIER: tuple[KnownFrom, ...] = ("leaked_text", "own_text")
"""How a text is known, beyond reports: as leaked where any report of its words says so."""


def versions(readings: Sequence[Reading]) -> Versions:
    """All texts with lineage, questions and findings. The order of reports does not matter.

    Linear in the text; links and questions by the texts of one count, squared.
    """
    ids = [r.report.id for r in readings]
    told = told_apart([readings[at] for at in sorted(range(len(ids)), key=ids.__getitem__)])
    every = told.readings
    by_id = {r.report.id: r for r in every}
    links = lineage(told)
    by_text = by_key("parts", each("parts", told.reports, parts))
    every_text = sorted({*told.texts, *by_text})
    of_texts = [(name, _counting(by_text.get(name, ()), named=name in told.texts)) for name in every_text]
    made = (_version(name, told.texts.get(name), of) for name, of in of_texts if of or name in told.texts)
    found = tuple(sorted(made, key=_newest_first))
    return Versions(
        readings=tuple([by_id[one] for one in ids]),
        versions=found,
        links=links,
        questions=(*_questions(told, by_id), *_unknown(told, by_id), *_same_count(told, found, by_id)),
        findings=(*circles(links), *duplicates(every), *rival_texts(every)),
    )


def known_from(together: Consolidation, told: Versions) -> Consolidation:
    """The drafts with how their versions are known."""
    by_name = {v.name: v.known_from for v in told.versions}
    drafts = (msgspec.structs.replace(d, known_from=by_name.get(d.name or "", d.known_from)) for d in together.drafts)
    return msgspec.structs.replace(together, drafts=tuple(drafts))


def _counting(of: tuple[Part, ...], *, named: bool) -> tuple[Part, ...]:
    """What reports tell of a text; of one that goes by no count of points, from the first that states any of it on."""
    return of if named or (of and of[0].stated) else tuple(dropwhile(lambda part: not part.stated, of))


@remembered
def _version(name: str, cluster: Cluster | None, of: tuple[Part, ...]) -> Version:
    """A text from what each report tells of it; one that a person named in a correction has no cluster."""
    namings = cluster.namings if cluster else []
    days = sorted(day for part in of for day in part.days)
    return Version(
        id=short_hash("draft", name),
        name=name,
        points=namings[0].points if namings else max((p.numbered for p in of if p.numbered is not None), default=None),
        places=tuple(sorted({n.place for n in namings if n.place})),
        dates=tuple(sorted({day for n in namings if n.dated for day in months_of(n.dated)})),
        first_reported=days[0] if days else None,
        known_from=next((known for known in WEIGHTIER if any(p.known_from == known for p in of)), "reports"),
        statements=sum(p.statements for p in of),
        namings=tuple(sorted((p.named for p in of if p.named), key=evidence_order)),
        particulars=tuple(
            sorted((s for p in of for s in p.particulars), key=lambda s: (s.aspect, evidence_order(s.evidence)))
        ),
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
