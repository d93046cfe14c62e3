"""Findings about a problem file, each with its line."""

from __future__ import annotations

from nonpaper.model.finding import Finding


def fault(file: str, line: int | None, what: str, remedy: str, code: str = "bad_problem") -> Finding:
    """A fault that must be put right before anything is computed."""
    where = f"{file}, line {line}" if line else file
    return Finding(code=code, level="left_out", where=where, what=what, remedy=remedy)


def doubt(file: str, line: int | None, what: str, remedy: str, code: str = "doubtful_problem") -> Finding:
    """Something that may be meant, but should be looked at."""
    where = f"{file}, line {line}" if line else file
    return Finding(code=code, level="doubt", where=where, what=what, remedy=remedy)
