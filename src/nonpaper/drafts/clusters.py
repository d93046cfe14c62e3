"""Namings of one count of points told apart by what dates them: each group is one text, or as good as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from nonpaper.drafts.namings import Days, Naming
from nonpaper.remembered import remembered

CLOSE = timedelta(days=3)
"""Days stated for a text that lie no further apart than this are one: reports of one evening date it differently."""
LIVELY = timedelta(days=60)
"""How long after its day a bare name still means a text, and the longest silence within the reporting on one."""


class Cluster:
    """One text of a count of points. `days` bound it; `stated` says whether reports date it themselves."""

    def __init__(self, days: Days | None, *, stated: bool, place: str | None = None) -> None:
        self.days, self.stated, self.place = days, stated, place
        self.namings: list[Naming] = []


@remembered
def clusters(namings: tuple[Naming, ...]) -> tuple[list[Cluster], list[Naming]]:
    """The texts of one count of points, oldest first, and the namings that may mean several of them.

    A text is dated by reports, or by when they came out. Where reports use two places for one count they tell of two
    texts. The order of reports does not matter. O(namings times texts).
    """
    ordered = sorted(namings, key=lambda n: (n.report, n.span))
    places = sorted({n.place for n in ordered if n.place})
    if len(places) < 2:
        found, unsure = _by_date(ordered)
        for cluster in found:
            cluster.place = next(iter({n.place for n in cluster.namings if n.place}), None)
        return found, unsure
    found = []
    unsure = []
    for place in places:
        made, left = _by_date([n for n in ordered if n.place == place])
        for cluster in made:
            cluster.place = place
        found, unsure = [*found, *made], [*unsure, *left]
    bare = [n for n in ordered if n.place is None]
    unsure += [n for n in bare if not (n.dated or n.at)]
    apart, _ = _by_date(_join([n for n in bare if n.dated or n.at], found, unsure))
    return sorted([*found, *apart], key=_first), unsure


def _by_date(namings: Sequence[Naming]) -> tuple[list[Cluster], list[Naming]]:
    unsure: list[Naming] = []
    found = _stated([n for n in namings if n.dated], unsure)
    undated = [n for n in namings if not n.dated]
    left = _join([n for n in undated if n.at], found, unsure)
    found = sorted([*found, *_published(left)], key=_first)
    bare = [n for n in undated if not n.at]
    if bare and not found:
        found = [Cluster(None, stated=False)]
    for naming in bare:
        (found[0].namings if len(found) == 1 else unsure).append(naming)
    return found, unsure


def _stated(namings: Sequence[Naming], unsure: list[Naming]) -> list[Cluster]:
    """Single days first, then months and years, which join the one text whose days they hold and no other."""
    found: list[Cluster] = []
    for naming in sorted(namings, key=lambda n: (_width(n), n.dated, n.report, n.span)):
        days = naming.dated
        if days is None:
            continue
        near = [c for c in found if c.days and _near(c.days, days)]
        if len(near) > 1:
            unsure.append(naming)
            continue
        home = near[0] if near else Cluster(days, stated=True)
        if not near:
            found.append(home)
        elif days[0] == days[1] and home.days:
            home.days = min(home.days[0], days[0]), max(home.days[1], days[1])
        home.namings.append(naming)
    return found


def _width(naming: Naming) -> timedelta:
    return naming.dated[1] - naming.dated[0] if naming.dated else timedelta(0)


def _join(namings: Sequence[Naming], found: Sequence[Cluster], unsure: list[Naming]) -> list[Naming]:
    """Puts each naming to the one text that its report can mean by its date; what fits several is unsure."""
    left: list[Naming] = []
    for naming in namings:
        fits = [c for c in found if _alive(c, naming)]
        if len(fits) == 1:
            fits[0].namings.append(naming)
        else:
            (unsure if fits else left).append(naming)
    return left


def _alive(cluster: Cluster, naming: Naming) -> bool:
    """Whether a naming can mean the text: by its own date where it has one, else by when its report came out."""
    days = naming.dated or ((naming.at, naming.at) if naming.at else None)
    if days is None or cluster.days is None:
        return days is None and cluster.days is None
    if naming.dated and cluster.stated:
        return _near(cluster.days, naming.dated)
    if naming.dated:
        return cluster.days[0] - LIVELY <= days[1] and days[0] <= cluster.days[1]
    return cluster.days[0] - CLOSE <= days[0] <= cluster.days[1] + LIVELY


def _near(left: Days, right: Days) -> bool:
    """Single days a few days apart, or months and years that share a day."""
    apart = CLOSE if left[1] - left[0] <= CLOSE and right[0] == right[1] else timedelta(0)
    return left[0] <= right[1] + apart and right[0] <= left[1] + apart


def _published(namings: Sequence[Naming]) -> list[Cluster]:
    """Texts that no report dates: a new one after each long silence."""
    found: list[Cluster] = []
    for at, naming in sorted(((n.at, n) for n in namings if n.at), key=lambda p: (p[0], p[1].report, p[1].span)):
        last = found[-1].days if found else None
        if last is None or at - last[1] > LIVELY:
            found.append(Cluster((at, at), stated=False))
        else:
            found[-1].days = last[0], at
        found[-1].namings.append(naming)
    return found


def _first(cluster: Cluster) -> tuple[date, str]:
    return cluster.days[0] if cluster.days else date.max, cluster.place or ""
