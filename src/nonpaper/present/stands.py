"""Stances on the page: the matrix, the words behind it, and the objections that remain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from nonpaper.model.codes import Stance
from nonpaper.model.draft import Cell, Stand
from nonpaper.model.judgement import Reviewed
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.later import Later
from nonpaper.present.material import Material, Quote, quote
from nonpaper.remembered import each, once, remembered

OBJECTIONS: frozenset[Stance] = frozenset(
    {"rejects", "red_line", "criticises", "amends", "reserves", "accepts_if", "offers_if", "threatens"}
)


class StandView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One stance with its words; `own` where the party itself said it."""

    anchor: str
    party: str
    topic: str
    mark: str
    says: str
    own: bool
    basis: str
    quote: Quote
    speaker: str
    conditions: tuple[str, ...]
    objects: bool
    reviewed: Reviewed | None


class CellView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A cell of the matrix; empty where nothing was read."""

    stands: Sequence[StandView] = ()
    contested: bool = False


EMPTY = CellView()


class RowView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One topic's row."""

    code: str
    topic: str
    cells: tuple[CellView, ...]


class PartyView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One party's stances: those that are shown, how many there are, and how many of all are objections."""

    party: str
    stands: tuple[StandView, ...]
    count: int
    objecting: int


def stand_view(of: Material, stand: Stand) -> StandView:
    """One stance for the page."""
    return _view(of.readings[stand.report], stand)


@remembered
def _view(reading: Reading, stand: Stand) -> StandView:
    position, text = stand.position, reading.text
    mark, says = words.STANCES[position.stance]
    return StandView(
        anchor=f"s-{stand.report}-{stand.index}",
        party=position.party,
        topic=words.topic(position.topic),
        mark=mark,
        says=says,
        own=stand.own,
        basis=words.BASES[position.basis],
        quote=quote(reading, position.span, position.claim),
        speaker=" ".join((position.speaker or "").split()),
        conditions=tuple(c.span.quote(text) for c in position.conditions),
        objects=position.stance in OBJECTIONS,
        reviewed=position.reviewed,
    )


def rows(of: Material) -> Iterator[RowView]:
    """The matrix, row by row."""
    cells = {(c.topic, c.party): c for c in of.matrix.cells}
    for topic in of.matrix.topics:
        row = [cells.get((topic, party)) for party in of.matrix.parties]
        yield RowView(
            code=topic,
            topic=words.topic(topic),
            cells=tuple(once("cell", (cell,), partial(_cell, of, cell)) if cell else EMPTY for cell in row),
        )


def _cell(of: Material, cell: Cell) -> CellView:
    readings = {s.report: of.readings[s.report] for s in cell.stands}
    return CellView(stands=Later(cell.stands, lambda s: _view(readings[s.report], s)), contested=cell.contested)


def by_party(of: Material, most: int) -> Iterator[PartyView]:
    """Each party's stances, its own words first, in the order of the matrix: at most so many of a cell."""
    for party in of.matrix.parties:
        cells = tuple(c for c in of.matrix.cells if c.party == party)
        yield once("party", (party, cells, most), partial(_party, of, party, cells, most))


def _party(of: Material, party: str, cells: Sequence[Cell], most: int) -> PartyView:
    first = [s for c in cells for s in c.stands[:most]]
    return PartyView(
        party=party,
        stands=tuple(stand_view(of, s) for s in sorted(first, key=lambda s: not s.own)),
        count=sum(len(c.stands) for c in cells),
        objecting=sum(map(_objecting, cells)),
    )


def refusing(of: Material) -> Iterator[StandView]:
    """A party's own plain no, on whatever, in the order of the matrix."""
    stands = [stand for cell in of.matrix.cells for stand in _refusals(cell)]
    yield from each("refusing", [(of.readings[s.report], s) for s in stands], lambda row: _view(*row))


@remembered
def _refusals(cell: Cell) -> tuple[Stand, ...]:
    return tuple(s for s in cell.stands if s.own and s.position.stance in ("rejects", "red_line"))


@remembered
def _objecting(cell: Cell) -> int:
    return sum(s.position.stance in OBJECTIONS for s in cell.stands)
