"""Answers of the analysis as JSON, and as plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from nonpaper.model.answer import Answer, Point

NAMES = {
    "nash": "Nash",
    "egalitarian": "Egalitarian",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "leximin": "Leximin",
    "utilitarian": "Utilitarian",
}
SHOWN = 40
"""Packages printed in a table; JSON has them all."""


def as_json(answer: msgspec.Struct) -> str:
    """One JSON object, indented, with a newline at its end; rationals as numbers."""
    encoded = msgspec.json.encode(answer, enc_hook=_number)
    return msgspec.json.format(encoded, indent=1).decode() + "\n"


def _number(value: object) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


def packages_table(answer: Answer, *, frontier: bool) -> str:
    """Solutions (and with `frontier` the packages they are among), with what each party has of them."""
    lines = []
    if frontier:
        lines += [
            f"Efficient packages that all would sign: {len(answer.frontier):,}" + (" (cut)" if answer.truncated else "")
        ]
        lines += rows(_listed(answer.frontier[:SHOWN]))
        if len(answer.frontier) > SHOWN:
            lines.append(f"  … and {len(answer.frontier) - SHOWN:,} more; --format json lists them all")
        lines.append("")
    lines.append(f"Solutions ({answer.method['solutions']})")
    for name, points in answer.solutions.items():
        gap = answer.gaps.get(name, 0.0)
        exact = "" if gap <= 1e-9 else f", within {gap:.2g} of the best there is"
        lines.append(f"  {NAMES[name]}: {answer.method[name]}{exact}")
        lines += ["    " + line for line in _written(points)] or ["    none"]
    return plain("\n".join(lines)) + "\n"


def _listed(points: Sequence[Point]) -> Iterable[Sequence[str]]:
    if points:
        yield (*points[0].utilities, "package")
        for point in points:
            yield (*(f"{u:.4f}" for u in point.utilities.values()), "; ".join(point.package.values()))


def _written(points: Sequence[Point]) -> list[str]:
    lines = []
    for point in points:
        lines.append(", ".join(f"{party} {u:.4f}" for party, u in point.utilities.items()))
        lines += [f"  {issue}: {option}" for issue, option in point.package.items()]
    return lines


def rows(cells: Iterable[Sequence[str]]) -> list[str]:
    """Columns set under one another; the last may be as long as it likes."""
    table = [tuple(row) for row in cells]
    if not table:
        return []
    widths = [min(32, max(len(row[i]) for row in table)) for i in range(len(table[0]) - 1)]
    return ["  " + "  ".join([*(f"{c[:w]:{w}}" for c, w in zip(row, widths, strict=False)), row[-1]]) for row in table]


def plain(words: str) -> str:
    """Control characters are shown as a mark, never sent to the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in words)
