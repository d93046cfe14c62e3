"""Trades between two issues: what each of two parties gives and gets."""

from __future__ import annotations

import msgspec


class Trade(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Two changes to a draft that together leave two parties better off, though each costs one of them.

    `gives` and `gets` are utilities: the first party gives on `issues[0]` what the second gets there, and gets on
    `issues[1]`. `others` is what the trade adds to every other party.
    """

    draft: str
    parties: tuple[str, str]
    issues: tuple[str, str]
    before: tuple[str, str]
    after: tuple[str, str]
    gives: tuple[float, float]
    gets: tuple[float, float]
    others: dict[str, float]
