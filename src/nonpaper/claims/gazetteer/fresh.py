"""Whether a name is still free to be learned: neither the gazetteer has it, or a part of it, nor what was learned before."""

from __future__ import annotations

from collections.abc import Container

from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.shapes import never


def fresh(name: str, new: Container[str]) -> bool:
    """Whether a name is in neither the gazetteer nor `new`, and does not begin with a word that begins no name."""
    return name not in new and not is_form(name) and name.split(maxsplit=1)[0] not in never()


def part_of_known(name: str) -> bool:
    """Whether a name of several words has one in it that the gazetteer knows alone."""
    parts = name.split()
    return len(parts) > 1 and any(map(is_form, parts))
