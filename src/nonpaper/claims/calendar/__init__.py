"""The calendar: deadlines, meetings and votes that a report says lie ahead, and the days they come to."""

from __future__ import annotations

from nonpaper.claims.calendar.events import find_events

__all__ = ["find_events"]
