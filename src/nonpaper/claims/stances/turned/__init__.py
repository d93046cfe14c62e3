"""Stances whose words are turned round or another's."""

from nonpaper.claims.stances.turned.upright import upright

__all__ = ["upright"]
