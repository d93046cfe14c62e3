"""Windows of articles as tables of one shape, made once before training: pieces, labels, spans, links.

A step then takes rows of these tables; nothing is built, counted or looked for while a network trains.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from nonpaper.claims.attribution.link import BREAKS, DISTANCES, RIVALS, breaks_between, buckets, gaps, rivals_between
from nonpaper.claims.attribution.pieces import BREAK_ID
from nonpaper.claims.terms.codes import ACTS, CLASSES, ROWS
from training.corpus import ROLES, Article, Links, Place, Window, links
from training.terms import Item, Terms, cut

LENGTH = 384
"""Pieces a window at the most, its two marks included."""
UNMARKED = -100
FIRST, LAST = 101, 102
NO_PAIR = DISTANCES * BREAKS * RIVALS
"""Nearness of what is no pair: padding."""
NO_NEAR = DISTANCES
"""The same where only distance counts."""
Table = dict[str, Tensor]
"""Arrays by name, all of the same first length."""
Rows = dict[str, NDArray[np.generic]]


class Sizes(NamedTuple):
    """How many spans of each kind a window has room for."""

    content: int = 0
    cue: int = 0
    source: int = 0
    p: int = 0
    s: int = 0
    c: int = 0
    actor: int = 0
    holder: int = 0


def table_of(articles: Sequence[Article], windows: Sequence[Window], folds: Sequence[int], room: Sizes) -> Table:
    """All windows as one table; `folds` says of each article which part of the whole it belongs to."""
    rows = [row_of(articles[w[0]], w, _links(articles, w), _terms(articles, w), room) for w in windows]
    table = {name: torch.from_numpy(np.stack([row[name] for row in rows])) for name in rows[0]}
    return table | {"fold": torch.tensor([folds[which] for which, _, _ in windows], dtype=torch.int16)}


def room_for(articles: Sequence[Article], windows: Sequence[Window]) -> Sizes:
    """Room for what the fullest of the windows has, each kind by itself; a multiple of four."""
    counts = []
    for window in windows:
        found, marked = _links(articles, window), _terms(articles, window)
        said = (found.content_to_cue, found.cues, found.sources)
        of = (marked.provisions, marked.positions, marked.conditions, marked.actors, marked.holders) if marked else ()
        counts.append([len(x) for x in (*said, *(of or ((),) * 5))])
    return Sizes(*(4 * -(-most // 4) for most in np.array(counts).max(0).tolist()))


def _links(articles: Sequence[Article], window: Window) -> Links:
    return NOTHING if articles[window[0]].labels is None else links(list(articles), window)


def _terms(articles: Sequence[Article], window: Window) -> Terms | None:
    which, start, end = window
    terms = articles[which].terms
    return None if terms is None else cut(terms, start, end)


def row_of(article: Article, window: Window, found: Links, terms: Terms | None, sizes: Sizes) -> Rows:
    """One window's row of every array."""
    _, start, end = window
    size = end - start
    ids, shapes = np.zeros(LENGTH, np.int16), np.zeros(LENGTH, np.uint8)
    ids[0], ids[1 : size + 1], ids[size + 1] = FIRST, article.pieces.ids[start:end], LAST
    shapes[1 : size + 1] = article.pieces.shapes[start:end]
    roles = _labels(len(ROLES), None if article.labels is None else article.labels[:, start:end])
    row: Rows = {"ids": ids, "shapes": shapes, "size": np.int16(size + 2), "roles": roles}
    row |= _said(found, (ids == BREAK_ID).astype(np.int64), sizes)
    return row if terms is None else row | _marked(terms, sizes)


NOTHING = Links([], [], {}, {})


def _labels(count: int, given: NDArray[np.int64] | None) -> NDArray[np.int8]:
    labels = np.full((count, LENGTH), UNMARKED, np.int8)
    if given is not None:
        labels[:, 1 : given.shape[1] + 1] = given
    return labels


def _said(found: Links, marks: NDArray[np.int64], sizes: Sizes) -> Rows:
    contents, cues = list(found.content_to_cue), found.cues
    right_source = {cues.index(c): chosen for c, chosen in found.cue_to_source.items()}
    right_cue = dict(enumerate(found.content_to_cue.values()))
    return {
        "spans": _stacked((contents, sizes.content), (cues, sizes.cue), (found.sources, sizes.source)),
        "cue_near": nearness(contents, cues, marks, (sizes.content, sizes.cue)),
        "cue_right": _right(right_cue, len(cues), (sizes.content, sizes.cue)),
        "source_near": nearness(cues, found.sources, marks, (sizes.cue, sizes.source)),
        "source_right": _right(right_source, len(found.sources), (sizes.cue, sizes.source)),
    }


def _stacked(*groups: tuple[Sequence[Place], int]) -> NDArray[np.int16]:
    """Places of several groups, each filled up to its room with empty ones."""
    return np.array([p for found, room in groups for p in [*found, *[(0, -1)] * (room - len(found))]], np.int16)


def nearness(
    children: Sequence[Place], parents: Sequence[Place], marks: NDArray[np.int64], room: tuple[int, int]
) -> NDArray[np.int16]:
    """One number for distance, paragraph marks and rivals of each pair [c, p]."""
    near = np.full(room, NO_PAIR, np.int16)
    if children and parents:
        below, above = places(children), places(parents)
        gap = gaps(below, above)
        found = (buckets(gap) * BREAKS + breaks_between(below, above, marks)) * RIVALS + rivals_between(gap)
        near[: len(children), : len(parents)] = found
    return near


def _far(children: Sequence[Place], parents: Sequence[Place], room: tuple[int, int]) -> NDArray[np.int16]:
    near = np.full(room, NO_NEAR, np.int16)
    if children and parents:
        near[: len(children), : len(parents)] = buckets(gaps(places(children), places(parents)))
    return near


def _right(chosen: Mapping[int, set[int]], count: int, room: tuple[int, int]) -> NDArray[np.bool_]:
    """Which parents are right for each child [c, p + 1]; the last is none, also where it was number `count`."""
    right = np.zeros((room[0], room[1] + 1), bool)
    for child, parents in chosen.items():
        right[child, [-1 if p == count else p for p in parents] or [-1]] = True
    return right


def _marked(terms: Terms, sizes: Sizes) -> Rows:
    provisions, positions, conditions = (
        [i.at for i in items] for items in (terms.provisions, terms.positions, terms.conditions)
    )
    shift = {len(provisions) + i: sizes.p + i for i in range(len(positions))}
    tied = {c: {shift.get(i, i) for i in items} for c, items in terms.tied.items()}
    near = [_far(conditions, of, (sizes.c, room)) for of, room in ((provisions, sizes.p), (positions, sizes.s))]
    acts = np.zeros((sizes.p, sizes.actor, len(ACTS)), bool)
    for provision, actor, kind in terms.acts:
        acts[provision, actor, kind] = True
    return {
        "rows": _labels(len(ROWS), terms.labels),
        "items": _stacked(
            (provisions, sizes.p),
            (positions, sizes.s),
            (conditions, sizes.c),
            (terms.actors, sizes.actor),
            (terms.holders, sizes.holder),
        ),
        "p": _classes(terms.provisions, "p", sizes.p),
        "s": _classes(terms.positions, "s", sizes.s),
        "c": _classes(terms.conditions, "c", sizes.c),
        "act_near": _far(provisions, terms.actors, (sizes.p, sizes.actor)),
        "acts": acts,
        "held_near": _far(positions, terms.holders, (sizes.s, sizes.holder)),
        "held_right": _right(terms.held, len(terms.holders), (sizes.s, sizes.holder)),
        "tied_near": np.concatenate(near, 1),
        "tied_right": _right(tied, -1, (sizes.c, sizes.p + sizes.s)),
    }


def _classes(items: Sequence[Item], tag: str, room: int) -> NDArray[np.int8]:
    """The right code of each class of each item [room, classes]."""
    codes = np.full((room, len(CLASSES[tag])), UNMARKED, np.int8)
    for row, item in enumerate(items):
        codes[row] = [item.classes[name] for name in CLASSES[tag]]
    return codes


def places(found: Sequence[Place]) -> NDArray[np.int64]:
    return np.array(found, np.int64).reshape(-1, 2)


def rooms(table: Table) -> Sizes:
    """How many spans of each kind a table's windows have room for."""
    cues, sources = table["source_near"].shape[1:]
    said = (table["cue_near"].shape[1], cues, sources)
    if "items" not in table:
        return Sizes(*said)
    kinds = [table[tag].shape[1] for tag in ("p", "s", "c")]
    return Sizes(*said, *kinds, table["act_near"].shape[2], table["held_near"].shape[2])
