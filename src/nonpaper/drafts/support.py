"""What a term rests on: each statement followed back, through credits and copies, to where it began."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from nonpaper.drafts.copying import copied
from nonpaper.drafts.groups import grouped
from nonpaper.drafts.origins import folded
from nonpaper.model.draft import Term, Wording
from nonpaper.model.known import Carried
from nonpaper.model.reading import Reading
from nonpaper.model.support import Origin, Path, Support, Tie

Ref = tuple[str, int]


class Traced(msgspec.Struct, frozen=True):
    """Where following a statement back ended: origins by folded name, the way there, and how it began."""

    roots: frozenset[str]
    through: tuple[str, ...]
    tie: Tie


class Followed:
    """One term's statements, each with what it rests on. Denials are left aside, so that they change nothing."""

    def __init__(self, term: Term, readings: Mapping[str, Reading], ties: Mapping[str, Sequence[Carried]]) -> None:
        self._readings, self._ties = readings, ties
        self.stated = sorted(
            (w for w in term.wordings if w.provision.status != "denied"), key=lambda w: (w.report, w.index)
        )
        self.names: dict[str, str] = {}
        self._by_report: dict[str, list[Wording]] = {}
        for wording in self.stated:
            self._by_report.setdefault(wording.report, []).append(wording)
        self._alike = {self._ref(w): self._others(w) for w in self.stated}
        self._rests = {self._ref(w): self._named(w) for w in self.stated}
        self._by_outlet: dict[str, list[Ref]] = {}
        for wording in self.stated:
            self._by_outlet.setdefault(self._outlet(wording.report), []).append(self._ref(wording))

    @staticmethod
    def _ref(wording: Wording) -> Ref:
        return wording.report, wording.index

    def _outlet(self, report: str) -> str:
        return folded(self._readings[report].report.outlet or "", self.names)

    def _others(self, wording: Wording) -> list[tuple[Carried, list[Ref]]]:
        """The copies that this statement belongs to, each with the other report's statements of the term."""
        return [
            (tie, [self._ref(w) for w in self._by_report.get(self._other(tie, wording.report), [])])
            for tie in self._ties.get(wording.report, ())
            if copied(wording, self._readings, tie)
        ]

    @staticmethod
    def _other(tie: Carried, report: str) -> str:
        return tie.copy.right if report == tie.copy.left else tie.copy.left

    def _named(self, wording: Wording) -> tuple[tuple[str, ...], list[Ref], Tie]:
        """Folded origins, or else the statements that this one copies, and how it comes by them."""
        own = self._outlet(wording.report)
        credited = tuple(f for o in wording.origins if (f := folded(o, self.names)) != own)
        if credited:
            return credited, [], "credit"
        copied = [(t, refs) for t, refs in self._alike[self._ref(wording)] if t.why and t.carrier == wording.report]
        if copied:
            refs = [r for _, found in copied for r in found]
            sources = [self._readings[t.source].report.outlet for t, found in copied if not found]
            return tuple(folded(s, self.names) for s in sources if s and folded(s, self.names) != own), refs, "copy"
        return ((own,), [], "own") if wording.origins else ((), [], "unknown")

    def carriers(self, wording: Wording) -> tuple[str, ...]:
        """The outlets between what the report names as the origin and the report, nearest to the origin first."""
        reading = self._readings[wording.report]
        claim = wording.provision.claim
        via = [folded(name, self.names) for name in reading.claims[claim].via] if claim is not None else []
        last = max((i for i, name in enumerate(via) if name in self._rests[self._ref(wording)][0]), default=0)
        return tuple(self.names[name] for name in reversed(via[:last]))

    def trace(self, wording: Wording) -> Traced:
        """Followed back breadth first, so that each outlet is met once and a circle ends in nothing."""
        start = self._ref(wording)
        names, refs, tie = self._rests[start]
        queue: deque[tuple[str | Ref, tuple[str, ...]]] = deque([(n, ()) for n in names] + [(r, ()) for r in refs])
        seen: set[str | Ref] = {start}
        roots: dict[str, tuple[str, ...]] = {}
        while queue:
            node, way = queue.popleft()
            if node in seen:
                continue
            seen.add(node)
            if isinstance(node, str) and self._began(node):
                roots.setdefault(node, way)
            elif isinstance(node, str):
                queue.extend((ref, (node, *way)) for ref in self._by_outlet[node])
            else:
                queue.extend(self._next(node, way))
        circular = not roots and bool(names or refs) and tie == "credit"
        through = next(iter(roots.values()), ()) if len(roots) == 1 else ()
        return Traced(frozenset(roots), through, "circular" if circular else tie if roots else "unknown")

    def _next(self, ref: Ref, way: tuple[str, ...]) -> list[tuple[str | Ref, tuple[str, ...]]]:
        names, refs, tie = self._rests[ref]
        passed = self._outlet(ref[0])
        way = (passed, *way) if tie != "own" and passed and passed not in way else way
        return [(n, way) for n in names] + [(r, way) for r in refs]

    def _began(self, name: str) -> bool:
        """An origin unless all that its own reports state of this term rests on something else."""
        return name not in self._by_outlet or name in self._own

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self._outlet(ref[0]) for ref, (_, _, tie) in self._rests.items() if tie == "own")

    @cached_property
    def copiers(self) -> frozenset[str]:
        """Outlets that have a statement of this term by copying another report, which came first."""
        return frozenset(self._outlet(ref[0]) for ref, (_, _, tie) in self._rests.items() if tie == "copy")

    def carrying(self, groups: Mapping[Ref, Ref]) -> dict[Ref, set[str]]:
        """By group the outlets that copied a statement of it: for this term none stands apart from what it copied."""
        out: dict[Ref, set[str]] = {group: set() for group in groups.values()}
        for ref, group in groups.items():
            if self._rests[ref][2] == "copy":
                out[group].add(self._outlet(ref[0]))
        return out

    def together(self) -> dict[Ref, Ref]:
        """For each statement the least of those that are one with it by copying."""
        pairs = [(ref, other) for ref, ties in self._alike.items() for _, refs in ties for other in refs]
        return grouped(self._alike, pairs)


def support(term: Term, readings: Mapping[str, Reading], ties: Mapping[str, Sequence[Carried]]) -> Support:
    """The separate origins of one term, each with its paths, and the statements of unknown origin.

    `ties` are the copies that each of its reports is one of, and `readings` has all reports of these.

    O(n (n + e)) in the statements and credits of the term. An exact copy of a report adds no origin, since an outlet
    that copies another for a term does not stand apart from it there; it may make known an origin that was unknown.
    The order of reports does not matter.
    """
    followed = Followed(term, readings, ties)
    traced = {(w.report, w.index): followed.trace(w) for w in followed.stated}
    group = followed.together()
    roots: dict[Ref, frozenset[str]] = {}
    for ref, found in traced.items():
        roots[group[ref]] = roots.get(group[ref], frozenset()) | found.roots
    sizes = Counter(group.values())
    carrying = followed.carrying(group)
    joined = [r | carrying[g] for g, r in sorted(roots.items()) if sizes[g] > 1]
    merged = _merged(joined, {n for r in roots.values() for n in r})
    paths: dict[str | None, list[Path]] = {}
    labels = {n: _label(followed, names, traced) for names in set(merged.values()) for n in names}
    for wording in followed.stated:
        ref = (wording.report, wording.index)
        for name, names in sorted({labels[n] for n in roots[group[ref]]}):
            paths.setdefault(name, []).append(_path(followed, wording, traced[ref], name, names))
        if not roots[group[ref]]:
            paths.setdefault(None, []).append(_path(followed, wording, traced[ref], None, ()))
    return Support(
        term=term.id,
        origins=tuple(
            Origin(name=name, names=names, paths=tuple(paths[name])) for name, names in sorted(set(labels.values()))
        ),
        unknown=tuple(paths.get(None, ())),
    )


def _merged(same: Sequence[frozenset[str]], names: set[str]) -> dict[str, frozenset[str]]:
    """Each origin with all those that copying makes one with it."""
    out = {n: frozenset({n}) for n in names}
    for together in same:
        joined = frozenset(m for n in together if n in out for m in out[n])
        out.update(dict.fromkeys(joined, joined))
    return out


def _label(followed: Followed, names: frozenset[str], traced: Mapping[Ref, Traced]) -> tuple[str, tuple[str, ...]]:
    """What an origin is called: of several that are one, those that others credit, else those that copy none."""
    credited = {n for t in traced.values() if t.tie == "credit" for n in t.roots} & names
    first = names - followed.copiers
    shown = tuple(sorted((followed.names[n] for n in credited or first or names), key=str.casefold))
    return " or ".join(shown), shown


def _path(followed: Followed, wording: Wording, traced: Traced, origin: str | None, names: Sequence[str]) -> Path:
    told = traced.tie
    if origin is None:
        told = "circular" if told == "circular" else "unknown"
    elif told == "unknown" or (told == "own" and not traced.roots & {n.casefold() for n in names}):
        told = "copy"
    elif told == "own" and len(names) > 1:
        told = "either"
    return Path(
        report=wording.report,
        index=wording.index,
        origin=origin,
        through=(*(followed.names[n] for n in traced.through), *followed.carriers(wording)),
        tie=told,
    )
