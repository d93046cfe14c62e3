"""Spans and links put together: one attribution for each cue with its contents and its source."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.encoder import Encoded
from nonpaper.claims.attribution.link import Ints, gaps
from nonpaper.claims.attribution.linker import CONTENT_TO_CUE, CUE_TO_SOURCE, Asked, Weights, choices
from nonpaper.claims.attribution.pieces import BREAK_ID, Pieces
from nonpaper.claims.attribution.records import Offsets, RawAttribution
from nonpaper.claims.attribution.views import View, by_view
from nonpaper.claims.attribution.viterbi import best_labels, spans_of

Floats = NDArray[np.floating[Any]]

KEEP = 0.4
"""Attributions below this score are dropped; the claims step marks a wider band as unsure."""


Lean = tuple[float, float, float]
LEAN: Lean = (1.0, 1.0, 0.5)
"""How far the tags of source, cue and content lean to finding rather than missing, in log odds; what is faint scores low.

On PolNeAR's development part 73.9 found for 73.2 without (the model alone); from 1 to 1.5 for the first two it is level."""


class Spans(msgspec.Struct, frozen=True, kw_only=True):
    """Spans of one role [k, 2] in pieces, and how sure the tags were of each [k]."""

    at: Ints
    sure: Floats


def attributions(pieces: Pieces, encoded: Encoded, weights: Weights, lean: Lean = LEAN) -> tuple[RawAttribution, ...]:
    """Every attribution of a text, in text order of content. Linear but for links, which are local."""
    source, cue, content = (_spans(encoded.tags[:, 3 * r : 3 * r + 3], lean[r]) for r in range(3))
    if not len(content.at):
        return ()
    marks = (pieces.ids == BREAK_ID).astype(np.int64)
    to_cue = _chosen(weights, CONTENT_TO_CUE, encoded.views, content.at, cue.at, marks)
    to_source = _chosen(weights, CUE_TO_SOURCE, encoded.views, cue.at, source.at, marks)
    found = []
    for which, members in _grouped(to_cue).items():
        parent = None if which is None else to_source[which]
        found.append(_attribution(pieces, (source, cue, content), parent, which, members, to_cue))
    return tuple(sorted((a for a in found if a.score >= KEEP), key=lambda a: (a.content, a.cue)))


TOGETHER = 8
"""Windows whose spans are linked at a time, so that memory stays bounded on long texts."""


def _chosen(
    weights: Weights, which: int, views: Sequence[View], children: Ints, parents: Ints, marks: Ints
) -> list[tuple[int | None, float]]:
    """Each child's parent (None for none) and its probability; looked for in the window that the child stands in."""
    out: list[tuple[int | None, float]] = [(None, 1.0)] * len(children)
    seen = [(view, mine, np.flatnonzero(view.holds(parents))) for view, mine in by_view(views, children)]
    for some in (seen[i : i + TOGETHER] for i in range(0, len(seen), TOGETHER)):
        asked = [
            Asked(v.vectors, v.local(children[mine]), v.local(parents[held]), marks[v.start : v.end])
            for v, mine, held in some
        ]
        for (_, mine, held), table in zip(some, choices(weights, which, asked), strict=True):
            best = table.argmax(axis=1)
            for child, at, share in zip(mine.tolist(), best.tolist(), table.max(axis=1).tolist(), strict=True):
                out[child] = None if at == len(held) else int(held[at]), share
    return out


def _grouped(to_cue: list[tuple[int | None, float]]) -> dict[int | None, list[int]]:
    groups: dict[int | None, list[int]] = defaultdict(list)
    for content, (which, _) in enumerate(to_cue):
        if which is not None:
            groups[which].append(content)
    return groups


def _attribution(
    pieces: Pieces,
    spans: tuple[Spans, Spans, Spans],
    parent: tuple[int | None, float] | None,
    which: int | None,
    members: list[int],
    to_cue: list[tuple[int | None, float]],
) -> RawAttribution:
    source, cue, content = spans
    members = _near(content, members, to_cue)
    parts = [float(content.sure[m]) * to_cue[m][1] for m in members]
    sure = [max(parts)]
    if which is not None:
        sure.append(float(cue.sure[which]))
    if parent is not None:
        sure.append(parent[1] * (float(source.sure[parent[0]]) if parent[0] is not None else 1.0))
    return RawAttribution(
        source=_offsets(pieces, source.at[[parent[0]]]) if parent and parent[0] is not None else (),
        cue=_offsets(pieces, cue.at[[which]]) if which is not None else (),
        content=_offsets(pieces, content.at[members]),
        score=math.prod(sure) ** (1 / len(sure)),
    )


FAR = 60
FAINT = 0.4


def _near(content: Spans, members: list[int], to_cue: list[tuple[int | None, float]]) -> list[int]:
    """The longest piece of a content, and others that are near it, not a single word piece, and not faint.

    On PolNeAR's development part this leaves what is found as it was and makes more contents exact (60.5 to 61.5).
    """
    if len(members) == 1:
        return members
    main = max(members, key=lambda m: int(content.at[m, 1] - content.at[m, 0]))
    gap = np.abs(gaps(content.at[members], content.at[[main]]))[:, 0]
    size = content.at[members, 1] - content.at[members, 0]
    sure = [float(content.sure[m]) * to_cue[m][1] for m in members]
    kept = zip(members, gap, size, sure, strict=True)
    return [m for m, far, more, p in kept if m == main or (far < FAR and more > 0 and p > FAINT)]


def _offsets(pieces: Pieces, spans: Ints) -> Offsets:
    return tuple((int(pieces.starts[i]), int(pieces.ends[j])) for i, j in spans.tolist())


def _spans(tags: Floats, lean: float) -> Spans:
    at = spans_of(best_labels(tags.astype(np.float64) - np.array([lean, 0.0, 0.0])))
    inside = 1 - np.exp(tags[:, 0])
    return Spans(at=at, sure=means(inside, at))


def means(shares: Floats, spans: Ints) -> Floats:
    """The mean of each span [k, 2] of shares [n]."""
    return np.array([np.add.reduce(shares[i : j + 1]) / (j + 1 - i) for i, j in spans.tolist()], dtype=np.float32)
