"""What is said in a printed conversation, line by line after the speaker's name: "ODALL: Forty is enough."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.gazetteer.shapes import UPPER
from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.sources.pieces import spans
from nonpaper.model.span import Span
from nonpaper.text.near import Near

_TURN = re.compile(
    rf"(?m)^(?P<who>(?:[{UPPER}][\w.’'-]{{0,30}} ){{0,3}}[{UPPER}][\w’'-]{{1,30}}):[ \t]+(?P<said>\S[^\n]*)$"
)
LEAST = 2
"""Speakers, and turns of each, from which lines with a name in front are a conversation: a heading stands once."""


def with_turns(page: Page, raw: Sequence[RawAttribution]) -> list[RawAttribution]:
    """What the model sees, with each turn of a conversation in the place of what it sees of the same speaker there."""
    spoken = list(turns(page))
    labels = Near(Span(*turn.source[0]) for turn in spoken)
    return [*(r for r in raw if not any(map(labels.overlapping, spans(r.source, page.text)))), *spoken]


def turns(page: Page) -> Iterator[RawAttribution]:
    """Each turn of a person who speaks more than once; a turn that only asks states nothing. Linear in the text."""
    found = [m for m in _TURN.finditer(page.text) if _is_person(page, Span(*m.span("who")))]
    often = {who for who, count in Counter(m["who"] for m in found).items() if count >= LEAST}
    for turn in found:
        if len(often) >= LEAST and turn["who"] in often and not _only_asks(turn["said"]):
            yield RawAttribution(source=(turn.span("who"),), cue=(), content=(turn.span("said"),), score=1.0)


def _is_person(page: Page, label: Span) -> bool:
    return any(m.kind == "person" for m in mentions_in(page, label))


def _only_asks(said: str) -> bool:
    """Whether a turn is one question."""
    return said.rstrip().endswith("?") and not re.search(r"[.!]\s", said)
