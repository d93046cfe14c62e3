"""What people decided: the corrections file, applied to readings; entries that no longer find their words."""

from __future__ import annotations

from nonpaper.judgements.apply import Pair, Ref, apply_corrections, pairs
from nonpaper.judgements.known import Confirmed, Copied, confirmed, copied
from nonpaper.judgements.load import entry_of, load_corrections, parse_corrections
from nonpaper.judgements.records import NONE, Corrections
from nonpaper.judgements.sources import load_sources, parse_sources
from nonpaper.judgements.template import template
from nonpaper.judgements.write import as_table, to_toml

__all__ = [
    "NONE",
    "Confirmed",
    "Copied",
    "Corrections",
    "Pair",
    "Ref",
    "apply_corrections",
    "as_table",
    "confirmed",
    "copied",
    "entry_of",
    "load_corrections",
    "load_sources",
    "pairs",
    "parse_corrections",
    "parse_sources",
    "template",
    "to_toml",
]
