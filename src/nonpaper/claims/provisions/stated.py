"""The provision that rules make of a term where they have found it."""

from __future__ import annotations

import re

from nonpaper.claims.about import about, outweighs
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.comparing import both_told, head_of, is_compared, is_older, is_replaced, text_says
from nonpaper.claims.provisions.conditions import conditions_around, conditions_in, without
from nonpaper.claims.provisions.cues import starts
from nonpaper.claims.provisions.drafts import Texts, draft_at
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.modality import lapses, modality_of
from nonpaper.claims.provisions.no_terms import no_term
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.plainness import PLAIN_TOPIC
from nonpaper.claims.provisions.reasons import NO_TOPIC, QUESTION, SPEAKERS_OWN, TOO_LONG
from nonpaper.claims.provisions.roles.by_verb import lets
from nonpaper.claims.provisions.roles.of_term import roles
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.terms import Shares
from nonpaper.claims.topics import told_apart, topic_of
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span

_ITSELF = re.compile(
    r"(?:the|this|that|a|its) (?:[\w-]+ )?(?:plan|draft|proposal|document|deal|agreement|text|accord|treaty|framework|outline)",
    re.IGNORECASE,
)
_BARRED = re.compile(r"(?:no|none|nothing|neither)\b.{3,120}\b(?:may\b|(?:could|can|might) be\b)", re.IGNORECASE)
# What a verb does to something named before: "halves that sum", "raises the limit to".
_REFERS_BACK = re.compile(
    r"[\w’-]+ (?:it|them|(?:that|this|these|those|the) (?:sum|amount|limit|cap|ceiling|figure|number|share|period|term|time)s?)\b",
    re.IGNORECASE,
)
# A condition that is a clause of its own: who acts in it has no part in the term ("depends on the consent of X" has X).
_CLAUSE = re.compile(r"(?:unless|if|once|after|until|before|when|provided)\b", re.IGNORECASE)


def stated(
    page: Page,
    term: Span,
    sentence: Span,
    frame: Frame,
    texts: Texts,
    before: tuple[str, ...],
    shares: Shares,
) -> Provision | None:
    """The term as its words and its frame give it; None where it is none. `shares` is what the model takes it to be about."""
    said = term.quote(page.text)
    conditions = conditions_in(page.text, term, lapses=lapses(said))
    bare = without(page.text, term, conditions)
    about_what = _or_older(page, sentence, term)
    topic, plain = _topic(bare if about_what == said else about_what, about_what, shares)
    if (
        len(said.split()) < 2
        or no_term(page, sentence, term)
        or (frame.presented_as == "draft" and outside(page, sentence, term))
        or _ITSELF.fullmatch(said)
        or (starts("not_a_term", "after").search(said) and not _BARRED.match(said))
    ):
        return None
    modality = modality_of(said, head_of(bare), frame.modality, frame.text_status)
    modality = "must" if modality == "may" and lets(page, term) else modality
    tied = [c.span for c in conditions if c.span.start > term.start and _apart(page.text, c)]
    obligor, beneficiary = roles(page, term, frame, modality, sentence, before, tied)
    doubts = _doubts(page.text[term.start : term.end + 1], frame, plain)
    older = is_older(said) or is_replaced(
        sentence.quote(page.text), term.start - sentence.start, term.end - sentence.start
    )
    compared = frame.presented_as == "draft" and (is_compared(said) or older)
    return Provision(
        span=term,
        topic=topic,
        obligor=obligor,
        beneficiary=beneficiary,
        modality=modality,
        value=value_of(head_of(said)),
        deadline=deadline_in(said),
        verifier=verifiers_in(said),
        draft=draft_at(texts, term.start) if frame.presented_as == "draft" else None,
        presented_as="comparison" if compared else frame.presented_as,
        text_status="open" if _bracketed(page.text, term) else frame.text_status,
        conditions=(*conditions, *conditions_around(page.text, term, sentence)),
        unsure=bool(doubts),
        doubts=doubts,
    )


def _apart(text: str, condition: Condition) -> bool:
    """Whether who acts in a condition has no part in the term: it is a clause of its own, or what is done in return."""
    return condition.kind == "reciprocal" or _CLAUSE.match(text, condition.span.start) is not None


def _bracketed(text: str, term: Span) -> bool:
    """Whether a term stands in square brackets of its own: it is not agreed."""
    return text[term.start - 1 : term.start] == "[" and text[term.end : term.end + 1] == "]"


def _or_older(page: Page, sentence: Span, term: Span) -> str:
    """A term's words, or the older text's clause where the newer one's names nothing: "…; the new one halves that sum"."""
    said = term.quote(page.text)
    whole = sentence.quote(page.text)
    told = None if topic_of(said) and not _REFERS_BACK.match(said) else both_told(whole) or text_says(whole)
    if told is None or term.start < sentence.start + told[1]:
        return said
    return page.text[sentence.start : sentence.start + told[0]]


def _topic(bare: str, said: str, shares: Shares) -> tuple[Topic, bool]:
    """What a term is about and whether that is plain: by its words, and where these are in doubt by the model as well."""
    named = topic_of(bare)
    telling = bare if named else said
    named = named or topic_of(said)
    if named is not None and (told_apart(telling) or told_apart(said)):
        return (about(telling, shares)[0] if outweighs(shares, telling) else named[0]), True
    if not shares:
        return named[0] if named else "other", False
    topic, share = about(bare if named else said, shares)
    return topic, share >= PLAIN_TOPIC


def _doubts(said: str, frame: Frame, plain: bool) -> tuple[str, ...]:
    out = list(frame.doubts)
    if "?" in said:
        out.append(QUESTION)
    if frame.presented_as == "draft" and re.search(r"\b(?:I|we|our|you)\b", said):
        out.append(SPEAKERS_OWN)
    if len(said.split()) > 40:
        out.append(TOO_LONG)
    if not plain:
        out.append(NO_TOPIC)
    return tuple(out)
