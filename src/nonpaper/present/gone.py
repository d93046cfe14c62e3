"""What an earlier brief had and this one has not, or has otherwise. Words are quoted from the reports at hand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from nonpaper.model.span import Span
from nonpaper.present import words
from nonpaper.present.made_of import MadeOf, ReportMade, Statement, content_of
from nonpaper.present.material import Material, Quote, day, quoted


class LostReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that the earlier brief showed, as that brief names it."""

    outlet: str
    title: str
    published: str


class GoneView(msgspec.Struct, frozen=True, kw_only=True):
    """A term or stance that is no longer stated: what it was, and its words in a report that is still shown."""

    kind: str
    was: str
    quote: Quote


class ChangedView(msgspec.Struct, frozen=True, kw_only=True):
    """Words that are read otherwise than before."""

    kind: str
    anchor: str
    was: str
    now: str
    quote: Quote


class Was(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier brief seen from here: its reports that are here, by id, the others, and the former's statements.

    Statements number reports as they stand here.
    """

    reports: frozenset[str] = frozenset()
    lost: tuple[ReportMade, ...] = ()
    statements: tuple[Statement, ...] = ()


def known_then(of: Material, before: MadeOf) -> Was:
    """What of an earlier brief can be compared. O(statements)."""
    here = {content_of(r.report, r.text): n for n, r in enumerate(of.readings.values())}
    places = [here.get(one.content) for one in before.reports]
    names = list(of.readings)
    return Was(
        reports=frozenset(names[n] for n in places if n is not None),
        lost=tuple(one for one, n in zip(before.reports, places, strict=True) if n is None),
        statements=tuple(_here(of, before, places)),
    )


def _here(of: Material, before: MadeOf, places: list[int | None]) -> Iterator[Statement]:
    """Statements of reports at hand; one whose span lies outside its text is not one of ours."""
    lengths = [len(r.text) for r in of.readings.values()]
    for one in before.statements:
        number = places[one.report] if 0 <= one.report < len(places) else None
        if number is not None and 0 <= one.start < one.end <= lengths[number]:
            yield Statement(number, one.start, one.end, one.kind, one.says)


def lost(one: ReportMade) -> LostReport:
    """A report no longer shown, for the page."""
    return LostReport(outlet=one.outlet[:100], title=one.title[:300], published=day(one.published))


def gone_views(of: Material, gone: Iterable[Statement]) -> Iterator[GoneView]:
    """Statements no longer made, for the page."""
    names = tuple(of.readings)
    for one in gone:
        yield GoneView(kind=one.kind, was=said(one), quote=quoted(of, names[one.report], Span(one.start, one.end)))


def changed_views(
    of: Material, changed: Iterable[tuple[Statement, str]], now: Mapping[str, Statement]
) -> Iterator[ChangedView]:
    """Statements read otherwise, each with the anchor of what stands there now, for the page."""
    names = tuple(of.readings)
    for was, anchor in changed:
        words_of = quoted(of, names[was.report], Span(was.start, was.end))
        yield ChangedView(kind=was.kind, anchor=anchor, was=said(was), now=said(now[anchor]), quote=words_of)


def said(one: Statement) -> str:
    """What a statement was read as, in words.

    >>> said(Statement(0, 0, 5, "term", ("force_limits", "demand", "in", "60,000", "must", "Kessara")))
    'Force limits, 60,000, must, who is bound: Kessara, a demand'
    """
    padded = (*one.says[:40], *[""] * 5)
    if one.kind == "stance":
        party, topic, stance, basis = padded[:4]
        says = words.STANCES.get(stance, ("", stance))[1]
        return f"{party}, {words.topic(topic)}: {says} ({words.BASES.get(basis, basis)})"
    topic, presented, status, value, modality = padded[:5]
    bound = ", ".join(one.says[5:40])
    parts = [
        words.topic(topic),
        value,
        words.MODALITIES.get(modality, modality),
        f"who is bound: {bound}" if bound else "",
        "" if presented == "draft" else f"a {words.PRESENTED.get(presented, presented)}",
        "" if status == "in" else f"said to be {status}",
    ]
    return ", ".join(part for part in parts if part)
