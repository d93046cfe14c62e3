"""A reading: everything read in one report. This is the record `nonpaper read` prints."""

from __future__ import annotations

import msgspec

from nonpaper.model.claim import Claim
from nonpaper.model.event import Event
from nonpaper.model.finding import Finding
from nonpaper.model.particular import Particular
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.report import Report


class Reading(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What one report says; spans are into `text`.

    `origins` are the outlets and documents it credits, `particulars` what it says of a document itself, `events` what
    it says comes next.
    """

    report: Report
    text: str
    claims: tuple[Claim, ...] = ()
    provisions: tuple[Provision, ...] = ()
    positions: tuple[Position, ...] = ()
    origins: tuple[str, ...] = ()
    particulars: tuple[Particular, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
