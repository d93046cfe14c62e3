"""Words that tell by themselves which stance a stretch shows, and whether it is one of those that need such words."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import first, found_rows
from nonpaper.claims.terms import RawStance
from nonpaper.model.codes import Stance

# What is denied is denied in words; without any the model has only guessed.
NO_WORD = re.compile(
    r"n[’']t\b|\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without|unaware|den(?:y|ies|ied|ial\w*|ying)|fals\w+|untru\w+|fabricat\w+|ficti\w+|invent\w+|wrong\w*"
    r"|lie[sd]?|lying|liar\w*|fake\w*|nonsense|rumou?r\w*|dismiss\w*|reject\w*|refut\w*|contradict\w*|disput\w*|speculati\w+|mistak\w+|misquot\w+|misread\w*|fantas\w+|imagin\w+|forge\w*"
    r"|hoax\w*|baseless|unfounded|groundless|disagree\w*|declin\w+|refus\w+|laugh\w*|rubbish|garbage|hogwash|myth\w*|fairy|gossip|disinformation|distort\w*|twist\w*|inaccura\w+|incorrect\w*|disown\w*|disavow\w*|tales?|propaganda|hear(?:d|ing) of|first (?:he|she|they|we|I)\b|unknown|ignorant)\b",
    re.IGNORECASE,
)
# Who is silent is so in words of speech; what has not been offered or done is no silence.
OF_SPEECH = re.compile(
    r"\b(?:comment\w*|sa(?:y|ys|id|ying)|speak\w*|spoke\w*|respon[ds]\w*|repl(?:y|ies|ied|ying)|answer\w*|react\w*|statements?|confirm\w*|den(?:y|ies|ied|ying)|discuss\w*"
    r"|silen\w+|elaborat\w+|talk\w*|tell\w*|told|explain\w*|specif\w+|detail\w*|clarif\w+|reach\w*|calls?|requests?|questions?|inquir\w+|enquir\w+|available|disclos\w+|reveal\w*|mention\w*|drawn|mute|mum|word|words|remarks?|interview\w*)\b",
    re.IGNORECASE,
)


def leads(page: Page, stance: RawStance) -> bool:
    """Whether a list follows, each item of which is a demand of its own."""
    return page.text.startswith(":", stance.span.end) or stance.span.quote(page.text).rstrip().endswith(":")


def told(said: str) -> Stance | None:
    """The stance that words show by themselves, whoever holds it; None where no cue speaks."""
    by_words = first("said", said)
    if by_words is not None:
        return by_words[0]
    for name in ("does", "cue"):
        earliest = min(found_rows(name, said), default=None, key=lambda shown: shown[1].start())
        if earliest is not None:
            return earliest[0]
    return None
