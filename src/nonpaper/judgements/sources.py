"""Reads a file of reliabilities: TOML that a person writes, `"Outlet" = "B"` a line. No outlet has one otherwise."""

from __future__ import annotations

from typing import cast, get_args

from nonpaper.errors import CorrectionsError
from nonpaper.judgements.toml import table_of, text_of
from nonpaper.model.credibility import Reliability


def load_sources(path: str) -> dict[str, Reliability]:
    """Letters A to F by outlet; CorrectionsError names file and outlet where it cannot be used as it stands."""
    return parse_sources(text_of(path), path)


def parse_sources(text: str, file: str = "sources") -> dict[str, Reliability]:
    """As `load_sources`, from the text of the file.

    >>> parse_sources('"Harbour Post" = "b"')
    {'Harbour Post': 'B'}
    """
    table = table_of(text, file)
    return {outlet: _letter(letter, f'{file}, outlet "{outlet}"') for outlet, letter in table.items()}


def _letter(value: object, where: str) -> Reliability:
    letter = value.strip().upper() if isinstance(value, str) else ""
    if letter not in get_args(Reliability):
        raise CorrectionsError(f'{where}: write a letter from "A" (completely reliable) to "F" (cannot be judged)')
    return cast("Reliability", letter)
