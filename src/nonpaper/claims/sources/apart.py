"""Names in a source that only tell where it sits, for what it was sent or who stands behind it: none speaks through it."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import WORD, words
from nonpaper.claims.page import Page
from nonpaper.model.span import Span

_NEAR = 90  # characters before a name in which a source's own words about it stand
# "a London-based official", "an Iran-backed group", "the Russian-language daily"
_TIED = re.compile(r"-[a-z]{2,}")
# "the UF's | Paris | office", "its | Doha | representative"
_SITS = re.compile(
    r" (?:representative|representation|office|bureau|branch|spokes\w+|envoy|delegate|mission|correspondent|headquarters|desk|ambassador)s?\b"
)
_OWNED = re.compile(r"(?:[’']s?|\b(?:its|their|his|her|our)) $", re.IGNORECASE)
# "its | Iran | envoy", "a Western | Iran | expert", "the | Taiwan | Affairs Office": what the office is about.
_ABOUT = re.compile(r" (?:envoy|expert|desk|coordinator|negotiator|specialist|analyst|watcher|czar|[Aa]ffairs)s?\b")
# "the special envoy for | X", "the ambassador to | X", "an expert on | X": whom it was sent to.
_SENT = re.compile(
    r"\b(?:envoy|ambassador|representative|commissioner|coordinator|rapporteur|expert|adviser|advisor|specialist|delegate|mission|emissary|mediator|observer|consul)s?"
    r" (?:to|for|on|in) (?:the )?$",
    re.IGNORECASE,
)
# "a Western diplomat in | X", "the rebels in | X": who is in a place and not of it.
_ABROAD = re.compile(
    r"\b(?:(?:Western|European|foreign|Arab|African|Asian|American|U\.?N\.?|EU|rebels?|insurgents?|separatists?|militants?|opposition|exiled?|visiting)\b(?: [a-z-]+){0,4})"
    r" (?:in|from|near|at|outside|inside|across) (?:the )?$",
)
_STRANGERS = re.compile(
    rf"^(?i:(?:the |an? |another |one )?(?:senior )?)(?!(?:The|A|An|One|Two|Another)\b){WORD}(?: [a-z-]+){{1,3}} in (?:the )?$"
)

# "two people briefed on the | Riyadh talks", "sources in | Islamabad": what they know of, and where they are.
_KNOWS = re.compile(
    r"\b(?:briefed on|familiar with|knowledge of|aware of|involved in|involved with|follow(?:s|ing)|attend(?:s|ed|ing))"
    r" (?:the |these |those )?(?:[a-z-]+ ){0,2}$|\b(?:sources?|diplomats?|people|persons?|observers?) (?:based )?in $",
    re.IGNORECASE,
)


def only_tells_where(page: Page, mention: Mention, whole: Span) -> bool:
    """Whether a name in a source is not whose source it is: "a London-based official", "its Paris office", "the envoy for X"."""
    if mention.kind in ("person", "outlet"):
        return False
    before = page.text[max(whole.start, mention.span.start - _NEAR) : mention.span.start]
    after = page.text[mention.span.end : mention.span.end + _NEAR]
    if _TIED.match(after) or _of_a_body(before, after):
        return True
    if mention.kind == "metonym" and _OWNED.search(before) and _SITS.match(after):
        return True
    state = mention.kind in ("party", "metonym") and not mention.span.quote(page.text).replace(".", "").isupper()
    if state and _ABOUT.match(after):
        return True
    if mention.kind != "adjective" and _KNOWS.search(before):
        return True
    placed = mention.kind != "adjective"
    return placed and bool(_SENT.search(before) or _ABROAD.search(before) or _STRANGERS.search(before))


def _of_a_body(before: str, after: str) -> bool:
    """Whether a name is a part of that of a party or union of its people: "the Democratic Party of X", "the Xian Workers' Union"."""
    return _BODY_OF.search(before) is not None or _BODY_AFTER.match(after) is not None


_NOUNS = any_of(
    ["Party", "Union", "Congress", "League", "Rally", "Association", "Federation", *words()["never_of_state"]]
)
_BODY_OF = re.compile(
    rf"\b(?:{_NOUNS}) (?:for|of)(?: (?:the|a|an|all))?(?: {WORD}){{0,3}}(?: (?:of|for|in)(?: (?:the|a|an|all))?)?(?: {WORD})? ?$"
)
_BODY_AFTER = re.compile(rf"(?: {WORD}[’']?){{0,4}} (?:{_NOUNS})\b")
