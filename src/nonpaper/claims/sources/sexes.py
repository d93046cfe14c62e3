"""Whether "he" or "she" may stand for somebody: by titles, and by how the report itself goes on about the person."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.gazetteer.shapes import NAME, PERSON, WORD
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import quote
from nonpaper.model.span import Pieces
from nonpaper.text.places import NONE, firsts, places

HIS = frozenset({"he", "him", "his"})
HER = frozenset({"she", "her"})
_CALLED_HER = r"Ms|Mrs|Miss|Madame|Mme|Lady|Dame|Queen|Princess|Baroness|Sheikha|Frau|Señora"
_CALLED_HIM = r"Mr|Monsieur|Lord|Sir|King|Prince|Sheikh|Imam|Herr|Señor"
_WOMAN = re.compile(rf"\b(?:{_CALLED_HER}|[a-z]*woman)\b")
_MAN = re.compile(rf"\b(?:{_CALLED_HIM}|(?!spokeswoman)(?:spokes|chair|congress)man)\b")
# "Ms Quell", "the spokeswoman, Ada Quell", "Ada Quell and her counterpart", "Quell said that she had", "Quell herself".
_SPOKEN_OF = re.compile(
    rf"\b(?:(?P<her>{_CALLED_HER}|spokeswoman|chairwoman|congresswoman)|{_CALLED_HIM}|spokesman|chairman|congressman)\.?,? (?P<name>{WORD}(?: {WORD}){{0,2}})"
)
_CALLED = firsts(
    [
        *_CALLED_HER.split("|"),
        *_CALLED_HIM.split("|"),
        *(office + person for office in ("spokes", "chair", "congress") for person in ("man", "woman")),
    ]
)
_GOES_ON = re.compile(
    rf"\b(?P<name>{PERSON}|{WORD})(?:"
    rf"(?: of (?:the )?{NAME})?,? and (?P<with>his|her) (?:[a-z]+ )?(?:counterpart|colleague|opposite number|delegation|team|deputy)\b"
    r"|(?: [a-z]+)? (?P<self>himself|herself)\b"
    r"|,? (?:who )?(?:said|says|told [a-z]+)(?: [a-z]+| on \w+day){0,2}? (?:that )?(?P<own>he|she) (?:had|has|was|is|would|will|did|does)\b"
    r"|,? (?:said|told [a-z]+|added)(?: [a-z]+){0,2}\. [“\"][^“”\"\n]{2,200}[”\"],? (?P<adds>he|she) (?:added|said|continued)\b)"
)


def other_sex(page: Page, at: int, pieces: Pieces) -> bool:
    """Whether "he" or "she" at `at` cannot stand for a source that is called Ms or Mr, there or elsewhere."""
    word = _pronoun(page, at)
    sex = _sex(page, pieces) if word in HIS | HER else None
    return sex == ("woman" if word in HIS else "man")


def same_sex(page: Page, at: int, pieces: Pieces) -> bool:
    """Whether a source is told to be who "he" or "she" at `at` may stand for."""
    word = _pronoun(page, at)
    sex = _sex(page, pieces) if word in HIS | HER else None
    return sex == ("man" if word in HIS else "woman")


def _pronoun(page: Page, at: int) -> str:
    found = re.match(r"\w+", page.text[at : at + 4])
    return found.group().casefold() if found else ""


def _sex(page: Page, pieces: Pieces) -> str | None:
    """What a source is told to be; None where nothing tells it, or both are told."""
    words = quote(page, pieces)
    known = addressed(page.text)
    called = {known[n] for n in _names(words) if n in known}
    called |= {"woman"} if _WOMAN.search(words) else set()
    called |= {"man"} if _MAN.search(words) else set()
    return next(iter(called)) if len(called) == 1 else None


_OWNS = re.compile(r"[’'](?:s\b| )")
_OF = re.compile(r"\b(?:of|to|for|from|with) (?:the )?$")
_PERSONS = re.compile(rf"{PERSON}|{WORD}")


def _names(words: str) -> list[str]:
    """The last words of the persons' names in a source, but for those who own it or are served: "an aide to Quell"."""
    found = [m for m in _PERSONS.finditer(words) if not _OWNS.match(words, m.end())]
    return [m.group().split()[-1] for m in found if not _OF.search(words[: m.start()])]


@lru_cache(maxsize=2)
def addressed(text: str) -> dict[str, str]:
    """Surnames that a form of address tells to be a man's or a woman's, or that the report goes on about as "he" or "she".

    Who is told to be both is neither. Linear in the text.
    """
    found: dict[str, set[str]] = {}
    for m in places(text).found(_SPOKEN_OF, _CALLED):
        found.setdefault(m["name"].split()[-1], set()).add("woman" if m["her"] else "man")
    for m in places(text).found(_GOES_ON, NONE, named=True):
        word = (m["with"] or m["self"] or m["own"] or m["adds"]).casefold()
        found.setdefault(m["name"].split()[-1], set()).add("woman" if word in ("her", "herself", "she") else "man")
    return {name: next(iter(sexes)) for name, sexes in found.items() if len(sexes) == 1}
