"""Names that one report explains: its states and their adjectives, movements, capitals, persons with titles, outlets.

Invented and little-known parties must be read as well as famous ones, so a name is learned from the words beside
it ("the government of X", "X's army", "First Last, X's envoy"), never from a guess at its sound alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache, partial
from itertools import chain

from nonpaper.claims.gazetteer.acting import acting
from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.armed import called_fighting, fights
from nonpaper.claims.gazetteer.bracketed import a_movement, called_armed, initialled, is_movement
from nonpaper.claims.gazetteer.collective import collectives, lone, spelled
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.mention import Mention, MentionKind
from nonpaper.claims.gazetteer.peoples import by_stem, by_stems, of_ministers, of_officials
from nonpaper.claims.gazetteer.rulers import juntas
from nonpaper.claims.gazetteer.seats import seats
from nonpaper.claims.gazetteer.shapes import (
    NAME,
    PERSON,
    UPPER,
    WORD,
    clean,
    is_title,
    never,
    title_pattern,
    titles,
    words,
)
from nonpaper.claims.gazetteer.shortened import other_forms, short_of, shorts
from nonpaper.claims.gazetteer.titled import persons, titled
from nonpaper.text.places import NONE, firsts, places

_SHORT = 3  # letters that a name and its adjective share at least
_FEWEST = 2  # times an unexplained name must occur to be taken for a country


@cache
def _firsts() -> dict[str, frozenset[str]]:
    """Words without which a pattern cannot match: those that it may begin with, or that it holds."""
    w = words()
    principals = [x for x, role in titles().items() if role == "principal"]
    return {
        "state": firsts([*w["state_nouns"], *principals]),
        "before_outlet": firsts(w["before_outlet"]),
        "called_outlet": firsts([*_CALLED, *w["stations"]]),
    }


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Capitalised words, as they are written, without which a pattern cannot match: those of which it needs one."""
    w = words()
    rows = {
        "movement": (*w["movements"], *w["weak_movements"]),
        "outlet": w["outlets"],
        "weak_outlet": w["weak_outlets"],
        "bare_outlet": w["bare_outlets"],
    }
    return {key: frozenset(noun.split()[0] for noun in nouns) for key, nouns in rows.items()}


_CALLED = (
    "newspaper", "daily", "agency", "broadcaster", "news", "website", "magazine", "weekly", "tabloid", "citing", "quoting"
)  # fmt: skip
_THE, _BETWEEN, _ACCORDING = frozenset({"the"}), frozenset({"between"}), frozenset({"according"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    w, title = words(), title_pattern()
    state, people = any_case_of(w["state_nouns"]), any_of(w["people_nouns"])
    heads = any_case_of([x for x, role in titles().items() if role == "principal"])
    adjectives = r"(?:\w+[ \n]){0,2}?"
    strong, weak = any_of(w["movements"]), any_of(w["weak_movements"])
    short = r"(?:[ \n]\((?:the[ \n])?(?P<{0}>[A-Z]{{2,6}})\)|,[ \n](?:or|known[ \n]as)[ \n](?:the[ \n])?(?P<{0}2>[A-Z]{{2,6}})\b)"
    return {
        "state": re.compile(
            rf"\b{state}[ \n]of[ \n](?:the[ \n])?(?P<a>{NAME})"
            rf"|\b{heads}[ \n]{PERSON}[ \n]of[ \n](?P<b>{NAME})"
            rf"|\b(?P<c>{NAME})[’']s?[ \n]{adjectives}(?:{heads}|(?i:parliament|constitution|(?:chief |lead |top )?negotiators?|representative|delegation))\b"
        ),
        "owner": re.compile(rf"\b(?P<b>{NAME})[’']s?[ \n]{adjectives}(?:{state}|{any_case_of(w['owned'])})\b"),
        "between": re.compile(
            rf"\b(?P<c>{WORD})[ \n]and[ \n](?P<d>{WORD})[ \n](?:peace|ceasefire|truce|border|water)[ \n](?:talks|deal|agreement|plan)"
            rf"|\bbetween[ \n](?P<e>{WORD})[ \n]and[ \n](?P<f>{WORD})\b|\b(?P<g>{WORD})[-–](?P<h>{WORD})[ \n](?:talks|border|deal|draft|treaty|pact|accord|truce|ceasefire|war|dispute|protocol|armistice)\b"
        ),
        "people": re.compile(rf"(?<![\w-])(?P<adj>{WORD})(?=[ \n](?:[a-z-]+[ \n])?(?:{people}|{title})\b)"),
        "movement": re.compile(
            rf"\b(?:the[ \n])?(?P<name>{NAME}[ \n](?:{strong}))\b(?:{short.format('short')})?"
            rf"|\b(?:the[ \n])?(?P<weak>{WORD}(?:[ \n](?:of[ \n])?{WORD}){{0,3}}[ \n](?:{weak})(?:[ \n]of[ \n]{WORD}(?:[ \n]{WORD})?)?|(?:{weak})[ \n]of[ \n]{WORD}(?:[ \n]{WORD})?){short.format('initials')}"
        ),
        "collective": re.compile(
            rf"\b[Tt]he[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}(?P<noun>{weak})|(?P<noun2>{weak}|{strong})[ \n](?:of|for)[ \n](?:the[ \n])?{WORD}(?:[ \n]{WORD})?)(?![\w-])"
        ),
        "acronym": re.compile(
            rf"\b[Tt]he[ \n](?P<name>{WORD}(?:[ \n](?:(?:of|for|the|and)[ \n])*{WORD}){{1,5}})[ \n]\((?P<short>[A-Z][A-Z0-9]{{1,6}})\)"
        ),
        "bare_outlet": re.compile(
            rf"\b[Tt]he[ \n](?P<noun>{any_of(w['bare_outlets'])}),?[ \n](?:{any_of(w['reports'])})\b"
        ),
        "reporting": re.compile(rf"\b[Tt]he[ \n]({any_of(w['weak_outlets'])}),?[ \n](?:{any_of(w['after_outlet'])})\b"),
        "alone": re.compile(
            rf"\b[Tt]he[ \n]({any_of([*w['weak_movements'], *w['movements']])})(?![\w-])(?![ \n](?:of\b|for\b|[{UPPER}]))"
        ),
        "outlet": re.compile(rf"\b(?:[Tt]he[ \n])?(?P<name>(?:{WORD}[ \n]){{1,3}}(?:{any_of(w['outlets'])}))\b"),
        "weak_outlet": re.compile(
            rf"\b(?P<before>{any_case_of(w['before_outlet'])}[ \n](?:the[ \n])?)?(?:[Tt]he[ \n])?(?P<name>(?:{WORD}[ \n]){{1,3}}(?P<noun>{any_of(w['weak_outlets'])}))\b(?P<after>,?[ \n](?:{any_of(w['after_outlet'])})\b)?"
        ),
        "called_outlet": re.compile(
            rf"\b(?i:newspaper|daily|(?:news )?agency|broadcaster|news site|news website|magazine)[ \n](?P<name>{NAME})|\b(?P<name2>{NAME})[ \n](?:newspaper|news[ \n]agency|news[ \n]site|broadcaster|magazine)\b"
            rf"|(?<!\w)(?P<name3>(?:{any_of(w['stations'])})[ \n]{WORD})(?!\w)"
            rf"|\b(?P<name4>{NAME}),[ \n](?:an?|the)[ \n](?:[\w-]+[ \n]){{0,3}}?(?:newspaper|weekly|daily|broadcaster|news[ \n]agency|magazine|news[ \n]site|tabloid)\b"
            rf"|\b[Aa]ccording[ \n]to[ \n](?P<name5>{NAME}),[ \n](?:citing|quoting)\b"
        ),
    }


def learned(text: str, known: Sequence[Mention], outlet: str | None = None) -> dict[str, Entry]:
    """Forms of names that `text` explains and the gazetteer lacks, with what each stands for."""
    new: dict[str, Entry] = {}
    _outlets(text, new)
    _movements(text, new)
    names = {t.name for t in titled(text) if t.title and t.name}
    _states(text, new, names | {name.split()[-1] for name in names})
    party = partial(_party, new=new, shorts=shorts(new, known, outlet))
    of_states = {form: entry for form, entry in new.items() if form.rsplit(maxsplit=1)[-1] not in words()["regions"]}
    for city, owner in seats(text, partial(party, new=of_states)):
        if _fresh(city, new):
            new[city] = Entry("metonym", owner, owner)
    new.update(persons(text, new, known, party, _sides(new, known)))
    kept = {form: entry for form, entry in new.items() if form == entry.name or not is_form(form)}
    return kept | {f"The {form}": entry for form, entry in kept.items() if is_form(f"The {form.split(maxsplit=1)[0]}")}


def _sides(new: Mapping[str, Entry], known: Sequence[Mention]) -> tuple[str | None, str | None]:
    """The one state and the one movement of a report that sets a state against a movement; None for what is not alone."""
    parties = {e.party for e in new.values() if e.kind in ("party", "adjective")} | {
        m.party for m in known if m.kind in ("party", "adjective", "metonym")
    }
    movements = {p for p in parties if p and is_movement(p)}
    states = parties - movements - {None}
    state = next(iter(states)) if len(states) == 1 and movements else None
    return state, next(iter(movements)) if len(movements) == 1 else None


def _found(
    text: str, key: str, first: frozenset[str], *, named: bool = False, needs: str = ""
) -> Iterator[re.Match[str]]:
    """The matches of one pattern, which begins with one of some words or with a name; none where the text lacks all that it needs."""
    key_words = _nouns().get(needs or key)
    if places(text).holds(key_words) if key_words else places(text).has(_firsts()[needs or key]):
        yield from places(text).found(_patterns()[key], first, named=named)


def _fresh(name: str, new: dict[str, Entry]) -> bool:
    return name not in new and not is_form(name) and name.split(maxsplit=1)[0] not in never()


def _outlets(text: str, new: dict[str, Entry]) -> None:
    reporting = _reporting(text)
    begins = {
        "outlet": NONE,
        "weak_outlet": _firsts()["before_outlet"],
        "called_outlet": _firsts()["called_outlet"] | _ACCORDING,
    }
    for key, first in begins.items():
        for m in _found(text, key, first, named=True):
            if key == "weak_outlet" and not (m["before"] or m["after"] or m["noun"] in reporting):
                continue
            name = clean(m["name"] if key != "called_outlet" else next(n for n in m.groups() if n))
            name = re.sub(r"^(?:The|A|An) ", "", name)
            if " " not in name and (key != "called_outlet" or (m["name2"] and _article_before(text, m.start()))):
                continue
            if _fresh(name, new) and not is_title(name):
                new[name] = Entry("outlet", name)
    _bare_outlets(text, new)


def _bare_outlets(text: str, new: dict[str, Entry]) -> None:
    """Papers that the report never names in full: "the Standard reported"."""
    whole = {short_of(e.name) for e in new.values()}
    for m in _found(text, "bare_outlet", _THE):
        if m["noun"] not in whole and not is_form(f"the {m['noun']}") and _fresh(m["noun"], new):
            new[m["noun"]] = Entry("outlet", m["noun"])


def _article_before(text: str, at: int) -> bool:
    """Whether the name only describes: "the Tavik newspaper" is a newspaper of Tavik."""
    return re.search(r"\b(?:[Tt]he|[Aa]n?)[ \n]$", text[max(0, at - 4) : at]) is not None


def _reporting(text: str) -> frozenset[str]:
    """The nouns of which the report says alone, "the NOUN reported", that they report."""
    return frozenset(m[1] for m in _found(text, "reporting", _THE, needs="weak_outlet"))


def _movements(text: str, new: dict[str, Entry]) -> None:
    shorts = (
        {clean(m["name"]): m["short"] for m in places(text).found(_patterns()["acronym"], _THE)} if "(" in text else {}
    )
    for name, short, also in juntas(text):
        _ruling(name, short, also, new)
    for name, short in (*initialled(text), *spelled(text)):
        if a_movement(name) or fights(text, short):
            _initialled(text, name, short, new)
    for name, short in called_fighting(text):
        if not _is_demonym(name.split(maxsplit=1)[0]):
            _ruling(name, short, (), new)
    for name in called_armed(text):
        _movement(text, name, None, new)
    for m in _found(text, "movement", NONE, named=True):
        name = re.sub(r"^The ", "", clean(m["name"] or m["weak"]))
        short = m["short"] or m["short2"] or m["initials"] or m["initials2"] or shorts.get(name)
        _movement(text, name, short, new)
    alone = _alone(text)
    for m in _found(text, "collective", _THE, needs="movement") if alone else ():
        if (m["noun"] or m["noun2"]) in alone:
            _movement(text, clean(m["name"]), None, new)
    _collectives(text, new)
    _by_initials(text, new)


def _collectives(text: str, new: dict[str, Entry]) -> None:
    """Parties that nothing but the article and what they have and do explains; and other forms of all."""
    for name in collectives(text):
        _ruling(name, None, (), new)
    for name in lone(text, chain(*(form.split() for form in new), *(run for run in _opened(text) if len(run) > 1))):
        _ruling(name, None, (), new)
    new.update(other_forms(text, new))


def _by_initials(text: str, new: dict[str, Entry]) -> None:
    """Initials of the learned names, where they stand in the text."""
    named = [(form, entry) for form, entry in new.items() if entry.party and " " in form]
    capitals = set(re.findall(r"(?<!\w)[A-Z]{2,6}(?!\w)", text)) if named else set()
    for form, entry in named:
        letters = "".join(w[0] for w in form.split() if w[0].isupper())
        if letters in capitals and _fresh(letters, new):
            new[form] = new[letters] = _called(text, entry, letters)


OFTEN = 3
"""So often must a union's initials stand in a report for it to go by them."""


def _called(text: str, entry: Entry, initials: str) -> Entry:
    """A movement goes by its initials where it has them, as known ones do; a bloc by its name, unless they are its usual one."""
    keeps = entry.kind == "group" and text.count(initials) < OFTEN
    return entry if keeps else Entry(entry.kind, initials, initials)


def _initialled(text: str, name: str, short: str, new: dict[str, Entry]) -> None:
    """Take a movement's name with its initials, which both stand for it from there on."""
    if name in new or short in new or is_form(name) or is_form(short):
        return
    new[name] = new[short] = _called(text, Entry(_kind(name), name, name), short)


def _kind(name: str) -> MentionKind:
    """A group for the name of a bloc of states, else a party."""
    noun = short_of(name) or name.rsplit(maxsplit=1)[-1]
    fighters = not set(name.split()).isdisjoint(words()["members"])
    return "group" if noun in words()["blocs"] and not fighters else "party"


def _ruling(name: str, short: str | None, also: Iterable[str], new: dict[str, Entry]) -> None:
    """Take the name of a junta, armed group or bloc, its initials, by which it then goes, and words that stand for it."""
    if name in new or is_form(name) or (short is not None and (short in new or is_form(short))):
        return
    party = short or name
    for form in (name, party, *also):
        new[form] = Entry(_kind(name), party, party)


def _movement(text: str, name: str, short: str | None, new: dict[str, Entry]) -> None:
    first, *rest = name.split()
    if not rest or name in new or is_form(name) or _is_demonym(first) or first in words()["of_state"]:
        return
    if first in never() and first not in words()["directions"]:
        return
    turned = _turned(name)
    if turned in new:
        new[name] = new[turned]
        return
    new[name] = entry = Entry(_kind(name), name, name)
    if short and short not in new and not _part_of_known(name):
        new[name] = new[short] = _called(text, entry, short)


def _turned(name: str) -> str:
    """The same name the other way round: "League of the Interior" for "Interior League", and back."""
    parts = re.split(r" (?:of|for) (?:the )?", name, maxsplit=1)
    return f"{parts[1]} {parts[0]}" if len(parts) > 1 else name


def _alone(text: str) -> frozenset[str]:
    """Nouns of movements that somewhere stand alone as a name: "the Front"."""
    return frozenset(m[1] for m in _found(text, "alone", _THE, needs="movement"))


def _is_demonym(word: str) -> bool:
    """Whether a word is one such as "Sudanese": "the Sudanese Army" is an army of a known state, not a movement of its own."""
    entry = entry_of(word)
    return entry is not None and entry.kind == "adjective"


def _states(text: str, new: dict[str, Entry], no_states: set[str]) -> None:
    stated = _found(text, "state", _firsts()["state"], named=True)
    found = Counter(clean(n) for m in stated for n in m.groupdict().values() if n)
    found.update(_country_like(text))
    spoken = _capitalised(text).keys()
    no_states = no_states | _cut(new)
    for name in (re.sub(r"^The ", "", each) for each in found):
        _state(name, new, no_states, spoken)
    between = Counter(
        clean(n)
        for key, first in (("owner", NONE), ("between", _BETWEEN))
        for m in places(text).found(_patterns()[key], first, named=True)
        for side, n in m.groupdict().items()
        if n and not (side in _HYPHENED and clean(n) in _beside(text))
    )
    _from_adjectives(text, new, no_states)
    peoples = {e.party for f, e in new.items() if e.kind == "adjective"}
    for name in (re.sub(r"^The ", "", each) for each in between):
        if len(peoples) < _SIDES or any(form in spoken or f"{form}s" in spoken for form in _adjectives(name)):
            _state(name, new, no_states, spoken)
    _acting(text, new, no_states, spoken)


def _acting(text: str, new: dict[str, Entry], no_states: set[str], spoken: Set[str]) -> None:
    """States that nothing but their acts or their neighbours explain."""

    def of_party(word: str) -> bool:
        entry = new.get(word) or entry_of(word)
        return entry is not None and entry.kind == "party"

    unknown = (
        word for word in tuple(spoken) if word not in new and word not in no_states and word not in _beside(text)
    )
    for name in acting(text, unknown, of_party):
        _state(name, new, no_states, spoken)


_HYPHENED = ("g", "h")  # "the X-Y draft" may also be by two persons, who stand beside their first names somewhere
_SIDES = 2  # states whose people are named: then a bare "between X and Y" or "X's army" may as well speak of cities


def _state(name: str, new: dict[str, Entry], no_states: set[str], spoken: Set[str]) -> None:
    """Take `name` for a state, with the adjectives of it that the report uses."""
    if name in no_states or not _fresh(name, new) or is_title(name) or _part_of_known(name) or name.isupper():
        return
    if _of_a_state(name) or name in words()["bodies"] or not never().isdisjoint((name, name.rsplit(maxsplit=1)[-1])):
        return
    new[name] = Entry("party", name, name)
    for form in _adjectives(name):
        if form not in new and not is_form(form) and (form in spoken or form + "s" in spoken):
            new[form] = new[form + "s"] = Entry("adjective", name, name)


def _of_a_state(name: str) -> bool:
    """Whether a name is that of an office or a body within a state: "Interior Ministry", "Town Council"."""
    first, *rest = name.split()
    if not rest:
        return False
    return rest[-1] in words()["institutions"] or (
        first in words()["of_state"] and rest[-1] not in words()["movements"]
    )


def _cut(new: Mapping[str, Entry]) -> set[str]:
    """The short names of what is learned: "the League" is no state of its own."""
    return {short for form in new if (short := short_of(form)) is not None}


def _from_adjectives(text: str, new: dict[str, Entry], no_states: set[str]) -> None:
    """States known only by their people: "a Kessaran negotiator" beside "Kessara", or the word for them alone."""
    counts = _capitalised(text)
    longer = _longer(counts, new)
    alike: dict[str, list[str]] = {}
    for word in counts:
        alike.setdefault(word[:_SHORT], []).append(word)
    taken = {e.name.rsplit(maxsplit=1)[-1] for e in new.values()}
    before = {m["adj"] for m in places(text).found(_patterns()["people"], NONE, named=True)}
    officials, alone = of_officials(text), of_ministers(text) - no_states
    for people in sorted(before | officials):
        if not _fresh(people, new) or people in taken:
            continue
        near = alike.get(people[:_SHORT], [])
        bases = [w for w in near if w != people and len(w) > _SHORT and people in _adjectives(w)]
        stem = _by_stem(people, text, no_states) if people in officials else None
        base = next(iter(bases), None) if len(bases) <= 1 else ""
        base = stem if stem and (base is None or base in stem.split()) else base
        base = _unnamed(people, before, alone, text) if base is None else base
        name = longer.get(base, base) if base else None
        if name is None or is_form(name):
            continue
        new.setdefault(name, Entry("party", name, name))
        new[people] = new[people + "s"] = Entry("adjective", name, name)


def _by_stem(people: str, text: str, no_states: set[str]) -> str | None:
    """The state of two words, or of one, that shares the stem of a people's word."""
    name = by_stem(people, _stems(text))
    return None if not name or name in no_states or name in never() or is_title(name) else name


def _unnamed(people: str, before: Set[str], alone: Set[str], text: str) -> str | None:
    """What a state that the report does not name is called: by what is left of "Xian", else by the word for its people."""
    if people.endswith("ian"):
        return people[:-1] if people in before else None
    return people if people in alone and people not in _following(text) else None


def _longer(counts: Mapping[str, int], new: Mapping[str, Entry]) -> dict[str, str]:
    """First words of learned states of two words that never stand for themselves: "Maravia" of "Maravia Bay"."""
    states = {e.name for f, e in new.items() if e.kind == "party" and f == e.name and " " in f}
    first = Counter(name.split()[0] for name in states)
    return {
        word: name
        for name in states
        if first[word := name.split()[0]] == 1 and counts.get(word, 0) <= counts.get(name.split()[1], 0)
    }


def _part_of_known(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and any(map(is_form, parts))


_RUN = re.compile(rf"{WORD}(?:[ \n]{WORD})*")


@lru_cache(maxsize=1)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The capitalised words of a text, those together that stand beside each other."""
    return tuple(tuple(run.split()) for run in _RUN.findall(text))


@lru_cache(maxsize=1)
def _capitalised(text: str) -> Mapping[str, int]:
    """How often each capitalised word stands in the text, in the order in which they first do."""
    return Counter(chain.from_iterable(_runs(text)))


@lru_cache(maxsize=1)
def _beside(text: str) -> frozenset[str]:
    """Words that somewhere stand beside another capitalised one, as those of persons do; the first of a sentence is none."""
    return frozenset(chain.from_iterable(run for run in _opened(text) if len(run) > 1))


@lru_cache(maxsize=1)
def _opened(text: str) -> tuple[tuple[str, ...], ...]:
    """The same runs without the word that opens their sentence."""
    return tuple(run[1:] if run[0] in _openers() else run for run in _runs(text))


@lru_cache(maxsize=1)
def _stems(text: str) -> Mapping[str, Set[tuple[str, ...]]]:
    return by_stems(_opened(text))


@lru_cache(maxsize=1)
def _following(text: str) -> frozenset[str]:
    """Words that stand after another capitalised one, as the last names of persons do."""
    return frozenset(chain.from_iterable(run[1:] for run in _opened(text)))


@cache
def _openers() -> frozenset[str]:
    return (never() | frozenset(words()["openers"])) - frozenset(words()["directions"])


def _country_like(text: str) -> Iterator[str]:
    """Unexplained names that sound like a country, stand alone, and come twice or with their adjective."""
    ends = tuple(words()["country_endings"])
    counts = _capitalised(text)
    alike = [name for name in counts if name.endswith(ends) or _with_people(name, counts)]
    alike = [name for name in alike if counts[name] >= _FEWEST or _spoken(name, counts)]
    yield from (name for name in alike if name not in _beside(text))


def _spoken(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a word for a name's people stands in the text, of one or of many."""
    return any(form in counts or f"{form}s" in counts for form in _adjectives(name))


def _with_people(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a name stands beside the word for its people: "Manoaka" and "Manoakan"."""
    if name in (*words()["regions"], *words()["lands"]) or len(name) <= _LONG:
        return False
    stem = name.removesuffix("a")
    forms = (f"{name}n",) if name[-1] in "aeo" else (f"{name}ian", f"{name}an", f"{name}ese")
    return any(form in counts for form in (*forms, f"{stem}i")) or f"{name.removesuffix('s')}ers" in counts


_LONG = 4  # letters that a name has at least which its people's word alone explains


def _adjectives(name: str) -> Iterator[str]:
    """Adjectives that a state's name may have; of a name of two words, also from the last alone."""
    for loses, gains in words()["adjective_endings"]:
        if name.endswith(loses) and len(name) - len(loses) > 2 and (gains or loses):
            form = name[: len(name) - len(loses)] + gains
            yield form
            if " " in form:
                yield form.rsplit(maxsplit=1)[-1]


def _party(named: str, new: Mapping[str, Entry], shorts: Mapping[str, Entry]) -> str | None:
    """The one party among the names in the words, known or learned."""
    found = set()
    for m in re.finditer(rf"{NAME}|{WORD}", named):
        whole = clean(m.group())
        for name in (whole, *whole.split()):
            entry = new.get(name) or entry_of(name) or shorts.get(name)
            if entry and entry.party:
                found.add(entry.party)
                break
    return next(iter(found)) if len(found) == 1 else None
