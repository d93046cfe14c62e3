"""Whoever has a trade and no office, and whoever is only spoken to: neither takes a stance for a party."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in, sentence_near
from nonpaper.claims.stances.turned.words import Words
from nonpaper.model.span import Span

REACH = 320
"""Characters of a stance's sentence looked through on either side."""


def of_a_trade(words: Words) -> bool:
    """Whether whoever speaks or acts has a trade and no office: "a comedian in Norvia offered …", "the Norvian chef told …"."""
    sentence = sentence_near(words.page, words.position.span, REACH)
    if sentence is None:
        return False
    if _TRADE.match(words.page.text, words.position.span.start, sentence.end) is not None:
        return True
    return (
        words.position.basis == "self" and _TRADE_SAYS.search(words.page.text, sentence.start, sentence.end) is not None
    )


_TRADES = (
    r"(?:comedian|poet|poetess|novelist|singer|actor|actress|chef|cook|baker|barber|trainer|coach|goalkeeper|bishop|archbishop|priest|abbot|monk|nun|rabbi|imam|columnist|editorial|leader-writer|blogger|cartoonist|painter|farmer"
    r"|fisherman|shepherd|shopkeeper|hotelier|waiter|teacher|professor|student|pensioner|reader|listener|pilot|physicist|chemist|botanist|historian|dentist|gardener|plumber|electrician|carpenter|caterer|caretaker|taxi driver|ferryman|widow)s?"
)
_TRADE = re.compile(
    rf"\W*(?:(?:An?|One|Another|The) (?:[\w-]+ ){{0,2}}?{_TRADES}|(?-i:Bishop|Archbishop|Father|Sister|Professor|Rabbi|Imam) [A-Z]\w+(?: [A-Z]\w+)?)\b(?![’'])"
)
_TRADE_SAYS = re.compile(
    rf"[”\"]\)?,? (?:was how )?(?:an?|the|one|another) (?:[\w-]+ ){{0,2}}?{_TRADES} (?:in [A-Z]\w+ )?(?:told|said|says|wrote|put it|added|shouted|joked|commented|called|mused|sang)\b"
)


def of_who_is_addressed(words: Words) -> bool:
    """Whether the party is only spoken to: "to the Hill Army he said that …"."""
    sentence = sentence_near(words.page, words.position.span, REACH)
    found = _TO_WHOM.match(words.page.text, sentence.start, sentence.end) if sentence is not None else None
    if found is None:
        return False
    return any(m.party == words.position.party for m in mentions_in(words.page, Span(*found.span("whom"))))


_TO_WHOM = re.compile(
    r"\W*To (?P<whom>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w-]*){0,3}(?: [a-z]+)?),? (?:he|she|it|they|(?:the|his|her|its|their) [\w-]+|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|says|repeated|wrote|added|made (?:it )?(?:clear|known)|promised|explained)\b"
)
