"""The ledger of one draft from the reporting: no totals, no score; what is not known is counted as unknown.

It compares by stated rules only, prefers "unknown" to a guess, and treats every party alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import chain

from nonpaper.analysis.comparing import (
    Words,
    against_draft,
    against_party,
    evidence_of,
    has_status,
    related,
    said,
    same_terms,
)
from nonpaper.drafts.people import parties_among
from nonpaper.drafts.when import moment
from nonpaper.errors import ReportError
from nonpaper.model.codes import Stance, Topic
from nonpaper.model.draft import Cell, Consolidation, Draft, Matrix, Stand, Term
from nonpaper.model.ledger import Against, Duty, Evidence, Ledger, Relation, Side, Stated, TopicEntry
from nonpaper.model.reading import Reading
from nonpaper.positions.signs import YES
from nonpaper.remembered import each, once, remembered

OBJECTIONS: frozenset[Stance] = frozenset(
    {"rejects", "red_line", "criticises", "amends", "reserves", "accepts_if", "offers_if", "threatens"}
)
Terms = tuple[Term, ...]
Stands = tuple[Stand, ...]
FACTS = "facts"
PREVIOUS = "previous"
METHODS = {
    "duties": "one a term of the draft, as put together from the reports; dropped terms are said to be dropped, "
    "open ones to be left open",
    "demands": "met where a term of the draft on the topic has like words and the same sense; crossed where such a "
    "term has other figures, the opposite modality, or was dropped; unknown in every other case",
    "objections": "stances on the topic, not on a clause; what would meet them in the words of the same statement",
    "sides": "topics, never counts: a clause cut in two, or a demand more, changes no headline",
}


def ledger(
    readings: Sequence[Reading],
    together: Consolidation,
    matrix: Matrix,
    *,
    draft: str | None = None,
    baseline: str = FACTS,
) -> Ledger:
    """The ledger of a draft (by name; else the one reported last) against a baseline.

    `baseline` is "facts" (what holds today, which reports mostly do not say), "previous" (the draft first reported
    before it) or the name of a party (its own stated position). ReportError where there is no such draft or baseline.
    """
    words = Words(readings)
    text = the_draft(together, draft)
    earlier = _earlier(together, text) if baseline == PREVIOUS else None
    if baseline not in {FACTS, PREVIOUS} and baseline not in matrix.parties:
        listed = ", ".join(matrix.parties) or "none"
        raise ReportError(
            f'there is no baseline "{baseline}"', where="--against", remedy=f"use facts, previous or a party: {listed}"
        )
    cells: dict[Topic, list[Cell]] = {}
    for cell in matrix.cells:
        cells.setdefault(cell.topic, []).append(cell)
    terms, before = text.by_topic(), earlier.by_topic() if earlier else {}
    topics = sorted({*terms, *before, *(topic for topic, said in cells.items() if any(map(_counts, said)))})
    entries = tuple(
        _entry(words, topic, baseline, terms.get(topic, ()), before.get(topic, ()), tuple(cells.get(topic, ())))
        for topic in topics
    )
    return Ledger(
        draft=text.name or "a text that no report names",
        baseline=_named(baseline, earlier),
        sides=_sides(entries, matrix),
        topics=entries,
        unknowns=_unknowns(entries),
        method=METHODS,
    )


def _entry(
    words: Words, topic: Topic, baseline: str, terms: Terms, before: Terms, cells: tuple[Cell, ...]
) -> TopicEntry:
    """One topic: the terms of the draft on it, those of the earlier draft if that is the baseline, who stands where."""
    return once(
        "ledger.topic",
        (topic, baseline, terms, before, cells),
        lambda: TopicEntry(
            topic=topic,
            duties=_duties(words, topic, baseline, terms, before, cells),
            demands=_stated_demands(words, topic, tuple(chain(*map(_demands, cells))), terms),
            objections=tuple(
                chain(*(once("ledger.cell", (cell,), partial(_objections, words, cell)) for cell in cells))
            ),
        ),
    )


def _duties(
    words: Words, topic: Topic, baseline: str, terms: Terms, before: Terms, cells: Sequence[Cell]
) -> tuple[Duty, ...]:
    """One a term; then the terms of the previous draft that reports on this one do not mention.

    Whether these stand is not known. A matter that is said to be left open mentions none of them.
    """
    same = list(same_terms(topic, terms, before))
    own = tuple(s for cell in cells if cell.party == baseline for s in cell.stands if s.own)
    told = {t.id for term, found in zip(terms, same, strict=True) if not has_status(term, "open") for t in found}
    gone = [(t, (), ()) for t in before if t.id not in told]
    rows = [(term, found, own) for term, found in zip(terms, same, strict=True)]
    return (
        *each("duties", rows, lambda row: _duty(words, row[0], *_beside(words, *row, baseline)), (topic, baseline)),
        *each("gone", gone, lambda row: _duty(words, row[0], "not_mentioned", ()), (topic,)),
    )


def _objections(words: Words, cell: Cell) -> tuple[Stated, ...]:
    """What a party says against something on a topic, each with its own yes without a condition that came later."""
    agreed = [s for s in cell.stands if s.own and s.position.stance in YES and not s.position.conditions]
    rows = [(s, _later(s, agreed)) for s in cell.stands if _objects(s)]
    return each("objections", rows, lambda row: _objection(words, *row), (cell.topic, cell.party))


def the_draft(together: Consolidation, name: str | None) -> Draft:
    """The draft of this name, or the one reported last; ReportError where there is none."""
    named = [d for d in together.drafts if name is None or d.name == name]
    if not named:
        listed = ", ".join(f'"{d.name}"' for d in together.drafts if d.name) or "none"
        raise ReportError(
            f'no draft called "{name}" was read' if name else "no term of any draft was read",
            where="--draft" if name else "the reports",
            remedy=f"drafts read: {listed}",
        )
    return named[0]


def _earlier(together: Consolidation, text: Draft) -> Draft:
    now = moment(text.first_reported)
    before = [
        (at, d)
        for d in together.drafts
        if d is not text and d.name and (at := moment(d.first_reported)) is not None and now is not None and at < now
    ]
    if not before:
        raise ReportError(
            f"no draft was first reported before {text.name or 'this one'}",
            where="--against previous",
            remedy="use --against facts, or name an earlier draft's reports too",
        )
    return max(before, key=lambda pair: (pair[0], pair[1].name or ""))[1]


def _named(baseline: str, earlier: Draft | None) -> str:
    if earlier is not None:
        return f"the previous draft: {earlier.name}"
    return "what holds today" if baseline == FACTS else f"{baseline}'s own stated position"


@remembered
def _counts(cell: Cell) -> bool:
    return bool(_demands(cell)) or any(map(_objects, cell.stands))


@remembered
def _demands(cell: Cell) -> Stands:
    return tuple(s for s in cell.stands if s.position.stance == "demands")


def _objects(stand: Stand) -> bool:
    return stand.position.stance in OBJECTIONS


def _beside(words: Words, term: Term, same: Terms, own: Stands, baseline: str) -> tuple[Against, tuple[Evidence, ...]]:
    if baseline == PREVIOUS:
        return against_draft(words, term, same)
    if baseline == FACTS:
        return "unknown", ()
    return against_party(words, own)


def _duty(words: Words, term: Term, against: Against, beside: tuple[Evidence, ...]) -> Duty:
    provisions = [w.provision for w in term.wordings]
    return Duty(
        term=term.id,
        number=term.number,
        obligors=tuple(sorted({o for p in provisions for o in p.obligor})),
        modality=next((p.modality for p in provisions if p.modality), None),
        beneficiaries=tuple(sorted({b for p in provisions for b in p.beneficiary})),
        values=tuple(a.value for a in term.accounts if a.value),
        text_status=provisions[0].text_status,
        evidence=evidence_of(words, term),
        against=against,
        beside=beside,
    )


def _stated_demands(words: Words, topic: Topic, stands: Stands, on_topic: Terms) -> tuple[Stated, ...]:
    found = related(topic, [s.quote for s in stands], on_topic)
    rows = [(stand, *made) for stand, made in zip(stands, found, strict=True)]
    return each("demands", rows, lambda row: _stated_demand(words, *row), (topic,))


def _stated_demand(words: Words, stand: Stand, relation: Relation, terms: tuple[str, ...]) -> Stated:
    return Stated(
        party=stand.position.party,
        stance=stand.position.stance,
        own=stand.own,
        evidence=said(words, stand),
        relation=relation,
        terms=terms,
    )


def _later(stand: Stand, agreed: Sequence[Stand]) -> Stand | None:
    """The first yes of a party's own, of those in the order of the matrix, that came after its stance."""
    now = moment(stand.published) if agreed else None
    return next((s for s in agreed if now is not None and (moment(s.published) or 0) > now), None)


def _objection(words: Words, stand: Stand, later: Stand | None) -> Stated:
    position = stand.position
    text = words.text(stand.report)
    return Stated(
        party=position.party,
        stance=position.stance,
        own=stand.own,
        evidence=said(words, stand),
        would_meet=tuple(c.span.quote(text) for c in position.conditions),
        later=said(words, later) if later else None,
    )


def _sides(entries: Sequence[TopicEntry], matrix: Matrix) -> tuple[Side, ...]:
    live = [(e.topic, d) for e in entries for d in e.duties if d.text_status == "in" and d.against != "not_mentioned"]
    names = {p for _, d in live for p in (*d.obligors, *parties_among(d.beneficiaries))} | set(matrix.parties)
    return tuple(
        Side(
            party=party,
            bound_on=tuple(sorted({t for t, d in live if party in d.obligors})),
            served_on=tuple(sorted({t for t, d in live if party in d.beneficiaries and party not in d.obligors})),
            objects_on=tuple(sorted({e.topic for e in entries if party in _objecting(e)})),
        )
        for party in sorted(names)
    )


@remembered
def _objecting(entry: TopicEntry) -> frozenset[str]:
    """The parties that object on a topic in their own words, and did not agree later."""
    return frozenset(o.party for o in entry.objections if o.own and o.later is None)


def _unknowns(entries: Sequence[TopicEntry]) -> dict[str, int]:
    found: Counter[str] = Counter(dict.fromkeys(_unknown(_NOTHING), 0))
    for entry in entries:
        found.update(_unknown(entry))
    return dict(found)


@remembered
def _unknown(entry: TopicEntry) -> dict[str, int]:
    return {
        "terms whose obligor is not stated": sum(not d.obligors for d in entry.duties),
        "terms whose beneficiary is not stated": sum(not d.beneficiaries for d in entry.duties),
        "terms on which reports differ": sum(len(d.values) > 1 for d in entry.duties),
        "terms of which it is unknown how they compare with the baseline": sum(
            d.against in {"unknown", "nothing_read", "not_mentioned"} for d in entry.duties
        ),
        "demands of which it is unknown whether they are met": sum(s.relation == "unknown" for s in entry.demands),
        "objections without a stated way to meet them": sum(not o.would_meet for o in entry.objections),
    }


_NOTHING = TopicEntry(topic="other", duties=(), demands=(), objections=())
