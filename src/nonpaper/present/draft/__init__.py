"""Drafts for a terminal, a pipe or another program: listed, shown, compared."""

from __future__ import annotations

from nonpaper.present.draft.comparing import comparing
from nonpaper.present.draft.listing import listing
from nonpaper.present.draft.records import comparing_record, listing_record, showing_record
from nonpaper.present.draft.showing import showing

__all__ = ["comparing", "comparing_record", "listing", "listing_record", "showing", "showing_record"]
