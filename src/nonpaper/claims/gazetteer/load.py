"""The gazetteer's data files, read once and spread out into the forms that a text may contain."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
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


def table(name: str) -> dict[str, Any]:
    """One of the package's TOML files as it stands."""
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


def _parties(rows: dict[str, dict[str, list[str]]], kind: MentionKind) -> Iterator[tuple[str, Entry]]:
    for name, row in rows.items():
        kinds: tuple[tuple[str, MentionKind], ...] = (
            ("metonyms", "metonym"),
            ("adjectives", "adjective"),
            ("names", kind),
        )
        for key, as_kind in kinds:
            for form in row[key]:
                yield from ((f, Entry(as_kind, name, name)) for f in spelled_out(form))


def _persons(rows: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Entry]]:
    for name, row in rows.items():
        entry = Entry("person", name, row["party"] or None, row["role"])
        firsts = [f for first in row["first"] for f in spelled_out(first)]
        for last in (f for form in row["last"] for f in spelled_out(form)):
            if row.get("alone", True):
                yield last, entry
            yield from ((f"{first} {last}", entry) for first in firsts)


@cache
def entries() -> dict[str, Entry]:
    """Every form of the gazetteer with what it stands for; a later file does not overrule an earlier one."""
    found: dict[str, Entry] = {}
    parties, groups = table("parties"), table("groups")
    streams = (
        _parties(parties["state"], "party"),
        _parties(parties["movement"], "party"),
        _parties(groups["group"], "group"),
        ((form, Entry("office", form, party)) for form, party in table("offices")["office"].items()),
        ((form, Entry("outlet", name)) for name, forms in table("outlets")["outlet"].items() for form in forms),
        _persons(table("persons")["person"]),
    )
    for stream in streams:
        for form, entry in stream:
            found.setdefault(form, entry)
    return found
