"""Exports of the PA-X database of peace agreements (CSV, XLSX): each row an agreement, read as it stands."""

from __future__ import annotations

from nonpaper.reports.pax.read import is_table, read_pax
from nonpaper.reports.pax.variables import VARIABLES

__all__ = ["VARIABLES", "is_table", "read_pax"]
