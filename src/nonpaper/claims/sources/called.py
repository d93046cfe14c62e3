"""Whom an office or a rank alone calls: "the colonel" is nobody but a colonel, "the minister" no president."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nonpaper.claims.gazetteer.shapes import PERSON, WORD, never, titles, words
from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import describe, has_title
from nonpaper.claims.sources.pieces import lower, sentences_before
from nonpaper.claims.sources.subject import FAR
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces, Span, hull

_PAGE = 6_000  # characters back in which somebody was called so
_THE = re.compile(r"the (?:same )?(?P<called>[a-z-]+(?: [a-z-]+){0,2})")
# Words for anybody of some standing, whatever the office.
_LOOSE = frozenset({"leader", "ruler", "head of state", "head of government", "representative"})
_SHORT = {"general": "gen", "colonel": "col", "captain": "capt", "major": "maj", "lieutenant": "lt", "admiral": "adm", "sergeant": "sgt"}  # fmt: skip
_NOT_SO = re.compile(r"\b(?:former|ex|ousted|deputy|vice|late|acting|then|predecessor)[ -]$", re.IGNORECASE)


def title_of(page: Page, source: Pieces) -> str | None:
    """The office or rank that a source is called by and nothing else: "the foreign minister", "the colonel"."""
    found = _THE.fullmatch(lower(page, source).strip(" .,;:"))
    called = found["called"] if found else ""
    last = called.split()[-1] if called else ""
    exact = titles().get(called) == "principal" or titles().get(last) == "principal" or last in words()["ranks"]
    return called if exact and last not in _LOOSE and called not in _LOOSE else None


def called_so(page: Page, source: Pieces, title: str, before: Sequence[Claim]) -> Pieces | None:
    """The one person before a source who was called so: of several, the only one near; None where it may be two, or nobody was."""
    at = hull(source).start
    bearers = dict(sorted(_bearers(page, title, at, before), key=lambda b: hull(b[1])))
    near = sentences_before(page, at, FAR + 1)
    close = [p for p in bearers.values() if near and hull(p).start >= near[0].start]
    found = list(bearers.values()) if len(bearers) == 1 else close
    return found[0] if len(found) == 1 else None


def may_be_untitled(page: Page, pieces: Pieces) -> bool:
    """Whether a person's words hold no office, so that any may be his."""
    return not has_title(lower(page, pieces))


def _bearers(page: Page, title: str, at: int, before: Sequence[Claim]) -> Iterator[tuple[str, Pieces]]:
    """Everybody before `at` whom the report calls so, by the last name, else by the words."""
    start = max(0, at - _PAGE)
    for pattern in _called(title):
        for m in pattern.finditer(page.text, start, at):
            name = m["name"].split()
            if name[0] not in never() and not _NOT_SO.search(
                page.text, max(0, m.start("title") - 12), m.start("title")
            ):
                yield name[-1], (Span(*m.span("name")),)
    for claim in before:
        told = lower(page, claim.source) if claim.source else ""
        holds = re.search(rf"(?<![\w-]){re.escape(title)}(?![\w’'-])", told)
        if holds and not _THE.fullmatch(told.strip(" .,;:")) and not describe(page, claim.source).named:
            yield told, claim.source


@cache
def _called(title: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where somebody is called so: "Colonel X", "the colonel, X"; and "X, the army's colonel"."""
    first, _, last = title.rpartition(" ")
    short = "|".join(re.escape(w) for w in (last, _SHORT.get(last, last)))
    words = rf"(?<![\w-])(?P<title>(?i:{re.escape(first)}{' ' if first else ''}(?:{short})))"
    return (
        re.compile(rf"{words}\.?,?[ \n](?P<name>{PERSON}|{WORD})"),
        re.compile(rf"(?<!\w)(?P<name>{PERSON}),[ \n](?:[\w’'-]+[ \n]){{0,6}}?{words}(?![\w’'-])"),
    )
