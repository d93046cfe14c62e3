"""Where a source, a cue and a content begin and end: at words, and without what only stands beside them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import names_in
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces, Span
from nonpaper.text.words import LONGEST, whole

_WORD = re.compile(r"[^\W_]+")


def tidied(page: Page, claim: Claim) -> Claim:
    """The claim with spans of whole words; a word that a cue breaks off in is the cue's, and no more the source's."""
    text = page.text
    cue = tuple(whole(text, p) for p in claim.cue)
    given = claim.source or _speaker(text, cue)
    source = tuple(
        _whose(text, _bare(text, s)) for p in given if (s := _source(text, p, cue)) and not _is_time(text, s)
    )
    content = tuple(c for p in claim.content if (c := _less(text, whole(text, p), p, cue)) is not None)
    claim = replace(claim, source=source, cue=cue, content=content or claim.content)
    return _with_helper(page, claim if source else _voiced(page, claim))


# "Orm, who | was in Selm, said": the clause about him is none of the name.
_WHO = re.compile(r",?\s+(?:who|which)$")


def _whose(text: str, source: Span) -> Span:
    """A source without the "who" of a clause that goes on behind it."""
    found = _WHO.search(text, max(source.start, source.end - 8), source.end)
    return Span(source.start, found.start()) if found and found.start() > source.start else source


def _less(text: str, span: Span, before: Span, cue: Pieces) -> Span | None:
    """A widened span, or where it ran into a cue the one before, cut to the words that are wholly in it."""
    if span == before or not any(c.overlaps(span) for c in cue):
        return span
    words = [
        m for m in _WORD.finditer(text, before.start, before.end) if not any(c.overlaps(Span(*m.span())) for c in cue)
    ]
    return Span(max(before.start, words[0].start()), words[-1].end()) if words else None


def _source(text: str, span: Span, cue: Pieces) -> Span | None:
    """The source in whole words; one that it breaks off in is left out where the cue begins in it, unless it is the only one."""
    wide = whole(text, span)
    words = list(_WORD.finditer(text, wide.start, span.end))
    if len(words) > 1 and any(span.end <= c.start < wide.end for c in cue):
        wide = Span(wide.start, words[-2].end())
    return _less(text, wide, span, cue)


# The time that an entry of a live report begins with: "14:20 GMT - ", of which the model at times takes the minutes for a source.
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?(?: ?[-–—:|])? ")
_TIME = re.compile(r"(?:\d{1,2}[:.])?\d{1,2}")


def _is_time(text: str, span: Span) -> bool:
    return _TIME.fullmatch(text, span.start, span.end) is not None


# What stands before a source and is none of it: a dateline, and an adverb that opens the sentence.
_DATELINE = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .,'’-]{2,30}(?: \([^()\n]{2,30}\))? ?[-–—]{1,2} (?=\w)")
_ADVERB = re.compile(
    r"(?:Earlier|Later|Separately|Meanwhile|Previously|Recently|However|Yesterday|Today|Still|Now|Then|But|And|Instead|Afterwards|Nevertheless|Nonetheless),? (?=[A-Z]|(?:the|a|an|its|his|her|their|two|one|some|several) )"
)
# "Bastova | has not"
_HELPER = re.compile(
    r" (?:has|have|had|was|were|is|are|did|does|do|would|will|could|should|might|must)(?: not|n[’']t| also| never| already)?$"
)


# A name in Cyrillic letters before the verb of an English sentence: the model, which reads such words as one blur, misses it.
_CYRILLIC = re.compile(
    r"(?<![^\W_])[\u0400-\u042f][\u0400-\u04ff’'-]+(?: [\u0400-\u042f][\u0400-\u04ff’'-]+){0,2}(?= $)"
)
_VERB = re.compile(r"(?:said|says|told|insisted|warned|declared|announced|confirmed|denied|added|vowed|stated)\b")


def _speaker(text: str, cue: Pieces) -> Pieces:
    """The name right before a cue that nobody was found to speak."""
    if not cue or _VERB.match(text, cue[0].start) is None:
        return ()
    found = _CYRILLIC.search(text, max(0, cue[0].start - 2 * LONGEST), cue[0].start)
    return (Span(*found.span()),) if found else ()


_SAYS = re.compile(
    r"(?:has |have |had )?(?:(?:also|again|since|now|later|repeatedly|privately|publicly) )?"
    r"(?:said|says|say|told|tells|insist(?:s|ed)?|warn(?:s|ed)?|declare[sd]?|announce[sd]?|add(?:s|ed)?|maintain(?:s|ed)?|stress(?:es|ed)?|argue[sd]?"
    r"|counter(?:s|ed)?|let it be known|ma(?:de|kes) (?:it )?(?:clear|known|plain)|regards?)\b"
)
_PART = re.compile(r"(?:,? (?:for (?:its|his|her|their) part|in turn|however|too|meanwhile),?)? $")
_CLAUSE = re.compile(r"(?:^|[,;:.!?“”\"()\n–—] ?)(?P<who>(?:[Tt]he |[Ii]ts |[Aa]n? )?(?:[\w’'-]+ ){0,6}?)$")
_REACH = 90
"""Characters before a verb in which the words for who speaks begin."""


def _voiced(page: Page, claim: Claim) -> Claim:
    """A claim of nobody whose verb stands right after a name, with the words of that name as its source.

    "…, no exception, | the Maravian minister Ona Brill | insisted"; "Selm, for its part, | regards …".
    """
    cue = _with_let(page.text, claim.cue[0]) if claim.cue else None
    if cue is None or _SAYS.match(page.text, cue.start) is None:
        return claim
    before = Span(max(0, cue.start - _REACH), cue.start) if cue.start else cue
    near = [
        m
        for m in names_in(page, before)
        if m.kind in ("party", "metonym", "group", "person") and m.span.end < cue.start
    ]
    name = near[-1].span if near else None
    if name is None or _PART.fullmatch(page.text, name.end, cue.start) is None:
        return claim
    opens = _CLAUSE.search(page.text, before.start, name.start)
    source = Span(opens.start("who"), name.end) if opens else None
    if source is None or any(source.contains(p) for p in claim.content):
        return claim
    return replace(claim, source=(source,), cue=(cue, *claim.cue[1:]), score=max(claim.score, _PLAIN))


_LET = re.compile(r"(?:(?:has|have|had) )?let $")


def _with_let(text: str, cue: Span) -> Span:
    """A cue with the verb that it was tagged without: "has let | it be known"."""
    let = _LET.search(text, max(0, cue.start - len("have let ")), cue.start)
    return Span(let.start(), cue.end) if let else cue


_PLAIN = 0.7
"""Score of a claim whose speaker the words show where the model found none."""


def _with_helper(page: Page, claim: Claim) -> Claim:
    """The verb's helpers moved from the end of the source to the cue right after it: "has not" must not be lost."""
    if not claim.source or not claim.cue:
        return claim
    last, first = claim.source[-1], claim.cue[0]
    helper = _HELPER.search(page.text, max(last.start, last.end - LONGEST), last.end)
    if (
        helper is None
        or helper.start() <= last.start
        or page.text[last.end : first.start].strip(" ")
        or first.start < last.end
    ):
        return claim
    cue = (Span(helper.start() + 1, first.end), *claim.cue[1:])
    return replace(claim, source=(*claim.source[:-1], Span(last.start, helper.start())), cue=cue)


# "Petra Onil, who leads the bloc, | "to call it a": a quotation that goes on is none of the source.
_OPENS = re.compile(r",? [“\"«](?=\w)[^”\"»]*$")
_AFTERWARDS = re.compile(
    r",? (?:later|also|then|earlier|again|separately|meanwhile|in turn|for (?:his|her|its|their) part)$"
)
# "After | the meeting Quell": the words for when are none of the source.
_WHEN = re.compile(r"(?:the|an?|their|its|his|her|this|that) (?:[a-z-]+ ){1,3}(?=[A-Z\u00c0-\u00de])")
_SINCE = re.compile(r"\b(?:After|Before|During|Following|At|Since|Ahead of|Amid|Upon|Despite|Until) $")


def _bare(text: str, span: Span) -> Span:
    """The source without a dateline, an adverb or words for a time before it, and without what follows it."""
    start, end = span.start, span.end
    for before in (_CLOCK, _DATELINE, _ADVERB):
        found = before.match(text, start, end)
        start = found.end() if found else start
    when = _WHEN.match(text, start, end) if _SINCE.search(text, max(0, start - len("Following ")), start) else None
    start = when.end() if when else start
    for after in (_OPENS, _AFTERWARDS):
        found = after.search(text, start, end)
        end = found.start() if found and found.start() > start else end
    return Span(start, end)


_IN_CAPITALS = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .,'’-]{2,40}")
_DASH = re.compile(r"(?:, [^\n–—]{2,40}?)?(?: \([^()\n]{2,40}\))? ?[-–—]{1,2} ")


def is_dateline(text: str, span: Span) -> bool:
    """Whether words are the place that a paragraph begins with, before a dash: nobody says these."""
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return (
        opens and _IN_CAPITALS.fullmatch(text, span.start, span.end) is not None and bool(_DASH.match(text, span.end))
    )
