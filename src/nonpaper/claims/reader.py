"""Reads one report: attributions first, then the terms and the positions that stand in them."""

from __future__ import annotations

from collections.abc import Callable

from nonpaper.claims.actors import beside, with_actors, with_unexplained
from nonpaper.claims.calendar import find_events
from nonpaper.claims.foreign import waiting
from nonpaper.claims.officials import with_officials, with_owners
from nonpaper.claims.page import page_of, stand_ins
from nonpaper.claims.particulars import find_particulars
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.shipped import Seen, below_head, in_words, see, see_quickly
from nonpaper.claims.sources import claims_of, origins_of
from nonpaper.claims.stances import find_positions
from nonpaper.claims.terms.grounds import grounds_of
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText


def read(received: ReportText) -> Reading:
    """Everything the reader finds in one report; linear in the length of its text."""
    return _read(received, see)


def read_quickly(received: ReportText) -> Reading:
    """The same by the narrower model, in about half of the time; it finds less."""
    return _read(received, see_quickly)


def _read(received: ReportText, see: Callable[..., Seen]) -> Reading:
    report, text = received.report, received.text
    page = with_officials(page_of(text, title=report.title, outlet=report.outlet, headings=received.headings))
    seen = in_words(below_head(see(text, stand_ins(page), grounds_of(text).within), page.head), text)
    told = with_actors(page, seen.heads)
    page = told if told is page else with_owners(told)
    claims = claims_of(page, seen.attributions)
    provisions = find_provisions(page, claims, seen.heads.terms)
    positions = find_positions(page, claims, provisions, seen.heads.stances)
    wide = with_unexplained(page, seen.heads)
    if wide is not page:
        positions = beside(positions, find_positions(wide, claims, provisions, seen.heads.stances), page)
    found = Reading(
        report=report,
        text=text,
        claims=claims,
        provisions=provisions,
        positions=positions,
        origins=origins_of(page, claims),
        particulars=find_particulars(page, claims, provisions),
        events=find_events(page, claims, provisions, report.published),
        findings=received.findings,
    )
    return waiting(found)
