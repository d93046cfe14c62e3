"""All tables by name, each filled when it is first asked for: what rests on copies and origins is slow to find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from nonpaper.errors import ExportError
from nonpaper.present.exports.basis import Basis
from nonpaper.present.exports.fill import claims, positions, provisions, reports
from nonpaper.present.exports.fill_judgements import judgements
from nonpaper.present.exports.fill_terms import origins, terms
from nonpaper.present.exports.rows import TABLES, Row, Tables

_FILLED: dict[str, Callable[[Basis], Iterable[Row]]] = {
    "reports": reports,
    "claims": claims,
    "provisions": provisions,
    "positions": positions,
    "codes": lambda of: of.codes(),
    "terms": terms,
    "origins": origins,
    "judgements": judgements,
}


def tables(of: Basis) -> Tables:
    """Every table, its rows in the order of the reports and of the text. Linear in what was read, but for `known`."""
    return _Filled(of)


def known_table(name: str) -> str:
    """The name of a table; ExportError where there is none of it."""
    if name not in TABLES:
        raise ExportError(f'there is no table "{name}"; there are: {", ".join(TABLES)}')
    return name


class _Filled(Mapping[str, tuple[Row, ...]]):
    def __init__(self, of: Basis) -> None:
        self._of = of
        self._made: dict[str, tuple[Row, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Row, ...]:
        if name not in self._made:
            self._made[name] = tuple(_FILLED[name](self._of))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)
