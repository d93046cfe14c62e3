"""What people decided: the corrections file, applied to readings; entries that no longer find their words."""

from __future__ import annotations

from nonpaper.judgements.apply import Pair, Ref, apply_corrections, pairs
from nonpaper.judgements.load import load_corrections, parse_corrections
from nonpaper.judgements.records import NONE, Corrections
from nonpaper.judgements.template import template

__all__ = [
    "NONE",
    "Corrections",
    "Pair",
    "Ref",
    "apply_corrections",
    "load_corrections",
    "pairs",
    "parse_corrections",
    "template",
]
