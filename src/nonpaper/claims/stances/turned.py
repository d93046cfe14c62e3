"""What turns a stance's words round, or makes them another's: such a stance is not stated, or only as unsure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.stances.cues import any_of, openings_in, rows_for
from nonpaper.claims.stances.doubtful import is_half_true, names_report, proposes_for_another, silence, wonders
from nonpaper.claims.subjects import subjects
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

REACH = 600
"""Characters of a stance that are looked at: a hostile sentence of many stances costs its length."""
NEAR = 120
"""Characters before a stance in which words take it back."""
YES: frozenset[Stance] = frozenset(
    {"accepts", "accepts_in_principle", "accepts_if", "accepts_ad_referendum", "offers", "offers_if"}
)
NO: frozenset[Stance] = frozenset({"rejects", "red_line"})
FIRM: frozenset[Stance] = YES | NO | {"demands", "amends", "threatens"}
FORETOLD = "may be a forecast"
LOOKS = "a look at a text may be no yes"
WHOSE = "it is not plain whose stance this is"
WHICH = "it is not plain which stance this is"
DENIALS: frozenset[Stance] = frozenset({"denies_report", "denies_knowledge"})


class Words(NamedTuple):
    """A position with the words around it.

    `text` goes from a little before it in its clause to its end, `start` is where it begins in
    these, `cue` where the words begin that show the stance (their end where none is known).
    """

    page: Page
    position: Position
    text: str
    start: int
    cue: int

    @property
    def said(self) -> str:
        """The position's own words."""
        return self.text[self.start :]

    @property
    def origin(self) -> int:
        """Where `text` begins on the page."""
        return self.position.span.start - self.start


def upright(page: Page, positions: Sequence[Position]) -> list[Position]:
    """The positions without those whose words say the reverse or are another's; those that may be so as unsure.

    A report that is rejected is denied.
    """
    return [p for position in positions for p in _upright(page, position)]


def _upright(page: Page, position: Position) -> Iterator[Position]:
    words = _words(page, position)
    if position.stance in FIRM and any(turns(words) for turns in _TURNS):
        return
    if position.stance in DENIALS and (_wonders(words) or is_half_true(words.said)):
        return
    if position.stance in NO and _only_silent(words):
        position = replace(
            position, stance="no_comment", basis="self" if position.basis == "reporter" else position.basis
        )
    if position.stance == "rejects" and _claim("told_of").search(words.said):
        position = replace(position, stance="denies_report")
    if position.stance == "accepts" and _IN_PRINCIPLE.search(words.said):
        position = replace(position, stance="accepts_in_principle")
    if position.stance in ("offers", "offers_if") and _for_another(words):
        position = replace(position, stance="demands", conditions=())
        position = position if WHICH in position.doubts else doubted(position, WHICH)
    for doubts, why in _DOUBTS:
        if why not in position.doubts and doubts(words):
            position = doubted(position, why)
    yield position


_IN_PRINCIPLE = re.compile(r"\bin (?:principle|outline|broad (?:terms|outline|lines))\b", re.IGNORECASE)


def _words(page: Page, position: Position) -> Words:
    span = position.span
    sentence = sentence_at(page, span.start)
    begin = max(sentence.start if sentence is not None else span.start, span.start - NEAR)
    lead = page.text[begin : span.start]
    lead = _CLAUSES.split(lead)[-1]
    said = page.text[span.start : min(span.end, span.start + REACH)]
    return Words(page, position, lead + said, len(lead), len(lead) + _cue_at(said, position.stance))


_CLAUSES = re.compile(r"[;:]\s|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE)


def _cue_at(said: str, stance: Stance) -> int:
    """Where words begin that show the stance; the length where none is known."""
    held = openings_in(said)
    found = (
        cue.search(said)
        for name in ("said", "does", "cue", "noun")
        for cue, shown in rows_for(name, held)
        if shown == stance
    )
    return min((m.start() for m in found if m is not None), default=len(said))


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('turned', key)}(?!\w)", re.IGNORECASE)


@cache
def _taken_back() -> re.Pattern[str]:
    """Words that take back what follows them at once, with auxiliaries and adverbs between."""
    between = any_of("turned", "between")
    return re.compile(rf"(?<!\w){any_of('turned', 'unsaid')}(?:\s+{between}){{0,5}}\s*$", re.IGNORECASE)


def _is_taken_back(words: str, at: int) -> bool:
    return _taken_back().search(words, max(0, at - NEAR), at) is not None


def _plain(pattern: re.Pattern[str], words: str, start: int = 0) -> re.Match[str] | None:
    """The first match that nothing takes back."""
    return next((m for m in pattern.finditer(words, start) if not _is_taken_back(words, m.start())), None)


_APART = re.compile(r"[,;.]|\s(?:and|but|yet|instead)\s", re.IGNORECASE)


def _stands_apart(words: Words, start: int, end: int) -> bool:
    """Whether the words show the stance without the clause in which `start` to `end` stand."""
    stop = _APART.search(words.text, end)
    rest = words.text[words.start : max(start, words.start)] + " ; " + (words.text[stop.start() :] if stop else "")
    return _cue_at(rest, words.position.stance) < len(rest)


def _unsaid(words: Words) -> bool:
    """A demand all of whose words are taken back: "would not insist on", "had never asked for"; it is no refusal either."""
    asked = [m for m in _any("demanding").finditer(words.text) if m.end() > words.start]
    stance = words.position.stance
    if stance not in ("demands", "rejects", "red_line") or not asked:
        return False
    if stance != "demands":
        at = asked[0]
        return _is_taken_back(words.text, at.start()) and not _refused(words, at)
    if any(_LESS.match(words.text, m.end()) or not _is_taken_back(words.text, m.start()) for m in asked):
        return False
    other = _plain(_any("asking"), words.text, words.start)
    if other is None:
        return True
    between = words.text[asked[0].end() : other.start()]
    return other.start() > asked[0].start() and _TURN.search(between) is None


_LESS = re.compile(r"\s+(?:anything )?(?:less|other than|short of|but)\b", re.IGNORECASE)
_TURN = re.compile(r"[,;.]|\s(?:but|instead|only)\b", re.IGNORECASE)


def _refused(words: Words, demand: re.Match[str]) -> bool:
    """Whether a refusal is shown by other words than a demand that is taken back."""
    taken = _taken_back().search(words.text, max(0, demand.start() - NEAR), demand.start())
    start = taken.start() if taken else demand.start()
    return _shows(words.text[words.start : max(start, words.start)], NO) or _shows(words.text[demand.end() :], NO)


def _shows(words: str, stances: frozenset[Stance]) -> bool:
    """Whether words show one of some stances."""
    return any(_cue_at(words, stance) < len(words) for stance in stances)


@cache
def _given_up_words() -> re.Pattern[str]:
    gives, given = any_of("turned", "gives_up"), any_of("turned", "given_up")
    return re.compile(rf"(?<!\w){gives}\s+(?:\w+ly\s+)?{given}(?!\w)", re.IGNORECASE)


def _given_up(words: Words) -> bool:
    """A demand that is given up or that somebody is to give up: "urged it to drop its demand", "stopped insisting on"."""
    found = _plain(_given_up_words(), words.text) if words.position.stance in ("demands", "red_line") else None
    if found is None:
        return False
    stop = _APART.search(words.text, found.end())
    return stop is None or _plain(_any("demanding"), words.text, stop.end()) is None


def _yes_withdrawn(words: Words) -> bool:
    """A yes that is taken back: "withdrew its consent", "reneged on its promise"; what one offers to withdraw is none."""
    found = _plain(_any("yes_taken_back"), words.text) if words.position.stance in YES else None
    return found is not None and words.cue > found.start() and not _stands_apart(words, found.start(), found.end())


def _no_choice(words: Words) -> bool:
    """A yes in the form of a no: "cannot but accept"."""
    return words.position.stance in NO and _any("no_choice").search(words.said) is not None


def _untrue(words: Words) -> bool:
    """What words before the stance say is not so, or is only laid to somebody: "it would be wrong to say that"."""
    found = _any("untrue").finditer(words.text, 0, min(len(words.text), words.cue + 1))
    return any(not _NEW.search(words.text, m.end(), max(m.end(), words.cue)) for m in found)


_NEW = re.compile(r"[;.]|\s(?:but|while|yet|and(?! [A-Z]))\s")


def _wonders(words: Words) -> bool:
    """What is only doubted of another: "doubted that it would refuse", "was not sure whether it would sign"."""
    found = _plain(wonders(), words.text)
    if found is None or words.cue < found.start():
        return False
    return not names_report(words.said) and not _stands_apart(words, found.start(), found.end())


def _doubts_another(words: Words) -> bool:
    """Blame that is only a doubt of what another party will do: "expressed doubt that it would accept"."""
    found = _plain(wonders(), words.text) if words.position.stance in ("criticises", "reserves") else None
    if found is None:
        return False
    clause = Span(
        words.origin + found.start(), min(words.origin + len(words.text), words.origin + found.end() + _NAMED)
    )
    return any(m.party and m.party != words.position.party for m in mentions_in(words.page, clause))


_NAMED = 30
"""Characters after words of doubt in which is named whose deed is doubted."""


def _only_silent(words: Words) -> bool:
    """A refusal to speak and nothing else: "refused to elaborate on the terms"."""
    found = silence(words.said)
    if found is None:
        return False
    rest = words.said[: found.start()] + " ; " + words.said[found.end() :]
    return not _shows(rest, NO)


def _for_another(words: Words) -> bool:
    """What another party is to do is no offer of one's own."""
    around = Span(words.origin, words.origin + len(words.text))
    return proposes_for_another(words.page, around, words.position.party)


def _never_demanded(words: Words) -> bool:
    """Who says that he has demanded nothing denies no report that is named."""
    asked = [m for m in _any("demanding").finditer(words.text) if m.end() > words.start]
    if words.position.stance not in DENIALS or not asked:
        return False
    taken = all(_is_taken_back(words.text, m.start()) for m in asked)
    sentence = sentence_at(words.page, words.position.span.start) or words.position.span
    stop = min(sentence.end, words.position.span.end + REACH)
    return taken and not names_report(words.page.text[words.origin : max(stop, words.origin)])


def _only_leads(words: Words) -> bool:
    """The lead-in of a list says nothing by itself: each line of the list is a stance of its own."""
    text, end = words.page.text, words.position.span.end
    return _LIST.match(text, max(words.position.span.start, end - 1)) is not None or _LIST.match(text, end) is not None


_LIST = re.compile(r":[ \t]*\n")


def _waited_for(words: Words) -> bool:
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


def _inverted(words: Words) -> bool:
    """What stands in a condition without "if": "Had the state accepted the amnesty, …"."""
    opens = _HAD.match(words.said)
    comma = words.said.find(",") if opens else -1
    return comma > 0 and words.cue - words.start < comma


_HAD = re.compile(r"\W*(?:Had|Were|Should)\s+(?:the\s+)?\w")


@cache
def _solicited_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:was|were|is|are|be|being|been)(?:\s+(?:not|also|already|now|again|being|\w+ly))*\s+"
        rf"{any_of('turned', 'solicited')}(?!\w)(?! by)",
        re.IGNORECASE,
    )


def _solicited(words: Words) -> bool:
    """What a party is offered or asked is nothing that it does: "had been offered", "was urged to accept"."""
    found = _solicited_words().search(words.text)
    return found is not None and not _stands_apart(words, found.start(), found.end())


@cache
def _wished() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('turned', 'wished')}\s+(?:the\s+|both\s+)?$", re.IGNORECASE)


@cache
def _demanded_that() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('turned', 'demanded_that')}\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE)


_TO = re.compile(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,3}?(?:to|not to)\s+\w+", re.IGNORECASE)
_BARE = re.compile(r"\s+(?!has\b|had\b|was\b|is\b)[a-z]+|:")


def _anothers_wish(words: Words) -> bool:
    """What somebody else wants a party to do: "some want it to demand", "demands that it leave"."""
    stop = words.origin + len(words.text)
    named = [m for m in mentions_in(words.page, Span(words.origin, stop)) if m.party == words.position.party]
    ends = [m.span.end for m in named if _is_wished(words, m.span)]
    if not named or len(ends) < len(named):
        return False
    at = min(ends) - words.origin
    shown = min(len(words.text), words.cue)
    return (shown >= at or words.position.stance == "demands") and not _stands_apart(words, words.start, at)


def _is_wished(words: Words, name: Span) -> bool:
    text, begin = words.page.text, max(0, name.start - NEAR)
    before, after = text[begin : name.start], text[name.end : name.end + NEAR]
    if _wished().search(before):
        return _TO.match(after) is not None
    return _demanded_that().search(before) is not None and _BARE.match(after) is not None


_OWN = frozenset({"demands", "threatens"})


def _another_acts(words: Words) -> bool:
    """What another party does by the verb that shows the stance: "X said that Y would never …" is nothing of X's own."""
    position = words.position
    sentence = sentence_at(words.page, position.span.start)
    kindred = next((group for group in (YES, NO) if position.stance in group), frozenset({position.stance}))
    cue = min(words.cue, *(words.start + _cue_at(words.said, stance) for stance in kindred))
    if position.basis != "self" or sentence is None or cue >= len(words.text):
        return False
    at = words.origin + cue
    if position.stance == "demands" and _DUTY.match(words.page.text, at):
        return False
    here = [s for s in subjects(words.page, sentence) if s.start >= words.origin and abs(s.verb - at) <= _CLOSE]
    return bool(here) and all(s.party not in (position.party, "Europe") for s in here)


_DUTY = re.compile(r"\W*(?:must|ha(?:s|ve) to|needs? to|should)\b", re.IGNORECASE)
_CLOSE = 3
"""Characters between where a subject's verb begins and the words that show a stance."""


def _foretold(words: Words) -> bool:
    """What is only foretold: "would almost certainly refuse"; of a party's own word it may be the more firm."""
    if words.position.stance not in FIRM:
        return False
    keys = ("foretold",) if words.position.basis == "self" else ("foretold", "certainly")
    found = (m for key in keys for m in _any(key).finditer(words.text, words.start))
    return any(_leads_to(words, m) for m in found)


def _leads_to(words: Words, found: re.Match[str]) -> bool:
    """Whether such words stand in the clause of those that show the stance, before these or over them."""
    if words.cue >= len(words.text):
        return True
    return found.start() <= words.cue + _CLOSE and not re.search(r"[,;.]", words.text[found.end() : words.cue])


def _only_looks(words: Words) -> bool:
    """A look that is promised is no yes: "would consider it only after …"."""
    if words.position.stance not in ("accepts", "accepts_if"):
        return False
    return _looks_words().search(words.said) is not None and _YES_WORDS.search(words.said) is None


def _of_a_person(words: Words) -> bool:
    """What a speaker tells of some person is not his own: "said a person who read the draft had not seen it"."""
    return words.position.basis == "self" and _PERSON.search(words.said) is not None


_PERSON = re.compile(
    r"\b(?:said|says|told \w+|added|reported)\s+(?:that\s+)?(?:an?|another|some)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:person|people|man|woman|source|expert|analyst|scholar|lawyer|journalist|reporter|witness(?:es)?)\s+\w+\s",
    re.IGNORECASE,
)


@cache
def _looks_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:would|will|could|can|might|may)\s+(?:\w+ly\s+)?{any_of('turned', 'looks_at')}(?!\w)", re.IGNORECASE
    )


_YES_WORDS = re.compile(
    r"\b(?:accept|agree|sign|endors|support|consent|approv|live with|ready|willing|yes)", re.IGNORECASE
)


@cache
def _claim(key: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reject|refus|dismiss|rebuff|brush|rul)\w*\s+(?:out\s+|aside\s+|as \w+\s+)?"
        rf"(?:(?!(?:of|in|on|for|to|by|and|with|from|at|as|that)\b)[\w’'-]+\s+){{0,5}}?{any_of('turned', key)}(?!\w)",
        re.IGNORECASE,
    )


Rule = Callable[[Words], bool]
_TURNS: tuple[Rule, ...] = (
    _unsaid,
    _given_up,
    _yes_withdrawn,
    _no_choice,
    _untrue,
    _wonders,
    _only_leads,
    _waited_for,
    _inverted,
    _solicited,
    _anothers_wish,
    _another_acts,
)
_DOUBTS: tuple[tuple[Rule, str], ...] = (
    (_foretold, FORETOLD),
    (_only_looks, LOOKS),
    (_of_a_person, WHOSE),
    (_never_demanded, WHICH),
    (_doubts_another, WHICH),
)
