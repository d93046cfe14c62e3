"""Persons that a report explains: a name beside a title, and the party that the words around it name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nonpaper.claims.gazetteer.around_titles import ITS
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.gazetteer.shapes import (
    WORD,
    is_title,
    never,
    words,
)
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.claims.gazetteer.title_owners import of_body, owner_before, title_owners
from nonpaper.claims.gazetteer.titled import Party, Titled, titled
from nonpaper.claims.gazetteer.told_will import of_deed


def persons(
    text: str, new: Mapping[str, Entry], known: Sequence[Mention], party: Party, sides: tuple[str | None, str | None]
) -> dict[str, Entry]:
    """Forms of persons' names, full and last, with party and role; the first words that name the party decide.

    `sides` are the one state and the one movement of the report: offices and rebels that nothing else assigns are theirs.
    """
    in_gazetteer = {m.span.quote(text) for m in known if m.kind == "person"}
    found: dict[str, Entry] = {}
    owners = title_owners(text, party)
    for seen in sorted(titled(text), key=lambda t: t.at):
        name, last = seen.name, seen.name.split()[-1] if seen.name else ""
        if not _is_person(name, new, in_gazetteer):
            continue
        whose = party(seen.where)
        if not seen.title and (whose is None or _is_persons(seen.where)):
            continue
        if whose is None and ITS.search(seen.where):
            whose = party(seen.before)
        elif whose is None and seen.role != "official":
            whose = _state(party(seen.before), seen.title) or owner_before(owners, seen.title, seen.at)
        whose = whose or of_body(owners, seen) or of_deed(seen, party)
        if _NOBODYS.search(_AWAY.sub("", seen.where) if is_movement(whose or "") else seen.where):
            whose = None
        elif whose is None and _REBEL.search(f"{seen.where} {seen.title}"):
            whose = sides[1]
        elif whose is None and _CABINET.search(seen.title) and not _open(seen, new):
            whose = sides[0]
        earlier = found.get(name)
        if earlier is not None and earlier.party is not None:
            continue
        entry = Entry("person", last, whose, earlier.role if earlier else seen.role)
        found[name] = entry
        if not is_form(last) and last not in new:
            found[last] = entry
    return found


def _is_persons(owner: str) -> bool:
    """Whether the one whom somebody serves is a person: his lawyer speaks for him alone."""
    known = entry_of(owner)
    return known is not None and known.kind == "person"


# Who only comes from a party, and speaks for none; offices that a movement has not.
_NOBODYS = re.compile(r"\b(?:opposition|former|ex|exiled|ousted|jailed|dissident|visiting)\b", re.IGNORECASE)


# A movement's leader leads it from abroad or from prison too.
_AWAY = re.compile(r"\b(?:exiled|jailed)\b", re.IGNORECASE)


_MEDIATES = re.compile(
    r",? (?:who|whose|the|a|an)\b[^,.;]{0,40}\b(?:mediat\w+|host(?:s|ed|ing)?|go-between|brokered)\b"
)


_REBEL = re.compile(r"\b(?:rebel|insurgent|guerrilla|militia|separatist)s?\b", re.IGNORECASE)


_CABINET = re.compile(r"(?<!prime )\bminister\b|\b(?:government|ministry) spokes")


def _open(seen: Titled, new: Mapping[str, Entry]) -> bool:
    """Whether an office may be a third's: its holder mediates, or a name that nothing explains owned something just before."""
    owners = {m[1] for m in _OWNS.finditer(f"{seen.last} {seen.said}")} - never()
    unknown = any(name not in new and entry_of(name) is None and not is_title(name) for name in owners)
    return unknown or _MEDIATES.match(seen.then) is not None


_OWNS = re.compile(rf"(?<![\w’'-])({WORD})[’']s?[ \n]")


def _state(whose: str | None, title: str) -> str | None:
    """The party that the sentence before is about, unless it is a movement and the office one of a state."""
    movement = whose is not None and is_movement(whose)
    return None if movement and _CABINET.search(title) else whose


def _is_person(name: str, new: Mapping[str, Entry], in_gazetteer: set[str]) -> bool:
    if not name or name in in_gazetteer or name in new or name.split(maxsplit=1)[0] in never() or is_title(name):
        return False
    last = name.rsplit(maxsplit=1)[-1]
    if short_of(name) is not None or last in words()["bodies"]:
        return False
    return not any((entry := entry_of(part)) is not None and entry.kind != "person" for part in (name, last))
