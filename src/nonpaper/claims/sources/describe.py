"""Who a source is: its kind and the party it speaks for, from its own words and the names in them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.gazetteer import Mention, Role
from nonpaper.claims.gazetteer.learn import PERSON, UPPER, title_pattern, titles
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import lower, quote
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Pieces, hull

_BY_ROLE: dict[Role, SourceKind] = {
    "principal": "on_record_principal",
    "spokesperson": "on_record_spokesperson",
    "official": "named_party_official",
}
# An unnamed official never speaks for a bloc (GUIDELINES.md, positions), nor does a diplomat "of Europe".
_UNSPOKEN_FOR = frozenset({"unnamed_official", "person_familiar"})
_TWO = re.compile(r"\b(?:and|both|two)\b")


class Described(msgspec.Struct, frozen=True):
    """What the words of a source say about it. `named` is set where they hold a person's name."""

    kind: SourceKind
    party: str | None = None
    named: bool = False


@cache
def _nouns() -> tuple[tuple[SourceKind, bool, re.Pattern[str]], ...]:
    return tuple((row["kind"], row["party"], pattern(row["words"])) for row in table("nouns")["noun"])


@cache
def _owned() -> re.Pattern[str]:
    body = "|".join(re.escape(w) for w in table("nouns")["owned"]["words"])
    return re.compile(rf"(?:[’']s?)?\s+(?:\w+\s+){{0,2}}?(?:{body})\b|[’']s?\s", re.IGNORECASE)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){title_pattern()}(?!\w)(?![’'])")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(rf"(?:{PERSON})$|(?:{PERSON}),|^[{UPPER}][\w’'-]+$")


def within(page: Page, pieces: Pieces) -> tuple[Mention, ...]:
    """The names that touch the pieces."""
    if not pieces:
        return ()
    around = hull(pieces)
    return tuple(m for m in page.mentions if m.span.overlaps(around) and any(m.span.overlaps(p) for p in pieces))


def describe(page: Page, pieces: Pieces) -> Described:
    """Kind and party of the source whose words are `pieces`; kind `none` where they say nothing of either."""
    if not pieces:
        return Described("none")
    names = within(page, pieces)
    person = next((m for m in names if m.kind == "person" and not _owner(page, m, hull(pieces).end)), None)
    if person is not None:
        return _person(page, pieces, names, person)
    words = lower(page, pieces)
    noun = next(((kind, spoken, m) for kind, spoken, p in _nouns() if (m := p.search(words))), None)
    unknown = _unknown_person(page, pieces, names)
    outlet = any(m.kind == "outlet" for m in names)
    if outlet and (noun is None or noun[0] in ("outlet_relay", "document_seen", "institution_unspecified")):
        return Described("outlet_relay")
    if unknown is not None:
        return unknown
    if noun is not None:
        kind, spoken, _ = noun
        return Described(kind, _party(names, kind) if spoken else None)
    if any(m.party for m in names):
        return Described("institution_unspecified", _party(names, "institution_unspecified"))
    return Described("none")


def _owner(page: Page, person: Mention, end: int) -> bool:
    """Whether the person only owns the source: "Zelensky's office", "the Trump administration"."""
    return _owned().match(page.text[person.span.end : max(end, person.span.end)]) is not None


def _person(page: Page, pieces: Pieces, names: tuple[Mention, ...], person: Mention) -> Described:
    heads = {m.party for m in names if m.kind == "person" and not _owner(page, m, hull(pieces).end)}
    role = _role(page, pieces, person) or person.role
    kind = _BY_ROLE[role] if role else "named_party_official"
    party = person.party if len(heads) == 1 else None
    others = {m.party for m in names if m.party and m.kind != "person"}
    if party is None and len(heads) == 1 and len(others) == 1:
        party = next(iter(others))
    return Described(kind, party, named=True)


def _role(page: Page, pieces: Pieces, person: Mention) -> Role | None:
    """The role that a title beside the name gives; the report knows better than the gazetteer."""
    words = quote(page, pieces)
    name = person.span.quote(page.text)
    rest = words.replace(name, "\x00", 1)
    before, _, after = rest.partition("\x00")
    found = [m.group() for m in _titles().finditer(before)] or [m.group() for m in _titles().finditer(after)]
    return titles().get(" ".join(found[-1].casefold().split())) if found else None


def _unknown_person(page: Page, pieces: Pieces, names: tuple[Mention, ...]) -> Described | None:
    """A capitalised name nobody knows: named_party_official, unless a title beside it says more."""
    words = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", quote(page, pieces).strip())
    for m in names:
        words = words.replace(m.span.quote(page.text), " ").strip(" ’'s")
    words = re.sub(r"^(?:and|,)\s+", "", words.strip())
    match = _full_name().search(words)
    if match is None or not words or (words[0].islower() and " " not in words):
        return None
    title = _titles().search(words)
    if match.start() == 0 and " " not in words and names:
        return None
    role = titles().get(" ".join(title.group().casefold().split())) if title else None
    return Described(
        _BY_ROLE[role] if role else "named_party_official", _party(names, "named_party_official"), named=True
    )


def _party(names: tuple[Mention, ...], kind: SourceKind) -> str | None:
    """The one party named; a bloc only where it speaks itself."""
    found = {m.party for m in names if m.party is not None}
    if len(found) != 1:
        return None
    party = next(iter(found))
    bloc = any(m.party == party and (m.kind == "group" or party in _blocs()) for m in names)
    return None if bloc and kind in _UNSPOKEN_FOR else party


@cache
def _blocs() -> frozenset[str]:
    from nonpaper.claims.gazetteer.load import table as gazetteer

    return frozenset(gazetteer("groups")["group"])
