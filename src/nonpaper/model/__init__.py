"""Frozen records, one file per step; no behaviour beyond invariants."""
