"""Positions that the report itself asserts of a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.claims.contents import contents_of
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, found_in, mentions_in
from nonpaper.claims.publisher import publisher
from nonpaper.claims.stances.active import does
from nonpaper.claims.stances.agents import no_agent, reported, words_before
from nonpaper.claims.stances.asserted import asserted
from nonpaper.claims.stances.cues import begins, pattern
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.named import done_by, held
from nonpaper.claims.stances.passive import backed_by, core_demand, counter_proposal, in_paper, with_topic
from nonpaper.claims.stances.predicates import further_verbs
from nonpaper.claims.stances.relative import wanted_before
from nonpaper.claims.stances.requests import at_request
from nonpaper.claims.stances.silence import kept_silent, unanswered
from nonpaper.claims.stances.tellers import nobody, stands_for_another, teller_of
from nonpaper.claims.subjects import KINDS, Subject, acting
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near


def from_sentences(
    page: Page, claims: Sequence[Claim], taken: Sequence[tuple[Span, str]], hints: Hints
) -> Iterator[Position]:
    """Positions that a sentence asserts of a party; `taken` are stretches that already show one, with whose it is.

    Inside another party's words they are what a counterpart says; in a statement that the party itself issued, its own.
    """
    contents, showing = contents_of(claims), Near(span for span, _ in taken)
    issued_by = publisher(page)
    for sentence in page.sentences:
        said = sentence.quote(page.text)
        if "?" in said:
            continue
        asked = _holds(page, sentence, "not_a_stance")
        untold = asked or _holds(page, sentence, "not_asserted")
        shown = {taken[i][1] for i in showing.overlapping(sentence)}
        done: set[tuple[str, int]] = set()
        near = [i for i in contents.overlapping(sentence) if claims[i].content and not claims[i].unsure]
        for subject in acting(page, sentence):
            if stands_for_another(claims, subject):
                continue
            if subject.party not in shown and (subject.party, subject.verb) not in done:
                done.add((subject.party, subject.verb))  # "Kessara's president, Ana Torvel, has …" is one subject
                teller = teller_of(claims, near, Span(subject.start, subject.start + 1))
                teller = teller or teller_of(
                    claims, near, Span(subject.verb, subject.verb + 1)
                )  # "Norvia, he said, | has …"
                about = _about(page, sentence, subject, teller, issued_by, hints)
                tells = _SILENT if asked else _OF_REPORTS
                yield from (p for p in about if not untold or p.stance in tells or _disowns(page, p))
            if not untold:
                yield from _further(page, sentence, subject, (claims, near), (taken, showing), issued_by, hints)
        if untold:
            continue
        for mention in mentions_in(page, sentence):
            if mention.party and mention.kind in KINDS and mention.party not in shown:
                yield from _passive(page, sentence, mention, teller_of(claims, near, mention.span), issued_by, hints)


def _further(
    page: Page,
    sentence: Span,
    subject: Subject,
    told: tuple[Sequence[Claim], Sequence[int]],
    shown: tuple[Sequence[tuple[Span, str]], Near],
    issued_by: str | None,
    hints: Hints,
) -> Iterator[Position]:
    """What a party does besides: "welcomed the truce | but rejected the annex", told by whoever tells the first."""
    (claims, near), (taken, showing) = told, shown
    name = Span(subject.start, subject.start + 1)
    teller = teller_of(claims, near, name)
    speaks = any(
        c.party == subject.party and c.source and hull(c.source).overlaps(name) for c in (claims[i] for i in near)
    )
    for verb in further_verbs(page, sentence, subject):
        at = Span(verb, verb + 1)
        if any(taken[i][1] == subject.party for i in showing.overlapping(at)) or teller_of(claims, near, at) != teller:
            continue
        again = Subject(subject.party, subject.mention, subject.start, verb)
        for made in _about(page, sentence, again, teller, issued_by, hints):
            basis: Basis = "self" if speaks else made.basis  # whoever is quoted tells what he does besides
            yield msgspec.structs.replace(made, span=Span(verb, made.span.end), basis=basis)


_OF_REPORTS: frozenset[Stance] = frozenset({"denies_report", "no_comment"})
"""Stances towards reports: what such a sentence tells of is not asserted, that the party says so is."""


_SILENT: frozenset[Stance] = frozenset({"no_comment"})
"""What is no less so of whoever was only asked something: "asked whether it would sign, the ministry declined to comment"."""


def _disowns(page: Page, position: Position) -> bool:
    """Whether a party denies that it has a text: no report of another's is told with it, "denied having received it"."""
    return position.stance == "denies_knowledge" and _DENIES.search(position.span.quote(page.text)) is not None


_DENIES = re.compile(r"\bden(?:ied|ies|ying)\b", re.IGNORECASE)


def _holds(page: Page, sentence: Span, name: str) -> bool:
    """Whether a sentence has words of one list."""
    return found_in(page, sentence, pattern(name, "say"), begins(name, "say")) is not None


def _about(
    page: Page, sentence: Span, subject: Subject, teller: Claim | None, issued_by: str | None, hints: Hints
) -> Iterator[Position]:
    """What a party does, as the report or another tells it."""
    if teller is not None and (teller.denied or teller.hedged or teller.party == subject.party or nobody(teller)):
        return
    before = words_before(page, sentence, subject.start)
    if no_agent(before) or (teller is None and reported(before)):
        return
    before_it = wanted_before(page, sentence, subject, hints)
    found = before_it or kept_silent(page, sentence, subject) or does(page, sentence, subject, hints)
    if found is not None:
        yield from asserted(page, found, subject.party, subject.mention, teller, issued_by)


def _passive(
    page: Page, sentence: Span, mention: Mention, teller: Claim | None, issued_by: str | None, hints: Hints
) -> Iterator[Position]:
    """What is done by a party, or named as its own."""
    if teller is not None and (teller.denied or teller.hedged):
        return
    found = backed_by(page, sentence, mention)
    if found is None and not (teller is not None and (nobody(teller) or teller.party == mention.party)):
        found = with_topic(done_by(page, sentence, mention), hints) or held(page, sentence, mention)
    if found is None and (teller is None or teller.party != mention.party):
        found = counter_proposal(page, sentence, mention)
        found = found or (core_demand(page, sentence, mention) if teller is None else None)
    found = found or at_request(page, sentence, mention, hints) or unanswered(page, sentence, mention)
    found = found or (in_paper(page, sentence, mention, hints) if teller is None else None)
    if found is not None:
        yield from asserted(page, found, mention.party or "", mention, teller, issued_by)
