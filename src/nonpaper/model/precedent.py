"""Precedents: how other agreements put a thing, with the place where each says so."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Topic


class ListedAgreement(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One row of a database of agreements, as it stands there.

    `signed` is an ISO date, None where the row gives none that can be read. `codes` are the topic variables above 0, by
    column; empty also where the export has no such columns (`coded` tells the two apart). `parties` and `third_parties`
    are the row's own free text. `where` is the file and the row.
    """

    id: str
    name: str
    where: str
    version: str | None = None
    signed: str | None = None
    country: str | None = None
    process: str | None = None
    region: str | None = None
    kind: str | None = None
    stage: str | None = None
    status: str | None = None
    parties: str | None = None
    third_parties: str | None = None
    description: str | None = None
    url: str | None = None
    coded: bool = False
    codes: dict[str, int] = {}


class Passage(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Words that can be found again: a numbered provision or a paragraph of an agreement's text, or a database's row.

    `words` are exact: the characters `start` to `end` of the stored text `report`; for a row, its name and what the
    database says of it, and `start` and `end` are None. `codes` are proposed for a text ("PA-X Ce"), the database's own
    for a row.
    """

    id: str
    agreement: str
    where: str
    kind: str
    words: str
    report: str | None = None
    start: int | None = None
    end: int | None = None
    number: str | None = None
    topic: Topic | None = None
    signed: str | None = None
    url: str | None = None
    codes: tuple[str, ...] = ()


class Precedent(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One passage that answers a search, and why it was found: shared words, one topic, or a code asked for."""

    passage: Passage
    why: tuple[str, ...]
