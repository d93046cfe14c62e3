"""Terms of several drafts beside one another: aligned where they treat of one thing, never put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from nonpaper.drafts.linkage import Link, groups
from nonpaper.drafts.relation import NEAR, likeness
from nonpaper.drafts.statement import Known, Statement, known_names, statement
from nonpaper.model.draft import Aligned, AlignedTerms, Draft, Term


def aligned(drafts: Sequence[Draft]) -> tuple[Aligned, ...]:
    """A row for each thing that the drafts treat of, a cell for each draft in the order given.

    Terms of two drafts stand in one row where topic and parties do not exclude it and the words are near, whatever
    amount, sense or place in the text each gives ("600,000"; "800,000 in peacetime"; "no limit"); the likest pair
    first, and at most one term of a draft in a row. A draft without a term in a row is "not reported" there: what no
    report mentions may still be in the text. O(squares of the terms on a topic).
    """
    terms = [(at, term) for at, draft in enumerate(drafts) for term in draft.terms]
    known = known_names([w for _, term in terms for w in term.wordings])
    by_topic: dict[str, list[int]] = defaultdict(list)
    for number, (_, term) in enumerate(terms):
        by_topic[term.topic].append(number)
    rows = [
        [terms[items[i]] for i in row] for items in by_topic.values() for row in _rows([terms[i] for i in items], known)
    ]
    return tuple(sorted((_aligned(drafts, row) for row in rows), key=_order))


def _rows(terms: Sequence[tuple[int, Term]], known: Known) -> list[list[int]]:
    """Terms of one topic that belong in one row."""
    told = [[_subject(statement(w, known)) for w in term.wordings] for _, term in terms]
    pairs = list(combinations(range(len(terms)), 2))
    one_draft = {(i, j) for i, j in pairs if terms[i][0] == terms[j][0]}
    likes = ((_likest(told[i], told[j]), i, j) for i, j in pairs if (i, j) not in one_draft)
    links: list[Link] = [link for link in likes if link[0] >= NEAR]
    return groups(len(terms), links, apart=one_draft)


def _subject(of: Statement) -> Statement:
    """A statement without what drafts may change: its amounts."""
    return of._replace(amounts=())


def _likest(left: Iterable[Statement], right: Sequence[Statement]) -> float:
    return max((likeness(a, b) for a in left for b in right if _comparable(a, b)), default=0.0)


def _comparable(a: Statement, b: Statement) -> bool:
    """Whether two statements of different drafts may treat of one thing: the same parties and places, or none named."""
    pairs = (a.obligor, b.obligor), (a.beneficiary, b.beneficiary), (a.names, b.names)
    ends = "lapses_if" in {a.modality, b.modality} and a.modality != b.modality
    return not ends and all(not x or not y or bool(x & y) for x, y in pairs)


def _aligned(drafts: Sequence[Draft], row: Sequence[tuple[int, Term]]) -> Aligned:
    return Aligned(
        topic=row[0][1].topic,
        cells=tuple(_cell(draft, [term for at, term in row if at == place]) for place, draft in enumerate(drafts)),
    )


def _cell(draft: Draft, terms: Sequence[Term]) -> AlignedTerms:
    return AlignedTerms(
        draft=draft.id, terms=tuple(t.id for t in terms), reported="reported" if terms else "not reported"
    )


def _order(row: Aligned) -> tuple[object, ...]:
    """What most drafts have first, then by topic."""
    return -sum(bool(c.terms) for c in row.cells), row.topic, *(c.terms for c in row.cells)
