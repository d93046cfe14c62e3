"""How the name of a movement or bloc is taken: what it goes by from there on, and whether it is one party or a group of states."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nonpaper.claims.gazetteer.fresh import part_of_known
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.mention import MentionKind
from nonpaper.claims.gazetteer.shapes import never, words
from nonpaper.claims.gazetteer.shortened import short_of

OFTEN = 3
"""So often must a union's initials stand in a report for it to go by them."""


def goes_by(text: str, entry: Entry, initials: str) -> Entry:
    """A movement goes by its initials where it has them, as known ones do; a bloc by its name, unless they are its usual one."""
    keeps = entry.kind == "group" and text.count(initials) < OFTEN
    return entry if keeps else Entry(entry.kind, initials, initials)


def take_with_initials(text: str, name: str, short: str, new: dict[str, Entry]) -> None:
    """Take a movement's name with its initials, which both stand for it from there on."""
    if name in new or short in new or is_form(name) or is_form(short):
        return
    new[name] = new[short] = goes_by(text, Entry(_kind(name), name, name), short)


def take_body(name: str, short: str | None, also: Iterable[str], new: dict[str, Entry]) -> None:
    """Take the name of a junta, armed group or bloc, its initials, by which it then goes, and words that stand for it."""
    if name in new or is_form(name) or (short is not None and (short in new or is_form(short))):
        return
    party = short or name
    for form in (name, party, *also):
        new[form] = Entry(_kind(name), party, party)


def take_movement(text: str, name: str, short: str | None, new: dict[str, Entry]) -> None:
    """Take a movement's name of several words, and its initials, unless it is a state's own or a known side's."""
    if name in new or not _may_be(name):
        return
    turned = _turned(name)
    if turned in new:
        new[name] = new[turned]
        return
    new[name] = entry = Entry(_kind(name), name, name)
    if short and short not in new and not part_of_known(name):
        new[name] = new[short] = goes_by(text, entry, short)


def _may_be(name: str) -> bool:
    first, *rest = name.split()
    if not rest or is_form(name) or is_demonym(first):
        return False
    if first in words()["of_state"]:
        return rest[-1] in (*words()["never_of_state"], "Rally", "Bloc")
    return first not in never() or first in words()["directions"]


def is_demonym(word: str) -> bool:
    """Whether a word is one such as "Sudanese": "the Sudanese Army" is an army of a known state, not a movement of its own."""
    entry = entry_of(word)
    return entry is not None and entry.kind == "adjective"


def _kind(name: str) -> MentionKind:
    """A group for the name of a bloc of states, else a party."""
    noun = short_of(name) or name.rsplit(maxsplit=1)[-1]
    fighters = not set(name.split()).isdisjoint(words()["members"])
    return "group" if noun in words()["blocs"] and not fighters else "party"


def _turned(name: str) -> str:
    """The same name the other way round: "League of the Interior" for "Interior League", and back."""
    parts = re.split(r" (?:of|for) (?:the )?", name, maxsplit=1)
    return f"{parts[1]} {parts[0]}" if len(parts) > 1 else name
