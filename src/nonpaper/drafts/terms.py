"""The statements of one text as its terms, topic by topic."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from nonpaper.drafts.accounts import accounts
from nonpaper.drafts.groups import grouped
from nonpaper.drafts.relations import Relations, Said
from nonpaper.drafts.statement import Names, NamesIn, SomeNames
from nonpaper.model.draft import Dispute, Narrower, Term, Wording
from nonpaper.remembered import remembered


class Terms(NamedTuple):
    """The terms of one text, those that may be one, and those of which one lies inside the other."""

    terms: tuple[Term, ...]
    questions: tuple[Dispute, ...]
    narrower: tuple[Narrower, ...]


@remembered  # in an open dossier a text that no new report tells of is put together once
def terms_of(name: str, listed: tuple[Wording, ...], said: tuple[Said, ...]) -> Terms:
    """Those of each topic, in the order of their numbers and of their first statements."""
    if not listed:
        return Terms((), (), ())
    names, topics = NamesIn(name, listed), _topics(listed, said)
    stated = [tuple([listed[at] for at in places]) for places in topics]
    made = [_of_topic(name, of, _about(said, of), names.of(places)) for of, places in zip(stated, topics, strict=True)]
    rows = [
        (number, places[first], term)
        for each, places in zip(made, topics, strict=True)
        for number, first, term in each.rows
    ]
    rows.sort(key=itemgetter(0, 1))
    at = {term.id: n for n, (*_, term) in enumerate(rows)}
    return Terms(
        tuple([term for *_, term in rows]),
        tuple(sorted((q for each in made for q in each.questions), key=lambda q: (at[q.left], at[q.right]))),
        tuple(sorted((n for each in made for n in each.narrower), key=lambda n: sorted((at[n.narrow], at[n.wide])))),
    )


def _topics(listed: Sequence[Wording], said: Sequence[Said]) -> list[list[int]]:
    """The places of the statements of each topic; topics that a person's word on two statements ties are one."""
    topics = [w.provision.topic for w in listed]
    of = {(w.report, w.index): topic for w, topic in zip(listed, topics, strict=True)} if said else {}
    home = grouped(set(topics), [(of[one], of[other]) for one, other, _ in said])
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, topic in enumerate(topics):
        found[home[topic]].append(at)
    return list(found.values())


def _about(said: Sequence[Said], listed: Sequence[Wording]) -> tuple[Said, ...]:
    """What a person said of pairs among these statements."""
    here = {(w.report, w.index) for w in listed} if said else set()
    return tuple(sorted(s for s in said if s[0] in here))


class _OfTopic(NamedTuple):
    """The terms of one text on one topic, each after its number and the place of its first statement in the topic.

    The pairs are as in `Terms`.
    """

    rows: tuple[tuple[int, int, Term], ...]
    questions: tuple[Dispute, ...]
    narrower: tuple[Narrower, ...]


@remembered  # and of the others what no new report speaks of
def _of_topic(name: str, listed: tuple[Wording, ...], said: tuple[Said, ...], names: SomeNames) -> _OfTopic:
    """The terms of one text on one topic, of its statements oldest first."""
    related = Relations(listed, said, Names(*map(frozenset, names)))
    made = related.groups()
    stated = [(group[0], tuple([listed[i] for i in group])) for group in made]
    rows = tuple([(_number(of), first, _term(name, of)) for first, of in stated])
    questions: list[Dispute] = []
    narrower: list[Narrower] = []
    for left, right, kin in related.kin(made):
        ids = rows[left][2].id, rows[right][2].id
        if kin.kind == "unsure":
            questions.append(Dispute(left=ids[0], right=ids[1], why=kin.why))
        else:
            narrow, wide = ids if kin.kind == "narrower" else ids[::-1]
            narrower.append(Narrower(narrow=narrow, wide=wide, why=kin.why))
    return _OfTopic(rows, tuple(questions), tuple(narrower))


def _number(group: Sequence[Wording]) -> int:
    """The least number of a point; of none one that comes after all others."""
    return min((int(n) for w in group if (n := w.provision.number or "").isdecimal()), default=10_000)


@remembered
def _term(name: str, group: tuple[Wording, ...]) -> Term:
    first = group[0]  # reported first: a later report that joins the group leaves the id as it is
    numbers = [w.provision.number for w in group if w.provision.number]
    return Term(
        id=short_hash(name, first.report, str(first.index)),
        topic=group[0].provision.topic,
        number=numbers[0] if numbers else None,
        accounts=accounts(group),
    )


def short_hash(*parts: str) -> str:
    """Ten hexadecimal digits that stand for words in an order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
