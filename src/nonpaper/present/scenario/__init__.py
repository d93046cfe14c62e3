"""Scenarios for people: words, tables, pictures, and JSON for programs."""

from __future__ import annotations

from nonpaper.present.scenario.options import option_table
from nonpaper.present.scenario.picture import graph_record, picture
from nonpaper.present.scenario.records import analysis_record, model_record
from nonpaper.present.scenario.tables import (
    changes_words,
    evolution_words,
    inverse_words,
    model_words,
    stability_table,
)
from nonpaper.present.scenario.words import why_words

__all__ = [
    "analysis_record",
    "changes_words",
    "evolution_words",
    "graph_record",
    "inverse_words",
    "model_record",
    "model_words",
    "option_table",
    "picture",
    "stability_table",
    "why_words",
]
