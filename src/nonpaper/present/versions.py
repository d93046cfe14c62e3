"""The drafts on the page: which there are, how each is known, what came of what, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from nonpaper.drafts.dependencies import dependencies, readings_side_by_side
from nonpaper.model.dependency import Dependency
from nonpaper.model.finding import Finding
from nonpaper.model.particular import Aspect
from nonpaper.model.version import Evidence, Version, Versions
from nonpaper.present import words
from nonpaper.present.draft.listing import known, link_words, opened
from nonpaper.present.draft.showing import KINDS, step
from nonpaper.present.material import Material, Quote, quoted

COLUMNS: tuple[Aspect, ...] = ("pen_holder", "signatories", "ratification", "annexes")


class VersionView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One draft: `said` holds, by question, the first words that answer it and how many more there are."""

    anchor: str
    heading: str
    known: str
    dates: tuple[str, ...]
    called: tuple[tuple[str, int], ...]
    said: tuple[tuple[str, tuple[Quote, ...]], ...]
    first: Quote | None


class LinkView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What came of what, as one report says it."""

    says: str
    quote: Quote


class AskedView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something that a person must say, with the words it is about."""

    asks: str
    quotes: tuple[Quote, ...]


class HingeView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A step and the words that tie it, by whom."""

    step: str
    by: str
    kind: str
    quote: Quote


class VersionsView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The section on drafts, and what the section on dependencies adds to the terms' own conditions."""

    versions: tuple[VersionView, ...]
    links: tuple[LinkView, ...]
    asked: tuple[AskedView, ...]
    findings: tuple[Finding, ...]
    no_first_mover: tuple[HingeView, ...]
    loops: tuple[tuple[str, tuple[HingeView, ...]], ...]
    beside: tuple[tuple[str, tuple[HingeView, ...]], ...]


def versions_view(of: Material, told: Versions) -> VersionsView:
    """Everything that reports tell of drafts, with exact words."""
    depends = dependencies(tuple(of.readings.values()))
    return VersionsView(
        versions=tuple(_version(of, v) for v in told.versions),
        links=tuple(LinkView(says=link_words(k), quote=_quote(of, k.evidence)) for k in told.links),
        asked=tuple(
            AskedView(
                asks=opened(f"{' / '.join(f'the {n} text' for n in q.versions)}: {q.asks}"),
                quotes=tuple(_quote(of, e) for e in q.evidence),
            )
            for q in told.questions
        ),
        findings=told.findings,
        no_first_mover=tuple(_exchange(of, d) for d in depends.no_first_mover),
        loops=tuple(
            (" / ".join(step(s) for s in loop.steps), tuple(_hinge(of, d) for d in loop.dependencies))
            for loop in depends.loops
        ),
        beside=tuple(
            (words.topic(topic), tuple(_hinge(of, d) for d in items))
            for topic, items in readings_side_by_side(depends).items()
        ),
    )


def _version(of: Material, version: Version) -> VersionView:
    first = version.namings[0] if version.namings else None
    return VersionView(
        anchor=f"version-{version.id}",
        heading=f"The {version.name} text",
        known=opened(known(version)),
        dates=version.dates,
        called=_called(version),
        said=tuple((words.ASPECTS[a], tuple(_said(of, version, a))) for a in COLUMNS),
        first=_quote(of, first) if first else None,
    )


def _called(version: Version) -> tuple[tuple[str, int], ...]:
    """What reports call it, with the number of reports."""
    names = {(s.evidence.report, (s.value or "").casefold()) for s in version.particulars if s.aspect == "kind"}
    kinds = sorted({name for _, name in names})
    return tuple((kind, sum(name == kind for _, name in names)) for kind in kinds)


def _said(of: Material, version: Version, aspect: Aspect) -> Iterator[Quote]:
    for stated in version.particulars:
        if stated.aspect == aspect:
            yield _quote(of, stated.evidence)


def _hinge(of: Material, item: Dependency) -> HingeView:
    return HingeView(
        step=step(item.step),
        by="" if item.party in item.step.actors else item.party or "as reported",
        kind=KINDS[item.kind],
        quote=_quote(of, item.condition),
    )


def _exchange(of: Material, item: Dependency) -> HingeView:
    """An exchange with all its words, since the tie alone may be two of them."""
    return msgspec.structs.replace(_hinge(of, item), quote=_quote(of, item.said))


def _quote(of: Material, item: Evidence) -> Quote:
    return quoted(of, item.report, item.span)
