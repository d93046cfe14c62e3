"""What somebody does who is named just before a verb: "… firmly rejected the clause"."""

from __future__ import annotations

import re
from typing import NamedTuple

from nonpaper.claims.page import Page
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import openings_in, rows_for
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

REACH = 600
"""Characters after a verb in which its object stands: a hostile sentence of many names costs its length."""
_FIRST = re.compile(r"\w*")
_NOTHING = re.compile(r"\s*(?:(?:to|on|of|with)\s+)?(?:nothing|none|neither|little|no such)\b", re.IGNORECASE)
# What is insisted on as a fact is no demand: "it had signed nothing".
TOLD = re.compile(
    r"\W*(?:that\s+)?(?:(?:I|we|it|he|she|they|there|nobody|no one|nothing|neither)\s+(?:\w+ed|had|was|were|did|has|have|is|are|never|knew|gave|made|took|told|said)"
    r"|(?:(?!would|should|must|be\b)[\w’'-]+\s+){1,6}?had(?!\s+to\b)"
    r"|(?:(?!would|should|must|be\b|until|unless|if|before|on\b)[\w’'-]+\s+){1,8}?(?:(?:is|are)(?!\s+(?:\w+ly\s+|not\s+|first\s+|also\s+|all\s+)*(?:to|\w+ed|\w+en|given|sent|put|kept|made|built|held|paid|cut|let|left|met|done|gone|out|free|home|back|part|included)\b)|was|were|does|did|remains|amounts|belongs|means))\b",
    re.IGNORECASE,
)
_END = re.compile(
    r",\s+(?:warning|saying|adding|arguing)|[;.](?:\s|$)|,?\s+(?:but|while|whereas|although|though)\s|,?\s+according to\s|\s+and\s+that\s|,?\s+under which\s"
    r"|,\s+(?:an?|the|one|two|another|several)\s+(?:[\w’'-]+\s+){1,6}?(?:said|says|told)\b"
)
# What it says besides is another matter: "rejected it | and said the rebels must leave".
SAYS_MORE = re.compile(
    r",?\s+(?:and|then)\s+(?:\w+ly\s+)?(?:said|says|added|adds|insisted|insists|warned|warns|accused|urged|vowed|told|called on)\b"
)
_IF: dict[Stance, Stance] = {"accepts": "accepts_if", "accepts_in_principle": "accepts_if", "offers": "offers_if"}


class Deed(NamedTuple):
    """A stance, the end of the clause that names its object, and the words of that clause after the verb's."""

    stance: Stance
    end: int
    about: str


def deed(page: Page, verb: int, end: int) -> Deed | None:
    """The stance that the verb at `verb` shows in the clause before `end`. Linear in REACH."""
    rest = page.text[verb : min(end, verb + REACH)]
    for cue, stance in rows_for("does", openings_in(_FIRST.match(rest)[0])):  # type: ignore[index] # matches the empty string too
        found = cue.match(rest)
        if found is None:
            continue
        if _NOTHING.match(rest, found.end()) or (stance == "demands" and TOLD.match(rest, found.end())):
            return None
        stop = _END.search(rest, found.end())
        last = max(found.end(), stop.start() if stop else len(rest.rstrip(" .")))
        said = SAYS_MORE.search(rest, found.end(), last)
        last = max(found.end(), said.start()) if said else last
        about = rest[found.end() : last]
        return Deed(tied(rest[:last], stance), verb + last, about)
    return None


def tied(words: str, stance: Stance) -> Stance:
    """A yes or an offer whose words name a condition is one on that condition."""
    if stance not in _IF or not words:
        return stance
    conditions = conditions_of(words, Span(0, len(words)))
    # Who gives something in exchange asks for something; a yes "in exchange for" it is a yes to the exchange.
    kinds = ("precondition", "reciprocal") if stance == "offers" else ("precondition",)
    return _IF[stance] if conditions and conditions[0].kind in kinds else awaiting(words, stance)


def awaiting(words: str, stance: Stance) -> Stance:
    """A yes or an offer that waits for what is done first is one on that condition; who waits for a mere day sets none."""
    return _IF[stance] if stance in _IF and _AWAITS.search(words) else stance


_AWAITS = re.compile(
    r"\b(?:as soon as|the (?:moment|minute|day)(?= (?!(?:of|after|before|and|or|but|for|in|on|that is)\b)\w+ )|only (?:after|when|once)|not (?:before|until)|(?<!at )(?<!for )(?<!than )once(?! (?:more|again|and)\b))\b"
    r"|\bafter\b[^.;]{3,90}\bno (?:sooner|earlier)\b",
    re.IGNORECASE,
)
