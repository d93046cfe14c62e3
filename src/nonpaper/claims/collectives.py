"""Words that stand for both sides at once: "both armies", "neither country", "each other", "an exchange of prisoners"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.page import Page, mentions_in, sentence_at, sentence_before
from nonpaper.claims.sides import alone, any_of, opposite, pairs, sides
from nonpaper.model.span import Span

Names = tuple[str, ...]
# "both", "each" and "the two" alone may count texts, towns or men as well.
_BARE = re.compile(r"(?:both|each|neither|either|the two|the pair)\W*", re.IGNORECASE)
_UNKNOWN = re.compile(r"\b[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+")
_NEIGHBOUR = re.compile(
    r",?\s+and\s+its\s+(?:\w+\s+){0,2}?(?:neighbou?r|foe|rival|enemy|adversary)(?=\s+[a-z])", re.IGNORECASE
)
_THEY = re.compile(r"(?:they|their(?: \w+)?)", re.IGNORECASE)
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
_NOBODY = re.compile(r"(?:neither|either|each other|one another)\b", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    r"(?:[’']s?)?(?:,[^,.;:]{2,50},)?\s+(?!of\b|to the\b|and\b|or\b|in\b|on\b|at\b|with\b|for\b|from\b)[a-z]",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s+of (?:the (?:two |warring )?(?:sides|parties|countries|states|armies)|them)\b", re.IGNORECASE
)
_FAR = 60
"""Characters of a term before a collective subject: "Within 72 hours of signature, both armies …"."""


def both_of(page: Page, words: Span) -> Names:
    """The two sides, for words that stand for both; the state, for its "army" against rebels; empty for other words."""
    said = words.quote(page.text).strip()
    if _collective().fullmatch(said) and not (_BARE.fullmatch(said) and _counts_others(page, words)):
        both = _sides_at(page, words.start)
        return () if _of_states().search(said) and any(map(is_movement, both)) else both
    if _THEY.fullmatch(said) and _opened_together(page, words.start):
        return _sides_at(page, words.start)
    facing = opposite(page)
    return (facing[0],) if facing and _of_the_state().fullmatch(said) else ()


def subject_together(page: Page, term: Span) -> tuple[Names, int]:
    """Whom words that name nobody bind as the subject of a term's first verb, with where those words end.

    The two sides for "both armies", the state for "the army" where it faces rebels, those just named together for "they".
    """
    for found in _collective().finditer(page.text, term.start, min(term.end, term.start + _FAR * 2)):
        before = page.text[term.start : found.start()]
        bare = _BARE.fullmatch(found[0]) is not None
        after = (_DOES if bare else _SUBJECT_AFTER).match(page.text, found.end(), term.end)
        if len(before) > _FAR or not after or _PLACED.search(before) or _IF.search(before):
            continue
        if bare and not _LEADS.fullmatch(before):
            continue
        return both_of(page, Span(*found.span())), found.end()
    beside = _NEIGHBOUR.search(page.text, term.start, min(term.end, term.start + _FAR * 2))
    if beside is not None:
        named, both = mentions_in(page, Span(term.start, beside.start())), _sides_at(page, term.start)
        if named and named[-1].span.end == beside.start() and named[-1].party in both:
            return both, beside.end()
    opens = _opens().match(page.text, term.start, term.end)
    return (both_of(page, Span(*opens.span("who"))), opens.end("who")) if opens else ((), term.start)


def subjects_together(page: Page, sentence: Span) -> Iterator[tuple[Span, Names]]:
    """Words for both sides that may be the subjects of verbs in a sentence; "neither side" does nothing, and is none."""
    if sides(page) is None:
        return
    for found in _collective().finditer(page.text, sentence.start, sentence.end):
        before = page.text[max(sentence.start, found.start() - _FAR) : found.start()]
        words = Span(*found.span())
        if (
            _NOBODY.match(found[0])
            or _PLACED.search(before)
            or _IF.search(before)
            or not _SUBJECT_AFTER.match(page.text, words.end)
        ):
            continue
        named = both_of(page, words)
        if named:
            yield words, named


def bound_before(page: Page, sentence: Span, at: int) -> tuple[Names, int]:
    """The two sides, where words for both are bound to something before `at` in a sentence, with where those words begin."""
    found = [m for m in _collective().finditer(page.text, sentence.start, at) if _AGREE.match(page.text, m.end(), at)]
    return (both_of(page, Span(*found[-1].span())), found[-1].start()) if found else ((), at)


def collective_at(page: Page, at: int, stop: int) -> Names:
    """The two sides, or the state, for the words that begin at `at`."""
    start = at - 4 if page.text[max(0, at - 4) : at].casefold() == "the " else at
    found = _collective().match(page.text, start, stop) or _collective().match(page.text, at, stop)
    found = found or _state().match(page.text, at, stop)
    return both_of(page, Span(*found.span())) if found else ()


def mutual(page: Page, term: Span) -> Names:
    """The two sides, where a term is something that two do to each other, or a truce in the war that they alone fight."""
    said, both = term.quote(page.text), _sides_at(page, term.start)
    if _of_states().search(said) and any(map(is_movement, both)):
        return ()
    if _mutual().search(said) or _placed().search(said) or (alone(page) and _truce().match(said)):
        return both
    return ()


def _sides_at(page: Page, at: int) -> Names:
    """The sides, unless two others were joined just before."""
    both = sides(page)
    if both is None:
        return ()
    sentence = sentence_at(page, at)
    start = sentence.start if sentence else at
    last = sentence_before(page, start) if sentence else None
    near = [p for p in pairs(page) if (last.start if last else start) <= p.at < at]
    return both if not near or set(near[-1].parties) == set(both) else ()


def _counts_others(page: Page, words: Span) -> bool:
    """Whether what was last named by twos, here or in the sentence before, are texts, towns or people."""
    sentence = sentence_at(page, words.start)
    if sentence is None:
        return False
    last = sentence_before(page, sentence.start)
    start = last.start if last else sentence.start
    others = [m.start() for m in _others().finditer(page.text, start, words.start)]
    others += [m.start() for m in _UNKNOWN.finditer(page.text, start, words.start) if not _known(page, m)]
    both = [m.start() for m in _collective().finditer(page.text, start, words.start) if not _BARE.fullmatch(m[0])]
    return bool(others) and max(others) > max(both, default=-1)


def _known(page: Page, joined: re.Match[str]) -> bool:
    """Whether two joined names are both known to the page."""
    names = mentions_in(page, Span(joined.start(), joined.end()))
    return len({m.party for m in names if m.party}) > 1


def _opened_together(page: Page, at: int) -> bool:
    """Whether the sentence before has both sides as its subject."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence and at <= sentence.start + 1 else None
    return last is not None and bool(subject_together(page, last)[0])


@cache
def _collective() -> re.Pattern[str]:
    quality, many, one, alone = (any_of(key) for key in ("quality", "together", "one_of_them", "alone"))
    some = rf"(?:{quality}\s+){{0,2}}"
    return re.compile(
        rf"(?<![\w-])(?:(?:both|the two|these two|the)\s+{some}(?:{quality}\s+){many}|(?:both|the two|these two|both of the|both the)\s+{some}{many}"
        rf"|(?:each|either|neither)\s+(?:of the (?:two )?{many}|{some}{one})|the\s+{alone}|each other|one another|both|each|neither|the two|the pair)(?:[’']s?)?(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _mutual() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('mutual')}(?![\w-])", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    """A term whose subject is a body of the state, or "they": "Within a day the army would …", "Their units stay …"."""
    lead = r"(?:(?:Within|In|After|From|On|By|Before|At)\b[^,.;:]{2,50}?,?\s+)?"
    return re.compile(
        rf"\W*{lead}(?P<who>they|their \w+|(?:the\s+)?{any_of('of_the_state')})\s+(?!of\b|in\b|and\b|or\b|from\b|at\b|on\b|to the\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _truce() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:[\w-]+ ){{0,1}}?{any_of('truce')}(?![\w-])", re.IGNORECASE)


@cache
def _placed() -> re.Pattern[str]:
    """Both as owners of what is named: "boats of both navies", "a hotline between the two coast guards"."""
    return re.compile(rf"\b(?:of|between|by) {_collective().pattern}", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b(?:two|both|the|these)\s+(?:[\w’'-]+\s+){{0,2}}?{any_of('texts')}\b", re.IGNORECASE)


@cache
def _of_states() -> re.Pattern[str]:
    """Nouns of what only states have or are."""
    return re.compile(rf"\b{any_of('of_states')}\b", re.IGNORECASE)


@cache
def _state() -> re.Pattern[str]:
    return re.compile(rf"{any_of('of_the_state')}(?![\w-])", re.IGNORECASE)


@cache
def _of_the_state() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:the|its)\s+)?{any_of('of_the_state')}(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:[’']s?)?", re.IGNORECASE
    )
