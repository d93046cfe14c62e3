"""What a party says in a statement that its own body issued, where no name says whose word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.contents import contents_of, innermost
from nonpaper.claims.page import Page
from nonpaper.claims.publisher import publisher
from nonpaper.claims.stances.cues import first
from nonpaper.claims.stances.deeds import Deed, deed
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import USUAL, object_of
from nonpaper.claims.stances.own.speakers import speaker_of
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.span import Span
from nonpaper.text.near import Near

# "The Ministry | has no knowledge of …", in its own statement.
_ITSELF = re.compile(
    r"\W*(?:The|This|Our) (?:Foreign )?(?:Ministry|Government|Office|Presidency|Embassy|Cabinet|Delegation)\s+"
)
# "Reports that Kessara agreed to this are false."
_FALSE = re.compile(
    r"\W*(?:(?:The|These|Those|Any|All|Such|Recent) )?(?:[Mm]edia |[Pp]ress )?(?:[Rr]eports?|[Cc]laims?|[Aa]llegations?|[Ss]uggestions?|[Rr]umou?rs?|[Aa]ssertions?) "
    r"(?:that|of|about)\b(?P<about>[^.;]{5,160}?)\b(?:is|are|was|were) (?:[a-z]+ )?(?:false|untrue|baseless|unfounded|groundless|fabricat\w+|fake|invented|incorrect)\b"
)


def from_statement(page: Page, claims: Sequence[Claim], hints: Hints) -> Iterator[Position]:
    """What the issuing body does and denies; nothing in what no party's body issued."""
    party = publisher(page)
    if party is None:
        return
    contents = contents_of(claims)
    for sentence in page.sentences:
        found = _denied(page, sentence) or _done(page, sentence)
        if found is None:
            continue
        span = Span(sentence.start, found.end)
        topic = object_of(found.about) or USUAL.get(found.stance) or hints.topic(span)
        if topic is not None:
            index = _told_in(claims, contents, span, party)
            yield Position(
                party=party,
                speaker=speaker_of(page, claims[index]) if index is not None and claims[index].source else None,
                topic=topic,
                stance=found.stance,
                basis="self",
                span=span,
                claim=index,
            )


def _told_in(claims: Sequence[Claim], contents: Near, span: Span, party: str) -> int | None:
    """The claim that holds the words, the issuer's own or nobody's."""
    near = (i for i in contents.overlapping(span) if claims[i].content)
    return innermost(claims, (i for i in near if claims[i].party == party or not claims[i].source))


def _denied(page: Page, sentence: Span) -> Deed | None:
    said = _FALSE.match(page.text, sentence.start, sentence.end)
    return Deed("denies_report", said.end(), said["about"]) if said is not None else None


def _done(page: Page, sentence: Span) -> Deed | None:
    itself = _ITSELF.match(page.text, sentence.start, sentence.end)
    if itself is None:
        return None
    found = deed(page, itself.end(), sentence.end)
    if found is not None:
        return found
    said = page.text[itself.end() : sentence.end].rstrip(" .")
    unknown = first("said", said)
    if unknown is None or unknown[0] != "denies_knowledge" or unknown[1].start() or object_of(said) != "plan":
        return None  # what it has no knowledge of must be a text
    return Deed(unknown[0], itself.end() + len(said), said)
