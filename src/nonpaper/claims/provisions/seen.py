"""Terms that the model sees, as provisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.about import about
from nonpaper.claims.page import Page, is_title, sentence_at
from nonpaper.claims.provisions.beside import placed_right
from nonpaper.claims.provisions.comparing import head_of
from nonpaper.claims.provisions.conditions import conditions_around, conditions_in, no_event, without
from nonpaper.claims.provisions.drafts import Texts, draft_at
from nonpaper.claims.provisions.hanging import to_the_end, with_main_clause
from nonpaper.claims.provisions.modality import by_force
from nonpaper.claims.provisions.no_terms import no_term, of_the_talks
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.plainness import PLAIN, topic_is_plain
from nonpaper.claims.provisions.reasons import WEAK
from nonpaper.claims.provisions.roles.beneficiary import BE_SERVED
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.provisions.roles.seen import before_it, carried, named_by, roles_seen, vouching
from nonpaper.claims.provisions.sights.around import around_of
from nonpaper.claims.provisions.sights.doubts import FAINT, SURE, doubts_of
from nonpaper.claims.provisions.sights.grounds import SHORTEST
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.terms import RawCondition, RawTerm
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span

UNLIKE_FROM = 0.3, 0.6
"""How sure a sight must be, and how plain what it is presented as, to set a rule's finding in doubt."""
TIED = 0.5
"""From what on a condition belongs to a term."""
WORTH = 4
"""Words from which what may be no term is worth a person's time."""
_LIMIT = re.compile(r"\W*(?:(?:no|not)\s+(?:later|earlier|sooner))?(?:\s*than)?\W*", re.IGNORECASE)


def seen_terms(page: Page, terms: Sequence[RawTerm], texts: Texts) -> Iterator[Provision]:
    """Provisions in text order, the doubtful ones unsure with their reason."""
    before: tuple[Span, Names] = (Span(0, 1), ())
    plainly = [t.span for t in terms if t.presented_as == "draft" and t.sure >= SURE and t.presented_sure >= PLAIN]
    for term in (with_main_clause(page, to_the_end(page, term)) for term in placed_right(page, terms)):
        said = term.span.quote(page.text)
        if not _may_be_one(page, said, term):
            continue
        topic, plain = _topic(page, said, term)
        doubts = doubts_of(page, said, term, plain, in_company=any(span != term.span for span in plainly[:2]))
        if WEAK in doubts and len(said.split()) < WORTH:
            continue
        modality = by_force(said, term.modality)
        obligor, beneficiary = roles_seen(page, term)
        goes_on = () if obligor or beneficiary else carried(page, before, term)
        left_out = goes_on or (() if obligor else before_it(page, term, modality, beneficiary))
        obligor = obligor or left_out
        before = (term.span, obligor)
        if left_out and BE_SERVED.match(f" {said}"):
            obligor, beneficiary = (), left_out
        yield Provision(
            span=term.span,
            topic=topic,
            obligor=obligor,
            beneficiary=beneficiary,
            modality="must" if goes_on else modality,
            value=value_of(head_of(said)),
            deadline=deadline_in(said),
            verifier=verifiers_in(said) or vouching(named_by(page, term.guarantors), obligor),
            draft=draft_at(texts, term.span.start) if term.presented_as == "draft" else None,
            presented_as=term.presented_as,
            text_status=term.text_status,
            conditions=_conditions(page, term),
            unsure=bool(doubts),
            doubts=doubts,
        )


def _may_be_one(page: Page, said: str, term: RawTerm) -> bool:
    """Whether a sight is worth a look: faint, in a title, of the talks or outside of any text it is none."""
    if term.sure < FAINT or len(said.split()) < SHORTEST or "\n" in said.strip():
        return False
    around = around_of(page, term)
    return not (
        is_title(page, sentence_at(page, term.span.start) or term.span)
        or no_term(page, around, term.span)
        or of_the_talks(page, around, term.span)
        or (term.presented_as == "draft" and outside(page, around, term.span))
    )


def unlike_draft(sights: Sequence[RawTerm]) -> bool:
    """Whether what the model sees where rules find a draft's term is plainly what somebody wants or offers."""
    return any(
        s.presented_as != "draft" and s.sure >= UNLIKE_FROM[0] and s.presented_sure >= UNLIKE_FROM[1] for s in sights
    )


def conditions_from(text: str, found: Sequence[RawCondition]) -> tuple[Condition, ...]:
    """The conditions that are plain enough, in text order, but for broken words of a time limit: "no later", "than"."""
    plain = (c for c in sorted(found, key=lambda c: c.span) if c.sure >= TIED and not no_event(c.span.quote(text)))
    return tuple(
        Condition(span=c.span, kind=c.kind) for c in plain if not _LIMIT.fullmatch(text, c.span.start, c.span.end)
    )


def _conditions(page: Page, term: RawTerm) -> tuple[Condition, ...]:
    """What the model sees a term hang on, and what the words say beside that; when a thing comes is told in the term itself."""
    seen = conditions_from(page.text, term.conditions)
    sentence = sentence_at(page, term.span.start) or term.span
    lapsing = term.modality == "lapses_if"
    told = (
        *conditions_in(page.text, term.span, lapses=lapsing),
        *(c for c in conditions_around(page.text, term.span, sentence) if c.kind != "sequence"),
    )
    beside = [c for c in told if not any(c.span.overlaps(s.span) for s in seen)]
    return tuple(sorted((*seen, *beside), key=lambda c: c.span))


def _topic(page: Page, said: str, term: RawTerm) -> tuple[Topic, bool]:
    """What the words but for their conditions name and the model takes them for; and whether that is plain."""
    bare = without(page.text, term.span, conditions_in(page.text, term.span))
    topic, share = about(bare if topic_scores(bare) else said, term.topics)
    return topic, topic_is_plain(page, term, share)
