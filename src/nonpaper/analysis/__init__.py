"""Bargaining analysis on a problem that an analyst has set, and the ledger of what reporting says each side gives.

Definitions, methods and their sources stand in `docs/analysis.md`.
"""

from __future__ import annotations

from nonpaper.analysis.acceptability import acceptability
from nonpaper.analysis.amend import For, amendments
from nonpaper.analysis.assume import Assume
from nonpaper.analysis.load import load_problem, parse_problem
from nonpaper.analysis.packages import draft_of, packages, solution_as_draft
from nonpaper.analysis.sensitivity import sensitivity

__all__ = [
    "Assume",
    "For",
    "acceptability",
    "amendments",
    "draft_of",
    "load_problem",
    "packages",
    "parse_problem",
    "sensitivity",
    "solution_as_draft",
]
