"""Statements of several reports as terms of texts: the same term once, with every account of it beside the others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from nonpaper.drafts.dating import doubtful_dates
from nonpaper.drafts.match import NEAR, alike, compatible, same_limit, same_term
from nonpaper.drafts.origins import origins_of_term, separate
from nonpaper.drafts.when import newest_first
from nonpaper.judgements import NONE, Corrections, pairs
from nonpaper.model.draft import Account, Consolidation, Dispute, Draft, Term, Wording
from nonpaper.model.reading import Reading

Statement = tuple[str, int]
Dates = dict[str, str | None]
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
    misdated = dict(doubtful_dates(readings))
    dates = {r.report.id: None if r.report.id in misdated else r.report.published for r in readings}
    drafts = sorted((_draft(name, inside[name], dates, decided) for name in inside), key=_newest_first)
    terms = _terms("", outside, decided, dates)
    questions = tuple(q for d in drafts for q in _questions(d.terms)) + tuple(_questions(terms))
    return Consolidation(drafts=tuple(drafts), outside=terms, questions=questions, misdated=misdated)


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


def _newest_first(draft: Draft) -> tuple[object, ...]:
    """The text that was reported last first, the one that no report names last."""
    return draft.name is None, *newest_first(draft.first_reported), draft.name or ""


def _draft(name: str, wordings: list[Wording], dates: Dates, decided: Decided) -> Draft:
    known = sorted(d for w in wordings if (d := dates[w.report]))
    return Draft(
        id=_hash("draft", name),
        name=name or None,
        terms=_terms(name, wordings, decided, dates),
        first_reported=known[0] if known else None,
    )


def _terms(name: str, wordings: list[Wording], decided: Decided, dates: Dates) -> tuple[Term, ...]:
    """Complete linkage, likest pairs first: groups unite only where each statement of one is the same as each other.

    O(n squared) likenesses and as many tries, n the statements of one text; the order of reports does not matter.
    """
    listed = sorted(wordings, key=lambda w: (dates[w.report] or "~", w.report, w.index))
    home = {i: [w] for i, w in enumerate(listed)}
    pairs = [(i, j) for i, j in combinations(range(len(listed)), 2) if _together(listed[i], listed[j], decided)]
    for i, j in sorted(pairs, key=lambda p: (-_like(listed[p[0]], listed[p[1]], decided), p)):
        left, right = home[i], home[j]
        if left is not right and all(_together(a, b, decided) for a in left for b in right):
            united = [w for at, w in enumerate(listed) if home[at] is left or home[at] is right]
            home.update({at: united for at, group in home.items() if group is left or group is right})
    groups = {id(g): g for g in home.values()}  # in the order of the first statement of each
    ordered = sorted(groups.values(), key=_number)
    return tuple(_term(name, g) for g in ordered)


def _like(left: Wording, right: Wording, decided: Decided) -> float:
    """How alike two statements are: a person's word first, then an equal value, then the words."""
    if _pair(left.report, left.index, right.report, right.index) in decided:
        return 300.0
    same = left.provision.value is not None and left.provision.value == right.provision.value
    return 100.0 * same + alike(left.quote, right.quote)


def _number(group: list[Wording]) -> tuple[int, str]:
    numbers = sorted(int(n) for w in group if (n := w.provision.number or "").isdecimal())
    return (numbers[0] if numbers else 10_000, "")


def _together(left: Wording, right: Wording, decided: Decided) -> bool:
    key = _pair(left.report, left.index, right.report, right.index)
    if key in decided:
        return decided[key]
    if left.report == right.report:
        return same_limit(left.provision, right.provision)
    return same_term((left.provision, left.quote), (right.provision, right.quote))


def _term(name: str, group: list[Wording]) -> Term:
    accounts: dict[str, list[Wording]] = defaultdict(list)
    for wording in group:
        accounts[(wording.provision.value or "").casefold()].append(wording)
    if len(accounts) > 1 and "" in accounts:
        accounts[next(v for v in sorted(accounts) if v)] += accounts.pop("")
    first = group[0]  # reported first: a later report that joins the group leaves the id as it is
    numbers = [w.provision.number for w in group if w.provision.number]
    return Term(
        id=_hash(name, first.report, str(first.index)),
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
