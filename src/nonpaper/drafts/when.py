"""Publication dates in an order, known before unknown."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def moment(published: str | None) -> float | None:
    """Seconds since 1970 of an ISO 8601 date or time (UTC where no zone is given); None for unknown or unreadable."""
    try:
        when = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()


def oldest_first(published: str | None) -> tuple[bool, float]:
    """Sort key: oldest first, unknown last."""
    at = moment(published)
    return at is None, at or 0.0


def newest_first(published: str | None) -> tuple[bool, float]:
    """Sort key: newest first, unknown last."""
    at = moment(published)
    return at is None, -(at or 0.0)
