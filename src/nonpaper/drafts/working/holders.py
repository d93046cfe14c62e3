"""Who holds what: stands on just these words, and stands on a topic, which are never shown as stands on a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.drafts.working.footnotes import Footnotes
from nonpaper.drafts.working.records import Held
from nonpaper.model.codes import Stance, Topic
from nonpaper.model.draft import Matrix, Stand, Wording

RESERVED: frozenset[Stance] = frozenset(
    {"reserves", "accepts_ad_referendum", "accepts_in_principle", "accepts_if", "amends", "rejects", "red_line"}
)
"""Stances that a working text notes as reservations: everything between a full yes and silence, and every no."""


def on_words(matrix: Matrix, wordings: Sequence[Wording], notes: Footnotes) -> Iterator[Held]:
    """Stands whose own words hold, or stand in, those of the wording in one report; each party and stance once."""
    seen: set[tuple[str, Stance, bool]] = set()
    for stand in _stands(matrix):
        key = (stand.position.party, stand.position.stance, stand.own)
        if key not in seen and any(_meets(stand, wording) for wording in wordings):
            seen.add(key)
            yield _held(stand, notes)


def on_topics(matrix: Matrix, topics: Sequence[Topic], notes: Footnotes) -> Iterator[Held]:
    """The newest reservation of each party on each of some topics; its own words before what others say of it."""
    for topic in dict.fromkeys(topics):
        for cell in matrix.cells:
            if cell.topic == topic:
                found = [s for s in cell.stands if s.position.stance in RESERVED]
                yield from (_held(stand, notes) for stand in sorted(found, key=lambda s: not s.own)[:1])


def _stands(matrix: Matrix) -> Iterator[Stand]:
    return (stand for cell in matrix.cells for stand in cell.stands)


def _meets(stand: Stand, wording: Wording) -> bool:
    a, b = stand.position.span, wording.provision.span
    same_topic = stand.position.topic == wording.provision.topic
    return stand.report == wording.report and same_topic and (a.contains(b) or b.contains(a))


def _held(stand: Stand, notes: Footnotes) -> Held:
    return Held(
        party=stand.position.party,
        topic=stand.position.topic,
        stance=stand.position.stance,
        own=stand.own,
        footnote=notes.at(stand.report, stand.position.span),
    )
