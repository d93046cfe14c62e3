"""Every term that a report states, with how it is presented."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from nonpaper.claims.about import about, outweighs
from nonpaper.claims.contents import contents_of, innermost
from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page, is_title, paragraph_at, sentence_at
from nonpaper.claims.provisions.captives import told_by_holder
from nonpaper.claims.provisions.clauses import clause_terms
from nonpaper.claims.provisions.company import of_news, settled
from nonpaper.claims.provisions.comparing import both_told, head_of, is_compared, is_older, is_replaced, text_says
from nonpaper.claims.provisions.conditions import conditions_around, conditions_in, without
from nonpaper.claims.provisions.cues import heads_text, starts, under_text, words
from nonpaper.claims.provisions.deeds import present, supposes
from nonpaper.claims.provisions.drafts import Texts, draft_at, draft_names, texts_called
from nonpaper.claims.provisions.frame import PARTY_KINDS, Frame
from nonpaper.claims.provisions.frames import by_its_verb, frames_of
from nonpaper.claims.provisions.leads import lead_frame
from nonpaper.claims.provisions.modality import lapses, modality_of
from nonpaper.claims.provisions.no_terms import news_of_talks, no_term, of_the_talks
from nonpaper.claims.provisions.offered import as_offered
from nonpaper.claims.provisions.official import official_terms
from nonpaper.claims.provisions.one_each import one_each
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.plainness import PLAIN_TOPIC
from nonpaper.claims.provisions.reasons import EXPECTED, NO_TOPIC, QUESTION, SPEAKERS_OWN, TOO_LONG, UNLIKE, UNSEEN
from nonpaper.claims.provisions.reserved import (
    ABOUT,
    OWN_CONDITION,
    WISH,
    of_no_draft,
    reserved,
    wished,
)
from nonpaper.claims.provisions.roles.by_verb import lets
from nonpaper.claims.provisions.roles.of_term import roles
from nonpaper.claims.provisions.seen import seen_terms, unlike_draft
from nonpaper.claims.provisions.speaking import by_speaker
from nonpaper.claims.provisions.split import terms_in, trimmed
from nonpaper.claims.provisions.status import status_of
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.provisions.wanted import wanted
from nonpaper.claims.provisions.whole import made_whole
from nonpaper.claims.terms import RawTerm, Shares
from nonpaper.claims.topics import told_apart, topic_of, topic_scores
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs, Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

_WOULD = re.compile(r"\b(?:would|shall|will be|must)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:would|shall|will|must|may|(?:is|are) (?:also |then |not )?to)\b", re.IGNORECASE)
"""Moods of a sentence that goes on from one that gave a text's terms."""
_SAID = re.compile(
    r"\b[Ii]n (?:his|her|their|its) (?:words|view|opinion)\b|^(?:He|She|They|We|I|It)\b|\b(?:said|says|told|tells|writes|wrote|reported|according to)\b"
)
_HAS = re.compile(
    r"\b(?:has|have|had|was|were|did|does not|do not)\b|(?<!\bis )(?<!\bare )(?<!\bbe )\b[a-z]+ed\b(?! by)",
    re.IGNORECASE,
)
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
_ASKED = re.compile(r"\W*Asked\b")
# A condition that is a clause of its own: who acts in it has no part in the term ("depends on the consent of X" has X).
_CLAUSE = re.compile(r"(?:unless|if|once|after|until|before|when|provided)\b", re.IGNORECASE)
_LAPSE = re.compile(r"(?<!\w)(?:if|should)\b", re.IGNORECASE)
MOST = 0.6
"""Share of a term that a claim's content must cover to be its claim."""
Found = tuple[Span, Span, Frame, str | None]


def find_provisions(
    page: Page, claims: Sequence[Claim], seen: Sequence[RawTerm] | None = None
) -> tuple[Provision, ...]:
    """All terms in text order; those that may be something else are unsure, with the reason. Linear in the text.

    What the rules find by their cues comes first; what the model has seen fills what they leave. Where the model has looked
    (`seen` is given) and sees nothing, what the rules find waits for a person, but for the items of a list.
    """
    official = official_terms(page)
    if official:
        return official
    texts, contents, taken = texts_called(page), contents_of(claims), Near()
    found: dict[Span, Provision] = {}
    looked, seen = seen is not None, made_whole(page, seen or ())
    items = {item.span for block in page.lists for item in block.items}
    sights = Near(sight.span for sight in seen)
    last: tuple[Span, tuple[str, ...]] | None = None
    ruled = (*_listed(page), *_wanted(page, claims), *_framed(page), *_told(page, claims))
    for term, sentence, frame, number in _one_each(page.text, ruled, seen, sights):
        if taken.overlapping(term):
            continue
        before = last[1] if last and last[0] == sentence else ()
        sighted = _sights(term, seen, sights)
        made = _provision(page, term, sentence, frame, texts, before, _shares(sighted))
        if made is not None:
            taken.add(term)
            which = _claim_of(claims, contents, term)
            claim = claims[which] if which is not None else None
            status = status_of(page, term, sentence, made.presented_as, claim)
            last = (sentence, made.obligor)
            made = by_speaker(page, as_offered(page, _kept_back(page, sentence, made, claim)), claim)
            made = _doubted(made, UNLIKE) if not made.unsure and unlike_draft(sighted) else made
            made = _doubted(made, UNSEEN) if looked and not sighted and sentence not in items else made
            found[term] = msgspec.structs.replace(made, number=number, claim=which, status=status)
    for made in seen_terms(page, seen, texts):
        if taken.overlapping(made.span):
            continue
        taken.add(made.span)
        found[made.span] = _placed(page, made, claims, contents)
    ordered = [told_by_holder(page, found[span]) for span in sorted(found)]
    return tuple(of_news(page, settled(page, ordered, seen, sights), seen))


def _one_each(text: str, ruled: Iterable[Found], seen: Sequence[RawTerm], sights: Near) -> Iterator[Found]:
    for term, sentence, frame, number in ruled:
        yield from ((part, sentence, frame, number) for part in one_each(text, term, seen, sights))


def _sights(term: Span, seen: Sequence[RawTerm], sights: Near) -> list[RawTerm]:
    """What the model sees where a term stands, the stretch that shares most with it first."""
    over = [seen[i] for i in sights.overlapping(term)]
    return sorted(over, key=lambda s: -s.span.shared(term))


def _shares(sights: Sequence[RawTerm]) -> Shares:
    """What the model takes a term to be about."""
    return sights[0].topics if sights else ()


def _placed(page: Page, made: Provision, claims: Sequence[Claim], contents: Near) -> Provision:
    """A term with the claim that it stands in and how well it is known."""
    which = _claim_of(claims, contents, made.span)
    claim = claims[which] if which is not None else None
    sentence = sentence_at(page, made.span.start) or made.span
    status = status_of(page, made.span, sentence, made.presented_as, claim)
    made = by_speaker(page, made, claim)
    made = doubted(made, EXPECTED) if _expected(made, claim) else made
    made = _doubted(made, WISH) if wished(page, sentence, made.span, claim) else made
    made = as_offered(page, _kept_back(page, sentence, made, claim))
    return msgspec.structs.replace(made, claim=which, status=status)


def _expected(made: Provision, claim: Claim | None) -> bool:
    """Whether a party's wish is only told by an analyst: what one expects of a side, that side has not demanded."""
    return made.presented_as in ("demand", "proposal") and claim is not None and claim.kind == "analyst"


def _kept_back(page: Page, sentence: Span, made: Provision, claim: Claim | None) -> Provision:
    """A text's term as it is, or unsure where it may be the speaker's own condition or stands in no draft."""
    made = _doubted(made, ABOUT) if claim is not None and of_no_draft(page, claim) else made
    return _doubted(made, OWN_CONDITION) if reserved(page, sentence, made.span, claim) else made


def _doubted(made: Provision, why: str) -> Provision:
    """A term of a draft as one that waits for a person; what is presented as something else stays as it is."""
    return doubted(made, why) if made.presented_as == "draft" else made


def _listed(page: Page) -> Iterator[Found]:
    for block in page.lists:
        frame = lead_frame(page, block)
        if frame is None:
            continue
        for item in block.items:
            for term in terms_in(page.text, item.span):
                yield term, item.span, frame, item.number


def _framed(page: Page) -> Iterator[Found]:
    """Sentences with a frame of their own, and those in the text's mood that follow one in the same run."""
    items = Near(item.span for block in page.lists for item in block.items)
    named = [place.start for place, _ in draft_names(page)]
    leads = {block.lead: lead_frame(page, block) for block in page.lists}
    running: Frame | None = None
    in_present = False
    for sentence in page.sentences:
        item = bool(items.overlapping(sentence))
        if sentence in leads:
            running = _of_text(leads[sentence])
        if not item and heads_text().fullmatch(sentence.quote(page.text)):
            running, in_present = Frame(span=sentence, presented_as="draft"), True
            continue
        if item or sentence in leads or is_title(page, sentence):
            running = running if item or sentence in leads else None
            continue
        frames = frames_of(page, sentence)
        for frame in frames:
            running = _of_text(frame)
            in_present = frame.cue is None and _in_present(frame.span.quote(page.text))
            for term in terms_in(page.text, frame.span):
                span, told = by_its_verb(page, frame, term)
                yield span, sentence, told, None
        if frames:
            continue
        if _goes_on(page, sentence, running, named, in_present):
            yield from _continued(page, sentence)
        elif under_text().match(sentence.quote(page.text)):
            running = Frame(span=sentence, presented_as="draft")
        elif running is not None and not _WOULD.search(sentence.quote(page.text)):
            running, in_present = None, False


def _wanted(page: Page, claims: Sequence[Claim]) -> Iterator[Found]:
    for frame in wanted(page, claims):
        for term in terms_in(page.text, frame.span):
            yield term, sentence_at(page, term.start) or term, frame, None


def _told(page: Page, claims: Sequence[Claim]) -> Iterator[Found]:
    for term, sentence, presented, doubts in clause_terms(page, claims):
        if of_the_talks(page, sentence, term):
            continue
        yield term, sentence, Frame(span=term, presented_as=presented, doubts=doubts), None


def _of_text(frame: Frame | None) -> Frame | None:
    """A frame that goes on after its sentence: only a text's."""
    return frame if frame is not None and frame.presented_as == "draft" else None


def _beside_text(page: Page, sentence: Span, named: Sequence[int]) -> bool:
    """Whether the paragraph so far names a text by its number of points."""
    paragraph = paragraph_at(page, sentence.start) or sentence
    at = bisect_left(named, paragraph.start)
    return at < len(named) and named[at] < sentence.start


def _in_present(said: str) -> bool:
    """Whether a text's terms are told in the present tense: "both armies hold their fire"."""
    return _LATER.search(said) is None and present().search(said) is not None


def _goes_on(page: Page, sentence: Span, running: Frame | None, named: Sequence[int], in_present: bool) -> bool:
    """Whether a sentence goes on with a text's terms: in its mood, or in the present tense where they were told in that."""
    said = sentence.quote(page.text)
    if running is not None:
        return _continues(said, _LATER) or (in_present and _continues(said, present()) and not _HAS.search(said))
    return _beside_text(page, sentence, named) and _continues(said, _WOULD)


def _continues(said: str, moods: re.Pattern[str]) -> bool:
    """A sentence in the text's mood, or of lapse, with a subject of its own: no speaker, no pronoun for a person."""
    lapses = _LAPSE.search(said) and words("words", "lapses").search(said)
    return bool(
        (moods.search(said) or lapses)
        and not _SAID.search(said)
        and not _ASKED.match(said)
        and not news_of_talks(said)
        and not supposes(said)
        and not said.rstrip().endswith("?")
        and not starts("not_a_term", "frame").search(said)
        and not starts("not_a_term", "after").search(said)
    )


def _continued(page: Page, sentence: Span) -> Iterator[Found]:
    presented: PresentedAs = "comparison" if is_compared(sentence.quote(page.text)) else "draft"
    frame = Frame(span=sentence, presented_as=presented)
    if words("words", "lapses").search(sentence.quote(page.text)):
        for clause in _clauses(page.text, sentence):
            yield clause, sentence, frame, None
        return
    for term in terms_in(page.text, sentence):
        yield term, sentence, frame, None


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    at = sentence.start
    for part in sentence.quote(text).split(";"):
        clause = trimmed(text, at, at + len(part)) if part else None
        at += len(part) + 1
        if clause:
            yield clause


def _provision(
    page: Page,
    term: Span,
    sentence: Span,
    frame: Frame,
    texts: Texts,
    before: tuple[str, ...],
    shares: Shares,
) -> Provision | None:
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
    named = topic_of(bare) or topic_of(said)
    if named is not None and (told_apart(bare) or told_apart(said)):
        told = bare if topic_scores(bare) else said
        return (about(told, shares)[0] if outweighs(shares, told) else named[0]), True
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


def _claim_of(claims: Sequence[Claim], contents: Near, term: Span) -> int | None:
    """The claim with the smallest content that holds the term, or most of it."""
    near = [i for i in contents.overlapping(term) if claims[i].content]
    whole = [i for i in near if hull(claims[i].content).contains(term)]
    if whole:
        return innermost(claims, whole)
    most = MOST * (term.end - term.start)
    return innermost(claims, (i for i in near if claims[i].source and hull(claims[i].content).shared(term) >= most))


__all__ = ["PARTY_KINDS", "find_provisions"]
