"""Stances that the model sees where the rules find none."""

from nonpaper.claims.stances.seen.doubts import WHICH
from nonpaper.claims.stances.seen.find import seen_stances

__all__ = ["WHICH", "seen_stances"]
