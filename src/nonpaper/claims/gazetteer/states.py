"""States that a report explains, each with the words for its people: by what they have, whom they face, how they sound and act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from nonpaper.claims.gazetteer.acting import acting
from nonpaper.claims.gazetteer.alternation import any_case_of
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.by_people import take_by_people
from nonpaper.claims.gazetteer.capitals import may_be_capitals
from nonpaper.claims.gazetteer.datelines import dateline
from nonpaper.claims.gazetteer.fresh import fresh, part_of_known
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.peoples import adjectives, has_people
from nonpaper.claims.gazetteer.runs import beside, capitalised, inside
from nonpaper.claims.gazetteer.shapes import NAME, PERSON, WORD, clean, is_title, never, titles, words
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.claims.gazetteer.sought import Sought, found
from nonpaper.claims.gazetteer.sounding import country_like
from nonpaper.text.places import firsts

_ARTICLES = frozenset({"the", "a", "an"})
_BETWEEN = frozenset({"between"})
_HYPHENED = ("g", "h")  # "the X-Y draft" may also be by two persons, who stand beside their first names somewhere
_SIDES = 2  # states whose people are named: then a bare "between X and Y" or "X's army" may as well speak of cities


@cache
def _patterns() -> dict[str, Sought]:
    w = words()
    principals = [x for x, role in titles().items() if role == "principal"]
    nouns, heads, owned = map(any_case_of, (w["state_nouns"], principals, w["owned"]))
    first = firsts([*w["state_nouns"], *principals])
    few = r"(?:\w+[ \n]){0,2}?"
    owner = re.compile(rf"\b(?P<b>{NAME})[’']s?[ \n]{few}(?:{nouns}|{owned})\b")
    return {
        "state": Sought(_explained(nouns, heads, few), first, named=True, words=first),
        "owner": Sought(owner, named=True),
        "between": Sought(_between(), _BETWEEN, named=True),
        "office": Sought(_office(), _ARTICLES),
        "its": Sought(_its_office(), named=True, nouns=frozenset({"Its"})),
    }


def _explained(nouns: str, heads: str, few: str) -> re.Pattern[str]:
    """The words "the government of X", "President First Last of X", "X's chief negotiator"."""
    return re.compile(
        rf"\b{nouns}[ \n]of[ \n](?:the[ \n])?(?P<a>{NAME})"
        rf"|\b{heads}[ \n]{PERSON}[ \n]of[ \n](?P<b>{NAME})"
        rf"|\b(?P<c>{NAME})[’']s?[ \n]{few}"
        rf"(?:{heads}|(?i:parliament|constitution|foreign[ \n]ministry|defen[cs]e[ \n]ministry|(?:chief |lead |top )?negotiators?|representative|delegation))\b"
    )


def _office() -> re.Pattern[str]:
    """The words "the X foreign ministry", where X is no word for a people: an office that only states have."""
    return re.compile(
        rf"(?:[Tt]he|[Aa]n?)[ \n](?P<a>{WORD}(?:[ \n]{WORD})?)[ \n]"
        r"(?:(?:foreign|defen[cs]e|interior|finance|justice)[ \n]minist(?:ry|er)|embassy|ambassador|navy|coast[ \n]?guard)\b"
    )


def _its_office() -> re.Pattern[str]:
    """The words "X did little. Its foreign ministry …", where X opens its sentence and does something."""
    return re.compile(
        rf"(?<![\w,;:] )(?P<a>{WORD})[ \n](?:has|had|is|was|did|does|would|will|[a-z]{{2,}}(?:ed|s))[ \n]"
        r"[^.;:!?“”\"\n]{0,120}[.][ \n]Its[ \n](?:own[ \n])?"
        r"(?:(?:foreign|defen[cs]e|interior|finance|justice)[ \n]minist(?:ry|er)|embassy|ambassador|navy|parliament|prime[ \n]minister|president)\b"
    )


def _between() -> re.Pattern[str]:
    """The words "X and Y peace talks", "between X and Y", "the X-Y draft"."""
    return re.compile(
        rf"\b(?P<c>{WORD})[ \n]and[ \n](?P<d>{WORD})"
        r"[ \n](?:peace|ceasefire|truce|border|water)[ \n](?:talks|deal|agreement|plan)"
        rf"|\bbetween[ \n](?P<e>{WORD})[ \n]and[ \n](?P<f>{WORD})\b"
        rf"|\b(?P<g>{WORD})[-–](?P<h>{WORD})[ \n]"
        r"(?:talks|border|deal|draft|treaty|pact|accord|truce|ceasefire|war|dispute|protocol|armistice)\b"
    )


def take_states(text: str, new: dict[str, Entry], no_states: Set[str]) -> None:
    """Take the states of a report, the surest first; `no_states` are the names of its persons."""
    no_states, others = no_states | _cut(new), frozenset(new)
    for name in dict.fromkeys([*_of_explained(text), *_of_offices(text)]):
        _take(name, text, new, no_states)
    line = dateline(text)
    no_states = no_states | ({line[0]} if line else set())
    for name in dict.fromkeys(country_like(text)):
        _take(name, text, new, no_states)
    take_by_people(text, new, no_states)
    plain = _states_of(new) - others
    peoples = {e.party for e in new.values() if e.kind == "adjective"}
    for name in dict.fromkeys(_facing(text)):
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


def _of_explained(text: str) -> Iterator[str]:
    return (_plain(n) for m in found(text, _patterns()["state"]) for n in m.groups() if n)


def _of_offices(text: str) -> Iterator[str]:
    """Names that stand before an office of states, and are no word for a people."""
    ends = tuple(words()["people_endings"])
    acting = (m for m in found(text, _patterns()["its"]) if m["a"] in inside(text))  # others only open a sentence
    names = (_plain(m["a"]) for m in (*found(text, _patterns()["office"]), *acting))
    return (n for n in names if not n.endswith(ends) and not is_title(n) and n not in words()["of_holders"])


def _facing(text: str) -> Iterator[str]:
    """Owners of what is a state's, and twos that talk or fight: each may be a city too."""
    for key in ("owner", "between"):
        for m in found(text, _patterns()[key]):
            for side, n in m.groupdict().items():
                if n and not (side in _HYPHENED and clean(n) in beside(text)):
                    yield _plain(n)


def _plain(name: str) -> str:
    return clean(name).removeprefix("The ")


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
