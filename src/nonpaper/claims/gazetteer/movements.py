"""Movements and blocs that a report names: by their noun, by initials beside it, by what they are called, have and do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.armed import called_fighting, fights
from nonpaper.claims.gazetteer.bracketed import a_movement, called_armed, initialled
from nonpaper.claims.gazetteer.collective import collectives, lone, spelled
from nonpaper.claims.gazetteer.fresh import fresh
from nonpaper.claims.gazetteer.load import Entry
from nonpaper.claims.gazetteer.naming import goes_by, is_demonym, take_body, take_movement, take_with_initials
from nonpaper.claims.gazetteer.owned_names import of_many, ruling
from nonpaper.claims.gazetteer.rulers import juntas
from nonpaper.claims.gazetteer.runs import beside
from nonpaper.claims.gazetteer.shapes import NAME, UPPER, WORD, clean, words
from nonpaper.claims.gazetteer.shortened import other_forms
from nonpaper.claims.gazetteer.sought import Sought, as_written, found

_THE = frozenset({"the"})


@cache
def _patterns() -> dict[str, Sought]:
    w = words()
    strong, weak = any_of(w["movements"]), any_of(w["weak_movements"])
    nouns = as_written((*w["movements"], *w["weak_movements"]))
    return {
        "noun": Sought(_with_noun(strong, weak), named=True, nouns=nouns),
        "whole": Sought(_whole(strong, weak), _THE, nouns=nouns),
        "alone": Sought(_alone(any_of([*w["weak_movements"], *w["movements"]])), _THE, nouns=nouns),
        "acronym": Sought(_acronym(), _THE),
        "aimed": Sought(_aimed(), named=True, nouns=as_written(w["never_of_state"])),
    }


def _with_noun(strong: str, weak: str) -> re.Pattern[str]:
    """Names with a sure noun, and with one that needs initials after it: "the Lake Provinces Council (LPC)"."""
    of = rf"[ \n]of[ \n]{WORD}(?:[ \n]{WORD})?"
    return re.compile(
        rf"\b(?:the[ \n])?(?P<name>{NAME}[ \n](?:{strong}))\b(?:{_initials('short')})?"
        rf"|\b(?:the[ \n])?(?P<weak>{WORD}(?:[ \n](?:of[ \n])?{WORD}){{0,3}}[ \n](?:{weak})(?:{of})?|(?:{weak}){of})"
        rf"{_initials('initials')}"
    )


def _initials(group: str) -> str:
    """Initials after a name: "(the LPC)" as one group, ", known as the LPC" as another."""
    return (
        rf"(?:[ \n]\((?:the[ \n])?(?P<{group}>[A-Z]{{2,6}})\)"
        rf"|,[ \n](?:or|known[ \n]as)[ \n](?:the[ \n])?(?P<{group}2>[A-Z]{{2,6}})\b)"
    )


def _whole(strong: str, weak: str) -> re.Pattern[str]:
    """Names with "the" and any noun: "the Ports Council", "the Council of the Ports"."""
    return re.compile(
        rf"\b[Tt]he[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}(?P<noun>{weak})"
        rf"|(?P<noun2>{weak}|{strong})[ \n](?:of|for)[ \n](?:the[ \n])?{WORD}(?:[ \n]{WORD})?)(?![\w-])"
    )


def _alone(nouns: str) -> re.Pattern[str]:
    """Nouns that stand alone as a name: "the Front"."""
    return re.compile(rf"\b[Tt]he[ \n]({nouns})(?![\w-])(?![ \n](?:of\b|for\b|[{UPPER}]))")


def _aimed() -> re.Pattern[str]:
    """Movements by what they fight for, whose name has no other: "the Front for the Renewal of X"."""
    return re.compile(
        rf"\b(?P<name>(?:{WORD}[ \n])?(?:{any_of(words()['never_of_state'])})[ \n]for[ \n](?:the[ \n]|an?[ \n])?{WORD}(?:(?:[ \n](?:of|for|and|the))*[ \n]{WORD}){{0,4}})"
    )


def _acronym() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Tt]he[ \n](?P<name>{WORD}(?:[ \n](?:(?:of|for|the|and)[ \n])*{WORD}){{1,5}})"
        r"[ \n]\((?P<short>[A-Z][A-Z0-9]{1,6})\)"
    )


def take_movements(text: str, new: dict[str, Entry]) -> None:
    """Take the movements and blocs that the report explains; the surest first, since what is taken is not taken again."""
    _take_called(text, new)
    for name, short in _by_noun(text):
        take_movement(text, name, short, new)
    for m in found(text, _patterns()["aimed"]):
        take_movement(text, clean(m["name"]).removeprefix("The "), None, new)
    for name in _by_noun_alone(text):
        take_movement(text, name, None, new)
    _take_collectives(text, new)
    _take_initials(text, new)


def _take_called(text: str, new: dict[str, Entry]) -> None:
    """Those that the report calls a junta, a movement or a side in a war, or gives initials that are one's."""
    for name, short, also in juntas(text):
        take_body(name, short, also, new)
    for name, letters in (*initialled(text), *spelled(text)):
        if a_movement(name) or fights(text, letters):
            take_with_initials(text, name, letters, new)
    for name, short in called_fighting(text):
        if not is_demonym(name.split(maxsplit=1)[0]):
            take_body(name, short, (), new)
    for name in chain(called_armed(text), of_many(text)):
        take_movement(text, name, None, new)
    for name in ruling(text):
        take_body(name, None, (), new)


def _by_noun(text: str) -> Iterator[tuple[str, str | None]]:
    """Names with their initials, which may stand elsewhere in the text."""
    acronyms = found(text, _patterns()["acronym"]) if "(" in text else ()
    shorts = {clean(m["name"]): m["short"] for m in acronyms}
    for m in found(text, _patterns()["noun"]):
        name = clean(m["name"] or m["weak"]).removeprefix("The ")
        yield name, m["short"] or m["short2"] or m["initials"] or m["initials2"] or shorts.get(name)


def _by_noun_alone(text: str) -> Iterator[str]:
    """Names whose noun somewhere stands alone for them."""
    alone = frozenset(m[1] for m in found(text, _patterns()["alone"]))
    whole = found(text, _patterns()["whole"]) if alone else ()
    return (clean(m["name"]) for m in whole if (m["noun"] or m["noun2"]) in alone)


def _take_collectives(text: str, new: dict[str, Entry]) -> None:
    """Parties that nothing but the article and what they have and do explains; and other forms of all."""
    for name in collectives(text):
        take_body(name, None, (), new)
    for name in lone(text, chain(beside(text), *(form.split() for form in new))):
        take_body(name, None, (), new)
    new.update(other_forms(text, new))


def _take_initials(text: str, new: dict[str, Entry]) -> None:
    """Initials of the learned names, where they stand in the text."""
    named = [(form, entry) for form, entry in new.items() if entry.party and " " in form]
    capitals = set(re.findall(r"(?<!\w)[A-Z]{2,6}(?!\w)", text)) if named else set()
    for form, entry in named:
        letters = "".join(w[0] for w in form.split() if w[0].isupper())
        if letters in capitals and fresh(letters, new):
            new[form] = new[letters] = goes_by(text, entry, letters)
