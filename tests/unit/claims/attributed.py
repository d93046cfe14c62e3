"""What the tests of sources ask: raw attributions by their words, and the words of what came of them."""

from __future__ import annotations

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import Page
from nonpaper.model.span import Pieces


def attributed(text: str, *raw: tuple[str, str, str]) -> list[RawAttribution]:
    """The words of each (source, cue, content) as found in `text`, searched for one after another."""
    found, start = [], 0
    for words in raw:
        spans = []
        for word in words:
            at = text.index(word, start)
            spans.append(((at, at + len(word)),))
        start = min(s[0][0] for s in spans) + 1
        found.append(RawAttribution(source=spans[0], cue=spans[1], content=spans[2], score=0.95))
    return found


def words_of(page: Page, pieces: Pieces) -> str:
    return " … ".join(p.quote(page.text) for p in pieces)
