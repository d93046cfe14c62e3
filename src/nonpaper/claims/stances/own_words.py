"""Positions in what a party says of itself: claims whose source speaks for a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.sides import sides
from nonpaper.claims.stances.anothers import of_another
from nonpaper.claims.stances.clauses import REFERS_BACK, against
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import first, is_none, pattern
from nonpaper.claims.stances.deeds import TOLD, awaiting, tied
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.led import led_by
from nonpaper.claims.stances.objects import TELLING, USUAL, WISHES, YES, object_of
from nonpaper.claims.stances.papers import told_of
from nonpaper.claims.stances.parts import NEAR, REACH, content_of, from_source, parts
from nonpaper.claims.stances.will import deed_of, will_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span, hull

# Who comes from a party and does not speak for it.
OUTSIDE = re.compile(
    r"\b(?:opposition|protest\w*|demonstrat\w+|activists?|critics?|residents?|famil(?:y|ies)|relatives|former|ex|exiled|ousted|retired|dissidents?|campaigners?|nobody|no[ -]one|none|few|hardly any(?:body|one)?|farmers?|villagers?|refugees|bloggers?|unions?|mayors?|universit(?:y|ies)|municipalit(?:y|ies)|supreme court|court of \w+|part(?:y|ies) (?:in|of the (?:left|right|centre))|governors? of the|clergy|bishops?)\b(?! (?:minister|president)s? of)",
    re.IGNORECASE,
)
NOT_A_PARTY = frozenset({"analyst", "outlet_relay", "none", "document_seen", "leaked_full_text", "recording"})
_BLOC = re.compile(r"(?:Union|League|Alliance|Community|Organi[sz]ation|Council|Association|Europe|NATO|Quad|Group)$")
_NEGATED = re.compile(
    r"\b(?:no one|nobody|none|no|not|never|cannot|without|hardly|far from|refus\w+|neither|nor|few|\w+n[’']t|false|untrue|whether|reports?|rumou?rs|claims?)\b[^,;.]{0,50}$",
    re.IGNORECASE,
)
_INSISTS = re.compile(r"\b(?:insist|demand)(?:s|ed|ing)?\b", re.IGNORECASE)


def from_claims(page: Page, claims: Sequence[Claim], hints: Hints) -> Iterator[Position]:
    """One position, or two where the words name two objects, for each claim that shows a stance."""
    for index, claim in enumerate(claims):
        if claim.kind in NOT_A_PARTY or claim.carrier_of is not None or not claim.content:
            continue
        paper = told_of(page, claim)
        if paper is not None and paper.party != claim.party:
            yield from _of_a_paper(page, index, claim, paper.party, hints)
            continue
        if claim.party is None:
            continue
        if _unnamed_for_bloc(claim) or _outsider(page, claim) or _of_who_leads(page, claim):
            continue
        if claim.act in ("says", "wants") or (not _named(page, claim) and deed_of(page, claim) is not None):
            yield from (_retold(page, claims, claim, p) for p in _stated(page, index, claim, hints))


def _of_a_paper(page: Page, index: int, claim: Claim, party: str | None, hints: Hints) -> Iterator[Position]:
    """What a party's text demands, of which another tells: nobody's that is known where the text's party is not."""
    if party is None or claim.act not in ("says", "wants"):
        return
    for position in _stated(page, index, replace(claim, party=party), hints):
        told = replace(position, basis="counterpart" if claim.party else "self", speaker=None)
        yield told if claim.party else doubted(told, RETOLD)


RETOLD = "told only by somebody else"


def _retold(page: Page, claims: Sequence[Claim], claim: Claim, position: Position) -> Position:
    """What another says that a party said is a counterpart's word for it, or nobody's that is known.

    What a party told the mediators is its answer in the talks, which somebody only reports.
    """
    outer = claims[claim.inside] if claim.inside is not None else None
    if outer is None or not outer.source or outer.party == claim.party or outer.kind in NOT_A_PARTY - {"analyst"}:
        return position
    if outer.party:
        return replace(position, basis="counterpart")
    return replace(position, basis="reporter") if _to_mediators(page, claim) else doubted(position, RETOLD)


_TO_MEDIATORS = re.compile(
    r"(?:told|informed|notified|assured|answered|written to)\s+(?:(?!that\b)[\w’'-]+,?\s+){0,6}?(?:mediators?|go-betweens?|intermediar(?:y|ies)|hosts|guarantors?)\b"
)


def _to_mediators(page: Page, claim: Claim) -> bool:
    """Whether a party said something to those who mediate: "has told the mediators that …"."""
    at = claim.cue[0].start if claim.cue else None
    return at is not None and _TO_MEDIATORS.search(page.text, at, at + REACH) is not None


def _of_who_leads(page: Page, claim: Claim) -> bool:
    """Whether another party is the subject of the clause that the content is the rest of."""
    leads = led_by(page, claim, content_of(page.text, claim))
    return leads not in (None, claim.party)


def _unnamed_for_bloc(claim: Claim) -> bool:
    """An unnamed official or diplomat never speaks for a bloc of states."""
    return claim.kind in ("unnamed_official", "person_familiar") and _BLOC.search(claim.party or "") is not None


def _named(page: Page, claim: Claim) -> bool:
    """Whether the source names its party: what it does is then what the sentence asserts of the party."""
    return bool(claim.source) and any(m.party == claim.party for m in mentions_in(page, hull(claim.source)))


def _outsider(page: Page, claim: Claim) -> bool:
    """Whether a source only comes from a party, or is nobody: "the opposition in Kessara", "nobody in Kessara"."""
    if not claim.source:
        return False
    source = hull(claim.source)
    return (
        OUTSIDE.search(source.quote(page.text)) is not None or _OUT_OF_OFFICE.match(page.text, source.end) is not None
    )


# "the leader, | then in opposition, said".
_OUT_OF_OFFICE = re.compile(
    r",?\s(?:then|still|now|who was|at the time)\s(?:in (?:opposition|exile|prison|jail)|out of (?:office|power))\b"
)


def _stated(page: Page, index: int, claim: Claim, hints: Hints) -> Iterator[Position]:
    """The stances of one claim: one for the whole, or one for each clause where "but" sets two against one another."""
    content = content_of(page.text, claim)
    clauses = against(page, content)
    for clause in clauses or (_in_a_sentence(page, content),):
        yield from _shown(page, index, claim, clause, hints, alone=not clauses)


def _in_a_sentence(page: Page, content: Span) -> Span:
    """Of a content of several sentences, the one that shows a stance where it names its object: the next one's is not that."""
    found = first("said", content.quote(page.text))
    sentence = sentence_at(page, content.start + found[1].start()) if found else None
    if found is None or sentence is None or content.start + found[1].end() > sentence.end:
        return content
    inside = Span(max(content.start, sentence.start), min(content.end, sentence.end))
    said = inside.quote(page.text)
    return inside if object_of(said) is not None and REFERS_BACK.match(said) is None else content


def _shown(page: Page, index: int, claim: Claim, content: Span, hints: Hints, *, alone: bool) -> Iterator[Position]:
    said = content.quote(page.text)
    found = (_by_verb(page, claim, content) if alone else None) or _in_words(page, claim, content, alone=alone)
    if found is None:
        return
    stance, span, plain = found
    if is_none(_COULD_IF.sub(" ", said) if stance.endswith("_if") else said, stance):
        return
    if stance in ("rejects", "red_line") and _TO_BE_CALLED.match(said):
        return  # a name is no term: "refuses | to be called a party"
    if stance == "demands" and _LEADS_LIST.search(said):
        return  # each item of the list is a demand of its own
    if stance == "reserves" and _OPEN.search(said) and not _at_the_table(page, claim):
        return  # what a mediator says is open, others leave open
    for place, part in enumerate(parts(page.text, span, content, stance)):
        about = _about(page.text, part, content)
        bare = without(page.text, about, conditions_of(page.text, about)) if stance.endswith("_if") else ""
        topic = object_of(bare) or object_of(about.quote(page.text)) or object_of(said) or USUAL.get(stance)
        names = stance not in WISHES or len(about.quote(page.text).split()) > FEWEST
        if topic is None and stance in TELLING and plain and names and not place:
            topic = hints.topic(part)
        elif topic is None and stance == "criticises":
            topic = hints.known(part)
        if topic is not None:
            yield _position(page, index, claim, stance, part, topic)
    if alone and span.end <= content.start:  # "called the talks serious but warned that | …"
        yield from _shown(page, index, claim, content, hints, alone=False)


_TO_BE_CALLED = re.compile(
    r"\W*to be (?:called|seen|regarded|treated|described|counted|labelled|considered)\b", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:brackets|unresolved|unsettled|undecided)\b", re.IGNORECASE)


def _at_the_table(page: Page, claim: Claim) -> bool:
    """Whether a speaker may be of a side: no mediator's, and none's whom the two that face each other leave out."""
    facing = sides(page)
    return not mediates(page, claim) and (facing is None or claim.party in facing)


FEWEST = 3
"""Words up to which a wish names nothing where no topic is known by them: "he wants more"."""
Shown = tuple[Stance, Span, bool]
"""A stance, the words that show it, and whether they do so plainly enough where no topic is named."""


def _by_verb(page: Page, claim: Claim, content: Span) -> Shown | None:
    """The stance in what the source does, or in the words of saying: "rejected", "called for"."""
    if _apart(page, claim, content):
        return None  # the object of a verb stands in its sentence
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_cue, by_words, by_deed = _by_cue(page, claim, cue), first("said", said), deed_of(page, claim)
    whole = from_source(claim, content)
    if by_deed is not None and not (by_words is not None and by_deed == "demands" and _THAT.match(said)):
        return by_deed, _up_to_next(page.text, whole), True
    if by_cue is None and by_words is None:
        return ("criticises", whole, True) if _blames(cue, said) else None
    if by_cue is None:
        return None
    if by_words is not None and (by_cue[0], by_words[0]) == ("denies_report", "denies_knowledge"):
        return "denies_knowledge", whole, True
    on_condition = by_cue[0] == "offers" and conditions_of(page.text, content)
    return "offers_if" if on_condition else by_cue[0], whole, True


def _apart(page: Page, claim: Claim, content: Span) -> bool:
    """Whether a content begins after the sentence of all words of saying, and somebody else is named in between."""
    last = sentence_at(page, claim.cue[-1].start) if claim.cue else None
    if last is None or content.start < last.end:
        return False
    between = mentions_in(page, Span(last.end, content.start)) if content.start > last.end else ()
    return any(m.party not in (None, claim.party) for m in between)


def _up_to_next(text: str, deed: Span) -> Span:
    """The words of a deed without what its doer says next: "confirmed the truce | but warned that …"."""
    found = _SAYS_NEXT.search(text, deed.start, deed.end)
    return Span(deed.start, found.start()) if found is not None else deed


_SAYS_NEXT = re.compile(
    r",?\s+(?:but|yet|while|and)(?:\s+also|,[^,.;“”\"]{3,40},)?\s+(?:said|says|warned|warns|added|adds|insisted|insists|told|stressed|noted|saying|warning"
    r"|complained|complains|regretted|accused|threatened|urged)\b"
)


FEW = 3
"""A stance in so few words is quoted with whoever says it."""


def _in_words(page: Page, claim: Claim, content: Span, *, alone: bool) -> Shown | None:
    """The stance in what is said: by words that show one, by what the speaker's side will do, or by insistence."""
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_words = first("said", said)
    if by_words is not None:
        if of_another(page, claim, content, by_words) or _unsaid(said, *by_words):
            return None
        if alone and len(said.split()) <= FEW:
            return awaiting(said, by_words[0]), from_source(claim, content), True
        first_said = _up_to_next(page.text, content)
        whole = first_said if content.start + by_words[1].end() <= first_said.end else content
        waits = tied if by_words[0] == "offers" else awaiting
        return waits(whole.quote(page.text), by_words[0]), whole, True
    by_will = will_of(page, claim, content)
    if by_will is not None:
        return by_will, content, True
    insists = _insists(page, claim, cue, said) and not _apart(page, claim, content)
    return ("demands", from_source(claim, content), False) if insists else None


_COULD_IF = re.compile(r"\b(?:may|might|could) (?=accept|agree)", re.IGNORECASE)
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|labell?(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|describ(?:es|ed|ing))\b",
    re.IGNORECASE,
)


def _blames(cue: str, said: str) -> bool:
    """Whether a text or term is given a name, in quotation marks, in which there is no praise: "called the offer 'a fig leaf'"."""
    marked = re.search(r"[“\"‘]([^”\"’]+)", said)
    if marked is None or not _CALLS.search(cue) or pattern("praise", "say").search(marked[1]):
        return False
    named = said[: marked.start()]
    return object_of(named) is not None and not _REPORT.search(named) and not _DENIES.search(marked[1])


_REPORT = re.compile(r"\b(?:reports?|stor(?:y|ies)|claims?|talks?|meeting|round)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:fake|false|invent\w*|untrue|fiction|lies?|fabricat\w+|nonsense|fantasy)\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b")


def _by_cue(page: Page, claim: Claim, cue: str) -> tuple[Stance, re.Match[str]] | None:
    """What the words of saying show, unless words before them take it back: "no longer insists on"."""
    found = first("cue", cue)
    if found is None or not claim.cue:
        return None
    start = claim.cue[0].start
    before = page.text[max(0, start - NEAR) : start] + cue[: found[1].start()]
    return None if _TAKEN_BACK.search(before) else found


def _insists(page: Page, claim: Claim, cue: str, content: str) -> bool:
    found = None if TOLD.match(content) else _INSISTS.search(cue)
    start = claim.cue[0].start if claim.cue else 0
    return found is not None and not _TAKEN_BACK.search(page.text[max(0, start - NEAR) : start] + cue[: found.start()])


_TAKEN_BACK = re.compile(
    r"\b(?:no longer|never|not|neither|nor|n[’']t|without|stopp(?:ed|ing) short of|fell short of|far from|instead of|rather than|yet to|refrained from|unable to|declin\w+ to|refus\w+ to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _unsaid(said: str, stance: Stance, found: re.Match[str]) -> bool:
    """Whether words before a yes take it back: "nobody here is ready to sign"."""
    return stance in YES and _NEGATED.search(said, 0, found.start()) is not None


def _about(text: str, part: Span, content: Span) -> Span:
    """The words that name the object; of "A and B remain open" with two parts, A alone for the first."""
    inside = Span(max(part.start, content.start), part.end) if part.end > content.start else part
    joint = re.search(r"\s+and\s+", inside.quote(text))
    if joint and first("said", inside.quote(text)[: joint.start()]) is None and inside == content:
        head = Span(inside.start, inside.start + joint.start())
        return head if object_of(head.quote(text)) not in (None, "plan", "process") else inside
    return inside


def _position(page: Page, index: int, claim: Claim, stance: Stance, span: Span, topic: str) -> Position:
    return Position(
        party=claim.party or "",
        speaker=speaker_of(page, claim),
        topic=topic,  # type: ignore[arg-type]
        stance=stance,
        basis="self",
        span=span,
        conditions=conditions_of(page.text, span) if stance in ("accepts_if", "offers_if") else (),
        unsure=claim.unsure,
        doubts=claim.doubts,
        claim=index,
    )


def speaker_of(page: Page, claim: Claim) -> str | None:
    """The words for whoever speaks: the name that they stand for where that is known."""
    return hull(claim.resolved or claim.source).quote(page.text) if claim.source else None


_LEADS_LIST = re.compile(r":\s*(?:\n|$)")
