"""What makes a report the same report: its text, outlet, address and date."""

from __future__ import annotations

import hashlib

import msgspec


def report_id(text: str, *, outlet: str | None, url: str | None, published: str | None) -> str:
    """Twelve hexadecimal digits of the SHA-256 of these four: the same wherever the file lies and whatever its name."""
    return _digest([text, outlet, url, published])


def text_id(text: str) -> str:
    """The same for the text alone: two reports that share it are copies of one story."""
    return _digest([text])


def _digest(parts: list[str | None]) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:12]
