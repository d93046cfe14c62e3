"""What is absent: parties heard only through others, languages not read, topics nobody reports."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.model.draft import Term
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.material import Material, listed, many, named
from nonpaper.remembered import each
from nonpaper.reports.language import name_of

READ = ("en",)
"""Languages that terms and stances are read in; attributions in others are found now and then."""


def absent(of: Material) -> Iterator[str]:
    """One sentence for each kind of absence that these reports let one name."""
    yield from _parties(of)
    yield from _reports(of)
    known = {t.topic for d in of.together.drafts for t in d.terms}
    silent = [words.inside(words.topic(t)) for t in words.ASKED if t not in known]
    if silent:
        yield f"No report states a term on {listed(silent)}. Silence of the reports is not silence of the text."
    empty = [d.name for d in of.together.drafts if d.name and not d.terms]
    if empty:
        yield f"Named, but without a reported term: {listed(empty)}."


def _parties(of: Material) -> Iterator[str]:
    own = {c.party for c in of.matrix.cells if any(s.own for s in c.stands)}
    heard = [p for p in of.matrix.parties if p not in own]
    if heard:
        yield f"Heard only through others: {listed(heard)}."
    terms = tuple(t for d in of.together.drafts for t in d.terms)
    bound = frozenset[str]().union(*each("bound", terms, _bound))
    unheard = sorted(bound - set(of.matrix.parties))
    if unheard:
        yield f"Bound by a reported term, but no stance of theirs was read: {listed(unheard)}."


def _bound(term: Term) -> frozenset[str]:
    return frozenset(party for w in term.wordings for party in w.provision.obligor)


def _reports(of: Material) -> Iterator[str]:
    readings = [r for some in each("lacking", tuple(of.readings.values()), _lacking) for r in some]
    undated = [named(r) for r in readings if not r.report.published]
    if undated:
        yield f"{many(len(undated), 'report')} with no date that could be read: {listed(undated)}."
    wrong = [named(of.readings[r]) for r in of.together.misdated]
    if wrong:
        yield f"{many(len(wrong), 'report')} with a date that cannot be right, and counts for nothing: {listed(wrong)}."
    foreign = sorted(set(filter(None, map(_foreign, readings))))
    if foreign:
        yield f"Reports in languages whose terms are hardly read: {listed([name_of(code) for code in foreign])}."
    bare = [named(r) for r in readings if not (r.provisions or r.positions)]
    if bare:
        yield f"Read, but no term and no stance was found: {listed(bare)}."


def _lacking(reading: Reading) -> tuple[Reading, ...]:
    """A report of which something is absent; most are not."""
    found = reading.provisions or reading.positions
    return () if reading.report.published and found and not _foreign(reading) else (reading,)


def _foreign(reading: Reading) -> str:
    """The language of a report where terms in it are hardly read."""
    language = reading.report.language or ""
    return "" if language in READ else language
