"""Who a source is: its kind and the party it speaks for, from its own words and the names in them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.gazetteer import Mention, Role
from nonpaper.claims.gazetteer.load import table as gazetteer
from nonpaper.claims.gazetteer.shapes import NAME, PERSON, UPPER, WORD, never, title_pattern, titles, words
from nonpaper.claims.page import Page
from nonpaper.claims.sources.apart import only_tells_where
from nonpaper.claims.sources.kinds import UNNAMED
from nonpaper.claims.sources.pieces import lower, names_in, quote
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Pieces, Span, hull

_BY_ROLE: dict[Role, SourceKind] = {
    "principal": "on_record_principal",
    "spokesperson": "on_record_spokesperson",
    "official": "named_party_official",
}
# An unnamed official never speaks for a bloc (GUIDELINES.md, positions), nor does a diplomat "of Europe".
_UNSPOKEN_FOR = UNNAMED
_OUTLET_LIKE = frozenset({"outlet_relay", "document_seen", "institution_unspecified"})


class Described(msgspec.Struct, frozen=True):
    """What the words of a source say about it. `named` is set where they hold a person's name."""

    kind: SourceKind
    party: str | None = None
    named: bool = False


@cache
def _nouns() -> tuple[tuple[SourceKind, bool, re.Pattern[str]], ...]:
    return tuple((row["kind"], row["party"], pattern(row["words"])) for row in table("nouns")["noun"])


@cache
def _papers() -> re.Pattern[str]:
    return next(words for kind, _, words in _nouns() if kind == "document_seen")


@cache
def _owned() -> re.Pattern[str]:
    body = "|".join(re.escape(w) for w in table("nouns")["owned"]["words"])
    return re.compile(rf"(?:[’']s?)?\s+(?:\w+\s+){{0,2}}?(?:{body})\b|[’']s?\s", re.IGNORECASE)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){title_pattern()}(?!\w)(?![’'])")


def has_title(phrase: str) -> bool:
    """Whether the words hold a title: "the foreign minister"."""
    return _titles().search(phrase) is not None


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(rf"{PERSON}|^[{UPPER}][\w’'-]+$")


def within(page: Page, pieces: Pieces) -> tuple[Mention, ...]:
    """The names that touch the pieces."""
    if not pieces:
        return ()
    return tuple(m for m in names_in(page, hull(pieces)) if any(m.span.overlaps(p) for p in pieces))


@lru_cache(maxsize=256)  # asked several times of each source, rule after rule
def describe(page: Page, pieces: Pieces) -> Described:
    """Kind and party of the source whose words are `pieces`; kind `none` where they say nothing of either."""
    if not pieces:
        return Described("none")
    whole = hull(pieces)
    pieces = _with_apposition(page, headed(page, pieces))
    names = tuple(m for m in within(page, pieces) if not only_tells_where(page, m, whole))
    person = next((m for m in names if m.kind == "person" and not _only_owns(page, m, hull(pieces))), None)
    if person is not None:
        return _person(page, pieces, names, person)
    noun = head_noun(lower(page, pieces))
    said = re.sub(r"^[Tt]he\s", "", quote(page, pieces).strip(" ,"))
    if any(m.kind == "outlet" and m.span.quote(page.text) in (said, f"The {said}") for m in names):
        return Described("outlet_relay")  # an outlet named like a person: "the Plains Observer"
    if any(m.kind == "outlet" for m in names) and (noun is None or noun[0] in _OUTLET_LIKE):
        seen = noun is not None and noun[0] == "document_seen" and has_seen(page, whole)
        return Described("document_seen" if seen else "outlet_relay")
    unknown = None if noun is not None and noun[0] in _UNSPOKEN_FOR else _unknown_person(page, pieces, names)
    if unknown is not None:
        return unknown
    if noun is not None:
        kind, spoken = noun
        if kind == "document_seen" and _made_public(page, whole):
            kind = "official_text"
        names = names if any(m.party for m in names) else _served(page, whole)
        return Described(kind, _party(names, kind) if spoken else None)
    if any(m.party for m in names):
        return Described("institution_unspecified", _party(names, "institution_unspecified"))
    return Described("institution_unspecified" if _body(page, pieces) else "none")


# "the document, | published by the bloc's diplomatic service,": whoever made it public stands by its words.
_PUBLISHED = re.compile(
    r"(?P<by>,? (?:which (?:was |has been )?|and )?(?:published|made public|released|posted)(?: \w+){0,3}? by )(?:the )?(?P<who>[^,;:.\n]{2,60})"
)


def _made_public(page: Page, source: Span) -> bool:
    """Whether the text that a source is was published, and by no outlet."""
    end = min(len(page.text), source.end + _CLAUSE)
    found = _PUBLISHED.search(page.text, source.start, source.end) or _PUBLISHED.match(page.text, source.end, end)
    return found is not None and not any(m.kind == "outlet" for m in names_in(page, Span(*found.span("who"))))


def has_seen(page: Page, source: Span) -> tuple[Mention, ...]:
    """The outlets by which a source says that a document was seen: "a draft seen by Reuters", "Reuters, which has seen it"."""
    outlets = [m for m in names_in(page, source) if m.kind == "outlet"]
    noun = head_noun(lower(page, (source,)))
    if not outlets:
        return ()
    if noun is not None and noun[0] == "document_seen":
        by = _held_by().search(page.text, source.start, outlets[0].span.start)
        held = tuple(m for m in outlets if by is not None and m.span.start >= by.end())
        return held or tuple(m for m in outlets if _has_it().match(page.text, m.span.end, source.end))
    has = _which_has().match(page.text, outlets[-1].span.end, outlets[-1].span.end + _CLAUSE)
    return tuple(outlets) if has is not None and _papers().search(has["what"]) else ()


@cache
def holding(how: str) -> re.Pattern[str]:
    """Words that say who holds a document, before the outlet ("by") or after it ("has")."""
    return pattern(table("carriers")["held"][how])


@cache
def _held_by() -> re.Pattern[str]:
    return re.compile(rf"{holding('by').pattern} (?:the )?(?:[\w’'-]+ ){{0,3}}?$")


@cache
def _has_it() -> re.Pattern[str]:
    return re.compile(rf"\s+{holding('has').pattern}(?!\w)")


@cache
def _which_has() -> re.Pattern[str]:
    return re.compile(rf"[”\"’']?, (?:which|who) (?:\w+ ){{0,3}}?{holding('has').pattern} (?P<what>[^,;.]{{3,60}})")


def _body(page: Page, pieces: Pieces) -> bool:
    """Whether the words are the name of a body, or of a place that the report elsewhere goes to or comes from."""
    name = re.sub(r"^[Tt]he ", "", quote(page, pieces).strip(" ,.;:"))
    if re.fullmatch(NAME, name) is None or name.split()[0] in never():
        return False
    return name.split()[-1] in words()["bodies"] or name in _places(page.text)


@lru_cache(maxsize=2)
def _places(text: str) -> frozenset[str]:
    """Names that somewhere follow "in" or "from", or go on with "which": "talks in Tavik", "Ostrel, which …"."""
    places = re.finditer(rf"\b(?:in|from|near|outside)[ \n]({WORD}(?:[ \n]{WORD})?)(?![ \n][{UPPER}])", text)
    things = re.finditer(rf"(?<!\w)({WORD}(?:[ \n]{WORD})?),[ \n]which\b", text)
    return frozenset(m[1] for m in (*places, *things))


# A clause that tells more of whoever was named: "X, whose envoys …", "a man who advises the president".
_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which)\s", re.IGNORECASE)
_ENOUGH = 3  # letters that are left of a source before its relative clause


def headed(page: Page, pieces: Pieces) -> Pieces:
    """The pieces up to the first relative clause; what it says of somebody names others."""
    whole = hull(pieces)
    relative = _RELATIVE.search(page.text, whole.start, whole.end)
    if relative is None or relative.start() - whole.start < _ENOUGH:
        return pieces
    kept = tuple(Span(p.start, min(p.end, relative.start())) for p in pieces if p.start < relative.start())
    return kept or pieces


_SERVING = re.compile(
    r",?\s(?:who|that)\s(?:[a-z]+\s)?(?:works?|advises?|serves?|sits?|belongs?|represents?|negotiates?|speaks?)\s",
    re.IGNORECASE,
)


def _served(page: Page, whole: Span) -> tuple[Mention, ...]:
    """The names in a clause that says whom a person serves: "somebody who advises the Maravian leadership"."""
    serving = _SERVING.search(page.text, whole.start, whole.end)
    return names_in(page, Span(serving.end(), whole.end)) if serving and serving.end() < whole.end else ()


_APPOSITION = re.compile(r",? (?P<what>an? [^,.;:“”\"()\n]{3,60}),")


def _with_apposition(page: Page, pieces: Pieces) -> Pieces:
    """The pieces with what the next words say they are: "the third official, | a Maravian diplomat,"."""
    end = hull(pieces).end
    after = _APPOSITION.match(page.text, end - (page.text[end - 1] == ","))
    if after is None or names_in(page, hull(pieces)) or head_noun(after["what"].casefold()) is None:
        return pieces
    return (*pieces, Span(*after.span("what")))


# What comes after one of these only describes the head: "a spokesman | for the ministry".
_AFTER_HEAD = re.compile(
    r",| (?:of|for|in|at|who|that|which|with|from|on|to|close|briefed|familiar|involved|cited|quoted) "
)
# "three of the | officials", "a copy of the | document": the head comes after.
_PART = re.compile(
    r"(?:one|two|three|four|five|six|some|several|many|most|both|all|another|half|a (?:second|third|copy)) of (?:the |these |those |its |his |her |their )?"
)
_POSSESSIVE = re.compile(r"[’']s? ")
_HEADS_IT = re.compile(
    r"(?:the|a|its|their|his|her|[^,;]{2,40}[’']s?) (?:[a-z]+ )?head of "
)  # "the head of the delegation"


def head(source: str) -> str:
    """The words up to what only describes the head.

    >>> head("a negotiator close to the talks")
    'a negotiator'
    """
    stop = _AFTER_HEAD.search(source)
    return source[: stop.start()].strip() if stop else source.strip()


@lru_cache(maxsize=256)  # asked several times of the same words
def head_noun(source: str) -> tuple[SourceKind, bool] | None:
    """Kind of the noun that is the head of a source's words, and whether it may speak for a party.

    >>> head_noun("the president's office"), head_noun("a spokesman for the president")
    (('institution_unspecified', True), ('on_record_spokesperson', True))
    """
    if _HEADS_IT.match(source):
        return "unnamed_official", True
    part = _PART.match(source)
    first = part.end() if part else 0
    stop = _AFTER_HEAD.search(source, first)
    end = stop.start() if stop else len(source)
    for joins in (" and ", " by "):  # "a memo | by the union's service"
        if (both := source.find(joins, first, end)) > 0 and _papers().search(source, first, both):
            end = both
    owners = [m.end() for m in _POSSESSIVE.finditer(source, first, end)]
    start = owners[-1] if owners else first
    best: tuple[tuple[int, int], SourceKind, bool] | None = None
    for kind, spoken, nouns in _nouns():
        for m in nouns.finditer(source, start):
            place = (m.end(), -m.start())  # of two that end together the longer: a "working paper" is no paper
            if m.start() < end and (best is None or place > best[0]):
                best = (place, kind, spoken)
    if best is not None and best[1] == "outlet_relay" and _held_paper().match(source, -best[0][1]):
        return "document_seen", False
    return None if best is None else (best[1], best[2])


@cache
def _held_paper() -> re.Pattern[str]:
    """A "paper" that somebody has seen is no newspaper: "the mediators' paper, seen by the Post"."""
    return re.compile(rf"papers?,? (?:which |that )?(?:was |were |has been |had been )?{holding('by').pattern}")


def _only_owns(page: Page, person: Mention, whole: Span) -> bool:
    """Whether the person owns the source, or is whom it serves: "a spokesman for President Quell"."""
    if _owner(page, person, whole.end):
        return True
    before = " ".join(page.text[whole.start : person.span.start].casefold().split()) + " "
    return _SERVES.search(before) is not None and head_noun(before) is not None


_SERVES = re.compile(r"\b(?:for|of|to)\s(?:the\s)?(?:[\w’'-]+\s){0,3}$")


def _owner(page: Page, person: Mention, end: int) -> bool:
    """Whether the person only owns the source: "Zelensky's office", "the Trump administration"."""
    after = page.text[person.span.end : max(end, person.span.end)]
    return _owned().match(after) is not None or _paper_of().match(after) is not None


@cache
def _paper_of() -> re.Pattern[str]:
    """The paper right after the name that it is called by: "the Quell | plan"."""
    return re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{_papers().pattern}|(?i:paper|papers)\b)")


def _person(page: Page, pieces: Pieces, names: tuple[Mention, ...], person: Mention) -> Described:
    heads = {m.party for m in names if m.kind == "person" and not _only_owns(page, m, hull(pieces))}
    role = _role(page, pieces, person) or person.role
    kind = _held(quote(page, pieces), role)
    party = person.party if len(heads) == 1 else None
    others = {m.party for m in names if m.party and m.kind != "person"}
    if party is None and len(heads) == 1 and len(others) == 1 and not _NOBODYS.search(quote(page, pieces)):
        party = next(iter(others))
    return Described(kind, party, named=True)


# Who only comes from a party, and speaks for none.
_NOBODYS = re.compile(r"\b(?:opposition|former|ex|exiled|ousted|jailed|dissident)\b", re.IGNORECASE)


def _role(page: Page, pieces: Pieces, person: Mention) -> Role | None:
    """The role that a title beside the name gives; the report knows better than the gazetteer."""
    name = person.span.quote(page.text)
    rest = quote(page, pieces).replace(name, "\x00", 1)
    before, _, after = rest.partition("\x00")
    found = [m.group() for m in _titles().finditer(before)] or [m.group() for m in _titles().finditer(after)]
    called = [" ".join(f.casefold().split()) for f in found]
    side = before if _titles().search(before) else after
    if found and _ADVISES.search(side[: side.rfind(found[-1])]):
        return "official"
    offices = [c for c in called if c not in words()["ranks"]]  # "the president, General X", "Colonel X, the spokesman"
    if called and not offices:
        later = (" ".join(m.group().casefold().split()) for m in _titles().finditer(after))
        offices = [c for c in later if c not in words()["ranks"]][:1] or ([] if person.role else called)
    return titles().get(offices[-1]) if offices else None


def _unknown_person(page: Page, pieces: Pieces, names: tuple[Mention, ...]) -> Described | None:
    """A capitalised name nobody knows: named_party_official, unless a title beside it says more."""
    whole = quote(page, pieces).strip()
    name = next(
        (
            m
            for m in _full_name().finditer(whole)
            if _names_person(m.group(), names, page) and not _PLACED.search(whole[: m.start()])
        ),
        None,
    )
    if name is None:
        return None
    called = whole.casefold()
    noun = head_noun(called) or head_noun(called.partition(", ")[2])
    if noun is not None and noun[0] in _NO_OFFICE:
        return Described(noun[0], None, named=True)
    private = _private(page, hull(pieces), names) if noun is None else None
    if private is not None:
        return Described(private, None, named=True)
    title = _titles().search(whole)
    role = titles().get(" ".join(title.group().casefold().split())) if title else None
    role = "official" if title and _ADVISES.search(whole[: title.start()]) else role
    return Described(_held(whole, role), _party(names, "named_party_official"), named=True)


# "an adviser to the | president, Ona Brill": the title is of somebody else, or of what the named person is not.
_ADVISES = re.compile(
    r"\b(?:adviser|advisor|aide|assistant|envoy|emissary|ally|confidant|lawyer|brother|son|chief of staff) (?:to|of|for) (?:the )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)


def _held(words: str, role: Role | None) -> SourceKind:
    """What the office makes of a person; one that is no longer held, or that an opponent claims, makes nothing."""
    kind: SourceKind = _BY_ROLE[role] if role else "named_party_official"
    return "none" if kind == "on_record_principal" and _NO_LONGER.search(words) else kind


_NO_LONGER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Oo]pposition|[Oo]usted|[Dd]eposed)[ -](?:[A-Za-z]+ ){0,2}?(?:president|prime minister|premier|leader|chancellor|king|minister|foreign minister)\b"
)


# What is told of a person whom no title makes an official: "Ona Brill, who teaches law in Selm", "whose brother was taken".
_TOLD = re.compile(r",\s(?:(?:who|whose)\s[^,.;:“”\"()\n]{3,80}|an?\s[^,;:“”\"()\n]{3,80})(?=,)")
_TEACHES = re.compile(
    r"\b(?:teach(?:es)?|taught|stud(?:ies|ied)|researche[sd]|advised|lectures?|follows|(?:has|have) written|wrote)\b"
)


def _private(page: Page, whole: Span, names: tuple[Mention, ...]) -> SourceKind | None:
    """The kind of a named person of whom only a clause tells: an analyst who studies something, nobody's voice else.

    None where the clause gives an office, names a party or serves one: then somebody may have sent the person.
    """
    told = _TOLD.search(page.text, whole.start, min(len(page.text), whole.end + _CLAUSE))
    told = told if told is not None and told.start() <= whole.end else None
    said = told[0] if told else ""
    if _HOUSE.search(f"{whole.quote(page.text)}{said}") or _TEACHES.search(said):
        return "analyst"
    if told is None or any(m.party for m in (*names, *names_in(page, Span(*told.span())))):
        return None
    if has_title(said.casefold()) or head_noun(said.casefold().strip(", ")) is not None:
        return None
    return None if _SERVING.match(page.text, told.start()) or _HEADS.search(said) else "none"


_HOUSE = re.compile(
    r"\b(?:Institute|Centre|Center|University|College|Academy|[Tt]hink [Tt]ank|[Bb]rokerage|research at)\b"
)
_CLAUSE = 100  # characters after a name in which the clause that tells of it ends
_HEADS = re.compile(
    r"\b(?:leads?|led|heads?|headed|speaks?|chairs?|chaired|commands?|represents?|negotiat\w+|talks|delegation|peace)\b"
)


_PLACED = re.compile(r"\b(?:in|of|at|from|near|for|to|with)(?: the)? $")
_NO_OFFICE = frozenset({"analyst", "outlet_relay", "none"})


def _names_person(name: str, names: tuple[Mention, ...], page: Page) -> bool:
    """Two or more capitalised words that are no other name; or one that is the surname of a fuller name."""
    parts = name.split()
    known = {w for m in names for w in m.span.quote(page.text).split()}
    if any(p in known for p in parts) or parts[0] in never() or parts[-1] in words()["bodies"]:
        return False
    return len(parts) > 1 or name in _surnames(page.text)


@lru_cache(maxsize=2)
def _surnames(text: str) -> frozenset[str]:
    """Capitalised words that somewhere follow another one."""
    return frozenset(w for m in re.finditer(rf"[{UPPER}]\w+((?: [{UPPER}][\w’'-]+)+)", text) for w in m[1].split())


def _party(names: tuple[Mention, ...], kind: SourceKind) -> str | None:
    """The one party named; a bloc only where it speaks itself."""
    shared = table("nouns")["shared"]["parties"] if kind in _UNSPOKEN_FOR else ()
    if any(m.kind == "adjective" and m.party in shared for m in names):
        return None
    found = {m.party for m in names if m.party is not None}
    if len(found) != 1:
        return None
    party = next(iter(found))
    bloc = any(m.party == party and (m.kind == "group" or party in _blocs()) for m in names)
    return None if bloc and kind in _UNSPOKEN_FOR else party


@cache
def _blocs() -> frozenset[str]:
    return frozenset(gazetteer("groups")["group"])
