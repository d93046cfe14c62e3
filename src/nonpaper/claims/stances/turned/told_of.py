"""What a speaker tells of somebody else: "X's envoy says that the government has come round" is no yes of X's.

Who is told of stands for the speaker's own side only where the words can: "the government" for a state that talks, "the
rebels" for a movement, "both" for one of the two, never "the other side", and no name for whoever mediates.
"""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import never
from nonpaper.claims.page import Page
from nonpaper.claims.sides import sides
from nonpaper.claims.sides.apart import blocs, go_betweens
from nonpaper.claims.sources.pieces import names_in
from nonpaper.claims.stances.turned.words import Words
from nonpaper.claims.who import governs
from nonpaper.model.span import Span

_OTHER = r"(?:the|his|her|its|their)\s+(?:other\s+(?:side|party|delegation|government|camp|capital)|opposite\s+numbers?|counterparts?|opponents?|adversar(?:y|ies)|rivals?|enem(?:y|ies))"
_BOTH = r"(?:both|neither|each)(?:\s+of\s+the(?:m)?)?(?:\s+(?:two\s+)?(?:sides?|part(?:y|ies)|men|women|leaders?|governments?|capitals?|delegations?|countr(?:y|ies)|states?|arm(?:y|ies)|teams?))?|the\s+two\s+(?:sides|parties|men|leaders|governments|capitals|delegations|countries|states|neighbours|neighbors|armies|teams)"
_STATE = r"the\s+(?:[a-z-]+\s+)?(?:government|state|cabinet|parliament|presidency|president|prime\s+minister|premier|kingdom|king|army|military|generals|junta|regime|authorities)"
_ARMED = r"the\s+(?:[a-z-]+\s+)?(?:group|movement|rebels?|guerrillas?|militia|militants|insurgents|separatists|fighters|gunmen|faction)"
_NAMED = r"(?-i:[A-Z][\w’'-]*\w(?:\s[A-Z][\w-]+)?)"
_SAYS = (
    r"\b(?:say|says|said|saying|tells?|told|thinks?|thought|believes?|believed|claims?|claimed|maintain(?:s|ed)|report(?:s|ed)|insist(?:s|ed)|hint(?:s|ed)|suggest(?:s|ed)|add(?:s|ed)|confirm(?:s|ed)"
    r"|complain(?:s|ed)|announce[sd]?|(?:is|was|are|were)\s+(?:sure|certain|convinced|confident|hopeful)|quot(?:es|ed|ing))"
)
_DOES = r"(?:ha[sd]|have|is|are|was|were|will|would|can|could|won[’']t|did|does|do|accepts?|agrees?|rejects?|refuses?|wants?|backs?|opposes?|\w{2,}ed)\b"
_LEADS = rf"(?:\bthat\s+|{_SAYS}\s+(?:that\s+)?|\b(?:opinion|view|words|account|eyes)\s+of\s+[^,;.]{{2,60}},\s+|\b[Aa]ccording\s+to\s+[^,;.]{{2,60}}?,?\s+)"
# Where a clause begins in which somebody is told of, and who acts in it.
_TOLD = re.compile(
    rf"(?:(?:^\W*|{_LEADS})(?:(?P<other>{_OTHER})|(?P<both>{_BOTH}))|{_LEADS}(?:(?P<state>{_STATE})|(?P<armed>{_ARMED})|(?:the\s+)?(?P<name>{_NAMED})))"
    rf"(?:\s+in\s+(?-i:[A-Z])[\w-]+)?(?:\s+(?:also|now|already|still|since|then))?\s+{_DOES}",
    re.IGNORECASE,
)
_BY_OTHER = re.compile(rf"\bby\s+(?:{_OTHER}|both\s+(?:sides|parties))", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:wants?|wanted|demand(?:s|ed)|ask(?:s|ed|ing)|insist(?:s|ed)|seeks?|sought|would like)\b", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\b(?:special envoy|peace envoy|mediat\w+|facilitator|rapporteur|go-between|hosts?)\b", re.IGNORECASE
)
_OF_ITS_OWN = ("criticises", "denies_report", "denies_knowledge")
"""Stances that a speaker takes by telling of somebody else: these words are his own."""


def told_of_another(words: Words) -> bool:
    """Whether the stance is of somebody of whom the speaker only tells, and for whom the speaker cannot stand."""
    position = words.position
    if position.basis not in ("self", "mediator", "counterpart") or position.stance in _OF_ITS_OWN:
        return False
    if position.stance != "demands" and _BY_OTHER.search(words.text, min(words.cue, len(words.text))):
        return True
    found = _TOLD.search(words.text, 0, min(len(words.text), max(words.cue, words.start) + _NEAR))
    if found is None or not _shown_by(words, found):
        return False
    if position.stance == "threatens" and _kind(found) not in ("state", "armed"):
        return False  # "said both sides were close, but warned that …"
    if position.stance == "demands" and not _WANTS.search(words.text, found.end(_kind(found)), found.end() + _NEAR):
        return False
    return not _stands_for(words.page, words, found)


def _shown_by(words: Words, found: re.Match[str]) -> bool:
    """Whether the words that show the stance, where any are known, follow soon after those for who is told of."""
    if words.cue >= len(words.text):
        return True
    between = words.text[found.end() : words.cue]
    return found.start(_kind(found)) < words.cue and len(between) <= _FAR and _JOINS.search(between) is None


_JOINS = re.compile(r"\b(?:and|but)\s*$")
"""What joins the speaker's own verb to his words: "doubted that X would sign and rejected …"."""


_FAR = 60
"""Characters from somebody's verb to the words that show a stance of his."""
_NEAR = 40
"""Characters in which the verb stands that says what somebody else does."""


def _kind(found: re.Match[str]) -> str:
    return found.lastgroup or ""


def _stands_for(page: Page, words: Words, found: re.Match[str]) -> bool:
    """Whether the words for whoever is told of may be for the speaker's own side."""
    party, kind = words.position.party, _kind(found)
    third = party in go_betweens(page) | blocs(page) or _BETWEEN.search(words.text, 0, found.start()) is not None
    if kind == "name" and found[kind].split()[0] in never():
        return True
    if kind == "name":
        at = words.origin + found.start(kind)
        named = {m.party for m in names_in(page, Span(at, at + 1)) if m.party}
        return party in named if named else not (third or is_movement(party))
    both = sides(page)
    if kind == "both":
        return both is not None and party in both
    if kind == "state" and found[kind].casefold().split()[-1] in party.casefold().split():
        return True  # "the army" of the Hill Army
    if kind == "state":
        return not (third or is_movement(party) or (both is not None and party not in both))
    return kind == "armed" and not (third or governs(page, party))
