"""What the network is trained to lower: tags, links and classes, each where it is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from nonpaper.claims.attribution.pieces import BREAK_ID
from nonpaper.claims.terms.codes import ROWS
from training.corpus import Article, Links, Place, Window, links
from training.network import Network
from training.terms import Item, Terms

LINK_WEIGHT = 0.4
TAG_WEIGHT = 3.0
CLASS_WEIGHT = 0.5
UNMARKED = -100
MASK_ID = 103


def tensors(articles: list[Article], batch: list[Window], hide: float = 0.0) -> tuple[Tensor, ...]:
    """Pieces, shapes, mask [b, n], and labels of roles [b, 3, n] and of terms [b, rows, n]."""
    longest = max(end - start for _, start, end in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    shapes, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    roles, terms = (torch.full((len(batch), r, longest), UNMARKED) for r in (3, len(ROWS)))
    for row, (which, start, end) in enumerate(batch):
        article, size = articles[which], end - start
        ids[row, 0], ids[row, size + 1] = 101, 102
        ids[row, 1 : size + 1] = torch.from_numpy(article.pieces.ids[start:end])
        unseen = (torch.rand(size) < hide) & (ids[row, 1 : size + 1] != BREAK_ID)
        ids[row, 1 : size + 1][unseen] = MASK_ID
        shapes[row, 1 : size + 1] = torch.from_numpy(article.pieces.shapes[start:end])
        mask[row, : size + 2] = 1
        if article.labels is not None:
            roles[row, :, 1 : size + 1] = torch.from_numpy(article.labels[:, start:end])
        if article.terms is not None:
            terms[row, :, 1 : size + 1] = torch.from_numpy(article.terms.labels[:, start:end])
    return ids, shapes, mask, roles, terms


def loss_of(network: Network, articles: list[Article], batch: list[Window], hide: float, low: bool) -> Tensor:
    """What attribution loses on one batch; `low`: the encoder in bfloat16, the rest in single precision."""
    ids, shapes, mask, roles, _ = tensors(articles, batch, hide)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=low):
        hidden = network.encode(ids, shapes, mask)
        scores = network.tag(network.drop(hidden))
    marks = (ids.numpy() == BREAK_ID).astype(np.int64)
    loss = TAG_WEIGHT * tag_loss(scores.float(), roles)
    return loss + _links(network, articles, batch, hidden.float(), marks)


def terms_loss(network: Network, hidden: Tensor, labels: Tensor, terms: list[Terms]) -> Tensor:
    """What terms lose on one batch: vectors [b, n, 384], labels [b, rows, n], and what is marked in each window.

    The items of all windows go through the heads together: one product for many spans, not many for one each.
    """
    loss = TAG_WEIGHT * tag_loss(network.term(network.drop(hidden)), labels)
    flat = Flat(hidden)
    means = [
        *class_losses(network, flat, "p", terms, lambda t: t.provisions),
        *class_losses(network, flat, "s", terms, lambda t: t.positions),
        *class_losses(network, flat, "c", terms, lambda t: t.conditions),
        *act_losses(network, flat, terms),
        *choice_losses(network, flat, "held", terms, lambda t: (t.held, at(t.positions), t.holders)),
        *choice_losses(
            network, flat, "tied", terms, lambda t: (t.tied, at(t.conditions), at(t.provisions) + at(t.positions))
        ),
    ]
    return loss + (CLASS_WEIGHT * torch.stack(means).sum() if means else 0)


class Flat:
    """Vectors of a batch in one row, with their running sums, from which spans of any window are taken."""

    def __init__(self, hidden: Tensor) -> None:
        self.size = hidden.shape[1]
        self.vectors = hidden.reshape(-1, hidden.shape[2])
        self.sums = torch.cat([hidden.new_zeros(1, hidden.shape[2]), self.vectors.cumsum(0)])

    def spans(self, found: list[tuple[int, Place]]) -> Tensor:
        """[first, last, mean] of each (window, place): [k, 3 * 384]."""
        first = torch.tensor([row * self.size + a for row, (a, _) in found])
        last = torch.tensor([row * self.size + b for row, (_, b) in found])
        means = (self.sums[last + 1] - self.sums[first]) / (last + 1 - first)[:, None]
        return torch.cat([self.vectors[first], self.vectors[last], means], 1)


def at(items: list[Item]) -> list[Place]:
    return [item.at for item in items]


def placed(terms: list[Terms], of: Callable[[Terms], list[Place]]) -> list[tuple[int, Place]]:
    return [(row, place) for row, marked in enumerate(terms) for place in of(marked)]


def class_losses(
    network: Network, flat: Flat, tag: str, terms: list[Terms], of: Callable[[Terms], list[Item]]
) -> Iterator[Tensor]:
    items = [item for marked in terms for item in of(marked)]
    if not items:
        return
    seen = network.seen(tag, flat.spans(placed(terms, lambda t: at(of(t)))))
    for name, head in network.codes[tag].items():
        yield F.cross_entropy(head(seen), torch.tensor([i.classes[name] for i in items]))


def act_losses(network: Network, flat: Flat, terms: list[Terms]) -> Iterator[Tensor]:
    """Who is what to a provision: of each pair in a window, each kind by itself."""
    both = [t for t in terms if t.provisions and t.actors]
    if not both:
        return
    items = network.act_item(flat.spans(placed(terms, lambda t: at(t.provisions))))
    actors = network.act_actor(flat.spans(placed(terms, lambda t: t.actors)))
    parts, i, j = [], 0, 0
    for marked in terms:
        k, m = len(marked.provisions), len(marked.actors)
        if k and m:
            scores = network.acts(
                items[i : i + k], actors[j : j + m], places(at(marked.provisions)), places(marked.actors)
            )
            wanted = torch.zeros_like(scores)
            for provision, actor, kind in marked.acts:
                wanted[kind, provision, actor] = 1
            parts.append(F.binary_cross_entropy_with_logits(scores, wanted, reduction="none").sum((0, 2)))
        i, j = i + k, j + m
    yield torch.cat(parts).mean()


Choice = tuple[dict[int, set[int]], list[Place], list[Place]]


def choice_losses(
    network: Network, flat: Flat, name: str, terms: list[Terms], of: Callable[[Terms], Choice]
) -> Iterator[Tensor]:
    """Whose a position is (`held`), what a condition is tied to (`tied`): each child's choice among its window's."""
    if not any(of(t)[0] for t in terms):
        return
    children = network.part(f"{name}_child", flat.spans(placed(terms, lambda t: of(t)[1])))
    with_parents = any(of(t)[2] for t in terms)
    parents = (
        network.part(f"{name}_parent", flat.spans(placed(terms, lambda t: of(t)[2]))) if with_parents else children
    )
    parts, i, j = [], 0, 0
    for marked in terms:
        right, child_at, parent_at = of(marked)
        if right:
            mine, theirs = children[i : i + len(child_at)], parents[j : j + len(parent_at)]
            scores = network.chosen(name, mine, theirs, places(child_at), places(parent_at))
            parts.append(choice_loss(scores[list(right)], list(right.values())))
        i, j = i + len(child_at), j + len(parent_at)
    yield torch.cat(parts).mean()


def tag_loss(scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != UNMARKED).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.view(-1, 3), labels.transpose(1, 2).reshape(-1), ignore_index=UNMARKED)


def _links(network: Network, articles: list[Article], batch: list[Window], hidden: Tensor, marks: np.ndarray) -> Tensor:
    total = hidden.new_zeros(())
    marked = [(row, w) for row, w in enumerate(batch) if articles[w[0]].labels is not None]
    for which in (0, 1):
        found = [(row, links(articles, window)) for row, window in marked]
        parts = [p for row, f in found if (p := link_loss(network, which, hidden[row], f, marks[row])) is not None]
        total = total + (LINK_WEIGHT * torch.cat(parts).mean() if parts else 0)
    return total


def link_loss(network: Network, which: int, hidden: Tensor, found: Links, marks: np.ndarray) -> Tensor | None:
    right, parents = (found.content_to_cue, found.cues) if which == 0 else (found.cue_to_source, found.sources)
    if not right:
        return None
    scores = network.link(which, hidden, np.array(list(right)), places(parents), marks)
    return choice_loss(scores, list(right.values()))


def choice_loss(scores: Tensor, right: list[set[int]]) -> Tensor:
    """For each child, minus the log of what its right parents together are given."""
    logs = scores.float().log_softmax(1)
    allowed = torch.full_like(logs, -1e9)
    for row, choices in enumerate(right):
        allowed[row, list(choices) or [scores.shape[1] - 1]] = 0
    return -(logs + allowed).logsumexp(1)


def places(found: list[Place]) -> np.ndarray:
    return np.array(found, np.int64).reshape(-1, 2)
