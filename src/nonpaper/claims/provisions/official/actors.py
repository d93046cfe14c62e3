"""Who is named where in a negotiating text: states and movements, bodies, areas, and the parties called together."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from nonpaper.claims.page import Page
from nonpaper.model.span import Span

_LOOK = 90
_ORGAN = (
    r"(?:governments?|authorit(?:y|ies)|leaderships?|leaders?|representatives?|command(?:ers?)?|armed (?:forces|formations|groups|units|units)|troops|forces|military|army|formations|fighters|parliament|president|presidents|chancellor|prime minister"
    r"|ministers?|party|parties|sides?|republic|kingdom|state|federation|organs|delegation|people)"
)
_FORCE = r"(?:armed\s+(?:forces|formations|groups|units)|troops|military|army|formations|fighters|forces|militia)"
_BEFORE = re.compile(
    rf"(?:\b(?:the|each|both|respective|competent|central|state|public|high|federal|democratic|islamic|socialist)\s+|\b{_ORGAN}\s+(?:(?:of|from|in)\s+)?)+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:[’']s?)?(?:\s+(?:armed|central|state|public|respective|national))?\s+(?:{_ORGAN}|citizens|Party|Side)\b(?:\s+(?:leadership|command))?",
    re.IGNORECASE,
)
_FORCES_OF = re.compile(rf"\b{_FORCE}\s+(?:of|from|in)\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_FORCES = re.compile(rf"(?:[’']s?)?\s+{_FORCE}\b", re.IGNORECASE)
_KINDS = frozenset({"party", "adjective", "group", "office"})
_BODY_NOUNS = r"(?:Group|Commission|Committee|Council|Mission|Mechanism|Coordinator|Co-?ordinator|Board|Secretariat|Centre|Center|Force|Tribunal|Court|Chamber|Commissioner|Agency|Authority|Fund|Bank|Team|Panel|Observers|Organi[sz]ation|Depositary|Guarantors?|Mediators?|Facilitators?|Secretary-General|Chairperson|Chair)"
_BODY = re.compile(
    rf"\b(?:[A-Z][\w’-]*(?:/[A-Z]\w+)?\s+(?:(?:of|for|on|in)\s+(?:the\s+)?|and\s+)?){{1,7}}?{_BODY_NOUNS}\b(?!\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w’-]*\s+{_BODY_NOUNS})"
    rf"|\bthe\s+(?P<plain>{_BODY_NOUNS})\b|\b(?P<short>(?:[A-Z]{{2,6}}\s+)?[A-Z]{{3,6}})\b(?=\s+(?:shall|will|must|may|is to|undertakes))"
)
# "The Panel", and "Withdrawal of the Southern Authority's guns": what is to be done is no part of a body's name.
_LEADING = re.compile(
    r"(?:The|A|An|Each|This|Such|That|In|By|To|Of|Under|For|With)\s+(?=[A-Z])"
    r"|(?:Withdrawal|Release|Return|Exchange|Retreat|Disarmament|Demobili[sz]ation|Cantonment|Redeployment|Removal|Dissolution|Deployment|Establishment|Creation"
    r"|Opening|Closure|Recognition|Verification|Transfer|Integration|Lifting|Suspension|Cessation|Departure|Evacuation)\s+(?:of|by|from|to)\s+(?:the\s+)?(?=[A-Z])"
)
_ALL = re.compile(
    r"\b(?:(?P<both>both|all|the two|our two|the(?=\s+(?!governments)))\s+(?:(?:high\s+)?contracting\s+|warring\s+|conflicting\s+|opposing\s+)?(?:Parties|sides|signatories|participants|governments|our two governments|two (?:States|countries|Governments|sides))(?:\s+to (?:this|the) (?:agreement|conflict|treaty|protocol|armistice))?"
    r"|(?P<each>each|either|neither)\s+(?:of the\s+)?(?:(?:high\s+)?contracting\s+)?(?:Part(?:y|ies)|sides?|participants?|signator(?:y|ies)|government)(?! of\b)|(?P<other>the other\s+(?:contracting\s+)?(?:Party|side|State|Participant|Signatory)|each other|one another))(?:[’']s?)?(?!\w)",
    re.IGNORECASE,
)


_LETTERED = re.compile(r"\bParty [A-Z]\b|\b(?:First|Second|Third) Party\b")
_ORGANS = re.compile(
    r"\b(?:(?:The|the)\s+)?(?:Government|Parliament|National Assembly|Ministry of [A-Z]\w+)\b(?!\s+of\b)|\b[Tt]he\s+(?:competent|central|national|state) authorities\b|\bThe\s+(?:President|State)\b(?!\s+of\b)"
)


# A name that a text gives its parties together is nobody's of its own, whatever reads like one.
_JOINTLY = re.compile(r"(?:[Tt]he )?(?:Contracting )?(?:Parties|Sides|Signatories|Participants)")


# A heading and the first words under it are no name: "Guarantors\nThe Republic".
_OVER_LINES = re.compile(r"\n\s*(?:The|A|An|Each|Both|All)\b")


class Actor(NamedTuple):
    """Somebody in the text. `start` counts what comes before the name ("the leadership of …"), `end` what follows it.

    `kind`: "state" (any party that the gazetteer or the text names), "body", "area", "sides" (the parties together)
    or "other" ("the other Party"). `forces`: whether its armed men are meant.
    """

    start: int
    end: int
    names: tuple[str, ...]
    kind: str
    forces: bool = False


class Area(NamedTuple):
    """A party that texts call by a description."""

    name: str
    fighters: str
    pattern: re.Pattern[str]


@cache
def areas() -> tuple[Area, ...]:
    """The rows of called.toml."""
    data = tomllib.loads(resources.files(__package__).joinpath("called.toml").read_text("utf-8"))
    return tuple(
        Area(
            row["name"],
            row.get("fighters", row["name"]),
            re.compile(rf"(?<!\w)(?:{'|'.join(row['say'])})(?!\w)", re.IGNORECASE),
        )
        for row in data["area"]
    )


def named_actors(page: Page, aliases: Mapping[str, tuple[str, ...]]) -> tuple[Actor, ...]:
    """Everybody the text names, in order and apart; of two that overlap the longer. Linear in the text."""
    found = [
        *_areas(page.text),
        *_bodies(page, aliases),
        *_aliased(page.text, aliases),
        *_mentions(page),
        *_lettered(page.text, aliases),
    ]
    out: list[Actor] = []
    for one in sorted(found, key=lambda a: (a.start, -(a.end - a.start))):
        if not out or one.start >= out[-1].end:
            out.append(one)
        elif one.end > out[-1].end and one.kind in ("area", "body"):
            out[-1] = one._replace(start=out[-1].start)
    return tuple(out)


def organs(text: str, home: str) -> Iterator[Actor]:
    """Where organs of the one state that a text speaks of are named without it: "Parliament shall …"."""
    for found in _ORGANS.finditer(text):
        yield Actor(found.start(), found.end(), (home,), "state")


def collective(text: str, sides: tuple[str, ...]) -> Iterator[Actor]:
    """Where the parties are called together or "the other"; with no names where the text does not say who they are."""
    for found in _ALL.finditer(text):
        yield Actor(found.start(), found.end(), sides, "other" if found["other"] else "sides")


def inside(actors: tuple[Actor, ...], span: Span) -> tuple[Actor, ...]:
    """The actors that stand in a stretch. O(log n)."""
    first = bisect_left(actors, span.start, key=lambda a: a.start)
    last = bisect_left(actors, span.end, key=lambda a: a.start)
    return tuple(a for a in actors[first:last] if a.end <= span.end + 1)


def _areas(text: str) -> Iterator[Actor]:
    for area in areas():
        for found in area.pattern.finditer(text):
            start, end, forces = _widened(text, found.start(), found.end())
            yield Actor(start, end, (area.fighters if forces else area.name,), "area", forces)


def _mentions(page: Page) -> Iterator[Actor]:
    for mention in page.mentions:
        said = mention.span.quote(page.text)
        if mention.kind in _KINDS and mention.party and not (_JOINTLY.fullmatch(said) or _OVER_LINES.search(said)):
            start, end, forces = _widened(page.text, mention.span.start, mention.span.end)
            yield Actor(start, end, (mention.party,), "body" if mention.kind == "group" else "state", forces)


def _bodies(page: Page, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Actor]:
    """Bodies by their last word, short names of parties apart; one that opens with a known organisation is that one's."""
    groups = {m.span.start: m.party for m in page.mentions if m.kind == "group" and m.party}
    for found in _BODY.finditer(page.text):
        if found["plain"] in aliases:
            continue
        leading = _LEADING.match(page.text, found.start())
        start = leading.end() if leading else found.start()
        said = re.sub(r"^the\s+", "", " ".join(page.text[start : found.end()].split()))
        yield Actor(start, found.end(), (groups.get(start, said),), "body")


def _aliased(text: str, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Actor]:
    if not aliases:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, aliases), key=len, reverse=True))})\b")
    for found in pattern.finditer(text):
        start, end, forces = _widened(text, found.start(), found.end())
        yield Actor(start, end, aliases[found.group()], "state", forces)


def _lettered(text: str, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Actor]:
    """Parties by letter or ordinal ("Party A"), where the text names them by nothing else."""
    for found in _LETTERED.finditer(text):
        if found.group() not in aliases:
            yield Actor(found.start(), found.end(), (found.group(),), "state")


def _widened(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """A name with "the armed forces of" before it and "armed forces" after it, and whether these are meant."""
    low = max(0, start - _LOOK)
    before = _BEFORE.search(text, low, start)
    after = _AFTER.match(text, end, end + _LOOK)
    forces = bool(_FORCES_OF.search(text, low, start) or _ITS_FORCES.match(text, end, end + _LOOK))
    return (before.start() if before and before.end() == start else start), (after.end() if after else end), forces
