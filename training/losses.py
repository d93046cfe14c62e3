"""What the network is trained to lower: tags, links and classes, each where it is marked."""

from __future__ import annotations

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
    """What terms lose on one batch: vectors [b, n, 384], labels [b, rows, n], and what is marked in each window."""
    loss = TAG_WEIGHT * tag_loss(network.term(network.drop(hidden)), labels)
    parts: dict[str, list[Tensor]] = {}
    for row, marked in enumerate(terms):
        for name, part in item_losses(network, hidden[row], marked):
            parts.setdefault(name, []).append(part)
    means = [torch.cat(part).mean() for part in parts.values()]
    return loss + (CLASS_WEIGHT * torch.stack(means).sum() if means else 0)


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


def item_losses(network: Network, h: Tensor, terms: Terms):
    """(name, losses) of one window, one loss an item."""
    for tag, items in (("p", terms.provisions), ("s", terms.positions), ("c", terms.conditions)):
        if items:
            yield from class_losses(network, h, tag, items)
    provisions, positions = ([i.at for i in items] for items in (terms.provisions, terms.positions))
    if provisions and terms.actors:
        scores = network.acts(h, places(provisions), places(terms.actors))
        wanted = torch.zeros_like(scores)
        for provision, actor, kind in terms.acts:
            wanted[kind, provision, actor] = 1
        yield "acts", F.binary_cross_entropy_with_logits(scores, wanted, reduction="none").sum((0, 2))
    for name, right, children, parents in (
        ("held", terms.held, positions, terms.holders),
        ("tied", terms.tied, [i.at for i in terms.conditions], provisions + positions),
    ):
        if right:
            scores = network.chosen(name, h, places([children[c] for c in right]), places(parents))
            yield name, choice_loss(scores, list(right.values()))


def class_losses(network: Network, h: Tensor, tag: str, items: list[Item]):
    for name, scores in network.classes(tag, h, places([i.at for i in items])).items():
        yield f"{tag}.{name}", F.cross_entropy(scores, torch.tensor([i.classes[name] for i in items]), reduction="none")
