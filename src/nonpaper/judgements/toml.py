"""Reads a TOML file that a person writes, whatever it holds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from nonpaper.errors import CorrectionsError


def text_of(path: str) -> str:
    """The text of the file; CorrectionsError where it cannot be opened or is not UTF-8."""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be opened ({error.strerror or error}); check the name") from error
    except ValueError as error:
        raise CorrectionsError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def table_of(text: str, file: str) -> dict[str, Any]:
    """The TOML table of a text; CorrectionsError that names the file where it is none."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise CorrectionsError(f"{file}: is not valid TOML ({str(error) or 'nested too deep'})") from error
