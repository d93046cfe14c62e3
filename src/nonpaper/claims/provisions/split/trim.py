"""A stretch without linking words before it, and stops, attributions or broken marks after it."""

from __future__ import annotations

import re

from nonpaper.model.span import Span

LEAD = re.compile(
    r"^(?:[\s,;:–—-]|in (?:exchange|return), |(?-i:[A-Z]{2,}[A-Z’'. ]{0,30})(?:\([^)]{2,30}\) )?[-–—] |(?:shown|seen|published|read out|leaked|handed|presented|drafted|obtained|sent|reviewed|submitted|circulated) [^,;:]{2,60}, (?=(?:would|will|shall)\b)|(?:to|that|also|for(?! (?:its|their|his|her) part| each| every)|a requirement (?:that|for)|(?:(?:it|this|that|the deal|the plan) )?(?:also )?means?(?: that)?(?= (?:the|an?|[A-Z]|all|both|no|its)))\s|(?:[\w’'-]+ ){1,5}?(?:officials?|diplomats?|sources?|envoys?|aides?),? that\s|the (?:point|clause|article|provision|passage|section) (?:on|about)\s|(?:an?|the|one|another) (?:[\w-]+ )?(?:point|clause|article|provision|passage|sentence|paragraph) (?:that|which) (?:would have|had|would)\s(?=\w)|(?:under|in) (?:the|this|that|its) (?:[\w’-]+ ){1,4}?(?:plan|draft|text|deal|proposal|agreement|version),\s)+",
    re.IGNORECASE,
)
_SAYS = r"(?:reports(?! (?:are|were|is|have|had|of|by|from|come|show))|reported|said|says?|writes|wrote|has learned|has reported)\b"
_TAIL = re.compile(
    rf"\s*[(\[][^)\]]*\b(?:version|variant|draft|editors|earlier|original)\b[^)\]]*[)\]]?\W*$|[\s.,;:!?–—-]+$|,?\s+(?:not\s+[\w,.]+\s+)?as reported\b.*$|,\s+(?:[\w’'-]+\s+){{1,5}}{_SAYS}.*$|,?\s+(?:according to|as reported by|{_SAYS}).*$|,\s+officials$|\s+(?:is|are|remains?|stays?) (?:still )?(?:there|in it|in place|in the (?:text|draft))$|,\s+(?:under|by|as|with)$"
    r"|,?\s+(?:but|and|though)\s+(?:would|will|does|do|did|shall)(?:\s+not|n[’']t)\s*(?:,.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = frozenset('"“”«»')
_QUOTE_LAST = re.compile(r"[\s,.;]*[\"”»][\s,.;]*\Z")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without linking words before it and stops or attributions after it; None where nothing is left."""
    said = text[start:end]
    lead = LEAD.match(said)
    begin = lead.end() if lead else 0
    tail = _TAIL.search(said, begin)
    finish = tail.start() if tail else len(said)
    begin, finish = _unquoted(said, begin, finish)
    return Span(start + begin, start + finish) if begin < finish else None


def _unquoted(said: str, begin: int, finish: int) -> tuple[int, int]:
    """The ends without a quotation mark whose other half a cut has left behind: `crushed,"`, `"no bases`."""
    closed, opened = said.find(")", begin, finish), said.find("(", begin, finish)
    if closed >= 0 and (
        opened < 0 or closed < opened
    ):  # a bracket that a cut has broken: "Courier) is to run for a year"
        begin = closed + 1 + len(said[closed + 1 : finish]) - len(said[closed + 1 : finish].lstrip(" ,"))
    if sum(said.count(mark, begin, finish) for mark in _QUOTES) != 1:
        return begin, finish
    opens = said[begin : begin + 1] in _QUOTES
    last = _QUOTE_LAST.search(said, begin, finish)
    return begin + opens, last.start() if last else finish
