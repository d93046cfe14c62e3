"""Drafts: terms of one text put together from several reports, each with its wordings."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from nonpaper.model.codes import Topic
from nonpaper.model.finding import Finding
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.version import KnownFrom

Kinship = Literal["same", "narrower", "wider", "other", "unsure"]
"""What one statement is to another of the same text; "narrower" says less of the same thing, "unsure" is asked."""


class Wording(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One provision as one report words it. `index` is its place in that reading's provisions.

    `origins` are what this statement rests on: named outlets, documents or described sources; empty where unknown.
    """

    report: str
    index: int
    quote: str
    provision: Provision
    origins: tuple[str, ...] = ()


class Account(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Wordings that give a term the same content. A term with two accounts reads "reports differ"."""

    value: str | None
    wordings: tuple[Wording, ...]


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One term of one draft (or one demand or proposal), consolidated. Its separate origins are its `Support`."""

    id: str
    topic: Topic
    number: str | None = None
    accounts: tuple[Account, ...]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All wordings, accounts in order."""
        return tuple([w for a in self.accounts for w in a.wordings])

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """The reports that state it, each once."""
        return tuple(sorted({w.report for w in self.wordings}))

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """Each wording once in small letters, however many reports have it."""
        return tuple(dict.fromkeys([w.quote.casefold() for w in self.wordings]))


class Draft(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A version of a text as known from reporting. `name` is None for "which draft is unknown"."""

    id: str
    name: str | None
    terms: tuple[Term, ...] = ()
    first_reported: str | None = None
    known_from: KnownFrom = "reports"

    def by_topic(self) -> dict[Topic, tuple[Term, ...]]:
        """Its terms in their order, topic by topic."""
        found: dict[Topic, list[Term]] = {}
        for term in self.terms:
            found.setdefault(term.topic, []).append(term)
        return {topic: tuple(terms) for topic, terms in found.items()}


class Dispute(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Two terms that might be one: asked as a question, never decided alone."""

    left: str
    right: str
    why: str


class Narrower(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One term that says less of the same thing than another: some of its places, a kind of it, a part.

    Both stay terms: which of the two the text has is for a person to find out.
    """

    narrow: str
    wide: str
    why: str


class Consolidation(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """All drafts, and apart from them the demands, proposals and comparisons that no report puts in a text.

    `misdated` holds, by report id, the doubt about a date that cannot be right and counts for nothing.
    """

    drafts: tuple[Draft, ...] = ()
    outside: tuple[Term, ...] = ()
    questions: tuple[Dispute, ...] = ()
    narrower: tuple[Narrower, ...] = ()
    misdated: dict[str, Finding] = msgspec.field(default_factory=dict)


class Stand(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One cell entry of the matrix: a position in a report, its own words or others' (`own`)."""

    report: str
    index: int
    position: Position
    quote: str
    published: str | None
    own: bool


class Cell(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What is known of one party on one topic, newest first; `contested` where own words and others' disagree."""

    party: str
    topic: Topic
    stands: tuple[Stand, ...]
    contested: bool = False


class Matrix(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Parties and topics with at least one stand. A missing cell means nothing was read, never a stance."""

    parties: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    cells: tuple[Cell, ...] = ()
