"""Nonpaper: from the reporting on a secret negotiating text to a working document."""

__version__ = "0.1.0"
