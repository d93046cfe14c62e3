"""How terms, demands and stances are compared for the ledger: by stated rules, "unknown" where they do not decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from nonpaper.drafts.match import LIMITS, Alike, same_limit
from nonpaper.model.codes import TextStatus, Topic
from nonpaper.model.draft import Stand, Term
from nonpaper.model.ledger import Against, Evidence, Relation
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.positions.signs import sign
from nonpaper.remembered import lasting, remembered

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


def against_draft(words: Words, term: Term, same: Sequence[Term]) -> tuple[Against, tuple[Evidence, ...]]:
    """What the terms of another draft that are one with a term make of it: the same, with the same figures or others.

    Unknown where the term is left open, or where one of the two is told without a figure.
    """
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


def same_terms(topic: Topic, terms: Sequence[Term], others: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """Of each of a draft's terms on a topic those of another draft's that are one with it, by words or as a limit."""
    at: dict[str, list[int]] = {}
    for place, other in enumerate(others):
        for quote in other.quotes:
            at.setdefault(quote, []).append(place)
    quotes = [term.quotes for term in terms]
    near = iter(lasting(_Compared).of[topic].among(tuple(chain(*quotes)), tuple(at)))
    for term, mine in zip(terms, quotes, strict=True):
        found = {place for like in islice(near, len(mine)) for quote in like for place in at[quote]}
        if topic == LIMITS:
            found |= {place for place, other in enumerate(others) if _one_limit(term, other)}
        yield tuple(others[place] for place in sorted(found))


@remembered  # a new statement changes one term of many
def _one_limit(term: Term, other: Term) -> bool:
    return any(same_limit(a.provision, b.provision) for a in term.wordings for b in other.wordings)


def _figures(terms: Iterable[Term]) -> set[str]:
    return {(w.provision.value or "").casefold() for t in terms for w in t.wordings} - {""}


def against_party(words: Words, here: Sequence[Stand]) -> tuple[Against, tuple[Evidence, ...]]:
    """What a party has itself said on the topic of a term; never read as a stance on the clause."""
    signs = {sign(s.position.stance) for s in here} - {0}
    if not here:
        return "nothing_read", ()
    says: Against = "mixed" if len(signs) > 1 else "said_yes" if 1 in signs else "said_no" if -1 in signs else "unknown"
    return says, tuple(said(words, s) for s in here)


class _Compared:
    """Demands and what drafts say, and what one draft and another say, by topic."""

    def __init__(self) -> None:
        self.of: defaultdict[str, Alike] = defaultdict(Alike)


def related(topic: Topic, demands: Sequence[str], terms: Sequence[Term]) -> list[tuple[Relation, tuple[str, ...]]]:
    """What a draft's terms on the topic make of each demand, where that is plain from the words: `ledger.METHODS`."""
    here = dict.fromkeys((t.id, w.quote, w.provision.text_status) for t in terms for w in t.wordings)
    at: dict[str, list[tuple[int, tuple[str, str, str]]]] = {}
    for place, told in enumerate(here):
        at.setdefault(told[1], []).append((place, told))
    found: dict[str, tuple[Relation, tuple[str, ...]]] = {}
    some = tuple(dict.fromkeys(demands))  # reports share words
    for demand, near in zip(some, lasting(_Compared).of[topic].among(some, tuple(at)), strict=True):
        like = [told for _, told in sorted(told for quote in near for told in at[quote])]
        verdicts = {_relation(demand, quote, status) for _, quote, status in like}
        relation = verdicts.pop() if len(verdicts) == 1 else "unknown"
        found[demand] = relation, tuple(dict.fromkeys(term for term, *_ in like))
    return [found[demand] for demand in demands]


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
