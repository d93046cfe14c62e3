"""Names for texts: the count of points, and what tells two of one count apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from nonpaper.drafts.clusters import Cluster


def labels(texts: Sequence[Cluster], landed: Collection[int]) -> dict[str, Cluster]:
    """One name a text. Of several of one count, the only one that statements land on keeps the bare count.

    `landed` are the identities of the namings that they land on.
    """
    by_count: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in texts:
        by_count[cluster.namings[0].points].append(cluster)
    out: dict[str, Cluster] = {}
    for count, group in sorted(by_count.items()):
        holding = [c for c in group if any(id(n) in landed for n in c.namings)] if len(group) > 1 else group
        bare = holding[0] if len(holding) == 1 else None
        apart = [c for c in group if c is not bare]
        out |= {f"{count}-point": bare} if bare is not None else {}
        out |= dict(zip((f"{count}-point ({mark})" for mark in _marks(apart)), apart, strict=True))
    return out


def _marks(group: Sequence[Cluster]) -> list[str]:
    """Month and year, the day where months are shared, the place where days are not enough, a number at the last."""
    for told in (_month, _full, _with_place):
        marks = [told(c) for c in group]
        if max(Counter(marks).values(), default=0) <= 1:
            return marks
    return [f"{_with_place(c)}, no. {at}" for at, c in enumerate(group, 1)]


def _month(cluster: Cluster) -> str:
    if not cluster.days:
        return cluster.place or "date not known"
    first, last = cluster.days
    return f"{first:%B %Y}" if (last - first).days < 300 else f"{first:%Y}"


def _full(cluster: Cluster) -> str:
    if not cluster.days or (cluster.stated and cluster.days[0] != cluster.days[1]):
        return _month(cluster)
    return f"{cluster.days[0].day} {cluster.days[0]:%B %Y}"


def _with_place(cluster: Cluster) -> str:
    return ", ".join(filter(None, [cluster.place, _full(cluster) if cluster.days else None])) or _month(cluster)
