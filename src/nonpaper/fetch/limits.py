"""How much one address may cost."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes in bytes, times in seconds. `size` holds for what comes over the wire and again after decompression."""

    size: int = 20_000_000
    total: float = 60.0
    """From the first look-up to the last byte, redirects included."""
    read: float = 15.0
    """For one connection to be made, or one piece to arrive."""
    redirects: int = 5
    allow_private: bool = False
    """Whether addresses inside this machine and its network may be asked."""


KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/rss+xml": ".xml", "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml", "application/xml": ".xml", "text/xml": ".xml", "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl", "application/x-jsonlines": ".jsonl",
}  # fmt: skip
"""Media types that `reports/` can read, and the file ending each is read under."""
