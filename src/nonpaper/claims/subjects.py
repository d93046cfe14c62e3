"""Who does what a sentence says: a party, its body or people, two parties together, or "it" for the one just named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.sides import subjects_together
from nonpaper.claims.who import parties_of
from nonpaper.model.span import Span

BODIES = (
    r"(?:(?:foreign|defen[cs]e|interior|finance|energy|water|agriculture|fisheries|justice|trade|economy|oil|information|security|lead|acting|supreme|transitional|military|ruling|new|own|two|top|chief|deputy|senior|presidential)\s+){0,6}"
    r"(?:government|administration|leaders?|leadership|officials?|office|presidency|ministry|ministers?|army|military|side|delegation|delegates|parliament|senate"
    r"|prime minister|premier|president|chancellor|king|guide|sultan|emir|regent|junta|chancellery|embassy|consulate|ambassador|mission|envoys?|negotiators?|commanders?|generals?|rebels?|fighters|cabinet|council|authorities|forces|movement"
    r"|spokes\w+|secretary(?:-general)?|commissioner|representatives?|treasury|coalition|bloc)\b"
)
_BODY = re.compile(rf"(?:[’']s?)?\s+{BODIES}", re.IGNORECASE)
_NAMED = re.compile(r"(?:,\s|\s)(?:[A-Z][\w.’'-]+\s?){1,4}(?:,(?=\s))?")
_ASIDE = re.compile(r",\s(?!(?:and|but|which|who|said|has|have|had)\b)[^,.;:“”\"]{3,70},")
_AND = re.compile(
    r",?\s+(?:and|or)\s+(?:the\s+)?(?:(?:rebels?|fighters|government|delegates|leaders|army) (?:of|from)\s+(?:the\s+)?)?"
)
_ADVERBS = re.compile(
    r"(?:\s+(?:also|already|again|still|now|firmly|flatly|later|then|meanwhile|for (?:its|their|his|her) part|both|all|jointly|long|repeatedly|on \w+day))*,?\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\W*(?:(?:but|and|yet|meanwhile,?|on \w+day,?)\s+)?(?P<who>it|they|the (?:group|movement|rebels|government|army|front|country))(?=\s)",
    re.IGNORECASE,
)
# The rebels in somebody's words: "said | the group had accepted".
_REBELS = re.compile(
    r"(?<=\s)the (?:group|movement|rebels|rebel (?:group|movement)|militia|insurgents|guerrillas)(?=\s)"
)
KINDS = ("party", "metonym", "group", "person", "adjective")


class Subject:
    """A party with the mention that names it (None for a pronoun), where its words begin, and where its verb may begin."""

    __slots__ = ("mention", "party", "start", "verb")

    def __init__(self, party: str, mention: Mention | None, start: int, verb: int) -> None:
        self.party, self.mention, self.start, self.verb = party, mention, start, verb


@lru_cache(maxsize=256)  # asked of each sentence of a page by two rules
def subjects(page: Page, sentence: Span) -> tuple[Subject, ...]:
    """The possible subjects of a sentence's verbs: a pronoun, those that act together, then each name in text order."""
    return tuple(_subjects(page, sentence, _verb))


@lru_cache(maxsize=256)
def acting(page: Page, sentence: Span) -> tuple[Subject, ...]:
    """The subjects with the verbs of clauses about them too: "Norvia, which hosts the talks, has …" is one of both."""
    if _WHICH.search(page.text, sentence.start, sentence.end) is None:
        return subjects(page, sentence)
    return tuple(_subjects(page, sentence, _verbs))


Verbs = Callable[[Page, int, int], Iterator[int]]


def _subjects(page: Page, sentence: Span, verbs: Verbs) -> Iterator[Subject]:
    opens = _PRONOUN.match(page.text, sentence.start, sentence.end)
    if opens is not None:
        named = parties_of(page, Span(*opens.span("who")))
        if len(named) == 1:
            yield Subject(named[0], None, opens.start("who"), _past(page, opens.end("who"), sentence.end))
    for words, parties in subjects_together(page, sentence):
        for party in parties:
            yield Subject(party, None, words.start, _past(page, words.end, sentence.end))
    for said in _REBELS.finditer(page.text, sentence.start + 1, sentence.end):
        named = parties_of(page, Span(*said.span()))
        if len(named) == 1:
            yield Subject(named[0], None, said.start(), _past(page, said.end(), sentence.end))
    mentions = [m for m in mentions_in(page, sentence) if m.party and m.kind in KINDS]
    ends = [_phrase(page, m, sentence.end) for m in mentions]
    for i in reversed(range(len(mentions) - 1)):  # "A and B have agreed": the verb of the last is the first's too
        joint = ends[i] and _AND.match(page.text, ends[i], mentions[i + 1].span.start + 1)
        if joint and joint.end() == mentions[i + 1].span.start and ends[i + 1]:
            ends[i] = ends[i + 1]
    for mention, end in zip(mentions, ends, strict=True):
        if end:
            for verb in verbs(page, end, sentence.end):
                yield Subject(mention.party or "", mention, mention.span.start, verb)


def _verb(page: Page, end: int, stop: int) -> Iterator[int]:
    yield _past(page, end, stop)


def _verbs(page: Page, end: int, stop: int) -> Iterator[int]:
    """Where the verb of a noun phrase begins; of "Norvia, which hosts them, has …" both verbs."""
    which = _WHICH.match(page.text, end, stop)
    if which is None:
        yield from _verb(page, end, stop)
        return
    yield past_adverbs(page, which.start("clause"), stop)
    yield past_adverbs(page, which.end("clause") + 1, stop)


_WHICH = re.compile(r",\s(?:which|who)(?P<clause>\s[^,.;:“”\"]{3,90})(?:,(?=\s))")


def _phrase(page: Page, mention: Mention, stop: int) -> int:
    """Where the noun phrase ends that a name begins; 0 where an adjective has no body or people of its own."""
    body = _BODY.match(page.text, mention.span.end, stop)
    if body is None:
        people = page.text[mention.span.end - 1] == "s"
        return mention.span.end if mention.kind != "adjective" or people else 0
    named = _NAMED.match(page.text, body.end(), stop)
    return named.end() if named else body.end()


def _past(page: Page, end: int, stop: int) -> int:
    """Past an aside and adverbs."""
    aside = _ASIDE.match(page.text, end, stop)
    return past_adverbs(page, aside.end() if aside else end, stop)


def past_adverbs(page: Page, end: int, stop: int) -> int:
    """Where the verb begins, past the adverbs that stand between it and its subject."""
    adverbs = _ADVERBS.match(page.text, end, stop)
    return adverbs.end() if adverbs else end
