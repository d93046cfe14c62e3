"""The gazetteer's data files, read once and spread out into the forms that a text may contain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from nonpaper.claims.gazetteer.mention import MentionKind, Role


class Entry(msgspec.Struct, frozen=True):
    """What a form stands for."""

    kind: MentionKind
    name: str
    party: str | None = None
    role: Role | None = None


@cache
def table(name: str) -> dict[str, Any]:
    """One of the package's TOML files as it stands, read once."""
    return tomllib.loads((files("nonpaper.claims.gazetteer") / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def endings() -> dict[str, list[str]]:
    """Endings for words marked "~", by script."""
    return table("endings")


def spelled_out(form: str) -> Iterator[str]:
    """A form in all its cases: "Песков~" gives "Песков", "Пескова", …; any other form is itself.

    An adjective in lower case also begins sentences, so it comes with a capital too.
    """
    if form.endswith("~"):
        stem = form[:-1]
        script = "cyrillic" if "Ѐ" <= stem[-1] <= "ӿ" else "latin"
        for ending in endings()[script]:
            yield stem + ending
            if stem[0].islower():
                yield stem[0].upper() + stem[1:] + ending
        return
    yield form


_CYRILLIC = re.compile("[Ѐ-ӿ]")


def cyrillic(text: str) -> bool:
    """Whether a Cyrillic letter stands in some words."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def plainly(form: str) -> Iterator[str]:
    """A form in all its cases, but none in Cyrillic, which most are and few texts hold."""
    return iter(()) if cyrillic(form) else spelled_out(form)


Spelling = Callable[[str], Iterator[str]]


def _parties(
    rows: dict[str, dict[str, list[str]]], kind: MentionKind, spelled: Spelling
) -> Iterator[tuple[str, Entry]]:
    for name, row in rows.items():
        kinds: tuple[tuple[str, MentionKind], ...] = (
            ("metonyms", "metonym"),
            ("adjectives", "adjective"),
            ("names", kind),
        )
        for key, as_kind in kinds:
            for form in row[key]:
                yield from ((f, Entry(as_kind, name, name)) for f in spelled(form))


def _persons(rows: dict[str, dict[str, Any]], spelled: Spelling) -> Iterator[tuple[str, Entry]]:
    for name, row in rows.items():
        entry = Entry("person", name, row["party"] or None, row["role"])
        firsts = [f for first in row["first"] for f in spelled(first)]
        for last in (f for form in row["last"] for f in spelled(form)):
            if row.get("alone", True):
                yield last, entry
            yield from ((f"{first} {last}", entry) for first in firsts)


@cache
def entries() -> dict[str, Entry]:
    """Every form of the gazetteer with what it stands for; a later file does not overrule an earlier one."""
    return _spread(spelled_out)


@cache
def plain_entries() -> dict[str, Entry]:
    """Those that are not in Cyrillic: one in twenty, found in as much less time."""
    return _spread(plainly)


def entry_of(form: str) -> Entry | None:
    """What a form stands for; None where the gazetteer lacks it."""
    return (entries() if cyrillic(form) else plain_entries()).get(form)


def is_form(words: str) -> bool:
    """Whether the gazetteer has the words as a form of anything."""
    return entry_of(words) is not None


def _spread(spelled: Spelling) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    parties, groups = table("parties"), table("groups")
    streams = (
        _parties(parties["state"], "party", spelled),
        _parties(parties["movement"], "party", spelled),
        _parties(groups["group"], "group", spelled),
        ((f, Entry("office", f, party)) for form, party in table("offices")["office"].items() for f in spelled(form)),
        (
            (f, Entry("outlet", o))
            for o, forms in table("outlets")["outlet"].items()
            for row in forms
            for f in spelled(row)
        ),
        _persons(table("persons")["person"], spelled),
    )
    for stream in streams:
        for form, entry in stream:
            found.setdefault(form, entry)
    return found
