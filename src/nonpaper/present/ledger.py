"""The ledger for people: a page of the brief, and plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from nonpaper.analysis.ledger import FACTS, PREVIOUS, ledger
from nonpaper.errors import ReportError
from nonpaper.model.ledger import Duty, Evidence, Ledger, Stated, TopicEntry
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.answers import plain
from nonpaper.present.later import Later
from nonpaper.present.material import Material, Quote, listed, quote
from nonpaper.remembered import once

AGAINST = {
    "new": "not in the previous draft, as far as reports show",
    "kept": "as in the previous draft",
    "changed": "in the previous draft with other figures",
    "dropped": "was in the previous draft",
    "not_mentioned": "in the previous draft; reports on this one do not mention it",
    "unknown": "not known",
    "said_yes": "its own words on the topic: yes, or yes on a condition",
    "said_no": "its own words on the topic: no",
    "mixed": "its own words on the topic: both yes and no",
    "nothing_read": "nothing of its own was read on the topic",
}
FATES = {"dropped": "said to be dropped", "open": "said to be left open"}
RELATIONS = {"meets": "like words in the text", "crosses": "the text has it otherwise", "unknown": "not known"}

BESIDE = 3
"""Places in the baseline that are shown beside a term."""
Readings = dict[str, Reading]


class DutyView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who must do what for whom, with the words and what the baseline says."""

    anchor: str
    obligors: str
    modality: str
    beneficiaries: str
    values: str
    fate: str
    against: str
    quote: Quote
    reports: int
    beside: tuple[tuple[str, Quote], ...]


class StatedView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One demand or objection with its words."""

    anchor: str
    party: str
    says: str
    own: bool
    relation: str
    would_meet: tuple[str, ...]
    later: str
    quote: Quote


class TopicView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One topic of the ledger."""

    topic: str
    duties: Sequence[DutyView]
    demands: Sequence[StatedView]
    objections: Sequence[StatedView]


class LedgerView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The ledger page: what it is against, each party's topics, then topic by topic."""

    draft: str
    baseline: str
    sides: tuple[tuple[str, str], ...]
    topics: tuple[TopicView, ...]
    unknowns: tuple[str, ...]
    method: tuple[tuple[str, str], ...]


def ledger_view(of: Material) -> LedgerView | None:
    """The ledger of the draft reported last, against the one before it or, without one, what holds today."""
    readings = list(of.readings.values())
    for baseline in (PREVIOUS, FACTS):
        try:
            found = ledger(readings, of.together, of.matrix, baseline=baseline)
        except ReportError:
            continue
        return _view(of, found)
    return None


def _view(of: Material, found: Ledger) -> LedgerView:
    return LedgerView(
        draft=found.draft,
        baseline=found.baseline,
        sides=tuple((s.party, sentence) for s, sentence in zip(found.sides, sides(found), strict=True)),
        topics=tuple(once("ledger.view", (t,), partial(_topic, of, t)) for t in found.topics),
        unknowns=unknowns(found),
        method=tuple(found.method.items()),
    )


def _topic(of: Material, entry: TopicEntry) -> TopicView:
    duties = [e for duty in entry.duties for e in (*duty.evidence[:1], *duty.beside[:BESIDE])]
    stated = [s.evidence for s in (*entry.demands, *entry.objections)]
    readings = {e.report: of.readings[e.report] for e in (*duties, *stated)}
    return TopicView(
        topic=words.topic(entry.topic),
        duties=Later(entry.duties, partial(_duty, readings)),
        demands=Later(entry.demands, partial(_stated, readings)),
        objections=Later(entry.objections, partial(_stated, readings)),
    )


def _quote(readings: Readings, evidence: Evidence) -> Quote:
    return quote(readings[evidence.report], evidence.span, evidence.claim)


def _duty(readings: Readings, duty: Duty) -> DutyView:
    return DutyView(
        anchor=f"term-{duty.term}",
        obligors=_who(duty),
        modality=_modality(duty),
        beneficiaries=listed(duty.beneficiaries),
        values="; ".join(duty.values) if len(duty.values) > 1 else "",
        fate=FATES.get(duty.text_status, ""),
        against=AGAINST[duty.against],
        quote=_quote(readings, duty.evidence[0]),
        reports=len({e.report for e in duty.evidence}),
        beside=tuple((f"{e.report}-{e.index}", _quote(readings, e)) for e in duty.beside[:BESIDE]),
    )


def _who(duty: Duty) -> str:
    """Who must deliver; where the matter is left open, only who is named."""
    return listed(duty.obligors) or ("" if duty.text_status == "open" else "not stated who")


def _modality(duty: Duty) -> str:
    """What a term makes somebody do; nothing yet where the matter is left open."""
    return "" if duty.text_status == "open" else words.MODALITIES.get(duty.modality or "", "")


def _stated(readings: Readings, stated: Stated) -> StatedView:
    later = f"{stated.later.outlet or stated.later.path}: “{stated.later.words}”" if stated.later else ""
    return StatedView(
        anchor=f"s-{stated.evidence.report}-{stated.evidence.index}",
        party=stated.party,
        says=words.STANCES[stated.stance][1],
        own=stated.own,
        relation=RELATIONS[stated.relation],
        would_meet=stated.would_meet,
        later=later,
        quote=_quote(readings, stated.evidence),
    )


def sides(found: Ledger) -> tuple[str, ...]:
    """A sentence for each party: topics, never counts."""
    return tuple(
        "; ".join(
            (
                f"bound on {_topics(side.bound_on)}" if side.bound_on else "not named as bound on any topic",
                f"others bound for it on {_topics(side.served_on)}"
                if side.served_on
                else "not named as one others act for",
                f"objects, in its own words, on {_topics(side.objects_on)}"
                if side.objects_on
                else "no objection of its own read",
            )
        )
        for side in found.sides
    )


def _topics(codes: Sequence[str]) -> str:
    return listed([words.inside(words.topic(code)) for code in codes])


def unknowns(found: Ledger) -> tuple[str, ...]:
    """What is not known, each kind with its number."""
    return tuple(f"{number} {what}" for what, number in found.unknowns.items() if number)


def ledger_table(found: Ledger) -> str:
    """The ledger as plain lines, each with its words and where they stand."""
    lines = [f"Ledger of the {found.draft} text against {found.baseline}, as reported. No totals, no score.", ""]
    lines += [f"{s.party}: {sentence}." for s, sentence in zip(found.sides, sides(found), strict=True)]
    for entry in found.topics:
        lines += ["", words.topic(entry.topic)]
        lines += [line for duty in entry.duties for line in _duty_lines(duty)]
        lines += [line for s in entry.demands for line in _stated_lines(s, RELATIONS[s.relation])]
        lines += [line for s in entry.objections for line in _stated_lines(s, "")]
    lines += ["", "Not known: " + ("; ".join(unknowns(found)) or "nothing that the ledger asks") + "."]
    return plain("\n".join(lines)) + "\n"


def _duty_lines(duty: Duty) -> Iterator[str]:
    does = " ".join(x for x in (_who(duty), _modality(duty)) if x)
    whom = f", for {listed(duty.beneficiaries)}" if duty.beneficiaries else ""
    differ = f"reports differ: {', '.join(duty.values)}" if len(duty.values) > 1 else ""
    known = "; ".join(x for x in (does + whom, differ, FATES.get(duty.text_status, "")) if x)
    yield f"  term: {known}; against the baseline: {AGAINST[duty.against]}"
    yield from (f"    {cited(e)}" for e in (*duty.evidence, *duty.beside))


def _stated_lines(stated: Stated, relation: str) -> Iterator[str]:
    own = "" if stated.own else " (as others say)"
    yield f"  {stated.party} {words.STANCES[stated.stance][1]}{own}" + (f": {relation}" if relation else "")
    yield f"    {cited(stated.evidence)}"
    yield from (f"    said would meet it: “{condition}”" for condition in stated.would_meet)
    if stated.later:
        yield f"    later: {cited(stated.later)}"


def cited(evidence: Evidence) -> str:
    """Words, outlet, day and place."""
    where = ", ".join(x for x in (evidence.outlet or evidence.path, (evidence.published or "")[:10]) if x)
    return f"“{' '.join(evidence.words.split())}” ({where}; {evidence.path}:{evidence.span.start}-{evidence.span.end})"
