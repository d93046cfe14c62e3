"""Whose an office or a body is that stands elsewhere with its party: "the foreign minister" after "Maravia's foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import (
    NAME,
    WORD,
    clean,
    title_pattern,
    words,
)
from nonpaper.claims.gazetteer.title_shapes import patterns, title_of
from nonpaper.claims.gazetteer.titled import Party, Titled
from nonpaper.text.places import places

_THE = frozenset({"the"})


_TWO = 2  # sentences, one that is over and one that goes on; owners of one office, enough to say that it is not plain whose


def title_owners(text: str, party: Party) -> dict[str, list[tuple[int, str]]]:
    """For each title or body that stands with a party ("Maravia's foreign minister"): where first, and whose it is; two owners at most."""
    owners: dict[str, list[tuple[int, str]]] = {}
    for m in places(text).found(_owned_title(), _THE, named=True):
        if _HOLDER.match(text, m.end()):
            continue
        whose = party(clean(m["of"] or m["of2"]))
        rows = owners.setdefault(title_of(m["title"] or m["title2"]), [])
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


def owner_before(owners: Mapping[str, Sequence[tuple[int, str]]], title: str, at: int) -> str | None:
    """Whose office or body it is, where every earlier one of that name in the text is one party's."""
    rows = [row for named, each in owners.items() if named == title or named.endswith(f" {title}") for row in each]
    found = {whose for where, whose in rows if where < at}
    return next(iter(found)) if len(found) == 1 else None


def of_body(owners: Mapping[str, Sequence[tuple[int, str]]], seen: Titled) -> str | None:
    """Of "the ministry's spokesman": whose ministry it is."""
    body = patterns()["body"].search(seen.where)
    return owner_before(owners, body[1], seen.at) if body else None
