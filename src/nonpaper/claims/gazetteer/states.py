"""States that a report explains, each with the words for its people: by what they have, whom they face, how they sound and act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from nonpaper.claims.gazetteer.acting import acting
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.by_people import take_by_people
from nonpaper.claims.gazetteer.capitals import may_be_capitals
from nonpaper.claims.gazetteer.datelines import dateline
from nonpaper.claims.gazetteer.explained import facing, of_explained, of_offices
from nonpaper.claims.gazetteer.fresh import fresh, part_of_known
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.peoples import adjectives, has_people
from nonpaper.claims.gazetteer.runs import beside, capitalised
from nonpaper.claims.gazetteer.seats import called_capitals
from nonpaper.claims.gazetteer.shapes import is_title, never, words
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.claims.gazetteer.sounding import country_like

_SIDES = 2  # states whose people are named: then a bare "between X and Y" or "X's army" may as well speak of cities


def take_states(text: str, new: dict[str, Entry], no_states: Set[str]) -> None:
    """Take the states of a report, the surest first; `no_states` are the names of its persons."""
    no_states, others = no_states | _cut(new) | called_capitals(text), frozenset(new)
    for name in dict.fromkeys([*of_explained(text), *of_offices(text)]):
        _take(name, text, new, no_states)
    line = dateline(text)
    no_states = no_states | ({line[0]} if line else set())
    for name in dict.fromkeys(country_like(text)):
        _take(name, text, new, no_states)
    take_by_people(text, new, no_states)
    plain = _states_of(new) - others
    peoples = {e.party for e in new.values() if e.kind == "adjective"}
    for name in dict.fromkeys(facing(text)):
        if len(peoples) < _SIDES or has_people(name, capitalised(text)):
            _take(name, text, new, no_states)
    for name in _acting(text, new, no_states):
        _take(name, text, new, no_states)
    _drop_capitals(text, new, plain, others)


def _states_of(new: Mapping[str, Entry]) -> Set[str]:
    return {form for form, entry in new.items() if entry.kind == "party" and not is_movement(form)}


def _drop_capitals(text: str, new: dict[str, Entry], plain: Set[str], others: Set[str]) -> None:
    """Leave out what only acts as a state does and may be the capital of one of the `plain` ones."""
    peoples = {entry.party for entry in new.values() if entry.kind == "adjective"}
    weak = [name for name in _states_of(new) if name not in plain | others | peoples]
    papers = {form.removeprefix("The ").split()[0] for form, entry in new.items() if entry.kind == "outlet"}
    for name in may_be_capitals(text, weak, plain, papers):
        del new[name]


def _acting(text: str, new: dict[str, Entry], no_states: Set[str]) -> Iterator[str]:
    """States that nothing but their acts or their neighbours explain."""

    def of_party(word: str) -> bool:
        entry = new.get(word) or entry_of(word)
        return entry is not None and entry.kind == "party"

    unknown = (x for x in capitalised(text) if x not in new and x not in no_states and x not in beside(text))
    return acting(text, unknown, of_party)


def _take(name: str, text: str, new: dict[str, Entry], no_states: Set[str]) -> None:
    """Take `name` for a state, with the adjectives of it that the report uses."""
    if name in no_states or not fresh(name, new) or not _may_be(name):
        return
    new[name] = Entry("party", name, name)
    spoken = capitalised(text)
    for form in adjectives(name):
        if form not in new and not is_form(form) and (form in spoken or f"{form}s" in spoken):
            new[form] = new[f"{form}s"] = Entry("adjective", name, name)


def _may_be(name: str) -> bool:
    if is_title(name) or part_of_known(name) or name.isupper() or _of_a_state(name) or name in words()["bodies"]:
        return False
    return never().isdisjoint((name, name.rsplit(maxsplit=1)[-1]))


def _of_a_state(name: str) -> bool:
    """Whether a name is that of an office or a body within a state: "Interior Ministry", "Town Council"."""
    first, *rest = name.split()
    if not rest:
        return False
    return rest[-1] in words()["institutions"] or (
        first in words()["of_state"] and rest[-1] not in words()["movements"]
    )


def _cut(new: Iterable[str]) -> Set[str]:
    """The short names of what is learned: "the League" is no state of its own."""
    return {short for form in new if (short := short_of(form)) is not None}
