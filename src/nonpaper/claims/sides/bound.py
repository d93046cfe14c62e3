"""Collectives as subjects: "both armies would …", "the two are to …", "their units stay …", "X and its neighbour share …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, mentions_in, sentence_at, sentence_before
from nonpaper.claims.sides.collective import BARE, Names, both_of, collectives, sides_at
from nonpaper.claims.sides.two import REBELS, side_of, sides
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span

_NEIGHBOUR = re.compile(
    r",?\s+and\s+its\s+(?:\w+\s+){0,2}?(?:neighbou?r|foe|rival|enemy|adversary)(?=\s+[a-z])", re.IGNORECASE
)
# What somebody must not do to "each other" is done by those before it.
_IF = re.compile(
    r"\b(?:if|unless|when|until|once|after|before|should|in case|as long as|so long as|that|which|whether|where)\b[^,;]*$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:of|to|for|between|with|by|on|from|against|in|among|at|into|under|over|than|as)\s+$", re.IGNORECASE
)
# What may stand before a subject in its clause: nothing, or what says when and where.
_LEADS = re.compile(
    r"\W*(?:(?:Within|In|After|From|On|By|Before|At|Under|For|During|Until|With|Over|As)\b.*|.*[,;:–—]|(?:.*\s)?that|require|requires|let|lets|oblige|obliges)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_DOES = re.compile(
    r"(?:,[^,.;:]{2,50},)?\s+(?:(?:also|then|now|each|jointly|further)\s+)*(?:are|is|have|has|will|would|must|shall|may|can|should|could|agree[sd]?|undertake[sn]?|commit|promise|pledge|keep|remain|get|receive|stop|withdraw|pull|recogni[sz]e|renounce|refrain|exchange|open|accept)\b|\s+to\s+(?!the\b|an?\b)[a-z]|\s+[a-z]{3,}\s+(?:the|their|its|all|an?|any|no|every|\d[\d,.]*|hundreds|thousands)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"(?:,[^,.;:]{2,60},)?\s+(?:(?:also|then|now|each|jointly|\w+ly)\s+)*(?:(?:have|has|had)\s+)?"
    r"(?:(?:are|is|have)\s+(?:also\s+|then\s+|not\s+)?to|agree[sd]?|undert\w+|committed|commits?|promised?|pledged?|accepted|would|will|must|shall|may|to)\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:they|their(?: \w+)?)", re.IGNORECASE)
_NOBODY = re.compile(r"(?:neither|either|each other|one another)\b", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    r"(?![’']s?\s+(?:accounts?|officials|sources|reports?|versions?|statements?|press|media|newspapers)\b)(?:[’']s?)?(?:,[^,.;:]{2,50},)?\s+(?!of\b|to the\b|and\b|or\b|in\b|on\b|at\b|with\b|for\b|from\b)[a-z]",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|told|announced|insisted|claimed|declared|confirmed|added|reported)\b[^.;:“\"]*\Z", re.IGNORECASE
)
_FAR = 60
"""Characters of a term before a collective subject: "Within 72 hours of signature, both armies …"."""
_BEFORE = 600
"""Characters before a term in which its sentence may bind both."""


def subject_together(page: Page, term: Span) -> tuple[Names, int]:
    """Whom words that name nobody bind as the subject of a term's first verb, with where those words end.

    The two sides for "both armies", the state for "the army" where it faces rebels, those just named together for "they".
    """
    found = _opening(page, term)
    if found is not None:
        return both_of(page, Span(*found.span())), found.end()
    beside = _neighbour(page, term)
    if beside is not None:
        return beside
    they = _they().match(page.text, term.start, term.end)
    if they is not None:
        return (sides_at(page, term.start) if _opened_together(page, term.start) else ()), they.end("who")
    body = _body().match(page.text, term.start, term.end)
    if body is not None:
        who = Span(*body.span("who"))
        side = side_of(page, who)
        return (side,) if side else both_of(page, who), body.end("who")
    return (), term.start


def _opening(page: Page, term: Span) -> re.Match[str] | None:
    """Words for both as the first subject of a term."""
    for found in collectives(page, term.start, min(term.end, term.start + 2 * _FAR)):
        before = page.text[term.start : found.start()]
        bare = BARE.fullmatch(found[0]) is not None
        verb = (_DOES if bare else _SUBJECT_AFTER).match(page.text, found.end(), term.end)
        clear = len(before) <= _FAR and not _PLACED.search(before) and not _IF.search(before)
        if verb and clear and (not bare or _LEADS.fullmatch(before)):
            return found
    return None


def _neighbour(page: Page, term: Span) -> tuple[Names, int] | None:
    """Both, where one is named with "its neighbour" or "its foe"."""
    found = _NEIGHBOUR.search(page.text, term.start, min(term.end, term.start + 2 * _FAR))
    named = mentions_in(page, Span(term.start, found.start())) if found and found.start() > term.start else ()
    both = sides_at(page, term.start)
    if found is None or not named or named[-1].span.end != found.start() or named[-1].party not in both:
        return None
    return both, found.end()


def subjects_together(page: Page, sentence: Span) -> Iterator[tuple[Span, Names]]:
    """Words for both sides that may be the subjects of verbs in a sentence; "neither side" does nothing, and is none.

    What somebody else says of both ("Osterland's envoy said both had agreed") is his word, and no yes of either.
    """
    if sides(page) is None:
        return
    for found in collectives(page, sentence.start, sentence.end):
        before = page.text[max(sentence.start, found.start() - _FAR) : found.start()]
        acts = _SUBJECT_AFTER.match(page.text, found.end()) and not _NOBODY.match(found[0])
        named = both_of(page, Span(*found.span())) if acts else ()
        theirs = not _PLACED.search(before) and not _IF.search(before)
        if named and theirs and not _told_by_another(page, Span(sentence.start, found.end()), found.start(), named):
            yield Span(*found.span()), named


def _told_by_another(page: Page, said: Span, at: int, both: Names) -> bool:
    """Whether a third party speaks before `at` in its sentence; what a mediator says of both is kept as such."""
    speaks = _SAYS.search(page.text, said.start, at)
    named = mentions_in(page, Span(said.start, speaks.start())) if speaks and speaks.start() > said.start else ()
    return any(m.party and m.party not in both and m.party not in mediators(page) for m in named[-2:])


def bound_before(page: Page, sentence: Span, at: int) -> tuple[Names, int]:
    """The two sides, where words for both are bound to something before `at` in a sentence, with where those words begin."""
    near = collectives(page, max(sentence.start, at - _BEFORE), at)
    found = [m for m in near if _AGREE.match(page.text, m.end(), at)]
    return (both_of(page, Span(*found[-1].span())), found[-1].start()) if found else ((), at)


def together_before(page: Page, words: Span) -> Names:
    """The two sides for "they" or "their units", where the sentence before has both as its subject."""
    said = words.quote(page.text).strip()
    return sides_at(page, words.start) if _THEY.fullmatch(said) and _opened_together(page, words.start) else ()


def _opened_together(page: Page, at: int) -> bool:
    """Whether the sentence before has both sides as its subject."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence and at <= sentence.start + 1 else None
    while last is not None and _LABEL.fullmatch(page.text, last.start, last.end):
        last = sentence_before(page, last.start)
    found = _opening(page, last) if last else None
    return found is not None and bool(both_of(page, Span(*found.span())))


# A number that stands alone before a clause of a text, and is no sentence: "Article 3."
_LABEL = re.compile(r"\W*(?:article|point|clause|paragraph|section)?\s*(?:\d{1,3}|[IVX]{1,5})\W*", re.IGNORECASE)
_WHEN = r"\W*(?:(?:Within|In|After|From|On|By|Before|At)\b[^,.;:]{2,50}?,?\s+)?"
_VERB = r"\s+(?:also\s+|then\s+)?(?!of\b|in\b|and\b|or\b|from\b|at\b|on\b|to the\b|authority\b|control\b|side\b|media\b|that\b|who\b|which\b)[a-z]"


@cache
def _they() -> re.Pattern[str]:
    return re.compile(rf"{_WHEN}(?P<who>they|their \w+){_VERB}", re.IGNORECASE)


@cache
def _body() -> re.Pattern[str]:
    """A body of the state, or the rebels, as the subject of a term: "Within a day the army would …"."""
    plural = r"(?:(?:armed|security|federal) forces|federal troops|government (?:troops|forces)|authorities|generals)"
    one = rf"the\s+(?:{any_of('of_the_state')}|{REBELS}|alliance|front|coalition|league)"
    return re.compile(rf"{_WHEN}(?P<who>{one}|{plural}|rebels|guerrillas){_VERB}", re.IGNORECASE)
