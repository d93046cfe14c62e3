"""Origins: the outlets that a report credits for its account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import WORD
from nonpaper.claims.page import Page
from nonpaper.claims.sources.carriers import heard, own_outlet
from nonpaper.claims.sources.documents import documents_read
from nonpaper.claims.sources.pieces import names_in, outlets_in, sentence_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span


@cache
def _credit() -> re.Pattern[str]:
    return pattern(table("carriers")["credit"])


# "Pishro, | a news site with friends in the ministry, has | carried a rival version"
_BETWEEN = r"[”\"]?(?:, (?:an?|the) [^,.;\n]{2,80},|,? (?:which|who))?(?: (?:has|had|have))?(?: (?:also|first|later|since|yesterday|today|\w+ly))?"


@cache
def _does() -> re.Pattern[str]:
    """What follows an outlet that does as sources do."""
    return re.compile(rf"{_BETWEEN} {pattern(table('carriers')['credit_after']).pattern}")


@cache
def _from() -> re.Pattern[str]:
    """What stands before an outlet that the report has something from."""
    return re.compile(rf"{pattern(table('carriers')['credit_before']).pattern} (?:the |its )?(?:[a-z]+ )?$")


_THINGS = r"(?:offices?|buildings?|newsrooms?|headquarters|owners?|premises|press(?:es)?|staff|readers?|licen[cs]e|drivers?|printers?)"
_MEN = r"(?:editors?|reporters?|journalists?|columnists?|correspondents?|photographers?)"
# "the Lantern’s | offices were shelled", "the Lantern's | editor was held": spoken of, not credited
_ITS = re.compile(rf"[’']s? (?:[a-z-]+ )?(?:{_THINGS}\b|{_MEN} (?:was|were|is|are|has been|have been)\b)")
_OF_IT = re.compile(rf"\b(?:{_THINGS}|{_MEN}) (?:of|at|for|from|with) (?:the )?(?:[a-z]+ )?$")
_NAMED = re.compile(rf"{WORD}(?: {WORD}){{0,3}}")
_NEAR = 45  # characters
_OPENING = 600  # characters: whoever is told something further down is told it beside the account


def origins_of(page: Page, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Outlets credited, in the order they are first named, documents that it reads, its own outlet last; never persons."""
    outlets = [m for m in page.mentions if m.kind == "outlet" and not own_outlet(page, m.name)]
    carrying = {name for c in claims for name in c.via}
    sourced = {m.span for c in claims for p in c.source for m in outlets_in(page, p)}
    found = [m.name for m in outlets if m.name in carrying or _credited(page, m, sourced)]
    return tuple(dict.fromkeys((*found, *documents_read(page), *_own(page))))


def _own(page: Page) -> Iterator[str]:
    """The report's own outlet, where the report opens with words that somebody spoke to it or showed it a text."""
    if page.outlet:
        named = [(m.span, m.name) for m in names_in(page, Span(0, _OPENING)) if m.kind == "outlet"]
        named += [(Span(*m.span()), m.group()) for m in _NAMED.finditer(page.text, 0, _OPENING)]
        yield from (name for at, name in named if own_outlet(page, name) and heard(page, at))


def _credited(page: Page, outlet: Mention, sourced: Collection[Span]) -> bool:
    """Named as a source, in brackets, or in a sentence that credits."""
    if outlet.span in sourced:
        return True
    a, b = outlet.span.start, outlet.span.end
    if page.text[max(0, a - 1) : a] == "(" and page.text[b : b + 1] == ")":
        return True
    sentence = sentence_of(page, a)
    if sentence is None or _ITS.match(page.text, b) or _OF_IT.search(page.text, max(sentence.start, a - _NEAR), a):
        return False
    said = bool(_credit().search(page.text, sentence.start, sentence.end))
    return said or bool(
        _does().match(page.text, b, sentence.end) or _from().search(page.text, max(sentence.start, a - _NEAR), a)
    )
