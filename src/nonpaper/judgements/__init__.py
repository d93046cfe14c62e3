"""What people decided: the corrections file, applied to readings; entries that no longer find their words."""

from __future__ import annotations

from nonpaper.judgements.apply import Pair, Ref, apply_corrections, pairs
from nonpaper.judgements.load import entry_of, load_corrections, parse_corrections
from nonpaper.judgements.records import NONE, Corrections
from nonpaper.judgements.template import template
from nonpaper.judgements.write import as_table, to_toml

__all__ = [
    "NONE",
    "Corrections",
    "Pair",
    "Ref",
    "apply_corrections",
    "as_table",
    "entry_of",
    "load_corrections",
    "pairs",
    "parse_corrections",
    "template",
    "to_toml",
]
