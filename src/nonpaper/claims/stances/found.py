"""What is found of a stance before it is known who tells it."""

from __future__ import annotations

from nonpaper.model.codes import Stance, Topic
from nonpaper.model.span import Span

Found = tuple[Stance, Span, Topic | None]
"""A stance, the words that show it, and what it is about; None where nothing tells that."""
