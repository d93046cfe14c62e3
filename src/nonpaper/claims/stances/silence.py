"""Silence that no word of speech tells: "Asked about the talks, the minister kept walking", "calls to the embassy went unanswered"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.stances.found import Found
from nonpaper.claims.subjects import Subject
from nonpaper.model.span import Span

REACH = 120
"""Characters before a name in which what was sent to it stands."""
ASKED_REACH = 240
"""Characters from where a sentence begins to its subject in which what it was asked stands."""
_ASKED = re.compile(
    r"\W*(?:When |\d\d[.:]\d\d )?[Aa]sked (?:about|whether|if|why|when|how|what|for|on|by)\b[^.;“”\"]{2,160},\s+(?:[A-Z][\w.’-]*\s+){0,4}(?:the\s+)?$"
)
_MUTE = re.compile(
    r"(?:only |just |merely |simply )?(?:kept (?:on )?walking|walked (?:on|away|off|past)|shrugged|smiled|waved|hung up|put the phone down|shook (?:his|her|their) heads?|changed the subject|turned away|looked away|drove off|closed the door)\b"
    r"(?![^.;]{0,60}\b(?:and|but|before|then) (?:said|says|saying|added|adding|told|telling|replied|replying)\b)"
)
_CALLS = re.compile(
    r"\b(?:calls|messages|e-?mails|letters|questions|inquiries|enquiries|requests(?: for comment)?) (?:sent |put |made |addressed )?(?:to|with) (?:the )?$",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(
    r"(?:[’']s?)?(?:\s+(?!went|were|was|have|had|remained|received|got)[\w-]+){0,4}?(?:,[^,.;]{3,80},)?\s+(?:(?:went|have gone|had gone|were left|remained|have remained) unanswered"
    r"|(?:were|have been) not (?:answered|returned))\b"
)


def kept_silent(page: Page, sentence: Span, subject: Subject) -> Found | None:
    """What whoever was asked did instead of answering."""
    asked = page.text[sentence.start : min(subject.start, sentence.start + ASKED_REACH + 1)]
    if len(asked) > ASKED_REACH or _ASKED.match(asked) is None:
        return None
    done = _MUTE.match(page.text, subject.verb, sentence.end)
    return ("no_comment", Span(sentence.start, done.end()), "process") if done is not None else None


def unanswered(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """What a party was sent and did not answer."""
    calls = _CALLS.search(page.text, max(sentence.start, mention.span.start - REACH), mention.span.start)
    left = _UNANSWERED.match(page.text, mention.span.end, sentence.end) if calls is not None else None
    return (
        ("no_comment", Span(calls.start(), left.end()), "process") if calls is not None and left is not None else None
    )
