"""Words that stand for both sides at once: "both armies", "neither country", "each other", "an exchange of prisoners"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.page import Page, mentions_in, sentence_at, sentence_before
from nonpaper.claims.sides.apart import go_betweens
from nonpaper.claims.sides.joined import pairs
from nonpaper.claims.sides.two import REBELS, alone, one_state, side_of, sides
from nonpaper.claims.sides.words import any_of, whole
from nonpaper.model.span import Span

Names = tuple[str, ...]
# "both", "each" and "the two" alone may count texts, towns or men as well.
BARE = re.compile(r"(?:both|each|neither|either|the two|the pair)\W*", re.IGNORECASE)
_UNKNOWN = re.compile(r"\b[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+")
# A truce that somebody watches is his to watch, and one that lifts or moves something is a text.
_WATCHED = re.compile(
    r"\W*(?:the |an? |international |joint |strict )*(?:monitoring|supervision|observation|verification|oversight|surveillance|enforcement|policing|breach(?:es)?|violations?) of\b"
    r"|.{0,200}?\b(?:be|is|are|being)\s+(?:\w+ly\s+)?(?:monitored|supervised|verified|observed|overseen|watched|guaranteed|policed|inspected|certified|enforced|guarded|led|run)\s+by\b",
    re.DOTALL,
)
# "the captives freed before any truce": what comes before or after it is another thing.
_TIED = re.compile(
    r"[\w\s’'-]{1,80}?\b(?:before|after|until|during|without|since|under|pending|if|unless|once|when|should|while|as soon as|as long as)\s+(?:(?:an?|any|the|a full|such an?)\s+)?(?:\w+\s+)?(?:truce|cease-?fire|armistice|cessation|end)\b",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(
    r"[^,;:.]{0,40}?\b(?:truce|cease-?fire|armistice)(?:\s+(?:in|for|with|on)\s+(?:the\s+)?[A-Z][\w’'-]*)?\s+(?:lifts|shortens|moves|raises|lowers|cuts|caps|gives|grants|obliges|requires|limits|bars|bans|forbids|prohibits|allows|entitles|opens|frees|releases|sets)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\W*$|\s*[,.;:]|\s+(?:in|at|on|from|until|within|for|by|along|before|after)\b")
_REBELS_AT = re.compile(rf"(?:the )(?P<who>{REBELS})(?![\w’'-])", re.IGNORECASE)
_JUNTA = re.compile(r"\bjunta\b", re.IGNORECASE)
_HAS_JUNTA = re.compile(r"(?:[’']s?)?\s+(?:ruling\s+|military\s+)?junta\b")
_NEAR = 400
"""Characters before a collective in which others may be named by twos."""


def collectives(page: Page, start: int, stop: int) -> list[re.Match[str]]:
    """Words for both between two places, in order."""
    return list(_collective().finditer(page.text, start, stop))


def both_of(page: Page, words: Span) -> Names:
    """The two sides, for words that stand for both; the state, for its "army" against rebels; empty for other words."""
    said = words.quote(page.text).strip()
    if _collective().fullmatch(said) and not (BARE.fullmatch(said) and _counts_others(page, words)):
        both = sides_at(page, words.start) or _only_states(page, words)
        return () if whole("of_states").search(said) and any(map(is_movement, both)) else both
    state = (one_state(page) or _with_junta(page, said)) if _of_the_state().fullmatch(said) else None
    return (state,) if state else ()


def _only_states(page: Page, words: Span) -> Names:
    """The only two states that a report names beside go-betweens, for "both governments", where it has joined the two before."""
    if not whole("of_states").search(words.quote(page.text)) or sides(page) is not None:
        return ()
    named = {m.party: None for m in page.mentions if m.party and m.kind in ("party", "adjective", "metonym")}
    states = tuple(p for p in named if not is_movement(p) and p not in go_betweens(page))
    joined = any(p.at < words.start and set(p.parties) == set(states) for p in pairs(page))
    return states if joined else ()


def _with_junta(page: Page, said: str) -> str | None:
    """The one party that is said to have a junta, for "the junta"."""
    return ruled_by_junta(page) if _JUNTA.search(said) else None


@lru_cache(maxsize=4)  # asked term after term
def ruled_by_junta(page: Page) -> str | None:
    """The one party whose junta the report names: "Kessara's junta"; None where it names two. Linear in the text."""
    ruled = {m.party for m in page.mentions if m.party and _HAS_JUNTA.match(page.text, m.span.end)}
    return next(iter(ruled)) if len(ruled) == 1 else None


def collective_at(page: Page, at: int, stop: int) -> Names:
    """The two sides, or the state, for the words that begin at `at`."""
    start = at - 4 if page.text[max(0, at - 4) : at].casefold() == "the " else at
    found = _collective().match(page.text, start, stop) or _collective().match(page.text, at, stop)
    rebels = _REBELS_AT.match(page.text, start, stop)
    side = side_of(page, Span(*rebels.span("who"))) if rebels else None
    if side is not None:
        return (side,)
    found = found or whole("of_the_state").match(page.text, at, stop)
    return both_of(page, Span(*found.span())) if found else ()


def mutual(page: Page, term: Span) -> Names:
    """The two sides, where a term is something that two do to each other, or a truce in the war that they alone fight."""
    said, both = term.quote(page.text), sides_at(page, term.start)
    if not both or (whole("of_states").search(said) and any(map(is_movement, both))):
        return ()
    fought = alone(page) and _truce().match(said) and not any(p.match(said) for p in (_WATCHED, _TEXT_OF, _TIED))
    shared = whole("mutual").search(said) or _shared(said) or fought
    return both if shared else ()


def _shared(said: str) -> bool:
    """Whether both own what is named, or it lies between them: "boats of both navies", "a hotline between the two"."""
    return any(not BARE.fullmatch(m["who"]) or _ENDS.match(said, m.end()) for m in _owned_by_both().finditer(said))


def sides_at(page: Page, at: int) -> Names:
    """The sides, unless two others, who do not only host or mediate, were joined just before, in this sentence or the last."""
    both = sides(page)
    if both is None:
        return ()
    joined = pairs(page)
    which = bisect_left(joined, at, key=lambda p: p.at) - 1
    near = joined[which] if which >= 0 and joined[which].at >= _since(page, at) else None
    if near is None or set(near.parties) == set(both) or set(near.parties) <= go_betweens(page) - set(both):
        return both
    return ()


def _since(page: Page, at: int) -> int:
    """Where the sentence before the one at `at` begins, or as much of it as is near."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence else None
    return max((last or sentence or Span(at, at + 1)).start, at - _NEAR)


def _counts_others(page: Page, words: Span) -> bool:
    """Whether what was last named by twos, here or in the sentence before, are texts, towns or people."""
    start = _since(page, words.start)
    others = [m.start() for m in _others().finditer(page.text, start, words.start)]
    others += [m.start() for m in _UNKNOWN.finditer(page.text, start, words.start) if not _known(page, m)]
    both = [m.start() for m in collectives(page, start, words.start) if not BARE.fullmatch(m[0])]
    return bool(others) and max(others) > max(both, default=-1)


def _known(page: Page, joined: re.Match[str]) -> bool:
    """Whether two joined names are both known to the page."""
    names = mentions_in(page, Span(joined.start(), joined.end()))
    return len({m.party for m in names if m.party}) > 1


@cache
def _collective() -> re.Pattern[str]:
    quality, many, one, alone = (any_of(key) for key in ("quality", "together", "one_of_them", "alone"))
    some = rf"(?:{quality}\s+){{0,2}}"
    return re.compile(
        rf"(?<![\w-])(?:(?:both|the two|these two|the)\s+{some}(?:{quality}\s+){many}|(?:both|the two|these two|both of the|both the)\s+{some}{many}"
        rf"|(?:each|either|neither)\s+(?:of the (?:two )?{many}|{some}{one})|the\s+{alone}|each other|one another|both|each|neither|the two|the pair)(?:[’']s?)?(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _truce() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:[\w-]+ )??{any_of('truce')}(?![\w-])", re.IGNORECASE)


@cache
def _owned_by_both() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('owned_by_both')} of|between|by) (?P<who>{_collective().pattern})", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b(?:two|both|the|these)\s+(?:[\w’'-]+\s+){{0,2}}?{any_of('texts')}\b", re.IGNORECASE)


@cache
def _of_the_state() -> re.Pattern[str]:
    place = r"(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    return re.compile(rf"(?:the\s+)?{any_of('of_the_state')}{place}(?:[’']s?)?", re.IGNORECASE)
