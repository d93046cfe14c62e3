"""The time at which something is made."""

from __future__ import annotations

from datetime import datetime


def made_at(at: datetime | None) -> datetime:
    """The time given, by default now; one without a zone is this machine's time.

    >>> made_at(datetime.fromisoformat("2031-03-15T12:00:00+02:00")).isoformat()
    '2031-03-15T12:00:00+02:00'
    """
    return at if at is not None and at.tzinfo is not None else (at or datetime.now()).astimezone()  # noqa: DTZ005
