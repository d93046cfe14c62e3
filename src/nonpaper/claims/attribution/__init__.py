"""Who said what: every attribution (source, cue, content) of a text, by a small tagger and two linkers."""

from nonpaper.claims.attribution.records import RawAttribution

__all__ = ["RawAttribution"]
