"""Statements of several reports as terms of texts: the same term once, with every account of it beside the others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from nonpaper.drafts.match import NEAR, alike, compatible, same_term
from nonpaper.drafts.origins import origins_of_term, separate
from nonpaper.judgements import NONE, Corrections, pairs
from nonpaper.model.draft import Account, Consolidation, Dispute, Draft, Term, Wording
from nonpaper.model.reading import Reading

Statement = tuple[str, int]
Decided = dict[frozenset[Statement], bool]


def consolidate(readings: Sequence[Reading], corrections: Corrections = NONE) -> Consolidation:
    """All texts with their terms. The order of reports does not matter; unsure statements take no part.

    Statements are compared within one text and topic only: O(sum of squares of those groups).
    """
    ordered = sorted(readings, key=lambda r: (r.report.published or "~", r.report.id))
    wordings = [w for reading in ordered for w in _wordings(reading)]
    decided = _decided(readings, corrections)
    inside: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        if wording.provision.presented_as == "draft":
            inside[wording.provision.draft or ""].append(wording)
    outside = [w for w in wordings if w.provision.presented_as != "draft"]
    drafts = tuple(_draft(name, inside[name], readings, decided) for name in sorted(inside, key=lambda n: (not n, n)))
    terms = _terms("", outside, decided)
    questions = tuple(q for d in drafts for q in _questions(d.terms)) + tuple(_questions(terms))
    return Consolidation(drafts=drafts, outside=terms, questions=questions)


def _decided(readings: Sequence[Reading], corrections: Corrections) -> Decided:
    """What a person said of two statements, by unordered pair; a later word overrules an earlier one."""
    found, _ = pairs(readings, corrections)
    return {_pair(pair.left.report, pair.left.place, pair.right.report, pair.right.place): pair.same for pair in found}


def _pair(report: str, index: int, other: str, other_index: int) -> frozenset[Statement]:
    return frozenset({(report, index), (other, other_index)})


def _wordings(reading: Reading) -> list[Wording]:
    return [
        Wording(
            report=reading.report.id,
            index=index,
            quote=provision.span.quote(reading.text),
            provision=provision,
            origins=origins_of_term(reading, provision),
        )
        for index, provision in enumerate(reading.provisions)
        if not provision.unsure
    ]


def _draft(name: str, wordings: list[Wording], readings: Sequence[Reading], decided: Decided) -> Draft:
    dates = {r.report.id: r.report.published for r in readings}
    known = sorted(d for w in wordings if (d := dates[w.report]))
    return Draft(
        id=_hash("draft", name),
        name=name or None,
        terms=_terms(name, wordings, decided),
        first_reported=known[0] if known else None,
    )


def _terms(name: str, wordings: list[Wording], decided: Decided) -> tuple[Term, ...]:
    """Complete linkage: a statement joins a term only if it is the same as every statement in it."""
    groups: list[list[Wording]] = []
    for wording in sorted(wordings, key=lambda w: (w.report, w.index)):
        home = next((g for g in groups if all(_together(wording, other, decided) for other in g)), None)
        if home is None:
            groups.append([wording])
        else:
            home.append(wording)
    first = {id(g): i for i, g in enumerate(groups)}
    ordered = sorted(groups, key=lambda g: (_number(g), first[id(g)]))
    return tuple(_term(name, g) for g in ordered)


def _number(group: list[Wording]) -> tuple[int, str]:
    numbers = sorted(int(n) for w in group if (n := w.provision.number or "").isdecimal())
    return (numbers[0] if numbers else 10_000, "")


def _together(left: Wording, right: Wording, decided: Decided) -> bool:
    key = _pair(left.report, left.index, right.report, right.index)
    if key in decided:
        return decided[key]
    if left.report == right.report:
        return False
    return same_term((left.provision, left.quote), (right.provision, right.quote))


def _term(name: str, group: list[Wording]) -> Term:
    accounts: dict[str, list[Wording]] = defaultdict(list)
    for wording in group:
        accounts[(wording.provision.value or "").casefold()].append(wording)
    if len(accounts) > 1 and "" in accounts:
        accounts[next(v for v in sorted(accounts) if v)] += accounts.pop("")
    anchor = min(w.quote.casefold() for w in group)
    numbers = [w.provision.number for w in group if w.provision.number]
    return Term(
        id=_hash(name, group[0].provision.topic, anchor),
        topic=group[0].provision.topic,
        number=numbers[0] if numbers else None,
        accounts=tuple(
            Account(value=members[0].provision.value, wordings=tuple(members))
            for _, members in sorted(accounts.items())
        ),
        origins=separate(group),
    )


def _questions(terms: Sequence[Term]) -> list[Dispute]:
    """Pairs of terms that may be one: like words, but not plainly the same."""
    out = []
    for i, left in enumerate(terms):
        for right in terms[i + 1 :]:
            a, b = left.wordings[0], right.wordings[0]
            if (
                left.topic == right.topic
                and a.report != b.report
                and compatible(a.provision, b.provision)
                and alike(a.quote, b.quote) >= NEAR
            ):
                out.append(
                    Dispute(left=left.id, right=right.id, why="like words on one topic, not plainly the same term")
                )
    return out


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
