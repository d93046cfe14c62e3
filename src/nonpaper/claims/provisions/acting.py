"""Texts as the subjects of verbs: what a plan calls for, bans or leaves open, and whose plan it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, may_hold, mentions_in, sentence_before
from nonpaper.claims.provisions.comparing import is_compared, newer_from
from nonpaper.claims.provisions.cues import (
    own_verb,
    starts,
    subject_words,
    text_noun,
    text_subject,
    verb_meaning,
)
from nonpaper.claims.provisions.frame import Frame
from nonpaper.model.span import Span

_CONCLUDED = re.compile(r"\b(?:accord|agreement|treaty|deal|truce|protocol|memorandum|settlement)s?\b", re.IGNORECASE)
_PAST = re.compile(r"(?:ed|led for|foresaw|set|gave|put)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"\w+ (?:nothing|neither|little|no word|not a word)\b", re.IGNORECASE)
# Between a text and a verb: another clause with a subject of its own ("confirmed the deal on Friday but said its army").
# What stands between two commas has closed again: "the draft, which the Post said it has read, caps …".
_OTHER_CLAUSE = re.compile(
    r"\b(?:but|though|although|whereas|while)\b"
    r"|^\s+\w.*\b(?:said|says|say|told|tells|added|adds|made (?:it )?clear|wrote|writes)\b(?!(?:,?\s+(?:on|in|at|late|early|earlier|last|this)\b[^,]{0,30},?)?$)",
    re.IGNORECASE,
)
# What is not known to stand in a text, or known not to: "it is unclear whether the draft …", "nothing in the draft forbids …".
_UNKNOWN = re.compile(
    r"\b(?:whether|if|unless|not clear|unclear|den(?:y|ies|ied)|denying"
    r"|(?:nothing|nowhere|none|no (?:\w+ )?(?:article|clause|line|paragraph|passage|sentence|word))(?: (?:else|of \w+))? (?:in|of))\b[^,;:]{0,40}$",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"[\w-]+[’']s (?:[\w-]+ ){0,2}?(?:draft|text|paper|document|outline|framework|roadmap|compromise)\b", re.IGNORECASE
)
_MORE = re.compile(r"[\w:]")
_OLDER = re.compile(
    r"\b(?:earlier|previous|former|older|old|spring|summer|autumn|winter|last (?:year|month|spring|autumn)[’']s)\b",
    re.IGNORECASE,
)
# What did once what it did, and bears a month, is one of several too.
_DATED = re.compile(
    _OLDER.pattern + r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANSWER = re.compile(
    r"(?:the\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4}?)(?:[’']s?)?\s+(?:own\s+|new\s+|written\s+)?(?:counter-?(?:proposal|offer|draft|text|paper)|reply|response|answer|proposal|offer|amendments?|list of demands|demands)\b",
    re.IGNORECASE,
)
ONE_SIDE = "may be one side's own paper, not the text under negotiation"


def text_frame(page: Page, sentence: Span, said: str) -> Frame | None:
    """What a text does in a sentence, as its term; None where it does nothing or only says how it is received."""
    nouns, verbs = subject_words()
    if not (may_hold(page, sentence, nouns) and may_hold(page, sentence, verbs)):
        return None
    newer = newer_from(said)
    if newer is not None:
        return text_frame(page, Span(sentence.start + newer, sentence.end), said[newer:])
    found = next(acting_texts(said), None)
    if (
        found is None
        or _UNKNOWN.search(said, 0, found.start())
        or _SAYS_NOTHING.match(said, found.start("verb"))
        or not _MORE.search(said, found.end("verb"))
    ):
        return None
    if found.start() == 0 and said.startswith("It ") and not text_noun().search(words_before(page, sentence)):
        return None
    modality, status = verb_meaning(found["verb"])
    own = own_verb().match(found["verb"]) is not None
    end = sentence.start + found.start("verb") if own else sentence.start + found.end("verb")
    if starts("not_a_term", "after").match(said[found.start("verb") :]):
        return None
    if starts("not_a_term", "object").match(said[found.end("verb") :].lstrip(" ,:")):
        return None
    compared = is_compared(said) or _earlier(found.group(), found["verb"]) or _other(said, found)
    return Frame(
        span=Span(end, sentence.end) if end < sentence.end else Span(sentence.start, sentence.end),
        presented_as="comparison" if compared else "draft",
        doubts=(ONE_SIDE,)
        if not compared and (_owned(page, sentence, found) or _of_a_side(page, sentence, said))
        else (),
        modality=modality,
        text_status=status,
        cue=Span(sentence.start + found.start("verb"), sentence.start + found.end("verb")),
    )


def acting_texts(said: str) -> Iterator[re.Match[str]]:
    """The texts that do something in a sentence, but for those between which and their verb another clause stands."""
    return (f for f in text_subject().finditer(said) if not _OTHER_CLAUSE.search(f["aside"] or ""))


def words_before(page: Page, sentence: Span) -> str:
    """The words of the sentence before."""
    last = sentence_before(page, sentence.start)
    return last.quote(page.text) if last else ""


def _earlier(subject: str, verb: str) -> bool:
    """Whether a text is another, concluded one: it bears a year, or did once what it did ("the accord required")."""
    concluded = _CONCLUDED.search(subject) is not None or subject.startswith("It ")
    return _YEAR.search(subject) is not None or (concluded and _PAST.search(verb) is not None)


def _owned(page: Page, sentence: Span, found: re.Match[str]) -> bool:
    """Whether a text is the paper of one side: "Norvia's draft", where Norvia does not mediate."""
    owned = _SIDES.match(found.group())
    if owned is None:
        return False
    start = sentence.start + found.start()
    owner = next(iter(mentions_in(page, Span(start, start + owned.end()))), None)
    return owner is not None and owner.party is not None and owner.party not in mediators(page)


def _of_a_side(page: Page, sentence: Span, said: str) -> bool:
    """Whether "It" is the answer of one side, of which the sentence before tells: "Norvia's counter-proposal differs"."""
    last = sentence_before(page, sentence.start) if said.startswith("It ") else None
    answer = _ANSWER.match(page.text, last.start, last.end) if last else None
    return answer is not None and any(
        m.party not in mediators(page) for m in mentions_in(page, Span(*answer.span("who"))) if m.party
    )


def _other(said: str, found: re.Match[str]) -> bool:
    """Whether a text is called an earlier one, by the words before its aside."""
    ends = found.start("aside") if found["aside"] else found.start("verb")
    past = _PAST.search(found["verb"]) is not None
    return (_DATED if past else _OLDER).search(said, found.start(), ends) is not None
