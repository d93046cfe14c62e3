"""How terms, demands and stances are compared for the ledger: by stated rules, "unknown" where they do not decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from nonpaper.drafts.match import ALIKE, alike_at_all, alike_to, same_limit
from nonpaper.model.codes import TextStatus, Topic
from nonpaper.model.draft import Draft, Stand, Term
from nonpaper.model.ledger import Against, Evidence, Relation
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.positions.signs import sign

_NEGATION = re.compile(
    r"\b(?:no|not|never|without|none|neither|nor|ban|bans|prohibit\w*|refrain\w*)\b|n't\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d,.]*")


class Words:
    """The readings, to quote from."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {r.report.id: r for r in readings}

    def text(self, report: str) -> str:
        """The text that spans of a report are into."""
        return self._readings[report].text

    def evidence(self, report: str, span: Span, index: int, claim: int | None) -> Evidence:
        """The words of a span, with what is known of its report."""
        reading = self._readings[report]
        about = reading.report
        return Evidence(
            report=report,
            path=about.path,
            outlet=about.outlet,
            published=about.published,
            span=span,
            words=span.quote(reading.text),
            index=index,
            claim=claim,
        )


def evidence_of(words: Words, term: Term) -> tuple[Evidence, ...]:
    """Every wording of a term."""
    return tuple(words.evidence(w.report, w.provision.span, w.index, w.provision.claim) for w in term.wordings)


def said(words: Words, stand: Stand) -> Evidence:
    """The words of a stance."""
    return words.evidence(stand.report, stand.position.span, stand.index, stand.position.claim)


def against_draft(words: Words, term: Term, other: Draft) -> tuple[Against, tuple[Evidence, ...]]:
    """What another draft has of a term: the same (with the same figures or others), or nothing that was read.

    Unknown where the term is left open, or where one of the two is told without a figure.
    """
    same = [t for t in other.terms if _one_term(term, t)]
    if not same:
        return "new", ()
    mine, theirs = _figures([term]), _figures(same)
    beside = tuple(e for t in same for e in evidence_of(words, t))
    if has_status(term, "open"):
        return "unknown", beside
    if has_status(term, "dropped"):
        return "dropped", beside
    if bool(mine) != bool(theirs):  # one of the two is told without its figure
        return "unknown", beside
    return ("kept" if mine == theirs else "changed"), beside


def has_status(term: Term, status: TextStatus) -> bool:
    """Whether a report says of a term that it is in the text, dropped from it or left open."""
    return any(w.provision.text_status == status for w in term.wordings)


def _one_term(term: Term, other: Term) -> bool:
    if term.topic != other.topic:
        return False
    if alike_at_all(_quotes(term), _quotes(other), ALIKE):
        return True
    return any(same_limit(a.provision, b.provision) for a in term.wordings for b in other.wordings)


def _quotes(term: Term) -> tuple[str, ...]:
    """Each wording once, however many reports have it."""
    return tuple(dict.fromkeys(w.quote.casefold() for w in term.wordings))


def _figures(terms: Iterable[Term]) -> set[str]:
    return {(w.provision.value or "").casefold() for t in terms for w in t.wordings} - {""}


def against_party(words: Words, own: Sequence[Stand], topic: Topic) -> tuple[Against, tuple[Evidence, ...]]:
    """What a party has itself said on the topic of a term; never read as a stance on the clause."""
    here = [s for s in own if s.position.topic == topic]
    signs = {sign(s.position.stance) for s in here} - {0}
    if not here:
        return "nothing_read", ()
    says: Against = "mixed" if len(signs) > 1 else "said_yes" if 1 in signs else "said_no" if -1 in signs else "unknown"
    return says, tuple(said(words, s) for s in here)


def related(stand: Stand, text: Draft) -> tuple[Relation, tuple[str, ...]]:
    """What a draft makes of a demand, where that is plain from the words: see `ledger.METHODS`."""
    here = dict.fromkeys(
        (t.id, w.quote, w.provision.text_status)
        for t in text.terms
        if t.topic == stand.position.topic
        for w in t.wordings
    )
    quotes = tuple(dict.fromkeys(quote for _, quote, _ in here))
    near = {q for q, like in zip(quotes, alike_to(stand.quote, quotes), strict=True) if like >= ALIKE}
    terms = tuple(dict.fromkeys(term for term, quote, _ in here if quote in near))
    verdicts = {_relation(stand.quote, quote, status) for _, quote, status in here if quote in near}
    return (verdicts.pop() if len(verdicts) == 1 else "unknown"), terms


def _relation(demand: str, wording: str, status: str) -> Relation:
    if status == "open":
        return "unknown"
    same_sense = _denies(demand) == _denies(wording)
    here, there = _numbers(demand), _numbers(wording)
    same_figures = here == there or not here or not there
    if status == "dropped":
        return "crosses" if same_sense and same_figures else "unknown"
    if same_sense and same_figures:
        return "meets" if here == there or not here else "unknown"
    return "crosses" if same_sense != same_figures else "unknown"


@lru_cache(maxsize=65536)
def _denies(words: str) -> bool:
    return bool(_NEGATION.search(words))


@lru_cache(maxsize=65536)
def _numbers(words: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(words))
