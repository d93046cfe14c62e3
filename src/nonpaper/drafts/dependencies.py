"""What hangs on what, as reports word it: conditions, exchanges, sequences; each reading kept, none resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nonpaper.claims.gazetteer import mentions
from nonpaper.claims.topics import topic_of
from nonpaper.drafts.evidence import evidence, evidence_order
from nonpaper.drafts.people import parties_among
from nonpaper.drafts.rings import rings
from nonpaper.model.codes import Stance
from nonpaper.model.dependency import Dependencies, Dependency, Loop, Step
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.remembered import each

_BEFORE = re.compile(r"\W*(?:before|prior to|ahead of)\b", re.IGNORECASE)
_NO_ORDER = re.compile(r"\W*(?:until|unless|as long as|so long as|for as long as|while|except)\b", re.IGNORECASE)
_WHO_FIRST = re.compile(
    r"\b(?:first|before|after|once|then|simultaneous\w*|at the same time|parallel)\b", re.IGNORECASE
)
_OWN_STEP: frozenset[Stance] = frozenset({"offers", "offers_if", "accepts", "accepts_if", "accepts_in_principle"})
Graph = dict[Step, dict[Step, list[Dependency]]]


def dependencies(readings: Sequence[Reading]) -> Dependencies:
    """Every dependency that is surely read, of terms and of parties. The order of reports does not matter.

    Linear in the statements; loops by the distinct steps, squared.
    """
    names = _names(readings)
    every = each("dependencies", readings, lambda r: tuple(_all(r, names)), (names,))
    found = sorted((d for listed in every for d in listed), key=_order)
    return Dependencies(
        all=tuple(found),
        no_first_mover=tuple(d for d in found if d.kind == "reciprocal" and d.first is None and not _says_who(d)),
        loops=tuple(_loops(found)),
    )


def _order(item: Dependency) -> tuple[object, ...]:
    return *evidence_order(item.condition), item.kind, item.party or "", item.step


def _names(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The parties that these reports name in terms and stances."""
    return tuple(sorted({name for listed in each("parties named", readings, _named) for name in listed}))


def _named(reading: Reading) -> tuple[str, ...]:
    bound = {n for p in reading.provisions for n in (*p.obligor, *parties_among(p.beneficiary))}
    return tuple(bound | {p.party for p in reading.positions})


def _all(reading: Reading, names: tuple[str, ...]) -> Iterator[Dependency]:
    for item in reading.provisions:
        if not item.unsure:
            claim = reading.claims[item.claim] if item.claim is not None else None
            party = None if item.presented_as == "draft" else claim.party if claim else None
            for condition in item.conditions:
                yield _one(reading, item, condition, Step(topic=item.topic, actors=item.obligor), party, names)
    for stand in reading.positions:
        if not stand.unsure:
            step = Step(topic=stand.topic, actors=(stand.party,) if stand.stance in _OWN_STEP else ())
            for condition in stand.conditions:
                yield _one(reading, stand, condition, step, stand.party, names)


def _one(
    reading: Reading,
    item: Provision | Position,
    condition: Condition,
    step: Step,
    party: str | None,
    names: tuple[str, ...],
) -> Dependency:
    said = condition.span.quote(reading.text)
    on = tuple(_steps(said, names)) if condition.kind != "lapse" else ()
    ordered = condition.kind not in ("lapse", "reciprocal") and _NO_ORDER.match(said) is None
    return Dependency(
        kind=condition.kind,
        step=step,
        on=on,
        first=None if not ordered else "step" if _BEFORE.match(said) else "on",
        draft=item.draft if isinstance(item, Provision) else None,
        party=party,
        said=evidence(reading, item.span),
        condition=evidence(reading, condition.span),
    )


def _steps(said: str, names: tuple[str, ...]) -> Iterator[Step]:
    """A step for each part of a condition that has a topic."""
    for part in re.split(r"\band\b|,", said):
        about = topic_of(part)
        if about is not None:
            yield Step(topic=about[0], actors=_actors(part, names))


def _actors(said: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Parties named in the words, by name or by an adjective that begins with the name."""
    known = {m.party for m in mentions(said) if m.party}
    capital = [w for w in re.findall(r"[\w’'-]+", said) if w[:1].isupper()]
    return tuple(sorted(known | {n for n in names if any(w.startswith(n) for w in capital)}))


def _says_who(item: Dependency) -> bool:
    """Whether the words of an exchange themselves order it."""
    return _WHO_FIRST.search(item.said.words + " " + item.condition.words) is not None


def _loops(found: Sequence[Dependency]) -> Iterator[Loop]:
    """Groups of steps each of which comes after another of the group, by statements of one draft or of any parties."""
    graph: Graph = defaultdict(lambda: defaultdict(list))
    for item in found:
        for on in item.on if item.first else ():
            first, then = (on, item.step) if item.first == "on" else (item.step, on)
            if not _may_be_one(first, then):
                graph[first][then].append(item)
    for ring in rings(_of_anybody(graph)):
        said = {_order(d): d for a in ring for b, items in graph.get(a, {}).items() if b in ring for d in items}
        if len(said) > 1:
            yield Loop(steps=ring, dependencies=tuple(said[k] for k in sorted(said)))


def _of_anybody(graph: Graph) -> dict[Step, set[Step]]:
    """What comes after each step, taking a step whose doer is not said for the same step of anybody."""
    steps = {*graph, *(then for after in graph.values() for then in after)}
    return {at: {then for s in graph if _may_be_one(s, at) for then in graph[s]} for at in steps}


def _may_be_one(one: Step, other: Step) -> bool:
    return one.topic == other.topic and (one == other or not (one.actors and other.actors))


def readings_side_by_side(of: Dependencies) -> dict[str, tuple[Dependency, ...]]:
    """By topic, what each party is reported to tie that step to; only topics on which a party speaks."""
    by: dict[str, list[Dependency]] = defaultdict(list)
    for item in of.all:
        if item.party is not None:
            by[item.step.topic].append(item)
    return {topic: tuple(items) for topic, items in sorted(by.items())}
