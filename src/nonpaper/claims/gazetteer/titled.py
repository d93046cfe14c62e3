"""Persons that a report explains: a name beside a title, and the party that the words around it name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.load import Entry, entry_of, is_form
from nonpaper.claims.gazetteer.mention import Mention, Role
from nonpaper.claims.gazetteer.shapes import (
    NAME,
    PERSON,
    WORD,
    clean,
    courtesy,
    is_title,
    never,
    title_pattern,
    titles,
    words,
)
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.text.places import NONE, firsts, places

_BEFORE = 300  # characters before a title in which the sentence before is looked for
_TWO = 2  # sentences, one that is over and one that goes on; owners of one office, enough to say that it is not plain whose
_GOES_ON = 160  # characters after a name in which what he says of a party begins
_OWNED = 60  # characters after a name in which "of X" is looked for
# The first word of a sentence that is over: "Kessara has reacted. President …".
_OPENING = re.compile(rf"(?:^|[.!?][”\"]?\s+|\n)(?:The )?({WORD}(?: {WORD})?)[^.!?\n]*[.!?][”\"]?\s+(?=$)")
_VOICE = re.compile(r"\b(?:speaks|voice|spokes\w+)\b")
_VERBS = re.compile(
    r"\b(?!(?:exiled|retired|elected|appointed|named)\b)(?:said|told|has|had|was|were|whether|that|\w{2,}ed)\b"
)

Party = Callable[[str], str | None]


class Titled(msgspec.Struct, frozen=True):
    """A name beside a title: `where` are the words that may name the party, `before` the subject of the sentence before,
    `said` and `then` the words of its own sentence before and after it, `last` the sentence before.
    """

    name: str
    title: str
    role: Role
    where: str
    before: str = ""
    at: int = 0
    said: str = ""
    then: str = ""
    last: str = ""


_SPEAKING = (
    "said", "says", "told", "insisted", "insists", "denied", "denies", "rejected", "rejects", "wants", "wanted", "warned", "warns", "accused",
    "demanded", "demands", "refused", "promised", "vowed", "replied", "answered", "called"
)  # fmt: skip
_SPOKE = frozenset(_SPEAKING)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    title = title_pattern()
    address = rf"(?:(?:{any_of(words()['courtesy'])})\.?[ \n])?"
    return {
        "before": re.compile(
            rf"\b(?P<title>{title}),?[ \n](?:the[ \n]former[ \n][a-z]+[ \n])?(?P<name>{address}{PERSON})"
        ),
        "before_of": re.compile(
            rf"\b(?P<title>{title})(?P<of>[ \n](?:to|for|of|in|at)[ \n][^,.;:!?“”\"\n]{{2,60}}),[ \n](?P<name>{address}{PERSON})(?=[,.])"
        ),
        "after": re.compile(
            rf"\b(?P<name>{PERSON}),[ \n](?P<of>(?:[\w’'.-]+[ \n]){{0,4}}?)(?P<title>{title})\b(?![’'])(?P<of2>(?:[ \n](?:of|for)[ \n](?:the[ \n])?{NAME})?)"
        ),
        "heads": re.compile(
            rf"\b(?P<name>{PERSON}),?[ \n](?:(?:the|a|an)[ \n](?:[\w-]+[ \n]){{1,3}})?(?:who|which)[ \n](?:[a-z]+[ \n]){{0,7}}?(?P<verb>{any_of(words()['serves'])})[ \n](?:the[ \n])?(?P<of>{NAME})"
        ),
        "body": re.compile(rf"\b[Tt]he ((?:\w+ )?(?:{any_of(words()['owned_bodies'])}))\b"),
        "owned": re.compile(rf"\b(?P<of>{NAME})[’']s[ \n](?P<name>{PERSON}),?[ \n](?:{any_of(_SPEAKING)})\b"),
        "facing": re.compile(
            rf"\b(?P<of>{WORD})[ \n](?:[a-z]+[ \n])?(?:counterpart|opposite[ \n]number),[ \n](?P<name>{PERSON})"
        ),
        "of": re.compile(
            rf"\b(?P<name>{PERSON})(?:,?[ \n](?:of|from)|,[ \n](?:for|speaking[ \n]for))[ \n]the[ \n](?:(?:ruling|opposition|rebel)[ \n])?(?P<of>{NAME})"
        ),
    }


@cache
def _first_words() -> frozenset[str]:
    return firsts(titles())


def _title(matched: str) -> str:
    return " ".join(matched.casefold().split())


def person_name(matched: str) -> str:
    """A person's name without a form of address.

    >>> person_name("Madame Oda Kell")
    'Oda Kell'
    """
    return clean(courtesy().sub("", matched))


@lru_cache(maxsize=2)
def titled(text: str) -> tuple[Titled, ...]:
    """Names with a title or an employer beside them, title first; linear in the text, which is looked through once."""
    return tuple(_titled(text))


def _titled(text: str) -> Iterator[Titled]:
    seen = places(text)
    for m in seen.found(_patterns()["before"], _first_words()):
        left = _beside(text, m.start())
        earlier = text[max(0, m.start() - _BEFORE) : m.start()]
        before = _OPENING.findall(earlier)
        right = re.match(rf"[ \n]of[ \n](?:the[ \n])?({NAME})", text[m.end() : m.end() + _OWNED])
        where = _own(left) if right is None else right[1]
        title = _title(m["title"])
        last = (["", *_SENTENCE_END.split(earlier)])[-2]
        its = _ITS.search(left)
        subject = (
            "" if its and last[:1] in _QUOTES else _last_sentence(earlier) if its else before[-1] if before else ""
        )
        said = _SENTENCE_END.split(earlier)[-1]
        if not subject and _OURS.match(said):
            subject = _last_sentence(earlier)
        goes_on = _SENTENCE_END.split(text[m.end() : m.end() + _GOES_ON])[0]
        yield Titled(person_name(m["name"]), title, titles()[title], where, subject, m.start(), said, goes_on, last)
    for m in seen.found(_patterns()["before_of"], _first_words()):
        title = _title(m["title"])
        left = _own(_beside(text, m.start()))
        said = m["of"].replace("\n", " ")
        of = "" if _SENT.match(f"{title}{said}") or _POSTED.match(said) else m["of"]
        yield Titled(person_name(m["name"]), title, titles()[title], f"{left} {of}", "", m.start())
    for m in seen.found(_patterns()["heads"], NONE, named=True) if seen.has(_WHO) else ():
        role: Role = "spokesperson" if _VOICE.search(m["verb"]) else "official"
        yield Titled(person_name(m["name"]), "", role, m["of"], "", m.start())
    for m in seen.found(_patterns()["owned"], NONE, named=True) if seen.has(_SPOKE) else ():
        yield Titled(person_name(m["name"]), "", "official", m["of"], "", m.start())
    for m in seen.found(_patterns()["facing"], NONE, named=True) if seen.has(_FACING) else ():
        yield Titled(person_name(m["name"]), "", "official", m["of"], "", m.start("name"))
    for m in seen.found(_patterns()["of"], NONE, named=True):
        yield Titled(person_name(m["name"]), "", "official", m["of"], "", m.start())
    for m in seen.found(_patterns()["after"], NONE, named=True):
        title = _title(m["title"])
        if not _VERBS.search(m["of"]):
            of2 = "" if _ABOUT.match(text, m.end()) else m["of2"]
            yield Titled(person_name(m["name"]), title, titles()[title], f"{m['of']} {of2}", "", m.start())


# "the U.N. envoy for | X", "the ambassador to | X": whom the person was sent to.
_SENT = re.compile(
    r"(?:[a-z]+ )*(?:envoy|ambassador|representative|commissioner|coordinator|delegate|adviser|advisor|mediator|consul) (?:to|for) (?!(?:the )?(?:peace|talks|negotiations)\b)"
)
# "the Front's representative in | X": where the person sits.
_POSTED = re.compile(r" (?:in|at) ")
_ABOUT = re.compile(r"(?:[ \n]Affairs\b|(?<=Affairs)[ \n])")
_TIED = re.compile(r"\w+-[a-z]+\b ?")
_SITS = re.compile(rf"(?P<whose>\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|.*[’']s?)) {WORD}$")


def _own(left: str) -> str:
    """The words before a title without where its holder sits or what for: "its | Paris", "a | Doha-based", "Kessara's | Iran"."""
    return _SITS.sub(r"\g<whose>", _TIED.sub("", left).strip())


_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s+")
_OURS = re.compile(
    r"^[“\"«‘](?:We\b|Our\b|[^.!?]*\bour (?:country|army|soil|territory|soldiers|troops|people|government)\b)"
)
_QUOTES = ("“", '"', "«", "‘")
_FACING = frozenset({"counterpart", "opposite"})
_THE, _WHO = frozenset({"the"}), frozenset({"who", "which"})
_ITS = re.compile(r"\b(?:its|their|his|her)\b[^,]*$", re.IGNORECASE)


_STOP = re.compile(
    r"[.;:!?,\n“\"]|\b(?:by|with|from|to|against|between|in|on|at|for|told|said|that|as|after|when|while|and|but|which|who)\s",
    re.IGNORECASE,
)


def _beside(text: str, at: int) -> str:
    """The words of the same phrase right before `at`, four at most: "Maravia's deputy"."""
    return " ".join(_STOP.split(text[max(0, at - 40) : at])[-1].split()[-4:])


_SUBJECT = 5  # words at the head of a sentence that may name whom it is about


def _last_sentence(earlier: str) -> str:
    """Whom the sentence before the one that is going on is about: its first words, else the names that act in it."""
    ended = re.split(r"(?<=[.!?])[”\"]?\s+", earlier)
    if len(ended) < _TWO:
        return ""
    words = ended[-2].split(",")[0].split()
    head = " ".join(words[:_SUBJECT])
    if "and" in words[: _SUBJECT + 1]:
        return ""
    named = [w for w in re.findall(WORD, head) if w not in never()]
    return head if named else " | ".join(m[1] for m in _ACTING.finditer(ended[-2]))


_ACTING = re.compile(rf"({WORD}(?: {WORD})?) (?:has|had|is|was|would|will|wants|[a-z]{{3,}}ed)\b")


def persons(
    text: str, new: Mapping[str, Entry], known: Sequence[Mention], party: Party, sides: tuple[str | None, str | None]
) -> dict[str, Entry]:
    """Forms of persons' names, full and last, with party and role; the first words that name the party decide.

    `sides` are the one state and the one movement of the report: offices and rebels that nothing else assigns are theirs.
    """
    in_gazetteer = {m.span.quote(text) for m in known if m.kind == "person"}
    found: dict[str, Entry] = {}
    owners = _title_owners(text, party)
    for seen in sorted(titled(text), key=lambda t: t.at):
        name, last = seen.name, seen.name.split()[-1] if seen.name else ""
        if not _is_person(name, new, in_gazetteer):
            continue
        whose = party(seen.where)
        if whose is None and not seen.title:
            continue
        if whose is None and _ITS.search(seen.where):
            whose = party(seen.before)
        elif whose is None and seen.role != "official":
            whose = _state(party(seen.before), seen.title) or _owner_before(owners, seen.title, seen.at)
        whose = whose or _of_body(owners, seen) or _of_deed(seen, party)
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


# Who only comes from a party, and speaks for none; offices that a movement has not.
_NOBODYS = re.compile(r"\b(?:opposition|former|ex|exiled|ousted|jailed|dissident|visiting)\b", re.IGNORECASE)
# A movement's leader leads it from abroad or from prison too.
_AWAY = re.compile(r"\b(?:exiled|jailed)\b", re.IGNORECASE)
_MEDIATES = re.compile(
    r",? (?:who|whose|the|a|an)\b[^,.;]{0,40}\b(?:mediat\w+|host(?:s|ed|ing)?|go-between|brokered)\b"
)
_REBEL = re.compile(r"\b(?:rebel|insurgent|guerrilla|militia|separatist)s?\b", re.IGNORECASE)
_CABINET = re.compile(r"(?<!prime )\bminister\b|\b(?:government|ministry) spokes")
_STATES = re.compile(
    r"\bminister\b|\bpresident\b|\bpremier\b|\bchancellor\b|\bsecretary of state\b|\b(?:government|ministry) spokes"
)
_SPEAKS = re.compile(
    r"(?:the )?(?:(?:president|prime minister|premier|chancellor|government)[’']s (?:[a-z]+ )?(?:spokes\w+|adviser|advisor|aide|envoy)"
    r"|(?:government|presidency|presidential|cabinet|(?:[a-z]+ )?ministry) spokes\w+)"
)
# What a party is said to do of its own will: "Kessara will not sign, President X said".
_OF_ITS_WILL = re.compile(
    r"\b(?:will|would|shall|cannot|has no intention|can(?= never| not| only| live)|(?:is|are|was|were) (?:ready|willing|prepared|open|opposed)|(?:has|had|have) (?:offered|agreed|accepted|rejected|refused|decided|proposed|received)"
    r"|(?:dispatched|sent|sends|is sending) (?:a|its|their) (?:[a-z]+ )?(?:delegation|delegates|negotiators|team|envoys?)|rejects?|rejected|accepts?|accepted|refuses?|refused|wants?|insists?|demands?|opposes?|offers?|offered)\b"
)


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


def _of_deed(seen: Titled, party: Party) -> str | None:
    """Of a minister who tells what a party will or will not do: that party, where the sentence names no other beside it."""
    if not _STATES.search(seen.title) and not _SPEAKS.fullmatch(" ".join(f"{seen.where} {seen.title}".split())):
        return None
    before, after = _OF_ITS_WILL.search(seen.said), _OF_ITS_WILL.search(seen.then)
    if before:
        return party(seen.said[: before.start()]) and party(seen.said)
    told = _TELLS.match(seen.then) if after and not _WE.search(seen.said) else None
    return party(seen.then[told.end() : after.start()]) if told and after else None


# Who speaks of "us" tells of another by its name: "“It is unacceptable to us,” the minister said, adding that X had refused".
_WE = re.compile(r"[“\"«‘][^”\"»]*\b(?:[Ww]e|us|our|ours)\b")
_TELLS = re.compile(r",?\s(?:has |had |also |later )*(?:said|says|told|announced|insisted|declared|repeated)\b")


def _is_person(name: str, new: Mapping[str, Entry], in_gazetteer: set[str]) -> bool:
    if not name or name in in_gazetteer or name in new or name.split(maxsplit=1)[0] in never() or is_title(name):
        return False
    last = name.rsplit(maxsplit=1)[-1]
    if short_of(name) is not None or last in words()["bodies"]:
        return False
    return not any((entry := entry_of(part)) is not None and entry.kind != "person" for part in (name, last))


def _title_owners(text: str, party: Party) -> dict[str, list[tuple[int, str]]]:
    """For each title or body that stands with a party ("Maravia's foreign minister"): where first, and whose it is; two owners at most."""
    owners: dict[str, list[tuple[int, str]]] = {}
    for m in places(text).found(_owned_title(), _THE, named=True):
        if _HOLDER.match(text, m.end()):
            continue
        whose = party(clean(m["of"] or m["of2"]))
        rows = owners.setdefault(_title(m["title"] or m["title2"]), [])
        if whose is not None and len(rows) < _TWO and all(whose != other for _, other in rows):
            rows.append((m.start(), whose))
    return owners


_HOLDER = re.compile(rf",?[ \n]{WORD}[ \n]{WORD}")  # a named holder of an office is not the next one named


@cache
def _owned_title() -> re.Pattern[str]:
    title = rf"(?:{title_pattern()}|(?:{any_of(words()['owned_bodies'])}))"
    return re.compile(
        rf"(?<!\w)(?P<of>{WORD}(?:[ \n]{WORD})?)(?:[’']s)?[ \n](?P<title>{title})(?!\w)"
        rf"|\b[Tt]he[ \n](?P<title2>{title})[ \n]of[ \n](?:the[ \n])?(?P<of2>{NAME})"
    )


def _owner_before(owners: Mapping[str, Sequence[tuple[int, str]]], title: str, at: int) -> str | None:
    """Whose office or body it is, where every earlier one of that name in the text is one party's."""
    rows = [row for named, each in owners.items() if named == title or named.endswith(f" {title}") for row in each]
    found = {whose for where, whose in rows if where < at}
    return next(iter(found)) if len(found) == 1 else None


def _of_body(owners: Mapping[str, Sequence[tuple[int, str]]], seen: Titled) -> str | None:
    """Of "the ministry's spokesman": whose ministry it is."""
    body = _patterns()["body"].search(seen.where)
    return _owner_before(owners, body[1], seen.at) if body else None
