"""Frozen views and the one-file HTML brief; tables and JSON."""
