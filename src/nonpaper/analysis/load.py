"""Reads a problem from TOML that people write, or JSON of the form nonpaper-negotiation-domain/1."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from nonpaper.analysis.domain import from_domain
from nonpaper.analysis.faults import fault
from nonpaper.analysis.numbers import exact
from nonpaper.analysis.toml import from_toml
from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Problem

MOST_BYTES = 20_000_000
Loaded = tuple[Problem | None, tuple[Finding, ...]]


def load_problem(path: str) -> Loaded:
    """The problem in a file, and what was found amiss; no problem where a fault must be put right first.

    ProblemError where the file cannot be opened.
    """
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ProblemError(f"{path}: cannot be opened ({error.strerror or error}); check the name") from error
    if len(raw) > MOST_BYTES:
        raise ProblemError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; a problem is a small file")
    return parse_problem(raw, path)


def parse_problem(raw: bytes, file: str = "problem") -> Loaded:
    """As `load_problem`, from the bytes of the file."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (fault(file, None, "is not UTF-8 text", "save it as UTF-8"),)
    problem, findings = _parsed(text, file)
    if problem is not None:
        problem = msgspec.structs.replace(problem, file=file, digest=hashlib.sha256(raw).hexdigest()[:16])
    return problem, findings


def _parsed(text: str, file: str) -> Loaded:
    as_json = text.lstrip()[:1] == "{"
    try:
        table = _json(text) if as_json else tomllib.loads(text, parse_float=exact)
    except json.JSONDecodeError as error:
        return None, (fault(file, error.lineno, f"is not valid JSON ({error.msg})", "put this line right"),)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        return None, (fault(file, None, f"is not valid {'JSON' if as_json else 'TOML'} ({error})", "put it right"),)
    return from_domain(table, text, file) if as_json else from_toml(table, text, file)


def _json(text: str) -> Any:
    return json.loads(text, parse_float=exact, parse_constant=exact)
