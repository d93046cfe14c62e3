"""What a model sees beside a term and is not of it: who acts elsewhere, a place in it, half of a pair, a subject before an aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.split.forms import kind_of
from nonpaper.claims.terms import RawTerm
from nonpaper.model.span import Span

FEWEST = 2
"""Words of what is a term of its own within a sight."""
_LIST_BOUND = re.compile(
    r"(?:in (?:return|exchange), )?(?:[\w’'-]+\s+){1,4}?(?:including|such as|like|from|of|among them)\s+[^.;:]{3,120}?\s(?:would|will|shall|must)\s+(?:be\s+(?:bound|obliged|required|committed)\s+to|have\s+to|undertake|pledge|commit)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(r",\s+(?:under|by|as|with|in|on|and|or)\s*$|,?\s+(?:but|while|though|which|who|whose)\s*$")
_AND_LAST = re.compile(r"\s[a-z’-]{3,}(?P<and>\s+and\s*)$")
_NEAR, _ENOUGH = 60, 5
"""Characters before an "and" in which "between" may stand, and words that are enough for a term that ends with it."""
_JOINED = re.compile(
    r"^[ ,;]*(?:in (?:exchange|return), )?(?:(?:and|but|while)\s+)?(?:(?:(?:has|have|had)\s+)?(?:offered|proposed|promised|agreed)\s+to\s+)?(?=\S)"
)
_CUT = re.compile(r"\b(?:is|are|was|were|be)$")
_BACK = 120
"""Characters before a term in which its subject may stand behind an aside."""
# Where a truce or a war is binds nobody: "a truce in | Norvia shortens …".
_PLACED = re.compile(
    r"\b(?:truces?|cease-?fires?|armistice|peace|wars?|conflict|fighting|hostilities|violence|situation|crisis|mission|aid|talks|elections?|operations?)\s+(?:in|across|inside|throughout|around)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:from|to|into|out of|in|at|near|around)\s+(?:the\s+)?$", re.IGNORECASE)
_DOES = re.compile(r"(?:[’']s)?\s+(?:would|will|shall|must|may|is to|are to|has to|agrees|undertakes)\b")
# "the accord between A | and B gives B a veto": the text does it, and B is half of a pair.
_PAIR = re.compile(
    r"\b(?:accords?|agreements?|treat(?:y|ies)|deals?|pacts?|truces?|understandings?|texts?|drafts?|memorandum|protocols?|plans?|documents?)\b[^.;:]{0,40}?\bbetween\s+(?:the\s+)?[^,.;:]{2,60}\band\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TEXT_DOES = re.compile(
    r"\s+(?=(?:would\s+|will\s+|also\s+)*(?:gives?|grants?|allows?|entitles?|lets?|exempts?|obliges?|requires?|commits?|binds?|bars?|bans?|forbids?|prohibits?|limits?|caps?|permits?|awards?|promises?|provides?|sets?|says?|ends?|opens?|leaves?)\b)",
    re.IGNORECASE,
)
# "Norvia, for its part, | would open the road": the subject stands before an aside.
ASIDE = re.compile(
    r"(?P<who>(?:the\s+)?(?-i:[A-Z])[^,.;:]{1,60}),\s+(?:for (?:its|their) part|in (?:turn|return|exchange)|as well|however|meanwhile|too|on (?:its|the other) (?:side|hand)|by contrast|likewise)(?:,\s+)?$",
    re.IGNORECASE,
)
# "All captives, the sick before the others, | leave the camp": the verb is parted from the subject that opens its sentence.
_SUBJECT = re.compile(r"[\s“\"-]*(?P<who>[A-Z][^,.;:]{3,60}),\s[^,.;:]{3,60},\s+")
_PLURAL_VERB = re.compile(
    r"(?:leave|go|return|move|enter|open|close|remain|stay|pass|come|pay|cross|withdraw|pull|fall|sail|hand|give|receive|get|keep|free|release|surrender|deploy|meet|cease|stop|end|begin|join)\s"
)
_MOOD = re.compile(r"(?:would|will|shall|must|is to|are to)\s", re.IGNORECASE)
_BEFORE_MOOD = re.compile(r",?\s+(?:would|will|shall|must|is to|are to)\s", re.IGNORECASE)


def placed_right(page: Page, terms: Sequence[RawTerm]) -> Iterator[RawTerm]:
    """Sights with their own subjects, without what acts elsewhere; a subject and its aside alone is none. Linear."""
    for term in terms:
        if ASIDE.fullmatch(term.span.quote(page.text)) and _BEFORE_MOOD.match(page.text, term.span.end):
            continue
        for whole in _apart(page, _with_subject(page, _past_pair(page, term))):
            yield replace(
                whole,
                obligors=tuple(o for o in whole.obligors if not _elsewhere(page, whole.span, o)),
                beneficiaries=_not_bound(page, whole),
                guarantors=_watching(page, whole),
            )


def _not_bound(page: Page, term: RawTerm) -> tuple[Span, ...]:
    """Who is served, but for those of a list of names who are all bound: "states including A and B would have to aid it"."""
    bound = _LIST_BOUND.match(page.text, term.span.start, term.span.end)
    return tuple(b for b in term.beneficiaries if bound is None or b.start >= bound.end())


def _apart(page: Page, term: RawTerm) -> Iterator[RawTerm]:
    """A sight as it is, or each term of one that holds several: "arms deliveries stop and elections follow"."""
    parts = terms_in(page.text, term.span)
    said = [part.quote(page.text) for part in parts]
    kinds = {_kind(page.text, part) for part in parts}
    mixed = len(kinds) > 1 or (None in kinds and term.presented_as == "draft")
    if len(parts) < 2 or mixed or any(len(words.split()) < FEWEST or _CUT.search(words) for words in said):
        yield replace(term, span=_without_stops(page.text, term.span))
        return
    for i, part in enumerate(parts):
        until = parts[i + 1].start if i + 1 < len(parts) else term.span.end
        yield replace(
            term,
            span=part,
            obligors=_of_part(term.obligors, part, until),
            beneficiaries=_of_part(term.beneficiaries, part, until),
            guarantors=_of_part(term.guarantors, part, until),
            conditions=tuple(c for c in term.conditions if c.span.overlaps(part)),
        )


def _without_stops(text: str, span: Span) -> Span:
    """A stretch without the commas at its ends, and a last word that hangs on what follows it: "…, under"."""
    said = _without_and(_HANGING.sub("", span.quote(text)))
    start = len(said) - len(_JOINED.sub("", said))
    end = len(said.rstrip(" ,;"))
    return Span(span.start + start, span.start + end) if start < end else span


def _without_and(said: str) -> str:
    """Words without an "and" on which another term follows; behind a name or "between" the words break off."""
    last = _AND_LAST.search(said)
    own = last is not None and "between" not in said[-_NEAR:] and len(said.split()) >= _ENOUGH
    return said[: last.start("and")] if last is not None and own else said


def _kind(text: str, part: Span) -> str | None:
    """What a part is by its form; what follows on "to" opens with a verb."""
    return "verb" if text[max(0, part.start - 4) : part.start] == " to " else kind_of(part.quote(text))


def _of_part(actors: tuple[Span, ...], part: Span, until: int) -> tuple[Span, ...]:
    """Who is named within a part; where nobody is, who is named before it."""
    own = tuple(a for a in actors if part.start <= a.start < until)
    return own or tuple(a for a in actors if a.start < part.start)


def _past_pair(page: Page, term: RawTerm) -> RawTerm:
    """A sight that opens with the second half of a pair, from the verb of the text that is between the two."""
    first = next(iter(mentions_in(page, term.span)), None)
    if first is None or first.span.start - term.span.start > len("the "):
        return term
    verb = _TEXT_DOES.match(page.text, first.span.end, term.span.end)
    if verb is None or not _PAIR.search(page.text, max(0, first.span.start - _BACK), first.span.start):
        return term
    span = Span(verb.end(), term.span.end)
    return replace(term, span=span, obligors=tuple(o for o in term.obligors if o.start >= span.start))


def _with_subject(page: Page, term: RawTerm) -> RawTerm:
    """A sight that opens with its auxiliary, from the subject that stands before an aside."""
    sentence = sentence_at(page, term.span.start)
    if sentence is None:
        return term
    if _PLURAL_VERB.match(page.text, term.span.start):
        subject = _SUBJECT.fullmatch(page.text, sentence.start, term.span.start)
        return replace(term, span=Span(subject.start("who"), term.span.end)) if subject else term
    if not _MOOD.match(page.text, term.span.start):
        return term
    aside = ASIDE.search(page.text, max(sentence.start, term.span.start - _BACK), term.span.start)
    return replace(term, span=Span(aside.start("who"), term.span.end)) if aside else term


def _elsewhere(page: Page, term: Span, actor: Span) -> bool:
    """Whether an actor acts in a later sentence, or is the place where a thing is."""
    sentence = sentence_at(page, term.start)
    if sentence is not None and actor.start >= max(sentence.end, term.end):
        return True
    inside = term.start < actor.start < term.end
    placed = inside and _PLACED.search(page.text, term.start, actor.start) is not None
    return placed and _DOES.match(page.text, actor.end) is None


def _watching(page: Page, term: RawTerm) -> tuple[Span, ...]:
    """Who watches or vouches: those in the words themselves before others; no town that a thing is moved to."""
    town = tuple(g for g in term.guarantors if not _town(page, g))
    own = tuple(g for g in town if g.overlaps(term.span))
    return own or town


def _town(page: Page, actor: Span) -> bool:
    named = next(iter(mentions_in(page, actor)), None)
    here = named is not None and named.kind in ("metonym", "place")
    return here and _MOVED.search(page.text, max(0, actor.start - 12), actor.start) is not None
