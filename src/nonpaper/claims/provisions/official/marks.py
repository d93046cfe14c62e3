"""What opens or closes a unit of a negotiating text: numbers, article headings, bullets, the block of signatures."""

from __future__ import annotations

import re
from typing import NamedTuple

_ROMAN = r"[IVXLC]{1,6}"
_BULLET = re.compile(r"[-*•‣⁃▪▫●○■◦·–—→►✓]$")
_NUMBER = re.compile(rf"[\[(]?(?P<n>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}|{_ROMAN})(?:[.)]|$)$")
_LETTER = re.compile(r"\(?(?P<n>[a-z]|[ivx]{1,4})[.)]$")
_ARTICLE = re.compile(
    rf"(?P<kind>article|art\.|annex|appendix|chapter|section|part|point|paragraph|clause|protocol)\s+(?P<n>\d{{1,3}}|{_ROMAN}|[A-H])\b"
    r"(?P<again>\s+(?:bis|ter|quater))?(?:,?\s+paragraph\s+(?P<sub>\d{1,3}))?"
    r"(?P<named>\s*\([^()\n]{1,60}\))?\s*(?:[.:–—-]+\s*)?",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?:\[\s*)?(?P<n>\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[A-Z“\"(\[])|\[\s*(?P<inner>\d{1,3})[.)]\s+(?=[A-Z“\"(\[])"
)
_ROMAN_HEAD = re.compile(rf"(?P<n>{_ROMAN})\.\s+(?=[A-Z][a-z]+(?:\s+[\w’'-]+){{0,7}}$)")
_STEP = re.compile(
    r"(?P<n>(?:step|phase|stage|tranche|round)\s+(?:\d{1,2}|[IVX]{1,4}|[A-H]|one|two|three|four|five|six))\b\s*(?P<when>\([^()\n]{1,80}\))?\s*(?P<stop>[.:–—-]+)?\s*",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(
    r"\W*(?:participants of\b|signator(?:y|ies)\b|signed\b|done (?:at|in)\b|in witness whereof|for the (?:government|parties|republic|kingdom|state) of\b"
    r"|(?:in|on) behalf of\b|witnessed by\b|the undersigned)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\(\s*signed\s*\)|/s/", re.IGNORECASE)


class Mark(NamedTuple):
    """What opens a unit. `kind`: "article" (with its place: "Annex I"), "part", "number", "letter", "bullet" or "step"."""

    kind: str
    number: str
    sub: str = ""


def mark_of(words: str) -> Mark | None:
    """The mark that some words are, if they are nothing but one.

    >>> mark_of("4."), mark_of("(b)"), mark_of("•"), mark_of("peace")
    (Mark(kind='number', number='4', sub=''), Mark(kind='letter', number='b', sub=''), Mark(kind='bullet', number='', sub=''), None)
    """
    said = words.strip()
    if len(said) > 60 or not said:
        return None
    if _BULLET.match(said):
        return Mark("bullet", "")
    letter, number = _LETTER.match(said), _NUMBER.match(said)
    if number:
        return Mark("number", number["n"])
    if letter:
        return Mark("letter", letter["n"])
    article = _ARTICLE.match(said)
    return _article(article) if article and article.end() == len(said) else None


def dotted_at(sentence: str) -> tuple[Mark, int] | None:
    """A number of two or three parts that opens a sentence without a stop after it: "2.1 The Parties …", "[3. Both …"."""
    found = _DOTTED.match(sentence) or _ROMAN_HEAD.match(sentence)
    if found is None:
        return None
    groups = found.groupdict()
    return Mark("number", groups["n"] or groups["inner"]), found.end()


def step_at(sentence: str) -> tuple[Mark, int] | None:
    """The step of a schedule that opens a sentence: "Step 2 (D+11 to D+30): forces leave …", with its time in `sub`."""
    found = _STEP.match(sentence)
    if found is None or not (found["stop"] or found.end() == len(sentence)) or not sentence[:1].isupper():
        return None
    return Mark("step", " ".join(found["n"].split()), (found["when"] or "").strip("() ")), found.end()


def article_at(sentence: str) -> tuple[Mark, int] | None:
    """The article heading that opens a sentence and where its words begin: "Article IX — Assets".

    >>> article_at("Article 6 bis. The first Party recognises it.")[0].number
    '6 bis'
    """
    found = _ARTICLE.match(sentence)
    if found is None or not (found["again"] or sentence[found.end() - 1] in " .:–—-)" or found.end() == len(sentence)):
        return None
    after = sentence[found.end() : found.end() + 1]
    if after and not found["named"] and after.islower():
        return None
    return _article(found), found.end()


def _article(found: re.Match[str]) -> Mark:
    kind = found["kind"].casefold()
    number = found["n"] + (found["again"] or "")
    named = f"{kind.capitalize()} {number}" if kind in ("annex", "appendix", "protocol") else number
    return Mark("part" if kind in ("chapter", "part", "section") else "article", named, found["sub"] or "")


def closes(sentence: str) -> bool:
    """Whether a sentence opens or belongs to the block of signatures."""
    return _SIGNATURES.match(sentence) is not None or _SIGNED.search(sentence) is not None
