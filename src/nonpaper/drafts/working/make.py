"""A working text from the terms of one draft: brackets only where a report says negotiators left something open."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.drafts.working.footnotes import Footnotes
from nonpaper.drafts.working.holders import on_topics, on_words
from nonpaper.drafts.working.records import Alternative, Line, Version, WorkingText
from nonpaper.model.codes import TextStatus
from nonpaper.model.draft import Account, Draft, Matrix, Term, Wording
from nonpaper.model.reading import Reading


def working_text(draft: Draft, readings: Sequence[Reading], matrix: Matrix) -> WorkingText:
    """The working text of one draft. Demands, proposals and other drafts take no part: they are in no term of `draft`.

    Terms stand by their numbers, those without one after them. O(terms squared) for alternatives.
    """
    notes = Footnotes(readings)
    terms = sorted(draft.terms, key=_place)
    groups = sorted([*_closed(terms), *_open(terms)], key=lambda group: _place(group[0]))
    lines = tuple(_line(group, notes, matrix, bracketed=_status(group[0]) == "open") for group in groups)
    dropped = tuple(_line([t], notes, matrix, bracketed=False) for t in terms if _status(t) == "dropped")
    held = tuple(on_topics(matrix, [t.topic for t in terms], notes))
    return WorkingText(
        draft=draft.name or "",
        first_reported=draft.first_reported,
        lines=lines,
        dropped=dropped,
        on_topics=held,
        footnotes=notes.listed(),
    )


def _status(term: Term) -> TextStatus:
    """All wordings of a term have one: others are other terms."""
    return term.wordings[0].provision.text_status


def _closed(terms: Sequence[Term]) -> list[list[Term]]:
    return [[term] for term in terms if _status(term) == "in"]


def _open(terms: Sequence[Term]) -> list[list[Term]]:
    """Open terms; those that one report states beside one another on one topic are alternatives of one line."""
    groups: list[list[Term]] = []
    for term in (t for t in terms if _status(t) == "open"):
        home = next((group for group in groups if all(_alternatives(other, term) for other in group)), None)
        if home is None:
            groups.append([term])
        else:
            home.append(term)
    return groups


def _alternatives(left: Term, right: Term) -> bool:
    """Whether one report gives both as open on one topic, under one number where it gives numbers."""
    one_report = {w.report for w in left.wordings} & {w.report for w in right.wordings}
    return bool(one_report) and left.topic == right.topic and left.number == right.number


def _line(terms: Sequence[Term], notes: Footnotes, matrix: Matrix, *, bracketed: bool) -> Line:
    """A line with an alternative for each term."""
    parts = [part for term in terms for part in (_apart(term) if bracketed else [term.accounts])]
    return Line(
        number=terms[0].number,
        topic=terms[0].topic,
        open=bracketed,
        alternatives=tuple(_alternative(part, notes, matrix) for part in parts),
    )


def _apart(term: Term) -> list[tuple[Account, ...]]:
    """The accounts of an open term: alternatives where one report gives several, else accounts of one thing."""
    reports = [w.report for account in term.accounts for w in account.wordings[:1]]
    several = len(set(reports)) < len(reports)
    return [(account,) for account in term.accounts] if several else [term.accounts]


def _alternative(accounts: Sequence[Account], notes: Footnotes, matrix: Matrix) -> Alternative:
    return Alternative(
        versions=tuple(_version(account.wordings, notes) for account in accounts),
        held=tuple(on_words(matrix, [w for account in accounts for w in account.wordings], notes)),
    )


def _version(wordings: Sequence[Wording], notes: Footnotes) -> Version:
    cited = [notes.at(w.report, w.provision.span, w.provision.status) for w in wordings]
    return Version(words=wordings[0].quote, footnotes=tuple(dict.fromkeys(cited)))


def _place(term: Term) -> tuple[int, int, str]:
    """Sort key: plain numbers first, then other marks, then what has none; a stable sort keeps the rest as it was."""
    number = term.number
    if number is None:
        return (2, 0, "")
    return (0, int(number), "") if number.isascii() and number.isdecimal() and len(number) < 9 else (1, 0, number)
