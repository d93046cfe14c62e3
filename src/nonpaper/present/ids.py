"""Stable ids of what the page shows and exports name; on the page each is the fragment of an address as well.

A report's id is made of its text, outlet, address and date; a statement's of its report and its place among what was
read there; an origin's and a draft's of their names. None depends on the order of reports or on other reports. A term
is a group of statements: its id is made of the one first reported, so that it stays when later reports join the group.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from nonpaper.drafts.origins import canonical
from nonpaper.model.draft import Wording


def report_anchor(report: str) -> str:
    """The id of one report."""
    return f"report-{report}"


def wording_anchor(report: str, index: int) -> str:
    """The id of one report's statement of a provision, `index` being its place in the reading."""
    return f"w-{report}-{index}"


def stance_anchor(report: str, index: int) -> str:
    """The id of one position as one report states it."""
    return f"s-{report}-{index}"


def claim_anchor(report: str, index: int) -> str:
    """The id of one attribution in one report."""
    return f"c-{report}-{index}"


def draft_anchor(draft: str) -> str:
    """The id of one text."""
    return f"draft-{draft}"


def term_anchor(term: str) -> str:
    """The id of one term."""
    return f"term-{term}"


def origin_anchor(name: str) -> str:
    """The id of one origin; two names of one agency are one.

    >>> origin_anchor("AFP") == origin_anchor("Agence France-Presse")
    True
    """
    return f"origin-{hashlib.sha256(canonical(name).casefold().encode()).hexdigest()[:10]}"


def members(wordings: Sequence[Wording]) -> tuple[str, ...]:
    """The ids of the statements that make a term, sorted: what to match an older record's term by."""
    return tuple(sorted(wording_anchor(w.report, w.index) for w in wordings))
