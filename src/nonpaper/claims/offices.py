"""Whose an office is that a report names without its state: "Foreign Minister X", "the foreign ministry", "a cabinet aide".

Where one state faces a movement, such an office can only be that state's, as long as no other state was spoken of just
before and none owns the same office in the report. A third state, or two states at the table: nobody's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nonpaper.claims.cues import table
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.load import table as gazetteer
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, never
from nonpaper.claims.page import Page, mentions_in, paragraph_at, parties_in, sentence_at, sentence_before
from nonpaper.claims.sides import home_state, one_state, outlets_state
from nonpaper.model.span import Span

_CAPITAL = re.compile(rf"(?<![\w’'-])[{UPPER}][\w-]+")
_OWNER = re.compile(r"((?:prime |foreign )?\w+)[’'](?:s\b| )")
_ITS = re.compile(r"\b(?:its|their|his|her|our|your|my|whose)\b", re.IGNORECASE)
# An unknown name that acts or owns: it may be a state that nothing explains.
_UNKNOWN = re.compile(
    rf"(?<![\w’'-])({WORD})(?:[’']s?[ \n]|[ \n](?:has|had|(?:is|was)(?![ \n](?:taken|shut|held|left|built|[a-z]{{3,}}ed)\b)|will|would|wants|says|said|told|[a-z]{{3,}}ed)\b)"
)
_HEADING = re.compile(r"[\W\d]*(?:[Tt]he )?[\W\d]*")
_STRETCH = 400
"""Characters before an office in which another state may have been spoken of."""


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(table('offices')[key])})s?(?![\w-])")


@cache
def _plain() -> frozenset[str]:
    """Capitalised words that are no name: parts of titles, and words that begin a sentence."""
    return frozenset(table("offices")["portfolios"]) | frozenset(table("offices")["no_names"])


def state_of_title(page: Page, words: str, at: int) -> str | None:
    """The state whose office a named person holds, by the words of the title that stands at `at`."""
    said = " ".join(words.split())
    return _whose(page, said, at) if _words("titles").search(said.casefold()) else None


def is_of_a_state(page: Page, words: str, at: int) -> bool:
    """Whether words at `at` are an office that only a state has, name no state, and are no mediator's or opponent's."""
    said = " ".join(words.split())
    return bool(_words("titles").search(said.casefold())) and _is_plain(said) and not _of_a_mediator(page, at)


def under_heading(page: Page, words: str, at: int) -> str | None:
    """The party whose name alone stands before the sentence at `at`: "3.1 Kessara. The foreign minister has …"."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence else None
    if sentence is None or last is None or not _is_plain(" ".join(words.split())):
        return None
    named = mentions_in(page, last)
    rest = page.text[last.start : named[0].span.start] + page.text[named[0].span.end : last.end] if named else ""
    return named[0].party if len(named) == 1 and _HEADING.fullmatch(rest) else None


def state_of_body(page: Page, words: str, at: int) -> str | None:
    """The state whose body a source is, or whom an unnamed person of that body serves; `words` stand at `at`."""
    said = " ".join(words.split())
    found = _words("bodies").findall(said.casefold())
    state = _whose(page, said, at) if found else None
    if state is None or any(noun in _owned_by_others(page, state) for noun in found):
        return None
    return None if all(map(_words("armed").fullmatch, found)) and _armed_near(page, at) else state


def body_of(page: Page, words: str, at: int) -> str | None:
    """The party of a body or of a person who serves one: by the heading it stands under, else the one state's, or the place's."""
    there = _there(page, words, at)
    if there is not None or not _words("bodies").search(words.casefold()):
        return there
    return under_heading(page, words, at) or has_reacted(page, words, at) or state_of_body(page, words, at)


def has_reacted(page: Page, words: str, at: int) -> str | None:
    """The state of which the sentence before says only that it reacts: "Kessara bristled. The foreign ministry said …"."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence else None
    named = mentions_in(page, last) if last else ()
    if last is None or len(named) != 1 or not _is_state(named[0]) or not _is_plain(" ".join(words.split())):
        return None
    plain = named[0].kind != "adjective" and not mentions_in(page, Span(last.end, at)) if last.end < at else True
    reacts = _words("reacts").search(page.text, named[0].span.end, min(last.end, named[0].span.end + _CLOSE))
    return named[0].party if plain and reacts and named[0].span.start - last.start < _CLOSE else None


_CLOSE = 30
"""Characters from the start of a sentence to the state that reacts, and from it to the verb."""


_THERE = re.compile(
    r"(?:an?|one|another) (?:senior )?(?:government )?(?:official|diplomat|minister|spokes\w+) there", re.IGNORECASE
)


def _there(page: Page, words: str, at: int) -> str | None:
    """Of "an official there": the one state that the sentence before names, and this one does not."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence else None
    if last is None or _THERE.fullmatch(" ".join(words.split())) is None or unknown_acts(page, last):
        return None
    found = {m.party for m in mentions_in(page, Span(last.start, at)) if m.party}
    return next(iter(found)) if len(found) == 1 and all(map(_is_state, mentions_in(page, last))) else None


def _whose(page: Page, said: str, at: int) -> str | None:
    """The state that faces a movement, or whose outlet reports, unless another is named or was spoken of just before."""
    state = one_state(page) or outlets_state(page) or (home_state(page) if _HOME.search(said) else None)
    if state is None or not _is_plain(said) or another_near(page, at, state) or _of_a_mediator(page, at):
        return None
    return state


# Who deals with what is done at home: a third state's are not heard of in a report on another's war.
_HOME = re.compile(
    r"\b(?:interior|justice|finance|agriculture|education|energy|home|defen[cs]e) (?:minister|secretary)\b",
    re.IGNORECASE,
)


def _of_a_mediator(page: Page, at: int) -> bool:
    """Whether the words right before, or an apposition after, say that somebody mediates or hosts: "the mediator, Foreign Minister X"."""
    ahead = page.text[at : at + _NEAR]
    return _MEDIATES.search(page.text, max(0, at - _CLOSE), at) is not None or _MEDIATES_AFTER.search(ahead) is not None


_MEDIATING = r"(?:mediat\w+|host(?:s|ed|ing)?|go-between|facilitat\w+|brokered|guarantor)"
_MEDIATES = re.compile(rf"\b{_MEDIATING}\b[^.!?]*\Z", re.IGNORECASE)
_MEDIATES_AFTER = re.compile(rf", (?:who|whose|the|a|an)\b[^,.;]{{0,40}}\b{_MEDIATING}\b", re.IGNORECASE)
_NEAR = 120
"""Characters after the start of an office in which its holder is said to mediate."""


def _is_plain(said: str) -> bool:
    """Whether words name and own nobody by name, and are not of an opponent, a host or a former holder."""
    if _words("nobodys").search(said.casefold()) or _ITS.search(said):
        return False
    owned = all(_words("owners").fullmatch(owner) for owner in _OWNER.findall(said.casefold()))
    return owned and all(word in _plain() for word in _CAPITAL.findall(said))


def another_near(page: Page, at: int, state: str) -> bool:
    """Whether the last state named before `at`, in this sentence or the one before, is another, or a name nothing explains."""
    stretch = before(page, at)
    named = [m for m in mentions_in(page, stretch) if _is_state(m)]
    if named and named[-1].party != state:
        return True
    since = named[-1].span.end if named else stretch.start
    return unknown_acts(page, Span(since, at)) if since < at else False


def unknown_acts(page: Page, stretch: Span) -> bool:
    """Whether a name that nothing explains acts or owns something in `stretch`: it may be a state."""
    found = (m[1] for m in _UNKNOWN.finditer(page.text, stretch.start, stretch.end))
    return any(word not in _known(page) and word not in never() and word not in _plain() for word in found)


def before(page: Page, at: int) -> Span:
    """The words before `at` in its sentence and, in the same paragraph, in the sentence before. O(log n)."""
    sentence = sentence_at(page, at)
    last = sentence_before(page, sentence.start) if sentence else None
    around = paragraph_at(page, at)
    start = max((last or sentence or Span(at, at + 1)).start, around.start if around else 0, at - _STRETCH)
    return Span(min(start, at), at) if at > start else Span(at, at + 1)


@lru_cache(maxsize=4)
def _known(page: Page) -> frozenset[str]:
    """The words of all names in a page, as they stand."""
    said = (word for m in page.mentions for word in m.span.quote(page.text).split())
    return frozenset(form for word in said for form in (word, word.rstrip("’'")))  # "the Farmers' League"


def _is_state(mention: Mention) -> bool:
    return bool(
        mention.party
        and mention.kind != "group"
        and not is_movement(mention.party)
        and mention.party not in gazetteer("groups")["group"]
    )


@lru_cache(maxsize=4)
def _owned_by_others(page: Page, state: str) -> frozenset[str]:
    """The bodies that other states own in this report: "Soumara's foreign ministry". Linear in the names."""
    out: set[str] = set()
    for mention in page.mentions:
        if mention.party not in (None, state) and _is_state(mention):
            after = page.text[mention.span.end : mention.span.end + 40].casefold()
            found = re.match(rf"(?:[’']s?)?\s+(?:\w+\s+){{0,1}}?({_words('bodies').pattern})", after)
            out.update([found[1]] if found else [])
    return frozenset(out)


def _armed_near(page: Page, at: int) -> bool:
    """Whether "the army" may be a movement's: it has one in its name, or was named just before."""
    movements = [m for m in page.mentions if m.party and is_movement(m.party)]
    if any(re.search(r"\bArm(?:y|ed)\b", m.span.quote(page.text)) for m in movements):
        return True
    near = parties_in(page, before(page, at))
    return bool(near) and is_movement(near[-1].party or "")
