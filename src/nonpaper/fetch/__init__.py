"""Reports from the network, within limits and never from inside the reader's own. No step calls this; a person does."""

from __future__ import annotations

from nonpaper.fetch.addresses import Address, is_public, parse_address
from nonpaper.fetch.get import Fetched, Unchanged, get
from nonpaper.fetch.limits import Limits

__all__ = ["Address", "Fetched", "Limits", "Unchanged", "get", "is_public", "parse_address"]
