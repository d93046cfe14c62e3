"""Tags and vectors of a text's pieces to terms and stances, with whoever and whatever belongs to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.decode import means
from nonpaper.claims.attribution.encoder import Encoded
from nonpaper.claims.attribution.link import Ints, buckets, gaps
from nonpaper.claims.attribution.linker import SPAN, Weights, gelu, network, softmax, span_vectors
from nonpaper.claims.attribution.pieces import BREAK_ID, Pieces
from nonpaper.claims.attribution.views import View, by_view
from nonpaper.claims.attribution.viterbi import best_labels, spans_of
from nonpaper.claims.terms.codes import ACTS, CLASSES, ROWS
from nonpaper.claims.terms.records import Heads, RawCondition, RawStance, RawTerm, Shares
from nonpaper.model.codes import Basis, ConditionKind, Modality, PresentedAs, Stance, TextStatus
from nonpaper.model.span import Span

Floats = NDArray[np.floating[Any]]
Codes = dict[str, list[tuple[tuple[str, float], ...]]]
"""For each class of an item, its codes with their shares, the likeliest first, item by item."""

LEAN = (1.0, 1.0, 0.0, 0.0, 0.5)
"""How far each row of tags leans to finding rather than missing (in log odds); what is faint is told by `sure`."""
REACH = 120
"""Largest gap in pieces at which an actor, a holder or a condition is believed to belong to an item."""
LEAST = 0.01
"""Share below which a code is not worth telling."""
ACT = 0.5
"""Probability from which an actor is what it seems to a provision."""


class Belief(NamedTuple):
    """How far a network is believed, which may be surer than it is right, or less sure.

    `terms`, `stances`: the power to which the sureness of their stretches is raised; `codes`: the factor of the log odds
    of what they are.
    """

    terms: float = 1.0
    stances: float = 1.0
    codes: float = 1.0

    def power(self, row: str) -> float:
        """To which the sureness of a row's stretches is raised."""
        return {"provision": self.terms, "position": self.stances}.get(row, 1.0)


AS_IT_IS = Belief()


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """Stretches of one row: places [k, 2] in pieces, their vectors [k, 3 * width], and how sure the tags were [k]."""

    at: Ints
    vectors: Floats
    sure: Floats


def terms_of(pieces: Pieces, encoded: Encoded, weights: Weights, belief: Belief = AS_IT_IS) -> Heads:
    """Everything the heads find in a text. Linear in its length but for links, which are local."""
    rows = {name: _row(pieces, encoded, i, belief.power(name)) for i, name in enumerate(ROWS)}
    provisions, positions, conditions = rows["provision"], rows["position"], rows["condition"]
    tied = _conditions(pieces, weights, conditions, provisions, positions)
    acts = _acts(weights, provisions, rows["actor"])
    holders = _chosen(weights, "held", positions, rows["holder"])
    terms = _codes(weights, "p", provisions, belief)
    stances = _codes(weights, "s", positions, belief)
    count = len(provisions.at)
    return Heads(
        terms=tuple(
            _term(pieces, provisions, i, terms, [_spans(pieces, rows["actor"], a) for a in acts[i]], tied.get(i, ()))
            for i in range(count)
        ),
        stances=tuple(
            _stance(pieces, positions, i, stances, _holder(pieces, rows["holder"], holders[i]), tied.get(count + i, ()))
            for i in range(len(positions.at))
        ),
    )


def _row(pieces: Pieces, encoded: Encoded, which: int, power: float) -> _Found:
    scores = encoded.tags[:, 3 * which : 3 * which + 3].astype(np.float64)
    scores[pieces.ids == BREAK_ID, 1] = -1e9
    leaning = scores - np.array([LEAN[which], 0.0, 0.0])
    at = _within_lines(pieces, spans_of(best_labels(leaning)))
    inside = 1 - np.exp(scores[:, 0])
    return _Found(at=at, vectors=_vectors(encoded.views, at), sure=means(inside, at) ** power)


def _vectors(views: Sequence[View], at: Ints) -> Floats:
    """Those of each stretch [k, 3 * width] in the window in which it stands furthest inside."""
    found = np.zeros((len(at), 3 * views[0].vectors.shape[1]), np.float32)
    for view, mine in by_view(views, at):
        found[mine] = span_vectors(view.vectors, view.local(at[mine]))
    return found


def _within_lines(pieces: Pieces, at: Ints) -> Ints:
    """A stretch never crosses a paragraph mark: it ends before the first one in it."""
    marks = np.flatnonzero(pieces.ids == BREAK_ID)
    if not len(at) or not len(marks):
        return at
    following = np.searchsorted(marks, at[:, 0])
    stops = np.append(marks, len(pieces))[following]
    return np.stack([at[:, 0], np.minimum(at[:, 1], stops - 1)], axis=1)


def _codes(weights: Weights, tag: str, found: _Found, belief: Belief) -> Codes:
    """What the heads take each item for, class by class."""
    if not len(found.at):
        return {}
    seen = gelu(network(weights, f"kind.{tag}", found.vectors))
    out: Codes = {}
    for name, codes in CLASSES[tag].items():
        at = f"codes.{tag}.{name}"
        odds = seen @ weights[f"{at}.weight"].T + weights[f"{at}.bias"]
        shares = softmax(odds * np.float32(belief.codes))
        out[name] = [_likeliest(codes, row) for row in shares]
    return out


def _likeliest(codes: Sequence[str], shares: Floats) -> tuple[tuple[str, float], ...]:
    """The codes worth telling, the likeliest first: it always is, as there are far fewer than 1 / LEAST codes."""
    told = [pair for pair in zip(codes, shares.tolist(), strict=True) if pair[1] >= LEAST]
    return tuple(sorted(told, key=lambda pair: -pair[1]))


def _acts(weights: Weights, provisions: _Found, actors: _Found) -> list[list[list[int]]]:
    """For each provision and each kind of act, the actors [provision][kind]."""
    out: list[list[list[int]]] = [[[] for _ in ACTS] for _ in provisions.at]
    if not len(provisions.at) or not len(actors.at):
        return out
    item = network(weights, "act_item", provisions.vectors)
    actor = network(weights, "act_actor", actors.vectors)
    gap = gaps(provisions.at, actors.at)
    for kind in range(len(ACTS)):
        scores = (item * weights["act_scale"][kind]) @ actor.T / np.sqrt(np.float32(SPAN))
        scores = scores + weights["act_dist"][kind][buckets(gap)]
        share = np.where(np.abs(gap) > REACH, 0, 1 / (1 + np.exp(-scores)))
        for i, j in np.argwhere(share > ACT).tolist():
            out[i][kind].append(j)
    return out


def _chosen(weights: Weights, name: str, children: _Found, parents: _Found) -> list[tuple[int | None, float]]:
    """Each child's parent (None for none) and its probability."""
    if not len(children.at):
        return []
    if not len(parents.at):
        return [(None, 1.0)] * len(children.at)
    child = network(weights, f"{name}_child", children.vectors)
    parent = network(weights, f"{name}_parent", parents.vectors)
    gap = gaps(children.at, parents.at)
    scores = child @ parent.T / np.sqrt(np.float32(SPAN)) + weights[f"{name}_dist"][buckets(gap)]
    scores = np.where(np.abs(gap) > REACH, np.float32(-1e9), scores)
    none = child @ weights[f"{name}_none.weight"].T + weights[f"{name}_none.bias"]
    shares = softmax(np.concatenate([scores, none], axis=1))
    best = shares.argmax(axis=1)
    return [(None if b == len(parents.at) else int(b), float(row[b])) for b, row in zip(best, shares, strict=True)]


def _conditions(
    pieces: Pieces, weights: Weights, found: _Found, provisions: _Found, positions: _Found
) -> dict[int, tuple[RawCondition, ...]]:
    """The conditions of each item; items are provisions, then positions."""
    items = _Found(
        at=np.concatenate([provisions.at, positions.at]),
        vectors=np.concatenate([provisions.vectors, positions.vectors]),
        sure=np.concatenate([provisions.sure, positions.sure]),
    )
    kinds = _codes(weights, "c", found, AS_IT_IS)
    tied: dict[int, list[RawCondition]] = defaultdict(list)
    for i, (item, share) in enumerate(_chosen(weights, "tied", found, items)):
        if item is not None:
            kind = cast("ConditionKind", kinds["kind"][i][0][0])
            sure = float(found.sure[i]) * share
            tied[item].append(RawCondition(span=_span(pieces, found.at[i]), kind=kind, sure=sure))
    return {item: tuple(conditions) for item, conditions in tied.items()}


def _term(
    pieces: Pieces,
    found: _Found,
    i: int,
    codes: Codes,
    acts: Sequence[tuple[Span, ...]],
    conditions: tuple[RawCondition, ...],
) -> RawTerm:
    modality = codes["modality"][i][0][0]
    return RawTerm(
        span=_span(pieces, found.at[i]),
        sure=float(found.sure[i]),
        topics=cast("Shares", codes["topic"][i]),
        presented_as=cast("PresentedAs", codes["presented_as"][i][0][0]),
        presented_sure=codes["presented_as"][i][0][1],
        modality=None if modality == "none" else cast("Modality", modality),
        text_status=cast("TextStatus", codes["text_status"][i][0][0]),
        obligors=acts[0],
        beneficiaries=acts[1],
        guarantors=acts[2],
        conditions=conditions,
    )


def _stance(
    pieces: Pieces, found: _Found, i: int, codes: Codes, holder: Span | None, conditions: tuple[RawCondition, ...]
) -> RawStance:
    return RawStance(
        span=_span(pieces, found.at[i]),
        sure=float(found.sure[i]),
        stance=cast("Stance", codes["stance"][i][0][0]),
        stance_sure=codes["stance"][i][0][1],
        topics=cast("Shares", codes["topic"][i]),
        basis=cast("Basis", codes["basis"][i][0][0]),
        holder=holder,
        conditions=conditions,
    )


def _holder(pieces: Pieces, holders: _Found, chosen: tuple[int | None, float]) -> Span | None:
    return None if chosen[0] is None else _span(pieces, holders.at[chosen[0]])


def _spans(pieces: Pieces, found: _Found, which: Sequence[int]) -> tuple[Span, ...]:
    return tuple(_span(pieces, found.at[i]) for i in which)


def _span(pieces: Pieces, at: Ints) -> Span:
    return Span(int(pieces.starts[at[0]]), int(pieces.ends[at[1]]))
