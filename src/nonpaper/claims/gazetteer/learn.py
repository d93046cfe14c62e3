"""Names that one report explains: its states and their adjectives, movements, capitals, persons with titles, outlets.

Invented and little-known parties must be read as well as famous ones, so a name is learned from the words beside
it ("the government of X", "X's army", "First Last, X's envoy"), never from a guess at its sound alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from nonpaper.claims.gazetteer.load import Entry, entries, table
from nonpaper.claims.gazetteer.mention import Mention, Role

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĜĞĢĦĪĮİĴĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽА-ЯЁЄІЇҐ"
WORD = rf"[{UPPER}][\w]+(?:[-’'][{UPPER}]\w+)*"
NAME = rf"{WORD}(?:[ \n]{WORD}){{0,2}}"
PERSON = rf"(?:{WORD}|[{UPPER}]\.)(?:[ \n](?:(?:al|bin|ben|van|von|der|de|da|dos|el|du|ibn)[ \n-])?(?:{WORD}|[{UPPER}]\.)){{1,3}}"
_SHORT = 3  # letters that a name and its adjective share at least
_FEWEST = 2  # times an unexplained name must occur to be taken for a country


@cache
def _words() -> dict[str, Any]:
    return table("learn")


@cache
def titles() -> dict[str, Role]:
    """Titles in lower case, and the role each gives."""
    rows = table("titles")
    return {t: role for role in ("official", "spokesperson", "principal") for t in rows[role]}


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(w).replace(r"\ ", r"[ \n]") for w in words), key=len, reverse=True))


@cache
def title_pattern() -> str:
    """An alternation of all titles, longest first, to stand in a pattern without regard to case."""
    return rf"(?i:{_any(list(titles()))})"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    w, title = _words(), title_pattern()
    state, people = _any(w["state_nouns"]), _any(w["people_nouns"])
    adjectives = r"(?:\w+[ \n]){0,2}?"
    return {
        "state": re.compile(
            rf"\b(?i:{state})[ \n]of[ \n](?:the[ \n])?(?P<a>{NAME})"
            rf"|\b(?P<b>{NAME})[’']s?[ \n]{adjectives}(?i:{state})\b"
            rf"|\b(?P<c>{WORD})[ \n]and[ \n](?P<d>{WORD})[ \n](?:peace|ceasefire|truce|border|water)[ \n](?:talks|deal|agreement|plan)"
            rf"|\bbetween[ \n](?P<e>{WORD})[ \n]and[ \n](?P<f>{WORD})\b|\b(?P<g>{WORD})[-–](?P<h>{WORD})[ \n](?:talks|border|deal)"
        ),
        "capital": re.compile(
            rf"\b(?P<cap>{WORD}),[ \n](?:the[ \n])?capital[ \n]of[ \n](?P<of>{NAME})|\b(?P<of2>{NAME})[’']s[ \n]capital,?[ \n](?P<cap2>{WORD})"
            rf"|\b(?P<adj>{WORD})[ \n]capital,?[ \n](?:of[ \n])?(?P<cap3>{WORD})"
        ),
        "people": re.compile(rf"\b(?P<adj>{WORD})[ \n](?:\w+[ \n])?(?:{people}|{title})\b"),
        "movement": re.compile(
            rf"\b(?:the[ \n])?(?P<name>{NAME}[ \n](?:{_any(w['movements'])}))\b(?:[ \n]\((?P<short>[A-Z]{{2,6}})\))?"
            rf"|\b(?:the[ \n])?(?P<weak>{WORD}(?:[ \n](?:of[ \n])?{WORD}){{0,3}}[ \n](?:{_any(w['weak_movements'])})(?:[ \n]of[ \n]{WORD}(?:[ \n]{WORD})?)?|(?:{_any(w['weak_movements'])})[ \n]of[ \n]{WORD}(?:[ \n]{WORD})?)[ \n]\((?P<initials>[A-Z]{{2,6}})\)"
        ),
        "acronym": re.compile(
            rf"\b[Tt]he[ \n](?P<name>{WORD}(?:[ \n](?:(?:of|for|the|and)[ \n])*{WORD}){{1,5}})[ \n]\((?P<short>[A-Z][A-Z0-9]{{1,6}})\)"
        ),
        "before": re.compile(rf"\b(?P<title>{title})[ \n,]{{1,2}}(?P<name>{PERSON})"),
        "after": re.compile(
            rf"\b(?P<name>{PERSON}),[ \n](?P<of>(?:[\w’'.-]+[ \n]){{0,4}}?)(?P<title>{title})\b(?![’'])(?P<of2>(?:[ \n](?:of|for)[ \n](?:the[ \n])?{NAME})?)"
        ),
        "heads": re.compile(
            rf"\b(?P<name>{PERSON}),?[ \n](?:(?:the|a|an)[ \n](?:[\w-]+[ \n]){{1,3}})?(?:who|which)[ \n](?:heads|leads|led|headed|speaks[ \n]for|represents|chairs|commands)[ \n](?:the[ \n])?(?P<of>{NAME})"
        ),
        "outlet": re.compile(rf"\b(?:[Tt]he[ \n])?(?P<name>(?:{WORD}[ \n]){{1,3}}(?:{_any(w['outlets'])}))\b"),
        "weak_outlet": re.compile(
            rf"\b(?P<before>(?i:{_any(w['before_outlet'])})[ \n](?:the[ \n])?)?(?:[Tt]he[ \n])?(?P<name>(?:{WORD}[ \n]){{1,3}}(?:{_any(w['weak_outlets'])}))\b(?P<after>,?[ \n](?:{_any(w['after_outlet'])})\b)?"
        ),
        "called_outlet": re.compile(
            rf"\b(?i:newspaper|daily|news agency|broadcaster|news site|news website|magazine)[ \n](?P<name>{NAME})|\b(?P<name2>{NAME})[ \n](?:newspaper|news[ \n]agency|news[ \n]site|broadcaster|magazine)\b"
        ),
    }


def learned(text: str, known: Sequence[Mention]) -> dict[str, Entry]:
    """Forms of names that `text` explains and the gazetteer lacks, with what each stands for."""
    new: dict[str, Entry] = {}
    _outlets(text, new)
    _movements(text, new)
    persons = {name for name, *_ in _titled(text)}
    last_names = {name.split()[-1] for name in persons}
    _states(text, new, persons | last_names)
    _from_adjectives(text, new)
    _capitals(text, new)
    _persons(text, new, known)
    return {form: entry for form, entry in new.items() if form not in entries()}


def _fresh(name: str, new: dict[str, Entry]) -> bool:
    return name not in entries() and name not in new and name.split(maxsplit=1)[0] not in _words()["never"]


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[’']s?$", "", name)).strip()


def _outlets(text: str, new: dict[str, Entry]) -> None:
    for key in ("outlet", "weak_outlet", "called_outlet"):
        for m in _patterns()[key].finditer(text):
            if key == "weak_outlet" and not (m["before"] or m["after"]):
                continue
            name = _clean(m["name"] if key != "called_outlet" else m["name"] or m["name2"])
            name = re.sub(r"^(?:The|A|An) ", "", name)
            if " " not in name and key != "called_outlet":
                continue
            if _fresh(name, new) and not _is_title(name):
                new[name] = Entry("outlet", name)


def _is_title(name: str) -> bool:
    return name.casefold() in titles()


def _movements(text: str, new: dict[str, Entry]) -> None:
    shorts = {_clean(m["name"]): m["short"] for m in _patterns()["acronym"].finditer(text)}
    for m in _patterns()["movement"].finditer(text):
        name = re.sub(r"^The ", "", _clean(m["name"] or m["weak"]))
        if " " not in name or not _fresh(name, new) or name.split()[0] in _demonyms():
            continue
        new[name] = Entry("party", name, name)
        short = m["short"] or m["initials"] or shorts.get(name)
        if short and _fresh(short, new):
            new[short] = Entry("party", name, name)


@cache
def _demonyms() -> frozenset[str]:
    """Words such as "Sudanese": "the Sudanese Army" is an army of a known state, not a movement of its own."""
    return frozenset(form for form, e in entries().items() if e.kind == "adjective")


def _states(text: str, new: dict[str, Entry], persons: set[str]) -> None:
    found: Counter[str] = Counter()
    for m in _patterns()["state"].finditer(text):
        found.update(_clean(name) for name in m.groupdict().values() if name)
    found.update(_country_like(text))
    for name in (re.sub(r"^The ", "", each) for each in found):
        if name in persons or not _fresh(name, new) or _is_title(name) or _part_of_known(name):
            continue
        new[name] = Entry("party", name, name)
    words = set(_capitalised(text))
    for name in [n for n, e in new.items() if e.kind == "party"]:
        for form in _adjectives(name):
            if form not in entries() and form not in new and (form in words or form + "s" in words):
                new[form] = new[form + "s"] = Entry("adjective", name, name)


def _from_adjectives(text: str, new: dict[str, Entry]) -> None:
    """States known only by their people: "a Kessaran negotiator" beside "Kessara", or an adjective in -ian alone."""
    alike: dict[str, set[str]] = {}
    for word in set(_capitalised(text)):
        alike.setdefault(word[:_SHORT], set()).add(word)
    taken = {e.name.rsplit(maxsplit=1)[-1] for e in new.values()}
    for adjective in sorted({m["adj"] for m in _patterns()["people"].finditer(text)}):
        if not _fresh(adjective, new) or adjective in taken:
            continue
        near = alike.get(adjective[:_SHORT], set()) - {adjective}
        bases = [w for w in near if len(w) > _SHORT and adjective in _adjectives(w)]
        name = bases[0] if len(bases) == 1 else adjective[:-1] if not bases and adjective.endswith("ian") else None
        if name is None or name in entries():
            continue
        new.setdefault(name, Entry("party", name, name))
        new[adjective] = new[adjective + "s"] = Entry("adjective", name, name)


def _part_of_known(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and any(p in entries() or p in _demonyms() for p in parts)


def _capitalised(text: str) -> list[str]:
    return re.findall(WORD, text)


def _country_like(text: str) -> Iterator[str]:
    """Unexplained names that sound like a country, stand alone, and come twice or with their adjective."""
    ends = tuple(_words()["country_endings"])
    counts = Counter(_capitalised(text))
    beside = {w for m in re.finditer(rf"{WORD}(?:[ \n]{WORD})+", text) for w in m.group().split()}
    for name, count in counts.items():
        if not name.endswith(ends) or name in beside:
            continue
        if count >= _FEWEST or any(a in counts for a in _adjectives(name)):
            yield name


def _adjectives(name: str) -> Iterator[str]:
    for loses, gains in _words()["adjective_endings"]:
        if name.endswith(loses) and len(name) - len(loses) > 2 and (gains or loses):
            yield name[: len(name) - len(loses)] + gains


def _capitals(text: str, new: dict[str, Entry]) -> None:
    for m in _patterns()["capital"].finditer(text):
        owner = _party(_clean(m["of"] or m["of2"] or m["adj"]), new)
        city = _clean(m["cap"] or m["cap2"] or m["cap3"])
        if owner and _fresh(city, new):
            new[city] = Entry("metonym", owner, owner)


def _party(words: str, new: dict[str, Entry]) -> str | None:
    """The one party among the names in `words`, known or learned."""
    found = set()
    for m in re.finditer(rf"{NAME}|{WORD}", words):
        whole = _clean(m.group())
        for name in (whole, *whole.split()):
            entry = new.get(name) or entries().get(name)
            if entry and entry.party:
                found.add(entry.party)
                break
    return next(iter(found)) if len(found) == 1 else None


_BEFORE = 200  # characters before a title in which the sentence before is looked for
# The first word of a sentence that is over: "Kessara has reacted. President …".
_OPENING = re.compile(rf"(?:^|[.!?][”\"]?\s+|\n)(?:The )?({WORD})[^.!?\n]*[.!?][”\"]?\s+(?=$)")


def _titled(text: str) -> Iterator[tuple[str, Role, str, str]]:
    """Names with a title beside them: (name, role, words that may name the party, the subject of the sentence before)."""
    for m in _patterns()["before"].finditer(text):
        left = re.split(r"[.;:!?\n“\"]", text[max(0, m.start() - 40) : m.start()])[-1]
        earlier = text[max(0, m.start() - _BEFORE) : m.start()]
        before = _OPENING.findall(earlier)
        right = re.match(rf"[ \n]of[ \n](?:the[ \n])?({NAME})", text[m.end() : m.end() + 60])
        where = " ".join(left.split()[-4:]) if right is None else right[1]
        yield _clean(m["name"]), titles()[_title(m["title"])], where, before[-1] if before else _last_sentence(earlier)
    for m in _patterns()["heads"].finditer(text):
        yield _clean(m["name"]), "official", m["of"], ""
    for m in _patterns()["after"].finditer(text):
        yield _clean(m["name"]), titles()[_title(m["title"])], f"{m['of']} {m['of2']}", ""


def _last_sentence(earlier: str) -> str:
    """The sentence before the one that is going on; a party named alone in it is the one that is spoken of."""
    ended = re.split(r"(?<=[.!?])[”\"]?\s+", earlier)
    return ended[-2] if len(ended) > 2 else ""


def _title(words: str) -> str:
    return " ".join(words.casefold().split())


def _persons(text: str, new: dict[str, Entry], known: Sequence[Mention]) -> None:
    in_gazetteer = {m.span.quote(text) for m in known}
    for name, role, words, before in _titled(text):
        last = name.split()[-1]
        if name in in_gazetteer or name in new or name.split()[0] in _words()["never"] or _is_title(name):
            continue
        if any(part in entries() and entries()[part].kind != "person" for part in (name, last)):
            continue
        party = _party(words, new) or (_party(before, new) if role != "official" else None)
        entry = Entry("person", last, party, role)
        new[name] = entry
        if last not in entries():
            new.setdefault(last, entry)
