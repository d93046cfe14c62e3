"""How much of what a network says depends on each of its sums: which pieces count, and which directions.

Of labels drawn from what the network itself says, the gradients with respect to a sum have, as their second moments,
the curvature of what it says about that sum (Fisher's information; as factored by Martens and Grosse, ICML 2015, here
into a weight for each piece and one metric for all). A fit that weighs by it spends what is left on what changes a tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import torch
from torch import Tensor

from training.losses import through
from training.network import Network
from training.tables import Table

AT_ONCE = 4
"""Windows that go through the network together."""
FIRST = 6
"""Windows by which the four things said are brought to one scale."""
WORTH = (1.0, 0.3, 0.3, 0.09)
"""Shares of: tags of attribution, its vectors (links are made of them), rows of terms, their vectors."""
LEAST, MOST = 0.25, 20.0
"""Part of a piece's weight that is the same for all; how many times the mean the rest may be."""
EVEN = 0.1
"""Part of the metric that is the same in all directions."""


class Felt(NamedTuple):
    """Of one sum: the weight of each piece [b, n], one on average, and `root` [width, width], R of the metric R Rᵀ."""

    weight: Tensor
    root: Tensor


def felt(network: Network, table: Table) -> dict[str, Felt]:
    """Of the sums before each normalisation ("layers.0.n1"), over all windows of a table; one step back for each."""
    network.eval().requires_grad_(False)
    sums = [
        f"{name}.{i}.{norm}"
        for name in ("layers", "own")
        for i in range(len(getattr(network, name)))
        for norm in ("n1", "n2")
    ]
    with _held(network, sums) as held:
        scales = _scales(network, table, held)
        width = network.form.width
        moments = {name: torch.zeros(width, width, device=table["ids"].device) for name in sums}
        squares: dict[str, list[Tensor]] = {name: [] for name in sums}
        for start in range(0, len(table["ids"]), AT_ONCE):
            said, inside = _said(network, _rows(table, start, AT_ONCE))
            total = sum(scale * each for scale, each in zip(scales, said, strict=True))
            for name, gradient in _gradients(total, inside, held).items():
                squares[name].append((gradient**2).sum(-1) * inside)
                moments[name] += gradient[inside].T @ gradient[inside]
    count = int(table["size"].sum())
    return {name: Felt(_weight(torch.cat(squares[name]), count), _root(moments[name])) for name in sums}


@contextmanager
def _held(network: Network, sums: list[str]) -> Iterator[dict[str, Tensor]]:
    """What the named normalisations take, as they take it, with room for its gradient."""
    held: dict[str, Tensor] = {}

    def hold(name: str, given: Tensor) -> Tensor:
        held[name] = given if given.requires_grad else given.detach().requires_grad_()
        held[name].retain_grad()
        return held[name]

    hooks = [
        network.get_submodule(name).register_forward_pre_hook(lambda _, given, name=name: (hold(name, given[0]),))
        for name in sums
    ]
    try:
        yield held
    finally:
        for hook in hooks:
            hook.remove()


def _said(network: Network, batch: Table) -> tuple[list[Tensor], Tensor]:
    """Of each piece [b, n] four random costs whose gradients say what the four things of `WORTH` depend on."""
    shared, inside = through(network, batch)
    there = inside.squeeze(2)
    roles, rows = network.for_attribution(shared, inside), network.for_terms(shared, inside)
    tags, terms = (found.unflatten(2, (-1, 3)) for found in (network.tags(roles, inside), network.rows(rows, inside)))
    return [_drawn(tags), _any_way(roles, there), _drawn(terms), _any_way(rows, there)], there


def _drawn(scores: Tensor) -> Tensor:
    """Minus the log of labels that are drawn from what the network says itself."""
    label = torch.distributions.Categorical(logits=scores.detach()).sample()
    return -scores.log_softmax(-1).gather(-1, label.unsqueeze(-1)).squeeze(-1).sum(-1)


def _any_way(vectors: Tensor, there: Tensor) -> Tensor:
    """Vectors in a random direction, each of their places by its own spread."""
    return (vectors * torch.randn_like(vectors) / vectors.detach()[there].std(0)).sum(-1) / vectors.shape[2] ** 0.5


def _gradients(cost: Tensor, inside: Tensor, held: dict[str, Tensor], *, again: bool = False) -> dict[str, Tensor]:
    for given in held.values():
        given.grad = None
    (cost * inside).sum().backward(retain_graph=again)
    return {name: given.grad for name, given in held.items() if given.grad is not None}


def _scales(network: Network, table: Table, held: dict[str, Tensor]) -> list[float]:
    """Factors that give the four things their shares of what the last shared sum is felt by."""
    at, felt_by = f"layers.{network.plan.shared - 1}.n2", [0.0] * len(WORTH)
    for start in range(min(FIRST, len(table["ids"]))):
        said, inside = _said(network, _rows(table, start, 1))
        for number, each in enumerate(said):
            felt_by[number] += float((_gradients(each, inside, held, again=True)[at] ** 2).sum())
    return [(worth / max(size, 1e-9)) ** 0.5 for worth, size in zip(WORTH, felt_by, strict=True)]


def _rows(table: Table, start: int, count: int) -> Table:
    return {name: array[start : start + count] for name, array in table.items()}


def _weight(squares: Tensor, count: int) -> Tensor:
    return LEAST + (1 - LEAST) * (squares / squares.sum() * count).clamp(max=MOST)


def _root(moment: Tensor) -> Tensor:
    even = torch.eye(len(moment), device=moment.device)
    return torch.linalg.cholesky((1 - EVEN) * moment / moment.trace() * len(moment) + EVEN * even)
