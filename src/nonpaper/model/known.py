"""How well things are known, over all reports: copies, support, standing, credibility, who is heard how."""

from __future__ import annotations

import msgspec

from nonpaper.model.copy import Copy
from nonpaper.model.credibility import Credibility
from nonpaper.model.finding import Finding
from nonpaper.model.standing import Denial, Heard, Standing
from nonpaper.model.support import Support


class Carried(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A copy with what tells which is the origin; without a `why` either may be."""

    copy: Copy
    carrier: str
    source: str
    why: str | None = None


class Known(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """By term id: support and standing; credibility by term id, one for each account, in the order of the accounts.

    `circles` are outlets that credit each other, in rings of two or more; `denied` what is denied of texts as wholes.
    """

    support: dict[str, Support] = {}
    standing: dict[str, Standing] = {}
    credibility: dict[str, tuple[Credibility, ...]] = {}
    copies: tuple[Carried, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    heard: tuple[Heard, ...] = ()
    denied: tuple[Denial, ...] = ()
    findings: tuple[Finding, ...] = ()
