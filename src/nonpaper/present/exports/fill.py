"""Rows of what single reports say, from readings and what was put together of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nonpaper.model.codes import Topic
from nonpaper.model.coding import ProposedCode
from nonpaper.model.draft import Consolidation, Term
from nonpaper.model.judgement import Reviewed
from nonpaper.model.reading import Reading
from nonpaper.model.span import Pieces, hull
from nonpaper.present.exports.basis import Basis, moment
from nonpaper.present.exports.rows import ClaimRow, CodeRow, PositionRow, ProvisionRow, ReportRow
from nonpaper.present.ids import claim_anchor, draft_anchor, stance_anchor, term_anchor, wording_anchor

Place = tuple[str | None, Term]
Placed = dict[tuple[str, int], Place]


def reports(of: Basis) -> Iterator[ReportRow]:
    """One row a report."""
    for reading in of.readings:
        about = reading.report
        doubt = of.together.misdated.get(about.id)
        yield ReportRow(
            report=about.id,
            outlet=about.outlet,
            title=about.title,
            published=about.published,
            published_on=of.days[about.id],
            published_at=None if doubt else moment(about.published),
            date_doubt=doubt.what if doubt else None,
            language=about.language,
            url=about.url,
            path=about.path,
            origins=reading.origins,
            characters=len(reading.text),
        )


def claims(of: Basis) -> Iterator[ClaimRow]:
    """One row an attribution, reports in order."""
    return (row for reading in of.readings for row in _claims(reading, of.days[reading.report.id]))


def _claims(reading: Reading, day: date | None) -> Iterator[ClaimRow]:
    for index, item in enumerate(reading.claims):
        if not item.content:
            continue
        span = hull(item.content)
        yield ClaimRow(
            claim=claim_anchor(reading.report.id, index),
            report=reading.report.id,
            published_on=day,
            start=span.start,
            end=span.end,
            words=span.quote(reading.text),
            source=_joined(item.source, reading.text),
            resolved=_joined(item.resolved, reading.text),
            cue=_joined(item.cue, reading.text),
            kind=item.kind,
            party=item.party,
            via=item.via,
            act=item.act,
            manner=item.manner,
            mood=item.mood,
            hedged=item.hedged,
            denied=item.denied,
            unsure=item.unsure,
            doubts=item.doubts,
            checked_by=_by(item.reviewed),
        )


def provisions(of: Basis) -> Iterator[ProvisionRow]:
    """One row a statement of a provision, reports in order."""
    placed = _placed(of.together)
    return (row for reading in of.readings for row in _provisions(reading, placed, of.days[reading.report.id]))


def _placed(together: Consolidation) -> Placed:
    """The text and the term that each statement belongs to; unsure statements belong to none."""
    terms: Iterator[Place] = ((d.id, t) for d in together.drafts for t in d.terms)
    outside: Iterator[Place] = ((None, t) for t in together.outside)
    return {(w.report, w.index): place for row in (terms, outside) for place in row for w in place[1].wordings}


def _provisions(reading: Reading, placed: Placed, day: date | None) -> Iterator[ProvisionRow]:
    report = reading.report.id
    for index, item in enumerate(reading.provisions):
        draft, term = placed.get((report, index), (None, None))
        origins = [w.origins for w in term.wordings if (w.report, w.index) == (report, index)] if term else []
        yield ProvisionRow(
            provision=wording_anchor(report, index),
            report=report,
            published_on=day,
            start=item.span.start,
            end=item.span.end,
            words=item.span.quote(reading.text),
            draft=item.draft,
            draft_id=draft_anchor(draft) if draft else None,
            term=term_anchor(term.id) if term else None,
            number=item.number,
            topic=item.topic,
            presented_as=item.presented_as,
            text_status=item.text_status if item.presented_as == "draft" else None,
            status=item.status,
            modality=item.modality,
            obligor=item.obligor,
            beneficiary=item.beneficiary,
            value=item.value,
            deadline=item.deadline,
            verifier=item.verifier,
            conditions=tuple(c.span.quote(reading.text) for c in item.conditions),
            origins=origins[0] if origins else (),
            claim=_claim(reading, item.claim),
            unsure=item.unsure,
            doubts=item.doubts,
            checked_by=_by(item.reviewed),
        )


def positions(of: Basis) -> Iterator[PositionRow]:
    """One row a stance, reports in order."""
    differ = {(cell.party, cell.topic): cell.contested for cell in of.matrix.cells}
    return (row for reading in of.readings for row in _positions(reading, differ, of.days[reading.report.id]))


def _positions(reading: Reading, differ: dict[tuple[str, Topic], bool], day: date | None) -> Iterator[PositionRow]:
    report = reading.report.id
    for index, item in enumerate(reading.positions):
        yield PositionRow(
            position=stance_anchor(report, index),
            report=report,
            published_on=day,
            start=item.span.start,
            end=item.span.end,
            words=item.span.quote(reading.text),
            party=item.party,
            speaker=item.speaker,
            topic=item.topic,
            stance=item.stance,
            basis=item.basis,
            contested=None if item.unsure else differ.get((item.party, item.topic)),
            conditions=tuple(c.span.quote(reading.text) for c in item.conditions),
            claim=_claim(reading, item.claim),
            unsure=item.unsure,
            doubts=item.doubts,
            checked_by=_by(item.reviewed),
        )


def code_row(reading: Reading, index: int, code: ProposedCode) -> CodeRow:
    """One proposed code for the statement at `index`, with the words that speak for it."""
    return CodeRow(
        provision=wording_anchor(reading.report.id, index),
        report=reading.report.id,
        vocabulary=code.vocabulary,
        code=code.code,
        name=code.name,
        rule=code.rule,
        start=code.span.start,
        end=code.span.end,
        words=code.span.quote(reading.text),
    )


def _joined(pieces: Pieces, text: str) -> str:
    return " … ".join(p.quote(text) for p in pieces)


def _claim(reading: Reading, index: int | None) -> str | None:
    return None if index is None else claim_anchor(reading.report.id, index)


def _by(reviewed: Reviewed | None) -> str | None:
    return reviewed.by if reviewed else None
