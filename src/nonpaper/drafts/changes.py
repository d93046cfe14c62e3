"""What reports show to be the same, to differ or to stand in one draft alone. Silence is never a deletion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from rapidfuzz.fuzz import token_sort_ratio

from nonpaper.drafts.align import Group, Row, align
from nonpaper.drafts.evidence import evidence, evidence_order
from nonpaper.model.comparison import Change, ChangeKind, Comparison, Detail, Passage
from nonpaper.model.draft import Draft
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.remembered import once

SAME = 90
"""Likeness in full (0..100, order of words apart) from which two wordings say one thing in the same words."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ ,.’'](?=\d{3}\b)")


def compare(left: Draft, right: Draft, readings: Mapping[str, Reading]) -> Comparison:
    """The two drafts matter by matter, in the order of topics. Swapping them swaps the sides and nothing else.

    `readings` are by report id and hold every report that the drafts' wordings name. O(terms squared) a topic.
    """
    names = left.name or "unknown", right.name or "unknown"
    ours, theirs = left.by_topic(), right.by_topic()
    changes = [
        change
        for topic in sorted({*ours, *theirs})
        for change in _on_topic(ours.get(topic, ()), theirs.get(topic, ()), names, readings)
    ]
    return Comparison(
        left=names[0],
        right=names[1],
        of_reports="reports" in (left.known_from, right.known_from),
        changes=tuple(sorted(changes, key=_order)),
    )


def _on_topic(left: Group, right: Group, names: tuple[str, str], readings: Mapping[str, Reading]) -> tuple[Change, ...]:
    return once(
        "changes.topic",
        (left, right, names),
        lambda: tuple(_change(row, names, readings) for row in align(left, right)),
    )


def _order(change: Change) -> tuple[object, ...]:
    first = min(evidence_order(p.evidence) for p in (*change.left, *change.right))
    return change.topic, first


def _change(row: Row, names: tuple[str, str], readings: Mapping[str, Reading]) -> Change:
    ours, theirs = _values(row.left), _values(row.right)
    details = tuple(_details(row, readings))
    return Change(
        kind=_kind(row, ours, theirs, details),
        topic=(*row.left, *row.right)[0].topic,
        left=_passages(row.left, readings),
        right=_passages(row.right, readings),
        left_values=ours,
        right_values=theirs,
        sides=tuple(n for n, g in zip(names, (row.left, row.right), strict=True) if _statuses(g) - {"in"}),
        aligned_by=row.by,
        details=details,
    )


def _kind(row: Row, ours: tuple[str, ...], theirs: tuple[str, ...], details: tuple[Detail, ...]) -> ChangeKind:
    """What is said to be dropped or left open comes first, then silence, then values, then words."""
    said = [_statuses(row.left), _statuses(row.right)]
    if any(len(s) > 1 for s in said):
        return "reports_differ"
    if any("dropped" in s for s in said):
        return "dropped"
    if any("open" in s for s in said):
        return "left_open"
    if not row.right:
        return "only_left"
    if not row.left:
        return "only_right"
    a, b = set(map(_plain, ours)), set(map(_plain, theirs))
    if a and b and not a & b:
        return "value_changed"
    if len(a) > 1 or len(b) > 1:
        return "reports_differ"
    if a != b:
        return "value_one_side"
    return "same" if not details and _same_words(row) else "reworded"


def _statuses(group: Group) -> set[str]:
    return {w.provision.text_status for t in group for w in t.wordings}


def _values(group: Group) -> tuple[str, ...]:
    """The values that reports give, of terms said to be in the draft."""
    said = {a.value for t in group for a in t.accounts if a.value and a.wordings[0].provision.text_status == "in"}
    return tuple(sorted(said))


def _plain(value: str) -> str:
    """A value without marks between its digits.

    >>> _plain("600,000 Troops") == _plain("600 000 troops")
    True
    """
    return " ".join(_BETWEEN_DIGITS.sub("", value).casefold().split())


def _same_words(row: Row) -> bool:
    ours, theirs = ({w.quote.casefold() for t in g for w in t.wordings} for g in (row.left, row.right))
    return any(token_sort_ratio(a, b) >= SAME for a in ours for b in theirs)


def _details(row: Row, readings: Mapping[str, Reading]) -> Iterator[Detail]:
    """Where both sides speak and no report of the one agrees with any of the other; of conditions, where one speaks."""
    respects: tuple[tuple[str, Callable[[Provision], tuple[str, ...]]], ...] = (
        ("who is bound", lambda p: tuple(sorted(p.obligor))),
        ("how firmly", lambda p: (p.modality,) if p.modality else ()),
        ("by when", lambda p: (p.deadline,) if p.deadline else ()),
        ("who verifies", lambda p: tuple(sorted(p.verifier))),
    )
    if not row.left or not row.right:
        return
    for respect, of in respects:
        a, b = ({s for t in g for w in t.wordings if (s := of(w.provision))} for g in (row.left, row.right))
        if a and b and not a & b:
            yield Detail(respect=respect, left=_listed(a), right=_listed(b))
    tied = [_conditions(g, readings) for g in (row.left, row.right)]
    if {c.casefold() for c in tied[0]} != {c.casefold() for c in tied[1]}:
        yield Detail(respect="on what it hangs", left="; ".join(tied[0]), right="; ".join(tied[1]))


def _listed(said: set[tuple[str, ...]]) -> str:
    return " / ".join(sorted(", ".join(s) for s in said))


def _conditions(group: Group, readings: Mapping[str, Reading]) -> list[str]:
    wordings = [w for t in group for w in t.wordings]
    return sorted({c.span.quote(readings[w.report].text) for w in wordings for c in w.provision.conditions})


def _passages(group: Group, readings: Mapping[str, Reading]) -> tuple[Passage, ...]:
    made = [
        Passage(
            term=term.id,
            number=w.provision.number,
            value=w.provision.value,
            text_status=w.provision.text_status,
            evidence=evidence(readings[w.report], w.provision.span),
        )
        for term in group
        for w in term.wordings
    ]
    return tuple(sorted(made, key=lambda p: evidence_order(p.evidence)))
