"""How well everything is known: copies tied to what they copy, terms to their origins, parties to how heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from nonpaper.drafts.circles import circles, circular
from nonpaper.drafts.copying import by_report, carried, early_copies
from nonpaper.drafts.credibility import credibility
from nonpaper.drafts.heard import heard
from nonpaper.drafts.standing import denied_of_texts, standing
from nonpaper.drafts.support import support
from nonpaper.judgements import Confirmed, Copied
from nonpaper.model.copy import Copy
from nonpaper.model.credibility import Credibility, Reliability
from nonpaper.model.draft import Consolidation, Draft, Term
from nonpaper.model.known import Carried, Known
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Standing
from nonpaper.model.support import Support
from nonpaper.remembered import each, once
from nonpaper.reports.copies import Published, find_copies


def how_known(
    readings: Sequence[Reading],
    together: Consolidation,
    *,
    judged: Sequence[Copied] = (),
    confirmed: Sequence[Confirmed] = (),
    reliability: Mapping[str, Reliability] | None = None,
) -> Known:
    """Everything about how well things are known. The order of reports does not matter.

    `judged` are the copies and `confirmed` the statements that a person named, `reliability` the letters that a person
    set, by outlet.
    """
    by_id = {r.report.id: r for r in sorted(readings, key=lambda r: r.report.id)}
    terms = [*(t for d in together.drafts for t in d.terms), *together.outside]
    found = carried(by_id, copies(readings), together.misdated, judged)
    rings = circles(tuple(by_id.values()))
    ties, letters = by_report(found), tuple(sorted((reliability or {}).items()))
    texts = [*together.drafts, Draft(id="", name=None, terms=together.outside)]
    topics = [of for text in texts for of in text.by_topic().values()]
    rows = [
        (of, tuple([ties.get(r) for t in of for r in t.reports]), tuple([_words(t, confirmed) for t in of]))
        for of in topics
    ]
    made = dict(chain.from_iterable(each("known", rows, lambda row: _known(by_id, *row, letters), (letters,))))
    known = {t.id: made[t.id] for t in terms}
    return Known(
        support={name: of.support for name, of in known.items()},
        standing={name: of.standing for name, of in known.items()},
        credibility={name: of.credibility for name, of in known.items()},
        copies=found,
        circles=rings,
        heard=heard(tuple(by_id.values()), found),
        denied=denied_of_texts(by_id),
        findings=(
            *circular(rings),
            *early_copies(by_id, found),
            *(together.misdated[r] for r in sorted(together.misdated)),
        ),
    )


class _KnownTerm(NamedTuple):
    """How well one term is known."""

    support: Support
    standing: Standing
    credibility: tuple[Credibility, ...]


Ties = tuple[Carried, ...]
Letters = tuple[tuple[str, Reliability], ...]


def _known(
    readings: Mapping[str, Reading],
    terms: tuple[Term, ...],
    ties: tuple[Ties | None, ...],
    words: tuple[str, ...],
    letters: Letters,
) -> list[tuple[str, _KnownTerm]]:
    """The terms on one topic, by id. `ties` are the copies that each report of each is one of, `words` as confirmed."""
    left, found = iter(ties), []
    for term, said in zip(terms, words, strict=True):
        tied = tuple(islice(left, len(term.reports)))
        of = once("known term", (term, tied, said, letters), partial(_term, readings, term, tied, said, letters))
        found.append((term.id, of))
    return found


def _term(
    readings: Mapping[str, Reading], term: Term, tied: tuple[Ties | None, ...], confirmed: str, letters: Letters
) -> _KnownTerm:
    """From its statements and the copies that its reports are one of: which readings bear on it follows from both."""
    found = support(term, readings, {r: of for r, of in zip(term.reports, tied, strict=True) if of})
    words = {term.id: confirmed} if confirmed else {}
    return _KnownTerm(
        found,
        standing(term, readings),
        credibility(term, found, readings, confirmed=words, reliability=dict(letters)),
    )


def _words(term: Term, confirmed: Sequence[Confirmed]) -> str:
    """Who calls a term confirmed, when and why; empty where nobody does."""
    if not confirmed:
        return ""
    refs = {(w.report, w.index) for w in term.wordings}
    return "; ".join(c.said for c in confirmed if (c.report, c.place) in refs)


def copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The pairs of readings that copy one another."""
    return find_copies(each("published", readings, _published))


def _published(reading: Reading) -> Published:
    return Published(id=reading.report.id, text=reading.text, language=reading.report.language)
