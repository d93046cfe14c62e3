"""Stances in what a party says of itself."""

from nonpaper.claims.stances.own.find import from_claims

__all__ = ["from_claims"]
