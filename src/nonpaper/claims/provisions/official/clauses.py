"""One sentence of a negotiating text cut into its terms: further predicates, further orders, stages, the verifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.provisions.official.words import NOUN_FIRST, ORDER
from nonpaper.claims.provisions.split.cut import LONGEST
from nonpaper.model.span import Span

SHARER = r"(?-i:[A-Z])[\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]*){0,4}"
SHARE = r"(?:about\s+|only\s+|up to\s+|at least\s+)?(?:(?:half|one[ -]third|two[ -]thirds|a (?:third|quarter|fifth|tenth))\b|(?:[$€£]\s?\d|\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b)[\d.,]*)"
"""Who else bears a part of what a sentence shares out, and that part: "…, and the Movement 70 per cent"."""
_SHARED = re.compile(rf"\b(?:{SHARE}|per cent|percent)", re.IGNORECASE)
_DONE = r"(?:supported|monitored|facilitated|verified|supervised|certified|guaranteed|completed|finished|carried out|released|adopted|signed|overseen|followed by)"
_ACTS = (
    r"(?:confirm|adopt(?:ing)?|ensur(?:e|ing)|releas(?:e|ing)|withdraw(?:ing)?|establish(?:ing)?|creat(?:e|ing)|provid(?:e|ing)|refrain|submit|inform|notify|allow|grant|recogni[sz]e|respect"
    r"|agree(?:s)? to|undertakes? to|disarm(?:ing)?|dismantl(?:e|ing)|exchange|return|lift|remove|prohibit|facilitate|enact(?:ing)?|hold(?:ing)?|cease|halt|begin|start|complete|accept|appoint|pay|take)\b"
)
_NOUNS = r"(?:the\s+|an?\s+)?(?:ban|creation|establishment|compliance|notification|reporting|withdrawal|release|disarmament|verification|demining|return|exchange|deployment|dissolution|launch|setting[ -]up|lifting|adoption)\b"
# Where a further term begins, whatever stands before it. Group `plain` cuts only after an order of the same kind.
_CUT = re.compile(
    rf"\s*;\s*"
    rf"|,?\s+(?:and|as well as|but)\s+(?=(?:shall|will|must|may|to be|is to be|are to be|undertakes?|agrees?)\b)"
    rf"|,?\s+and\s+(?={_DONE}\s+(?:by|within|under|no|not)\b|ending\b)"
    rf"|,?\s+and\s+(?=(?:to\s+)?{_ACTS}(?!\s+(?:of|and|or)\b))"
    rf"|,?\s+(?:as well as|together with|along with)\s+(?={_NOUNS}|{_ACTS})"
    rf"|,?\s+and\s+(?=(?:also\s+)?(?:on the|a (?:security|demilitari[sz]ed|buffer) (?:zone|area))\b|\d+(?:\.\d+)?\s*(?:km|kilomet))"
    rf"|,\s+(?=(?:a (?:security|demilitari[sz]ed|buffer) (?:zone|area)|starting (?:on|from)|beginning (?:on|from)|ending|based on the (?:line|map|border|boundary)|on the basis of an?|provided that (?:point|paragraph|article)s? \d+|on condition that (?:point|paragraph|article)s? \d+|using|providing for|without prejudice|of which|with the understanding that|such \w+ to be)\b)"
    rf"|\s+as well as\s+(?=on\b)"
    rf"|\s+in order to\s+(?:create|establish|form)\s+(?=an?\b)"
    rf"|\s+(?=under (?:the )?(?:monitoring|supervision|verification|observation|control|oversight|auspices) (?:of|by)\b)"
    rf"|(?<! about)(?<! of)(?<! in)(?<! to)(?<! for)(?<! by)(?<! under),?\s+(?=(?:who|which) (?:shall|will|must)\b)"
    rf"|\s*\(\s*(?=including (?:an?|the)\b)"
    rf"|,?\s+including\s+(?:through|by means of|by)\s+(?=(?:the )?(?:establishment|creation|setting|enact|establish|creat|adopt))"
    rf"|,?\s+(?=without prejudice to\b)"
    rf"|,?\s+and\s+(?=(?:the\s+)?[A-Z][\w’'-]*(?:\s+[\w’'-]+){{0,3}}?\s+(?:with\s+)?the\s+(?:remaining|remainder|rest|balance)\b)"
    rf"|(?P<share>,?\s+and\s+(?=(?:the\s+)?{SHARER}\s+{SHARE}))"
    rf"|(?P<plain>,?\s+and\s+(?={_NOUNS}))"
    rf"|(?P<subject>,?\s+and\s+(?=(?:possibly\s+)?(?:(?:an?|the|its|their|each|all|no)\s+)?(?:[\w’'-]+\s+){{1,8}}?(?:shall|will|undertakes?|agrees? to|are to be|is to be)\b)|,?\s+while\s+(?=(?:the\s+)?(?:[\w’'-]+\s+){1, 6}?(?:shall|will|undertakes?)\b)|,?\s+and\s+(?=they (?:agree|undertake|commit)))"
)
_VERB_BEFORE = re.compile(
    r"\b(?:shall|will|must|may|undertakes?|(?:is|are) to|cannot|agrees?|commits?)\b\s+\w+", re.IGNORECASE
)
_GERUND = re.compile(r"\W*[A-Za-z]+ing\b")
_OPENS = re.compile(r"(?:[\s,;:–—*-]|(?:that|also|and)\s|(?i:option|alternative|variant)\s+(?:\d{1,2}|[A-H])\s*:)+")
_STOPS = " \t\n.,;:–—-"
_SQUARE = re.compile(r"\[\s*")
FEWEST = 2
"""Words of a term."""


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The terms of one sentence in order. A sentence over the limit is nobody's drafting and is left out. Linear."""
    if sentence.end - sentence.start > LONGEST:
        return
    at = sentence.start
    for cut in (*_CUT.finditer(text, sentence.start, sentence.end), None):
        end = cut.start() if cut else sentence.end
        if cut and not _cuts(text, at, cut):
            continue
        term = _trimmed(text, at, end) if end > at else None
        if term is not None and len(term.quote(text).split()) >= FEWEST:
            yield term
        elif cut and end > at:
            continue
        at = cut.end() if cut else at


def _cuts(text: str, at: int, cut: re.Match[str]) -> bool:
    """Whether what stands before allows the cut: a noun after a noun's clause, a subject after a whole one."""
    before = text[at : cut.start()]
    if _inside(before, cut.group()):
        return False
    if cut["subject"] is not None:
        return _VERB_BEFORE.search(before) is not None
    if cut["share"] is not None:
        return _VERB_BEFORE.search(before) is not None and _SHARED.search(before) is not None
    if cut["plain"] is not None:
        nominal = NOUN_FIRST.match(before) is not None and not ORDER.match(before)
        opens = nominal or _GERUND.match(before) is not None
        return opens and len(before.split()) > FEWEST and not _VERB_BEFORE.search(before)
    return True


def _inside(part: str, cut: str) -> bool:
    """Whether a cut would fall inside quotation marks or brackets that the part opens."""
    opened = part.count("“") > part.count("”") or part.count("«") > part.count("»")
    return opened or (part.count("(") > part.count(")") and "(" not in cut)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without linking words before and stops after; a bracket that closes nothing goes too."""
    lead = _OPENS.match(text, start, end)
    begin = lead.end() if lead else start
    said = text[begin:end].rstrip(_STOPS)
    if said.endswith("”") and said.count("”") > said.count("“"):
        said = said[:-1].rstrip(_STOPS)
    extra = said.count(")") - said.count("(")
    if extra > 0 and said.endswith(")"):
        said = said[:-1].rstrip(_STOPS)
    begin, said = _unbracketed(begin, said)
    return Span(begin, begin + len(said)) if said else None


def _unbracketed(begin: int, said: str) -> tuple[int, str]:
    """Without the square brackets that hold all of it, or of which the other one stands outside."""
    opening = _SQUARE.match(said)
    if opening and (said.count("[") > said.count("]") or said.find("]") == len(said) - 1):
        begin, said = begin + opening.end(), said[opening.end() :]
    if said.endswith("]") and said.count("]") > said.count("["):
        said = said[:-1].rstrip(_STOPS)
    return begin, said
