"""Reads a file of reliabilities: TOML that a person writes, `"Outlet" = "B"` a line. No outlet has one otherwise."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import cast, get_args

from nonpaper.errors import CorrectionsError
from nonpaper.model.credibility import Reliability


def load_sources(path: str) -> dict[str, Reliability]:
    """Letters A to F by outlet; CorrectionsError names file and outlet where it cannot be used as it stands."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be opened ({error.strerror or error}); check the name") from error
    except ValueError as error:
        raise CorrectionsError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    return parse_sources(text, path)


def parse_sources(text: str, file: str = "sources") -> dict[str, Reliability]:
    """As `load_sources`, from the text of the file.

    >>> parse_sources('"Harbour Post" = "b"')
    {'Harbour Post': 'B'}
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise CorrectionsError(f"{file}: is not valid TOML ({str(error) or 'nested too deep'})") from error
    return {outlet: _letter(letter, f'{file}, outlet "{outlet}"') for outlet, letter in table.items()}


def _letter(value: object, where: str) -> Reliability:
    letter = value.strip().upper() if isinstance(value, str) else ""
    if letter not in get_args(Reliability):
        raise CorrectionsError(f'{where}: write a letter from "A" (completely reliable) to "F" (cannot be judged)')
    return cast("Reliability", letter)
