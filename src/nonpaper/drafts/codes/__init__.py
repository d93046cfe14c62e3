"""Codes of research vocabularies (PA-X, Peace Accords Matrix), proposed for provisions by rules that are data."""

from __future__ import annotations

from nonpaper.drafts.codes.propose import proposed, spoken_for
from nonpaper.drafts.codes.rules import Rule, code_name, rules

__all__ = ["Rule", "code_name", "proposed", "rules", "spoken_for"]
