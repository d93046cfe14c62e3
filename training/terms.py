"""Marked sentences and articles as pieces with the labels of terms and stances."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from nonpaper.claims.attribution.pieces import StandIn, to_pieces
from nonpaper.claims.terms.codes import CLASSES, ROWS
from training.corpus import ROLES, Article, Place, place
from training.marked import Example, Mark

ROW_OF = {"p": 0, "s": 1, "o": 2, "b": 2, "g": 2, "w": 3, "c": 4}
ACTS = "obg"


class Item(NamedTuple):
    """One provision, position or condition: where it stands and the index of each of its classes (-100: not said)."""

    at: Place
    classes: dict[str, int]


class Terms(NamedTuple):
    """What is marked of terms and stances: labels [rows, n] (O, B, I) and items, all in piece positions.

    `acts` are (provision, actor, kind), `held` position to holders, `tied` condition to items (provisions, then
    positions).
    """

    labels: NDArray[np.int64]
    provisions: list[Item]
    positions: list[Item]
    conditions: list[Item]
    actors: list[Place]
    holders: list[Place]
    acts: list[tuple[int, int, int]]
    held: dict[int, set[int]]
    tied: dict[int, set[int]]


def packed(examples: Sequence[Example], tokenizer: Tokenizer, longest: int) -> Iterator[Article]:
    """Examples of one file put together in random order into articles of random length; whole articles as they are."""
    whole = [e for e in examples if "outlet" in e.head]
    rest = [e for e in examples if "outlet" not in e.head]
    random.shuffle(rest)
    yield from (made([e], tokenizer) for e in whole)
    group: list[Example] = []
    words, limit = 0, _limit(longest)
    for example in rest:
        size = int(len(example.text.split()) * 1.5) + 2
        if group and words + size > limit:
            yield made(group, tokenizer)
            group, words, limit = [], 0, _limit(longest)
        group.append(example)
        words += size
    if group:
        yield made(group, tokenizer)


def _limit(longest: int) -> int:
    return random.randint(20, longest)


def made(group: Sequence[Example], tokenizer: Tokenizer) -> Article:
    """One article of several examples, a paragraph mark between them."""
    gap = "\n\n" if random.random() < 0.8 else " "
    text, marks = "", []
    for number, example in enumerate(group):
        marks += [_shifted(m, len(text), number, example.text) for m in example.marks]
        text += example.text + gap
    names = stood_in(text, group[0].parties) if random.random() < 0.7 else ()
    pieces = to_pieces(tokenizer, text, names)
    attributions, said = _attributions(pieces, marks) if "outlet" in group[0].head else ([], None)
    return Article(pieces, said, attributions, _terms(pieces, marks))


def _shifted(mark: Mark, by: int, number: int, text: str) -> Mark:
    """A mark in the text put together; numbers and paragraphs of one example never meet another's."""
    paragraph = 1000 * number + text.count("\n\n", 0, mark.start)
    numbers = tuple(1000 * number + n for n in mark.numbers)
    return replace(mark, start=mark.start + by, end=mark.end + by, numbers=numbers, paragraph=paragraph)


def stood_in(text: str, parties: Sequence[tuple[str, ...]]) -> tuple[StandIn, ...]:
    """One word for every party, as the program reads; capitals stay."""
    words = {}
    for party in parties:
        words[party[0].removeprefix("the ")] = "Russia"
        if len(party) >= 3 and " " not in party[1]:
            words[party[1]], words[party[2]] = "Russian", "Russians"
    if not words:
        return ()
    either = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return tuple((m.start(), m.end(), words[m.group()]) for m in re.finditer(rf"\b(?:{either})\b", text))


def _attributions(pieces, marks: list[Mark]) -> tuple[list[dict[str, list[Place]]], NDArray[np.int64]]:
    labels = np.zeros((3, len(pieces)), np.int64)
    found: dict[int, dict[str, list[Place]]] = {}
    for mark in (m for m in marks if m.tag == "a"):
        found.setdefault(mark.numbers[0], {role: [] for role in ROLES})
    for mark in marks:
        role = {"a": "content", "k": "cue", "w": "source"}.get(mark.tag)
        at = place(pieces, mark.start, mark.end) if role else None
        if at is None:
            continue
        for number in mark.numbers:
            if number in found and at not in found[number][role]:
                found[number][role].append(at)
    for attribution in found.values():
        for row, role in enumerate(ROLES):
            for first, last in attribution[role]:
                labels[row, first], labels[row, first + 1 : last + 1] = 1, 2
    return list(found.values()), labels


def _terms(pieces, marks: list[Mark]) -> Terms:
    labels = np.zeros((len(ROWS), len(pieces)), np.int64)
    at = {id(m): place(pieces, m.start, m.end) for m in marks}
    marks = [m for m in marks if at[id(m)] is not None]
    by = {tag: [m for m in marks if m.tag == tag] for tag in "pscobgw"}
    holders = [m for m in by["w"] if not m.numbers or any(_tied(m, s) for s in by["s"])]
    actors = list({at[id(m)]: m for tag in ACTS for m in by[tag]}.values())
    for mark in sorted((*by["p"], *by["s"], *actors, *holders, *by["c"]), key=lambda m: m.end - m.start, reverse=True):
        first, last = at[id(mark)]
        row = ROW_OF[mark.tag]
        if not labels[row, first : last + 1].any():
            labels[row, first], labels[row, first + 1 : last + 1] = 1, 2
    return Terms(
        labels=labels,
        provisions=[_item(at[id(m)], m, "p") for m in by["p"]],
        positions=[_item(at[id(m)], m, "s") for m in by["s"]],
        conditions=[_item(at[id(m)], m, "c") for m in by["c"]],
        actors=[at[id(m)] for m in actors],
        holders=[at[id(m)] for m in holders],
        acts=_acts(by, actors, at),
        held=_held(by["s"], holders),
        tied=_conditions(by),
    )


def cut(terms: Terms, start: int, end: int) -> Terms:
    """The part of an article's terms that lies wholly in a window, in places of the window (one mark before it)."""

    def kept(places: Sequence[Place]) -> dict[int, int]:
        inside = [i for i, (a, b) in enumerate(places) if start <= a and b < end]
        return {old: new for new, old in enumerate(inside)}

    def moved(items: Sequence[Item], keep: dict[int, int]) -> list[Item]:
        return [Item((items[i].at[0] - start + 1, items[i].at[1] - start + 1), items[i].classes) for i in keep]

    provisions, positions, conditions = (
        kept([i.at for i in items]) for items in (terms.provisions, terms.positions, terms.conditions)
    )
    actors, holders = kept(terms.actors), kept(terms.holders)
    size = len(terms.provisions)
    items = {**provisions, **{size + i: len(provisions) + new for i, new in positions.items()}}
    return Terms(
        labels=terms.labels[:, start:end],
        provisions=moved(terms.provisions, provisions),
        positions=moved(terms.positions, positions),
        conditions=moved(terms.conditions, conditions),
        actors=[(terms.actors[i][0] - start + 1, terms.actors[i][1] - start + 1) for i in actors],
        holders=[(terms.holders[i][0] - start + 1, terms.holders[i][1] - start + 1) for i in holders],
        acts=[(provisions[p], actors[a], k) for p, a, k in terms.acts if p in provisions and a in actors],
        held=_whole(terms.held, positions, holders),
        tied=_whole(terms.tied, conditions, items),
    )


def _whole(links: dict[int, set[int]], children: dict[int, int], parents: dict[int, int]) -> dict[int, set[int]]:
    """Links whose every end is kept; a child without any parent keeps its none."""
    kept = {c: ps for c, ps in links.items() if c in children and all(p in parents for p in ps)}
    return {children[c]: {parents[p] for p in ps} for c, ps in kept.items()}


def _item(at: Place, mark: Mark, tag: str) -> Item:
    default = {"modality": "none", "text_status": "in"}
    codes = default | mark.codes
    return Item(at, {name: values.index(codes[name]) for name, values in CLASSES[tag].items()})


def _tied(one: Mark, other: Mark) -> bool:
    return bool(set(one.numbers) & set(other.numbers))


def _around(mark: Mark, items: Sequence[Mark]) -> list[Mark]:
    return sorted((i for i in items if i.start <= mark.start and mark.end <= i.end), key=lambda i: i.end - i.start)


def _nearest(mark: Mark, items: Sequence[Mark]) -> list[Mark]:
    near = [i for i in items if i.paragraph == mark.paragraph]
    return sorted(near, key=lambda i: max(i.start - mark.end, mark.start - i.end))


def _owners(mark: Mark, items: Sequence[Mark]) -> list[Mark]:
    """The items that a mark belongs to: by number, else the one around it, else the nearest of its paragraph."""
    if mark.numbers:
        return [i for i in items if _tied(mark, i)]
    return (_around(mark, items) or _nearest(mark, items))[:1]


def _acts(by: dict[str, list[Mark]], actors: list[Mark], at: dict[int, Place]) -> list[tuple[int, int, int]]:
    index = {at[id(m)]: i for i, m in enumerate(actors)}
    order = {id(m): i for i, m in enumerate(by["p"])}
    found = [
        (order[id(owner)], index[at[id(mark)]], kind)
        for kind, tag in enumerate(ACTS)
        for mark in by[tag]
        for owner in _owners(mark, by["p"])
    ]
    return sorted(set(found))


def _held(positions: list[Mark], holders: list[Mark]) -> dict[int, set[int]]:
    held: dict[int, set[int]] = {i: set() for i in range(len(positions))}
    order = {id(m): i for i, m in enumerate(positions)}
    for which, mark in enumerate(holders):
        for owner in _owners(mark, positions):
            held[order[id(owner)]].add(which)
    return held


def _conditions(by: dict[str, list[Mark]]) -> dict[int, set[int]]:
    items = [*by["p"], *by["s"]]
    order = {id(m): i for i, m in enumerate(items)}
    tied: dict[int, set[int]] = {}
    for which, mark in enumerate(by["c"]):
        owners = [i for i in items if _tied(mark, i)] if mark.numbers else _around(mark, items)[:1]
        owners = owners or (_nearest(mark, by["p"]) or _nearest(mark, by["s"]))[:1]
        tied[which] = {order[id(o)] for o in owners}
    return tied
