"""Which of those whom a term serves are parties: people in a report's plain words ("displaced families") are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def parties_among(names: Iterable[str]) -> Iterator[str]:
    """The names of parties, whose last word is no common noun: it has no small letter at its head."""
    return (name for name in names if not name.rsplit(" ", 1)[-1][:1].islower())
