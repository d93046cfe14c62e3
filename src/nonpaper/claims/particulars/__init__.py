"""Particulars of a document: what it is called, who wrote it, who would sign, what is denied about it."""

from __future__ import annotations

from nonpaper.claims.particulars.find import find_particulars

__all__ = ["find_particulars"]
