"""The rules of credibility, from the table that the program grades by."""

from __future__ import annotations

from nonpaper.drafts.credibility import RULES


def rules() -> str:
    """Each figure and the rule that gives it."""
    rows = [f"| {grade} | {why} |" for grade, why in RULES.values()]
    return "\n".join(["| figure | where |", "|---|---|", *rows])
