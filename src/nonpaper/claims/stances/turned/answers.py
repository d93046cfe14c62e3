"""A yes or a no that is none: taken back, waited for, only a look or a silence."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.doubtful import silence
from nonpaper.claims.stances.turned.words import Words, plain, shows, stands_apart, turning


def yes_withdrawn(words: Words) -> bool:
    """A yes that is taken back: "withdrew its consent", "reneged on its promise"; what one offers to withdraw is none."""
    found = plain(turning("yes_taken_back"), words.text) if words.position.stance in YES else None
    return found is not None and words.cue > found.start() and not stands_apart(words, found.start(), found.end())


def gives_nothing(words: Words) -> bool:
    """An offer or a yes whose object is none: "is prepared to see neither", "ready to accept no deal", "offered nothing but words"."""
    found = _NOTHING.search(words.said) if words.position.stance in YES | {"rejects"} else None
    if found is None:
        return False
    return words.position.stance != "rejects" or found["hollow"] is not None


_NOTHING = re.compile(
    r"\b(?:ready|willing|prepared|content|happy) to \w+(?: (?:over|up|back|to|in|on|out))? (?:neither|no|none|nothing|nobody)\b(?! (?:more|less|later|fewer))"
    r"|\boffer(?:s|ed|ing)?\s+(?:(?:the |its |their )?[\w’'-]+\s+){0,5}?(?P<hollow>nothing\b)",
    re.IGNORECASE,
)


def obliged(words: Words) -> bool:
    """A yes that somebody has to give is none yet: "would have to accept", "must sign first"; what "we" must do may be."""
    found = _MUST_YES.search(words.text) if words.position.stance in YES else None
    return found is not None and not stands_apart(words, found.start(), found.end())


_MUST_YES = re.compile(
    r"(?<!\bwe )(?<!\bI )\b(?:(?:would|will|may|might|does|do|did)(?:\s+not|n[’']t)?\s+have\s+to|must|ought\s+to|should|ha[sd]\s+to|needs?\s+to)\s+"
    r"(?:\w+ly\s+|first\s+|also\s+|then\s+)?(?:accept|agree|sign|consent|endorse|approve|ratify|swallow|live with)\b",
    re.IGNORECASE,
)


def needs_none(words: Words) -> bool:
    """What needs nobody's vote is no yes on the condition of one."""
    return words.position.stance == "accepts_ad_referendum" and _NEEDS_NONE.search(words.said) is not None


_NEEDS_NONE = re.compile(
    r"\b(?:needs?|requires?|seeks?|wants?|asks? for)\s+(?:nobody|no one|none|no\b)|\b(?:not|n[’']t|never)\s+(?:need|require|seek|ask|put|submit)|\bwithout\s+(?:a|any|the)\s+(?:vote|referendum|approval)",
    re.IGNORECASE,
)


def counterfactual(words: Words) -> bool:
    """What would have been done was not: "would have accepted", "might have signed"."""
    return _WOULD_HAVE.search(words.text, max(0, words.cue - NEAR_MOOD), words.cue + 1 + NEAR_MOOD) is not None


NEAR_MOOD = 25
"""Characters on either side of the words that show a stance in which these may be said only to have been possible."""
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|might|should|may)(?:\s+not|n[’']t|\s+\w+ly|\s+never)?\s+have\s+(?:\w+ly\s+)?(?:been\s+)?(?:\w{2,}ed|\w{2,}en|been|gone|come|done|made|held|left|met|put|set|said|told|lost|won|paid|sent|kept|stood|let|had)\b",
    re.IGNORECASE,
)


def no_choice(words: Words) -> bool:
    """A yes in the form of a no: "cannot but accept"."""
    return words.position.stance in NO and turning("no_choice").search(words.said) is not None


def only_silent(words: Words) -> bool:
    """A refusal to speak and nothing else: "refused to elaborate on the terms"."""
    found = silence(words.said)
    if found is None:
        return False
    rest = words.said[: found.start()] + " ; " + words.said[found.end() :]
    return not shows(rest, NO)


def waited_for(words: Words) -> bool:
    """What another step waits for has not been done: "would sign only after | it accepts", "once | it had agreed"."""
    lead = words.text[: words.start]
    return words.position.stance in YES | NO and (_ONCE.search(lead) or _AFTER.search(lead)) is not None


_ONCE = re.compile(
    r"\b(?:before|once|till|until|as soon as|by the time|in case)\s+(?:the\s+)?(?:[\w’'-]+ and )?$", re.IGNORECASE
)


_AFTER = re.compile(
    r"\b(?:would|will|could|can|may|might|must|should|shall|only|not|to|\w+n[’']t)\b[^;:]*?\b(?:after|when|if|where|since)\s+(?:the\s+)?(?:[\w’'-]+ and )?$",
    re.IGNORECASE,
)


def inverted(words: Words) -> bool:
    """What stands in a condition without "if": "Had the state accepted the amnesty, …"."""
    opens = _HAD.match(words.said)
    comma = words.said.find(",") if opens else -1
    return opens is not None and (comma < 0 or words.cue - words.start < comma)


_HAD = re.compile(r"\W*(?:Had|Were|Should)\s+(?:the\s+)?\w")


def only_looks(words: Words) -> bool:
    """A look that is promised is no yes: "would consider it only after …"."""
    if words.position.stance not in ("accepts", "accepts_if"):
        return False
    return _looks_words().search(words.said) is not None and _YES_WORDS.search(words.said) is None


@cache
def _looks_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:would|will|could|can|might|may)\s+(?:\w+ly\s+)?{any_of('turned', 'looks_at')}(?!\w)", re.IGNORECASE
    )


_YES_WORDS = re.compile(
    r"\b(?:accept|agree|sign|endors|support|consent|approv|live with|ready|willing|yes)", re.IGNORECASE
)
