"""What a stance is about whose own words name nothing: the term that it stands over, what the model sees there, else the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.page import Page, sentence_at, sentence_before
from nonpaper.claims.stances.objects import in_part, object_of
from nonpaper.claims.terms import RawStance
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near

_NO_TERM: frozenset[Topic] = frozenset({"process", "plan", "other"})
_PLAIN = 0.5
"""How plain the model's topic must be to be taken."""
_BACK = re.compile(r"\b(?:it|this|that|them|these|those|so|both|such|which|either)\b", re.IGNORECASE)
# What others told, denied without its matter: "disputes that reading". An account of a whole is none of a term.
_THAT = re.compile(
    r"\b(?:that|this|such an?|the) (?:reading|account|claim|version|report|assertion|description|suggestion|interpretation|charge|story)\b"
    r"(?!\W+(?:that|of|about|on|by|from|in)\b)",
    re.IGNORECASE,
)
# A yes or no to "it" that ends there.
_IT = re.compile(
    r"^\W*(?:[\w’'-]+ ){1,6}?(?:(?:accept|reject|approv|endors|back|dismiss|refus|oppos|support|welcom)\w*|turn\w* down|agree\w* to) (?:it|that|this|them)\W*$",
    re.IGNORECASE,
)

# A refusal that names nothing: what was asked for stands before it.
BARE_NO = re.compile(
    r"(?:[\w’'.-]+\s+){1,5}?(?:refused|refuses|declined|declines|rejected|turned down)\W*", re.IGNORECASE
)
REACH = 600
"""Characters before a stance that may name what it is about: a hostile sentence of many stances costs its length."""
_FEWEST = 3
"""Words before a subject that may name what was asked for."""


def answered(page: Page, at: int) -> Topic | None:
    """What a bare "refused", whose subject stands at `at`, answers: what its own sentence names before it, else the one before.

    Linear in REACH.
    """
    sentence = sentence_at(page, at)
    before = page.text[max(sentence.start, at - REACH) : at] if sentence else ""
    if sentence is None or len(before.split()) >= _FEWEST:
        return object_of(before)
    return _said_before(page, sentence)


def _said_before(page: Page, sentence: Span) -> Topic | None:
    """What the end of the sentence before one names; None where it names nothing, or none stands there."""
    last = sentence_before(page, sentence.start)
    return object_of(page.text[max(last.start, last.end - REACH) : last.end]) if last else None


_REACH = 600
"""Characters around a stretch in which a term of its sentence may tell what it is about."""


class Hints:
    """Topics by place: of a page's terms and of what the model takes its stances to be about."""

    def __init__(self, page: Page, provisions: Sequence[Provision], seen: Sequence[RawStance]) -> None:
        rows: list[tuple[Span, Topic]] = [(p.span, p.topic) for p in provisions if not p.unsure]
        rows += [(s.span, s.topics[0][0]) for s in seen if s.topics[0][1] >= _PLAIN]
        self._page, self._rows, self._near = page, rows, Near(span for span, _ in rows)

    def topic(self, span: Span) -> Topic | None:
        """The topic for a stretch; "other" where nothing tells it; None for some points of a text. O(log n) and what overlaps."""
        return None if in_part(span.quote(self._page.text)) else self.known(span) or self._nearby(span) or "other"

    def _nearby(self, span: Span) -> Topic | None:
        """The topic of the last plain term in the sentence of a stretch that names nothing."""
        sentence = sentence_at(self._page, span.start)
        if sentence is None:
            return None
        around = Span(max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH))
        over = [self._rows[i] for i in self._near.overlapping(around)]
        return max(over, key=lambda row: row[0].end)[1] if over else None

    def known(self, span: Span) -> Topic | None:
        """The topic for a stretch that its surroundings tell; None where nothing does."""
        over = [self._rows[i] for i in self._near.overlapping(span)]
        if over:
            return max(over, key=lambda row: row[0].shared(span))[1]
        return self._before(span)

    def referred(self, span: Span, named: Topic) -> Topic | None:
        """What "that reading" is of, or a bare "it": what the sentence before states last; None where the words point to nothing."""
        said = span.quote(self._page.text)
        if not (named in _NO_TERM and _THAT.search(said)) and not _IT.search(said):
            return None
        sentence = sentence_at(self._page, span.start)
        last = sentence_before(self._page, sentence.start) if sentence else None
        over = [self._rows[i] for i in self._near.overlapping(last)] if last else []
        return max(over, key=lambda row: row[0].end)[1] if over else None

    def _before(self, span: Span) -> Topic | None:
        """For words that point back, what the sentence before names; a whole text only where it is the last thing named."""
        sentence = sentence_at(self._page, span.start)
        if sentence is None or not _BACK.search(span.quote(self._page.text)):
            return None
        return _said_before(self._page, sentence)
