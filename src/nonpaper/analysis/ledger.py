"""The ledger of one draft from the reporting: no totals, no score; what is not known is counted as unknown.

It compares by stated rules only, prefers "unknown" to a guess, and treats every party alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from nonpaper.analysis.comparing import Words, against_draft, against_party, evidence_of, has_status, related, said
from nonpaper.drafts.when import moment
from nonpaper.errors import ReportError
from nonpaper.model.codes import Stance, Topic
from nonpaper.model.draft import Consolidation, Draft, Matrix, Stand, Term
from nonpaper.model.ledger import Against, Duty, Evidence, Ledger, Relation, Side, Stated, TopicEntry
from nonpaper.model.reading import Reading
from nonpaper.positions.signs import YES
from nonpaper.remembered import each, once, remembered

OBJECTIONS: frozenset[Stance] = frozenset(
    {"rejects", "red_line", "criticises", "amends", "reserves", "accepts_if", "offers_if", "threatens"}
)
Terms = tuple[Term, ...]
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
    stands: dict[Topic, list[Stand]] = {}
    for cell in matrix.cells:
        stands.setdefault(cell.topic, []).extend(cell.stands)
    terms, before = text.by_topic(), earlier.by_topic() if earlier else {}
    topics = sorted({*terms, *before, *(topic for topic, said in stands.items() if any(map(_counts, said)))})
    entries = tuple(
        _entry(words, topic, baseline, terms.get(topic, ()), before.get(topic, ()), tuple(stands.get(topic, ())))
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
    words: Words, topic: Topic, baseline: str, terms: Terms, before: Terms, stands: tuple[Stand, ...]
) -> TopicEntry:
    """One topic: the terms of the draft on it, those of the earlier draft if that is the baseline, who stands where."""
    return once(
        "ledger.topic",
        (topic, baseline, terms, before, stands),
        lambda: TopicEntry(
            topic=topic,
            duties=(
                *(_duty(words, term, *_beside(words, term, baseline, before, stands)) for term in terms),
                *_gone(words, before, terms),
            ),
            demands=_stated_demands(words, topic, [s for s in stands if _demands(s)], terms),
            objections=_objections(words, topic, stands),
        ),
    )


def _objections(words: Words, topic: Topic, stands: Sequence[Stand]) -> tuple[Stated, ...]:
    agreed = _agreed(stands)
    rows = [(s, _later(s, agreed)) for s in stands if _objects(s)]
    return each("objections", rows, lambda row: _objection(words, *row), (topic,))


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


def _counts(stand: Stand) -> bool:
    return _demands(stand) or _objects(stand)


def _demands(stand: Stand) -> bool:
    return stand.position.stance == "demands"


def _objects(stand: Stand) -> bool:
    return stand.position.stance in OBJECTIONS


def _beside(
    words: Words, term: Term, baseline: str, before: Terms, stands: Sequence[Stand]
) -> tuple[Against, tuple[Evidence, ...]]:
    if baseline == PREVIOUS:
        return against_draft(words, term, before)
    if baseline == FACTS:
        return "unknown", ()
    return against_party(words, [s for s in stands if s.own and s.position.party == baseline])


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


def _gone(words: Words, before: Terms, terms: Terms) -> Iterator[Duty]:
    """Terms of the previous draft that reports on this one do not mention; whether they stand is not known.

    A matter that is said to be left open mentions none of them.
    """
    told = tuple(t for t in terms if not has_status(t, "open"))
    for term in before:
        if against_draft(words, term, told)[0] == "new":
            yield _duty(words, term, "not_mentioned", ())


def _stated_demands(words: Words, topic: Topic, stands: Sequence[Stand], on_topic: Terms) -> tuple[Stated, ...]:
    found = related([s.quote for s in stands], on_topic)
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


def _agreed(stands: Sequence[Stand]) -> dict[tuple[str, str], list[Stand]]:
    """By party and topic, its own yes without a condition, in the order of the matrix."""
    found: dict[tuple[str, str], list[Stand]] = {}
    for stand in stands:
        position = stand.position
        if stand.own and position.stance in YES and not position.conditions:
            found.setdefault((position.party, position.topic), []).append(stand)
    return found


def _later(stand: Stand, agreed: dict[tuple[str, str], list[Stand]]) -> Stand | None:
    """The first yes of a party's own that came after its stance."""
    own = agreed.get((stand.position.party, stand.position.topic), ())
    now = moment(stand.published) if own else None
    return next((s for s in own if now is not None and (moment(s.published) or 0) > now), None)


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
    names = {p for _, d in live for p in (*d.obligors, *d.beneficiaries)} | set(matrix.parties)
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
