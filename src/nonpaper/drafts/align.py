"""Which terms of two drafts are about one matter: like words on one topic, else the only ones on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import msgspec

from nonpaper.drafts.match import LIMITS, NEAR, alike_all, same_limit
from nonpaper.model.comparison import AlignedBy
from nonpaper.model.draft import Term
from nonpaper.model.provision import Provision
from nonpaper.remembered import remembered

ALIGNED = 55
"""Share of common words (0..100), figures apart, from which terms of two drafts are put side by side."""
_FIGURES = re.compile(r"\d[\d.,]*")
Group = tuple[Term, ...]


class _Of(NamedTuple):
    """What of a term is compared: its wordings without figures and limits without the numbers of points, each once."""

    bare: tuple[str, ...]
    bound: frozenset[str]
    limits: tuple[Provision, ...]


class Row(NamedTuple):
    """Terms of one matter in the left and the right draft; `by` is None where one side has none."""

    left: Group
    right: Group
    by: AlignedBy | None


def align(left: Sequence[Term], right: Sequence[Term]) -> Iterator[Row]:
    """Each term in exactly one row. Swapping the drafts swaps the rows; the order of terms does not matter.

    Likest pairs first, a pair once taken is not taken again: O(n squared) likenesses, n the terms on one topic.
    """
    for topic in sorted({t.topic for t in (*left, *right)}):
        ours = _groups([t for t in left if t.topic == topic])
        theirs = _groups([t for t in right if t.topic == topic])
        for a, b in _likest(ours, theirs):
            if a in ours and b in theirs:
                ours.remove(a)
                theirs.remove(b)
                yield Row(a, b, "words")
        if len(ours) == len(theirs) == 1 and _may_be_one(ours[0], theirs[0]):
            yield Row(ours.pop(), theirs.pop(), "topic")
        yield from (Row(a, (), None) for a in ours)
        yield from (Row((), b, None) for b in theirs)


def _likest(left: Sequence[Group], right: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pairs that are like enough, likest first; ties in an order that does not know left from right."""
    ours, theirs = ([(group, _bound(group), _key(group)) for group in side] for side in (left, right))
    near = [
        (-score, sorted((one, other)), a, b)
        for a, bound, one in ours
        for b, also, other in theirs
        if _fits(bound, also) and (score := _likeness(a, b)) >= ALIGNED
    ]
    return [(a, b) for *_, a, b in sorted(near, key=itemgetter(0, 1))]


def _groups(terms: Sequence[Term]) -> list[Group]:
    """A term said to be dropped or left open goes with the likest one that is said to be in."""
    standing = sorted((t for t in terms if _status(t) == "in"), key=_words)
    groups = [[t] for t in standing]
    for term in sorted((t for t in terms if _status(t) != "in"), key=_words):
        near = [(-_likeness((term,), (t,)), at) for at, t in enumerate(standing) if _may_be_one((term,), (t,))]
        likest = min(near, default=(0.0, 0))
        if -likest[0] >= NEAR:
            groups[likest[1]].append(term)
        else:
            groups.append([term])
    return [tuple(g) for g in groups]


def _status(term: Term) -> str:
    return term.wordings[0].provision.text_status


def _may_be_one(left: Group, right: Group) -> bool:
    return _fits(_bound(left), _bound(right))


def _bound(group: Group) -> frozenset[str]:
    """Who is said to be bound."""
    return frozenset[str]().union(*(_of(t).bound for t in group))


def _fits(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Nobody is said to be bound in one of them, or somebody in both."""
    return not ours or not theirs or not ours.isdisjoint(theirs)


@remembered  # a new statement changes one term of many
def _likeness(left: Group, right: Group) -> float:
    """By words; two limits on one party's forces are one matter whatever the words."""
    limits = [[limit for t in side for limit in _of(t).limits] for side in (left, right)]
    if any(same_limit(a, b) for a in limits[0] for b in limits[1]):
        return 100.0
    there = [words for t in right for words in _of(t).bare]
    return max(map(max, alike_all([words for t in left for words in _of(t).bare], there)))


@remembered
def _of(term: Term) -> _Of:
    """New drafts deal out the numbers of points anew, so that limits are compared without them."""
    provisions = [w.provision for w in term.wordings]
    limits = {(p.obligor, p.modality, bool(p.value), p.presented_as, p.text_status): p for p in provisions}
    return _Of(
        bare=tuple(dict.fromkeys(_FIGURES.sub(" ", w.quote).casefold() for w in term.wordings)),
        bound=frozenset(n for p in provisions for n in p.obligor),
        limits=tuple(msgspec.structs.replace(p, number=None) for p in limits.values() if p.topic == LIMITS),
    )


def _key(group: Group) -> str:
    return min(_words(t) for t in group)


@remembered
def _words(term: Term) -> str:
    return min(f"{w.quote.casefold()} {w.report} {w.index}" for w in term.wordings)
