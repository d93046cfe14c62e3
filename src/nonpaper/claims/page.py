"""A page: one report's text with what every finder needs, computed once and shared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from nonpaper.claims.gazetteer import Mention, mentions
from nonpaper.claims.gazetteer.learn import learned
from nonpaper.claims.gazetteer.lookup import as_mention
from nonpaper.claims.gazetteer.match import build, find
from nonpaper.claims.gazetteer.misread import well_read
from nonpaper.claims.gazetteer.shortened import shortened
from nonpaper.model.span import Span
from nonpaper.reports.metadata import fields_in
from nonpaper.text.lists import ListBlock, list_blocks
from nonpaper.text.near import Near
from nonpaper.text.openings import ANY
from nonpaper.text.places import places
from nonpaper.text.quotes import quoted
from nonpaper.text.sentences import paragraphs, sentences


class Page(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """One report's text, cut up, with the names in it. `quoted` are the insides of quotation marks.

    `head` are lines such as "Outlet: …" and "Title: …": no sentence and no list is found in them.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    headings: tuple[Span, ...] = ()
    head: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    lists: tuple[ListBlock, ...] = ()
    quoted: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Edges(NamedTuple):
    """Where the sentences, the names and the quotations of a page begin, and where the last two end; ascending."""

    sentences: list[int]
    mentions: list[int]
    mention_ends: list[int]
    quoted: list[int]
    quoted_ends: list[int]


@lru_cache(maxsize=4)  # asked for each stretch that a rule looks at
def edges(page: Page) -> Edges:
    """The edges of one page, so that a place among them is found without looking at spans. O(n)."""
    names = [m.span for m in page.mentions]
    return Edges(
        sentences=[s.start for s in page.sentences],
        mentions=[s.start for s in names],
        mention_ends=[s.end for s in names],
        quoted=[q.start for q in page.quoted],
        quoted_ends=[q.end for q in page.quoted],
    )


def page_of(text: str, *, title: str | None = None, outlet: str | None = None, headings: Sequence[Span] = ()) -> Page:
    """Cut up `text` and name what is in it, the names that only this report explains included."""
    head = fields_in(text)
    return Page(
        text=text,
        title=title,
        outlet=outlet,
        headings=tuple(headings),
        head=head,
        sentences=tuple(_below(text, head, sentences(text))),
        paragraphs=paragraphs(text),
        lists=list_blocks(text),
        quoted=quoted(text),
        mentions=_named(text, outlet),
    )


def _below(text: str, head: Sequence[Span], found: Iterable[Span]) -> Iterator[Span]:
    """The sentences without the lines of the head, of which hard wrapping may have joined one to the first sentence."""
    edge = max((line.end for line in head), default=0)
    for sentence in found:
        if sentence.start >= edge or not (met := [line for line in head if line.overlaps(sentence)]):
            yield sentence
        elif sentence.end > met[-1].end and (rest := text[met[-1].end : sentence.end]).strip():
            yield Span(sentence.end - len(rest.lstrip()), sentence.end)


_STAND_IN = {"party": "Russia", "adjective": "Russian"}


def stand_ins(page: Page) -> tuple[tuple[int, int, str], ...]:
    """One word for every state and movement, one for every adjective of theirs: who said what must not hang on whose name.

    The model reads well-known names better than invented ones, and learned some in one role only; so it sees none.
    """
    return tuple(
        (m.span.start, m.span.end, _STAND_IN[m.kind] + "s" * _people(page.text, m))
        for m in page.mentions
        if m.kind in _STAND_IN
    )


def _people(text: str, mention: Mention) -> bool:
    return mention.kind == "adjective" and text[mention.span.end - 1] == "s"


def sentence_at(page: Page, at: int) -> Span | None:
    """The sentence that holds the character at `at`; None between sentences. O(log n)."""
    which = bisect_right(edges(page).sentences, at) - 1
    return page.sentences[which] if which >= 0 and at < page.sentences[which].end else None


def sentence_near(page: Page, stretch: Span, reach: int) -> Span | None:
    """The sentence in which a stretch begins, up to `reach` characters on either side of it; None between sentences.

    What is asked of each of many stretches in one long sentence looks through this much, and not through all of it.
    """
    whole = sentence_at(page, stretch.start)
    if whole is None:
        return None
    return Span(max(whole.start, stretch.start - reach), min(whole.end, stretch.end + reach))


def sentence_before(page: Page, at: int) -> Span | None:
    """The last sentence that begins before the one that begins at `at`; None where that is the first. O(log n)."""
    which = bisect_left(edges(page).sentences, at)
    return page.sentences[which - 1] if which else None


def may_hold(page: Page, sentence: Span, begins: frozenset[str]) -> bool:
    """Whether a word of a sentence has one of some openings: where none has, a pattern with these finds nothing. O(log n)."""
    return places(page.text).may_hold(begins, sentence.start, sentence.end)


def found_in(page: Page, sentence: Span, pattern: re.Pattern[str], begins: frozenset[str]) -> re.Match[str] | None:
    """What a pattern that begins with words of some openings finds first in a sentence; tried at those words only."""
    said = sentence.quote(page.text)
    if begins == ANY:
        return pattern.search(said)
    tries = places(page.text).begun(begins, sentence.start, sentence.end)
    return next((m for at in tries if (m := pattern.match(said, at - sentence.start))), None)


def sentences_of(page: Page, stretch: Span) -> tuple[Span, ...]:
    """The sentences that begin in `stretch`. O(log n)."""
    first = bisect_left(edges(page).sentences, stretch.start)
    last = bisect_left(edges(page).sentences, stretch.end)
    return page.sentences[first:last]


def mentions_in(page: Page, stretch: Span) -> tuple[Mention, ...]:
    """The names that lie wholly in `stretch`, in order. O(log n)."""
    at = edges(page)
    return page.mentions[bisect_left(at.mentions, stretch.start) : bisect_right(at.mention_ends, stretch.end)]


def parties_in(page: Page, stretch: Span) -> list[Mention]:
    """The names in `stretch` that are a party's, or belong to one, in order. O(log n)."""
    return [m for m in mentions_in(page, stretch) if m.party]


def with_mentions(page: Page, more: Sequence[Mention]) -> Page:
    """The page with further names among its own, in text order; itself where there are none. O(n log n)."""
    if not more:
        return page
    return msgspec.structs.replace(page, mentions=tuple(sorted([*page.mentions, *more], key=lambda m: m.span)))


def paragraph_at(page: Page, at: int) -> Span | None:
    """The paragraph that holds the character at `at`; None between paragraphs. O(log n)."""
    which = bisect_right(page.paragraphs, at, key=lambda p: p.start) - 1
    return page.paragraphs[which] if which >= 0 and at < page.paragraphs[which].end else None


def _named(text: str, outlet: str | None) -> tuple[Mention, ...]:
    """Known names, and learned ones where they are longer than, or apart from, the known; then short names of both."""
    known = tuple(well_read(text, mentions(text)))
    new = learned(text, known, outlet)
    extra = [as_mention(*match) for match in find(text, build(new.items()))] if new else []
    full = _over(known, extra)
    named = _over(full, list(shortened(text, new, full, outlet)))
    return tuple(msgspec.structs.replace(m, party=None) if _TIED.match(text, m.span.end) else m for m in named)


# "an Iran-backed group", "a London-based official": whoever is called so is not of that party.
_TIED = re.compile(
    r"-(?:based|backed|born|style|type|language|speaking|trained|educated|sponsored|funded|financed|supported|allied|aligned|leaning|owned|registered|flagged|made|supplied|armed|installed|appointed)\b"
)


def _over(names: Sequence[Mention], others: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both in text order; where they meet, the other name counts if it is at least as long, else the first."""
    before = Near(n.span for n in names)
    wider = [o for o in others if all(o.span.contains(names[i].span) for i in before.overlapping(o.span))]
    over = Near(o.span for o in wider)
    kept = [n for n in names if not over.overlapping(n.span)]
    return tuple(sorted([*kept, *wider], key=lambda m: m.span))


def is_title(page: Page, sentence: Span) -> bool:
    """Whether a sentence is the headline, which restates what the report says below it."""
    return page.title is not None and sentence.quote(page.text).strip() == page.title.strip()
