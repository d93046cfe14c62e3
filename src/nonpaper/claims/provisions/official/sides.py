"""The parties of a negotiating text, and how it calls them: by its preamble, or by the armed forces that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.actors import Actor, collective, inside, named_actors, organs
from nonpaper.claims.provisions.official.units import Unit
from nonpaper.model.span import Span

_HEAD = 4000
_UPPER = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_PROPER = rf"{_UPPER}(?:\s+(?:(?:of|for|and|the)\s+)?{_UPPER}){{0,6}}"
_BETWEEN = re.compile(
    r"\bbetween\s+(?P<who>[^.;:\n]{3,300}?)(?=[.;:\n]|,?\s+(?:on|concerning|regarding|relating|for|with|in)\b|$)",
    re.IGNORECASE,
)
_GOVERNMENT = r"(?:Governments?|Authorities)\s+of\s+(?:the\s+)?"
_OF_ONE = re.compile(rf"\b{_GOVERNMENT}(?P<name>{_PROPER})")
_AGREED = re.compile(
    r"\b(?:have|has)\s+(?:hereby\s+)?agreed\b|\bagree(?:d)?\s+(?:as follows|on the following|to the following)|\bhereby\s+(?:agree|declare|undertake)|\bagrees?\s*(?=:|to\b|that\b)|\b(?:met|meeting)\b[^.]{0,60}\bagreed\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bThe\s+(?P<a>[A-Z]\w+)\s+and\s+(?:the\s+)?(?P<b>[A-Z]\w+)\s+(?:Sides|Parties|Governments)\b")
# Who writes to whom, where two states exchange letters.
_SENT = re.compile(
    r"\b(?:letters?|notes?)\s+(?:of|from)\s+[^.;:\n]{3,120}\s(?P<to>to)\s+[^.;:\n]{3,120}", re.IGNORECASE
)
_ALIAS = re.compile(
    r"\(\s*(?:hereinafter|hereafter|henceforth)?\s*(?:referred to as|called|known as)?\s*,?\s*[“\"'‘]?(?:the\s+)?(?P<alias>[A-Z][\w/-]*(?:\s+[A-Z][\w/-]*){0,3})[”\"'’]?\s*\)"
)
_TOGETHER = re.compile(r"(?:Contracting\s+)?(?:Parties|Sides|Signatories|Participants)$", re.IGNORECASE)
_HELPS = re.compile(
    r"\b(?:mediat\w+|auspices|presence|facilitat\w+|participation|witness\w*|support|good offices|assistance|chair\w*|observ\w+|accordance|initiatives?|plan|proposals?|consisting|made up|composed)\s+(?:of|by|with)\b[^.;:\n]*$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r",\s+(?:mindful|convinced|desir\w+|recalling|considering|acknowledging|stressing|guided|determined|recogni[sz]ing|reaffirming|noting|welcoming|bearing|with the participation|meeting|having|wishing|conscious)\b",
    re.IGNORECASE,
)
_LAW = r"(?:law|legislation|constitution|parliament|government|territory|constitutional reform|state border|laws|national assembly|president|judiciary|courts|regions|citizens|ministry)"
_HOME = re.compile(rf"\b{_LAW}\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_LAW = re.compile(rf"\b{_LAW}\b", re.IGNORECASE)
_HOME_AFTER = re.compile(rf"(?:[’']s?)?\s+{_LAW}\b", re.IGNORECASE)


class Cast(NamedTuple):
    """Who acts in a text. `sides`: its parties, empty where it does not say. `home`: the one state whose law it speaks of."""

    sides: tuple[str, ...]
    home: str | None
    actors: tuple[Actor, ...]


def cast_of(page: Page, units: Sequence[Unit]) -> Cast:
    """The parties by the preamble's formula, else by their forces; with every place where anybody is named."""
    first = next((u.span.start for u in units if u.role == "item"), len(page.text))
    head = Span(0, max(1, min(first, _HEAD)))
    known = named_actors(page, {})
    aliases = {**_government(page, head, known), **_aliases(page, head, known)}
    actors = named_actors(page, aliases) if aliases else known
    called = _by_formula(page.text, head, actors) or _by_forces(actors)
    sides = tuple(name for name in called if not _TOGETHER.fullmatch(name))
    home = _home(page.text, actors, sides)
    together = tuple(collective(page.text, sides))
    named = [*_without(actors, together), *together]
    if home is not None:
        named.extend(_without(tuple(organs(page.text, home)), sorted(named, key=lambda a: a.start)))
    return Cast(sides, home, tuple(sorted(named, key=lambda a: a.start)))


def _without(actors: Sequence[Actor], together: Sequence[Actor]) -> Iterator[Actor]:
    """Those that are not merely inside a phrase for all parties."""
    at = 0
    for actor in actors:
        while at < len(together) and together[at].end <= actor.start:
            at += 1
        if at >= len(together) or together[at].start >= actor.end:
            yield actor


def _aliases(page: Page, head: Span, actors: tuple[Actor, ...]) -> Mapping[str, tuple[str, ...]]:
    """Short names that the preamble gives in brackets after a party: "(hereinafter “the Front”)"."""
    out: dict[str, tuple[str, ...]] = {}
    for found in _ALIAS.finditer(page.text, head.start, head.end):
        if _TOGETHER.search(found["alias"]):
            continue
        near = inside(actors, Span(max(0, found.start() - 160), found.start()))
        before = [a for a in near if a.end <= found.start() <= a.end + 2]
        proper = re.search(
            rf"(?:the\s+)?(?P<name>{_PROPER})\s*$", page.text[max(0, found.start() - 120) : found.start()]
        )
        if before:
            out[found["alias"]] = before[-1].names
        elif proper:
            out[found["alias"]] = out[proper["name"]] = (proper["name"],)
    return out


def _government(page: Page, head: Span, known: tuple[Actor, ...]) -> Mapping[str, tuple[str, ...]]:
    """Whom "the Government" means: the one side that the title calls so, where the text names no other government."""
    called = {found["name"] for found in _OF_ONE.finditer(page.text)}
    title = _BETWEEN.search(page.text, head.start, head.end)
    first = _OF_ONE.search(page.text, title.start("who"), title.end("who")) if title else None
    if first is None or len(called) != 1:
        return {}
    named = inside(known, Span(first.start("name"), first.end("name")))
    return {"Government": named[0].names if named else (first["name"],)}


def _by_formula(text: str, head: Span, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    both = _BOTH.search(text, head.start, head.end)
    if both:
        names = _names(inside(actors, Span(both.start(), both.end())))
        if len(names) > 1:
            return names
    for found in _BETWEEN.finditer(text, head.start, head.end):
        names = _between(text, Span(found.start("who"), found.end("who")), actors)
        if len(names) > 1 and not _HELPS.search(text, max(head.start, found.start() - 120), found.start()):
            return names
    sent = _SENT.search(text, head.start, head.end)
    states = [a for a in inside(actors, Span(*sent.span())) if a.kind == "state"] if sent else []
    if sent and len(_names(states)) == 2 and states[-1].start >= sent.start("to"):
        return _names(states)
    agreed = _AGREED.search(text, head.start, head.end)
    return _before_agreed(text, head, agreed.start(), actors) if agreed else ()


def _between(text: str, who: Span, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """Both sides of "between A and B": a side that nobody knows is called as it calls itself."""
    out: list[str] = []
    at = who.start
    for part in re.split(r"(,\s+and\s+|\s+and\s+|,\s+)", who.quote(text)):
        known = inside(actors, Span(at, at + len(part))) if part else ()
        proper = re.fullmatch(rf"\s*(?:the\s+)?(?:{_GOVERNMENT})?(?P<name>{_PROPER})\s*", part)
        if known:
            out.extend(n for a in known[:1] for n in a.names)
        elif proper and len(part.split()) > 1:
            out.append(proper["name"])
        at += len(part)
    return tuple(dict.fromkeys(out))


def _before_agreed(text: str, head: Span, end: int, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """Those who agree: the names before "have agreed", up to the first clause of the preamble, helpers left out."""
    cut = _PARTICIPLE.search(text, head.start, end)
    stop = cut.start() if cut else end
    start = max(text.rfind(".\n", head.start, stop), text.rfind(". ", head.start, stop), head.start)
    if stop <= start:
        return ()
    whose = [
        a for a in inside(actors, Span(start, stop)) if a.kind != "body" and not _HELPS.search(text, start, a.start)
    ]
    names = _names(whose)
    return names if len(names) > 1 else ()


def _by_forces(actors: Sequence[Actor]) -> tuple[str, ...]:
    """Two or more whose armed forces the text names are its sides; one alone is not."""
    names = _names([a for a in actors if a.forces and a.kind != "body"])
    return names if len(names) > 1 else ()


def _home(text: str, actors: Sequence[Actor], sides: tuple[str, ...]) -> str | None:
    """The one state whose law, parliament or territory the text names; None for none or several."""
    found: dict[str, int] = {}
    for actor in actors:
        if actor.kind != "state":
            continue
        whole = text[actor.start : actor.end]
        before = text[max(0, actor.start - 60) : actor.start]
        if _HOME.search(before) or _ITS_LAW.search(whole) or _HOME_AFTER.match(text, actor.end):
            found[actor.names[0]] = found.get(actor.names[0], 0) + 1
    if not found:
        return None
    best = max(found, key=lambda name: found[name])
    rest = sum(found.values()) - found[best]
    return best if found[best] > 2 * rest and (not sides or best in sides) else None


def _names(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for a in actors for n in a.names))
