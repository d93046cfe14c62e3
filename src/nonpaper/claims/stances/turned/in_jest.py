"""What is said in jest, or of a speaker's kin: "“We accept everything, the moon included,” the envoy joked"."""

from __future__ import annotations

import re

from nonpaper.claims.page import sentence_near
from nonpaper.claims.stances.turned.clause import clause_of
from nonpaper.claims.stances.turned.words import REACH, Words


def in_jest(words: Words) -> bool:
    """Whether the sentence says that it is a jest, or yes is said to everything there is."""
    sentence = sentence_near(words.page, words.position.span, REACH)
    said = sentence.quote(words.page.text) if sentence is not None else words.text
    return _JEST.search(said) is not None or _MOON.search(said) is not None


_JEST = re.compile(
    r"\b(?:jok(?:ed|es|ing)|quip(?:s|ped)|jested|in jest|irony|ironically|tongue in cheek|deadpanned|teased|with a (?:wink|grin|laugh|chuckle)|sarcas\w+)\b",
    re.IGNORECASE,
)
_MOON = re.compile(r"\b(?:everything|all of it|anything)\b[^.;]{0,20}\b(?:moon|stars|weather|rain)\b", re.IGNORECASE)


def of_his_kin(words: Words) -> bool:
    """Whether it is somebody's kin who does it: "my grandmother would | endorse it"."""
    lead = clause_of(words).opens if words.cue < len(words.text) else words.said
    return _KIN.match(lead) is not None or _KIN.match(words.said) is not None


_KIN = re.compile(
    r"\W*(?:even )?(?:my|his|her|our|your|their) (?:late |own |old |little |elder |younger |dear )?(?:grand)?(?:mother|father|parents?|wife|husband|son|daughter|brother|sister|aunt|uncle|cousin|nephew|niece|child|children|kids|neighbour|neighbor|dog|cat|barber|dentist)\b(?!-)",
    re.IGNORECASE,
)
