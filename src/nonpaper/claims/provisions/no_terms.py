"""Words that look like terms and are none, whoever finds them: a cut clause, a bare name, how the talks go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.provisions.elsewhere import no_wish
from nonpaper.claims.provisions.split.times import EACH_ITS_OWN, WHEN_ALONE
from nonpaper.claims.subjects import BODIES
from nonpaper.model.span import Span

_SHORT = 40
"""Characters behind a term in which the verb of its sentence may follow."""
_REACH = 300
"""Characters of its sentence before a term in which a text may be named as its bearer, or a demand denied."""
# Where a clause cannot end.
_CUT = re.compile(
    r"\b(?:and|or|between|of|to|the|(?-i:[aA]n|a)|with|from|for|that|which|would|will|shall|must|than|its|their|as"
    r"|would (?:require|oblige|see|include|provide|call)|requires|obliges)[\s,(\[]*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\W*(?:[’']s?\s+)?(?:(?:the|an?|its|their|local|armed|ethnic|all|both)\s+)*(?:{BODIES}|militias?|militants|groups?|units|people)?\W*",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\W*(?:(?:the|any|these|those|their|direct|indirect|further|more|new|next|peace|second|third|[\w-]+-level)\s+){0,3}"
    r"(?:talks|negotiations|meetings?|rounds?|consultations|discussions|sessions?|delegations|negotiators|envoys)\b"
    r"[^.;:]{0,60}?\b(?:(?:is|are) (?:also )?(?:to|due|set|expected|scheduled)|will)\b",
    re.IGNORECASE,
)
# How the talks stand, from the start of the sentence: "HARBOUR TOWN - Talks between the two on a truce went on".
_TALKS_GO = re.compile(
    r"\W*(?:[A-Z][A-Z’'., ]{1,40}(?:\([^)]{2,30}\))?\s*[-–—:]\s+)?"
    r"(?:(?:[Tt]he|[Dd]irect|[Ii]ndirect|[Ff]urther|[Mm]ore|[Nn]ew|[Nn]ext|[Pp]eace|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]atest|[Tt]wo|[Tt]hree|[Ff]our|[Ss]ix|[Tt]en|[Aa]|[Dd]ays|[Ww]eeks|[Mm]onths|[Rr]ounds?|of|[Tt]ruce|[Cc]easefire|[Ss]ecret|[\w-]+-level)\s+){0,5}"
    r"(?:[Tt]alks|[Nn]egotiations|[Cc]onsultations|[Dd]iscussions|[Mm]eetings?|[Rr]ounds?)\b[^.;:,]{0,120}?(?:,[^,.;:]{2,60},[^.;:,]{0,20}?)?"
    r"\b(?:go(?:es)? on|went on|continu(?:e|es|ed)|drag(?:s|ged)? on|(?:are|were|is|was) (?:\w+ly )?(?:under way|continuing|going on|stalled|deadlocked|suspended|interrupted|being held|held|stuck)|resumed|opened|began|started|ended|stalled|failed|collapsed|broke (?:up|down|off)|entered|took place|made (?:no |some |little )?progress|ha(?:ve|s|d) (?:\w+ )?(?:resumed|opened|begun|started|ended|stalled|failed|collapsed|broken|entered|made|dragged|been)"
    r"|(?:resume|reconvene|restart|reopen)s?\s+(?:here\s+|in [A-Z]\w+\s+)?(?:on|this|next)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month))\b"
)
# How a text itself comes into force, told as news.
_TEXT_ITSELF = re.compile(
    r"\W*(?:the\s+)?(?:ratification|signing|signature|initialling|publication)\b[^.;:]{0,40}?"
    r"\b(?:is|are|was|will be)\s+(?:also\s+|now\s+)?(?:due|expected|planned|scheduled|set)\b",
    re.IGNORECASE,
)
# What only says since when, or how long, a thing is wanted: "which it has demanded since 2023".
_EMPTY = re.compile(r"\bnothing\W*$|^\W*nothing\b(?! (?:less|short|but|other|except)\b)", re.IGNORECASE)
WHEN_ONLY = re.compile(
    r"\W*(?:(?:ever )?since|in|for|from|until|all|every|during) (?:the )?(?:(?:early|late|mid|last|past|this|[A-Z][a-z]+|many|some|several|two|three|four|five|ten|\d+) ){0,2}"
    r"(?:(?:19|20)\d\d|[A-Z][a-z]+|years?|months?|weeks?|decades?|days?|spring|summer|autumn|winter|beginning|start|outset|along)\W*"
)
# Only when something comes that was named before: "would | follow within three months".
_LONG = re.compile(
    r".{3,80}\b(?:runs? to|fills?|takes? up|covers?|is|are|has|have|comes? to)\s+(?:only\s+|about\s+|just\s+|some\s+|barely\s+)?(?:an?|half a|one|two|three|four|five|six|ten|\d+)\s+(?:pages?|lines?|paragraphs?|articles|words|sheets?|points|chapters)(?:\s+long)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_FOLLOWS = re.compile(
    r"\W*(?:to |also |then |would |will )*(?:follows?|comes?|begins?|starts?|takes? (?:effect|place)|happens?|ends?|lasts?)\s+"
    r"(?:in|on|by|within|after|before|during|over|for|from|until|at|later|soon|at once|immediately|next|this)(?:\s+[\w-]+){0,5}\W*",
    re.IGNORECASE,
)
# How many ways there are, and none of them: "offers Norvia | two routes to a truce".
_WAYS = re.compile(
    r"\W*(?:(?:the |both |each |either )?(?-i:[A-Z])?[\w’'-]+\s+){0,3}?(?:(?:two|three|four|five|six|several|different)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:routes|paths|ways|options|variants|versions|scenarios|choices|alternatives|tracks|chapters)(?:\s+(?:to|towards?|for|out of|forward|in|on)\b[^,;.:]{0,60})?"
    r"|(?:an?|the|one|only one)\s+(?:[\w-]+\s+)?(?:way|route|path|road|roadmap)\s+(?:to|towards?|out of)\s+(?:(?:the|a|an|lasting|final)\s+){0,2}(?:war|peace|truce|cease-?fire|deal|conflict|settlement|crisis|agreement|impasse|deadlock))\W*",
    re.IGNORECASE,
)
# Who receives those who talk does nothing of a text: "offered to | host the next round".
_RECEIVES = re.compile(
    r"\W*(?:to\s+)?(?:hosts?|hosting|mediat(?:e|es|ing)|facilitat(?:e|es|ing)|broker|convenes?|convening|chair)\s*(?:between\b.*|(?:(?:the|a|an|any|these|those|further|more|another|direct|indirect|new|next|fresh|peace|second|third|fourth|final|two|[\w-]+-level)\s+){0,4}"
    r"(?:rounds?|talks|negotiations?|meetings?|summits?|conferences?|sessions?|discussions|dialogue|delegations?|envoys|both (?:sides|delegations|parties))\b.*)?\W*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|n[’']t)\s+(?:\w+ly\s+|yet\s+|even\s+|been\s+)?"
    r"(?:demand|ask|insist|seek|sought|want|call|request|requir|press|push)(?:s|ed|ing|e|ed)?\b(?!\s+(?:only|just|more))"
    r"|\b(?:no longer|stop(?:s|ped|ping)?|ceas(?:es?|ed|ing)|drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|g[ai]v(?:es?|ing|en) up|withdr[ae]w(?:s|n|ing)?|shelv(?:es?|ed|ing))\s+"
    r"(?:(?:its|their|his|her|the|all|any)\s+)?(?:[\w-]+\s+)?(?:demand|insist|seek|call|request|requir|press|push)(?:s|ed|ing|ence)?\b",
    re.IGNORECASE,
)


def no_term(page: Page, sentence: Span, span: Span) -> bool:
    """Whether words name only somebody, break off before what is to be done, or are what nobody has demanded."""
    start = max(sentence.start, span.start - _REACH)
    said = span.quote(page.text)
    if is_cut(said) or EACH_ITS_OWN.match(said) or _EMPTY.search(said) or _is_aside(said) or _STUDY.fullmatch(said):
        return True
    if _NO_MENTION.search(page.text, start, span.end) is not None and _NONE.match(said):
        return True
    if no_wish(page.text, start, span.start, span.end) or _OFFICE_HOLDER.fullmatch(said):
        return True
    if _LETS_KNOW.match(said):
        return True
    if _HOW_LONG.fullmatch(said) and _FOR.search(page.text, start, span.start):
        return True
    return is_bare(page, span) or not_demanded(page.text, start, span)


# Time to read a paper is no term of it; nor is what a text is said not to mention.
_STUDY = re.compile(
    r"\W*(?:more |some |(?:a|one|two|three|several|\d+) (?:more )?)?(?:time|days?|weeks?|months?) (?:more )?to (?:study|read|consider|consult|reply|respond|answer|think|review|examine|digest|look at)\b.{0,60}",
    re.IGNORECASE,
)
_NO_MENTION = re.compile(r"\bmention(?:s|ed|ing)? (?:no|neither|nothing)\b", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:no|neither|nothing)\b", re.IGNORECASE)


# How long a thing is done or wanted: "has been demanding it for | two years".
_HOW_LONG = re.compile(
    r"(?:(?:about|almost|nearly|more than|some|the last|the past) )?(?:an?|one|two|three|four|five|six|seven|ten|many|several|\d+) (?:hours?|days?|weeks?|months?|years?|decades?)\W*",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor $", re.IGNORECASE)
# Who says it, and in what way: "its envoys let it be known that …".
_LETS_KNOW = re.compile(
    r"(?:[\w’'-]+\s+){1,5}?(?:(?:now|also|since)\s+)?(?:lets? it be known|ma(?:kes?|de) (?:it )?(?:clear|plain|known)|hint(?:s|ed)|signal(?:s|led|ed)|conced(?:es?|ed))\s+that\b",
    re.IGNORECASE,
)
# Somebody with an office and a name, and nothing that is to be done: "the trade minister, Ada Lorn".
_OFFICE_HOLDER = re.compile(
    r"\W*(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?(?:[\w’'-]+ ){0,3}?(?:minister|president|premier|general|commander|chief|leader|governor|envoy|spokes\w+|mediator|ambassador|secretary),? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}\W*"
)


def _is_aside(said: str) -> bool:
    """Whether words only say when, count what follows, or offer to receive those who talk: nothing that is to be done."""
    return any(pattern.fullmatch(said) for pattern in (WHEN_ONLY, WHEN_ALONE, _FOLLOWS, _WAYS, _LONG)) or bool(
        _RECEIVES.match(said)
    )


def is_cut(said: str) -> bool:
    """Whether words break off.

    >>> is_cut("talks between Kessara and"), is_cut("let the refugees in")
    (True, False)
    """
    return _CUT.search(said) is not None


def is_bare(page: Page, span: Span) -> bool:
    """Whether words only name a party or its people: "the Kessaran militia"."""
    named = parties_in(page, span)
    if not named or len(span.quote(page.text).split()) > MOST:
        return False
    return _BARE.fullmatch(" ".join(nameless(page.text, span, named).split())) is not None


MOST = 7
"""Words of a bare name."""


def nameless(text: str, span: Span, named: Sequence[Mention]) -> str:
    """The words of a stretch without some names in it, which are in text order: the Harbour Post has no harbour."""
    out, at = [], span.start
    for mention in named:
        out.append(text[at : max(at, mention.span.start)])
        at = max(at, mention.span.end)
    return " ".join([*out, text[at : span.end]])


def not_demanded(text: str, start: int, span: Span) -> bool:
    """Whether what stands here is said not to be demanded: "has not demanded an apology", "never asked for one"."""
    denied = None
    for found in _DENIED.finditer(text, start, span.end):
        denied = found
    return denied is not None and _GOES_ON.search(text, denied.end(), max(span.start, denied.end())) is None


_GOES_ON = re.compile(r"[;:]|,|\bbut\b|\band\b|\bunless\b|\buntil\b", re.IGNORECASE)


# How long an answer is waited for: "has given both sides until March 20 to answer".
_TIME_TO_ANSWER = re.compile(
    r"\b(?:until|till) [^.;:]{2,40} to (?:answer|reply|respond|decide|sign|accept)\b", re.IGNORECASE
)


def of_the_talks(page: Page, sentence: Span, span: Span) -> bool:
    """Whether words tell how the talks or the text itself go on, with no text named as what says so."""
    goes_on = _TALKS_GO.match(page.text, sentence.start, min(sentence.end, span.end + _SHORT))
    if goes_on and span.start < goes_on.end():
        return True
    said = span.quote(page.text)
    if _TIME_TO_ANSWER.search(said):
        return True
    if _TALKS.match(said) is None and _TEXT_ITSELF.match(said) is None:
        return False
    return text_noun().search(page.text, max(sentence.start, span.start - _REACH), span.end) is None


def news_of_talks(said: str) -> bool:
    """Whether a sentence tells when talks go on: "Talks are to resume on Monday"."""
    return _TALKS.match(said) is not None or _TEXT_ITSELF.match(said) is not None
