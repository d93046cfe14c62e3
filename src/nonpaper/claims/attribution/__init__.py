"""Who said what: every attribution (source, cue, content) of a text, by a small tagger and two linkers."""

from __future__ import annotations

from nonpaper.claims.attribution.model import AttributionModel, find_attributions
from nonpaper.claims.attribution.records import RawAttribution

__all__ = ["AttributionModel", "RawAttribution", "find_attributions"]
