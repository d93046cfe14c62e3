"""Words that are taken back: a threat, a denial, a no that its speaker withdraws, by a noun or in the next sentence."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in, sentence_at
from nonpaper.claims.stances.turned.words import NEAR, REACH, Words
from nonpaper.model.span import Span

AFTER = 120
"""Characters after a stance's sentence in which it is taken back."""
_BACK = r"(?:withdr[ae]w\w*|retract\w*|rescind\w*|recant\w*|revok\w+|drop(?:s|ped|ping)?|t(?:ook|akes?|aken|aking) back|walk\w* back|disown\w*|lift(?:s|ed|ing)?|apologi[sz]\w+ for|regret\w*)"
_SPOKEN = r"(?:threats?|denials?|warnings?|rejections?|refusals?|ultimatums?|complaints?|accusations?|criticisms?|insults?|remarks?|objections?|boasts?|veto|no)"
# "withdraws yesterday's | threat", "took back on Thursday his | denial"
_NOUN = re.compile(
    rf"\b{_BACK}\s+(?:(?!(?:that|and|but|if|from)\b)[\w’'-]+\s+){{1,5}}?{_SPOKEN}\b(?![\w-])", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|no|\w+n[’']t|refus\w+ to|declin\w+ to|without)(?: \w+){0,2} $", re.IGNORECASE)


def withdrawn(words: Words) -> bool:
    """Whether the words that show a stance are named only as taken back: "has dropped its threat to close the port"."""
    stop = min(len(words.text), words.cue + NEAR)
    found = next((m for m in _NOUN.finditer(words.text, 0, stop) if not _NOT.search(words.text[: m.start()])), None)
    if found is None or words.position.stance not in _SHOWN:
        return False
    return found.start() <= words.cue <= found.end()


_SHOWN = frozenset({"threatens", "denies_report", "denies_knowledge", "rejects", "red_line", "criticises", "demands"})


def taken_back_next(words: Words) -> bool:
    """Whether the next sentence takes the words back: "On Monday he took that back", "Not any more", "It had not, says X"."""
    sentence = sentence_at(words.page, max(words.position.span.start, words.position.span.end - 1))
    end = sentence.end if sentence is not None else words.position.span.end
    if (
        _HERE.search(words.page.text, words.position.span.start, min(end, words.position.span.start + REACH))
        is not None
    ):
        return True
    found = _NEXT.match(words.page.text, end, end + AFTER)
    if found is None or found["name"] is None:
        return found is not None
    named = mentions_in(words.page, Span(*found.span("name")))
    return all(m.party in (None, words.position.party) for m in named)


_WHO = r"(?:it|he|she|they|(?:the|his|her|its) [\w’'-]+|(?-i:(?P<name>[A-Z][\w’'-]+)))"
_WHEN = r"(?:(?:On|By|In|At|Within|A|An|Two|Some|The|Only|Later|Hours|Minutes|Then|Yet|But|Soon)\b[^.;,]{0,30}?,? )?"
_NEXT = re.compile(
    rf"[\s.!”\"’')]{{1,6}}(?-i:{_WHEN})(?:(?:{_WHO}) (?:(?:has|have|had|then|later|since|promptly) ){{0,2}}"
    r"(?:t(?:ook|aken) (?:that|it|this|them|(?:his|her|its|their|the) (?:words?|denial|threat|warning|remarks?|no|yes)) back"
    r"|t(?:ook|aken) back (?:that|it|(?:his|her|its|their|the) (?:words?|denial|threat|warning|remarks?|no|yes))"
    r"|(?:withdr[ae]wn?|withdrew|retracted) (?:that|it|this|(?:his|her|its|their|the) (?:denial|threat|warning|remarks?|statement|words?|claim|yes|no|consent)))\b"
    r"|(?:not|no longer|not any) (?:any )?(?:more|longer|today)\b[ .,;!:]|no longer[.:;,!]"
    r"|(?:it|he|she|they) (?:(?:has|have|had|did|does|do|is|was) not(?:[,”\"]{1,2} (?:says?|said|insist\w*|\w+ (?:says|said))| (?:says|insists))\b|(?:had|has|have|did) not ?[.;!])|(?:it|he|she|they|that) (?:was|were|is) (?:only )?(?:joking|in jest|a joke|meant as a joke)\b)",
    re.IGNORECASE,
)
# "has long called language a red line; | not today"
_HERE = re.compile(
    r"[;–—:] (?:but )?(?:not (?:today|now|any ?more|any longer|this time)|no longer)(?=[.,;:”\"]|$)", re.IGNORECASE
)
