"""A trained network made narrower: heads and inner neurons are left out, and what stays is fitted anew.

The product that ends a block (`o` of attention, `down` of the feed-forward part) is solved by least squares so that the
sum before the normalisation comes nearest to what the whole network has there, given what the narrow one has: so each
block makes good what it can of the errors below it. Which columns go: those whose absence costs least once the others
are refitted (Hassibi and Stork, Optimal Brain Surgeon, 1993), neurons sixty-four at a time, heads one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.network import HEAD, WIDTH, Network, attended
from training.tables import Table

AT_ONCE = 64
"""Neurons left out between two fits."""
WINDOWS = 16
"""Windows that go through a layer together."""
RIDGE = 1e-5
"""Of the mean of the columns' squares."""


class Size(NamedTuple):
    """How many heads and inner neurons a layer keeps."""

    heads: int
    inner: int


class Seen(NamedTuple):
    """Vectors [b, n, 384] that the narrow and the whole network have at one place; `inside` [b, n, 1]: no padding."""

    narrow: Tensor
    whole: Tensor
    inside: Tensor


@torch.no_grad()
def narrow(network: Network, table: Table, sizes: Sequence[Size], own: Sequence[Size]) -> None:
    """Makes a network narrower in place, by what it has on all windows of `table`; one size a layer, terms' own last.

    Time: one inverse of a matrix of 1,536 for each 64 neurons left out; memory: a few vectors of each window.
    """
    network.eval()
    start = network.embedded(table["ids"], table["shapes"])
    inside = (torch.arange(start.shape[1], device=start.device)[None] < table["size"][:, None]).unsqueeze(2)
    seen = Seen(start, start, inside)
    forked = network.plan.shared
    at_fork = seen
    for i, (layer, size) in enumerate(zip(network.layers, sizes, strict=True)):
        at_fork = seen if i == forked else at_fork
        seen = narrow_layer(layer, seen, size)
    seen = at_fork if forked < len(network.layers) else seen
    for layer, size in zip(network.own, own, strict=True):
        seen = narrow_layer(layer, seen, size)


@torch.no_grad()
def narrow_layer(layer: nn.ModuleDict, seen: Seen, size: Size) -> Seen:
    """One layer made narrower in place; what the two networks have after it."""
    ins, moments = [], Moments()
    for narrow_in, whole_in, inside in _in_parts(seen):
        mixed, mixed_whole = (attended(layer["qkv"](h), inside) for h in (narrow_in, whole_in))
        wanted = whole_in + layer["o"](mixed_whole)
        moments.add(mixed[inside.squeeze(2)], (wanted - narrow_in)[inside.squeeze(2)])
        ins.append((narrow_in, mixed, layer["n1"](wanted), inside))
    kept = _fitted_anew(layer, "o", moments, torch.arange(WIDTH).view(-1, HEAD), size.heads)
    rows = torch.cat([kept + part * WIDTH for part in range(3)])
    layer["qkv"] = linear(layer["qkv"].weight[rows], layer["qkv"].bias[rows])
    middle = [(layer["n1"](h + layer["o"](mixed[:, :, kept])), whole, inside) for h, mixed, whole, inside in ins]
    return _narrow_inner(layer, middle, size.inner)


def _narrow_inner(layer: nn.ModuleDict, parts: list[tuple[Tensor, Tensor, Tensor]], count: int) -> Seen:
    moments, sums = Moments(), []
    for narrow_in, whole_in, inside in parts:
        wanted = whole_in + layer["down"](F.gelu(layer["up"](whole_in)))
        moments.add(F.gelu(layer["up"](narrow_in))[inside.squeeze(2)], (wanted - narrow_in)[inside.squeeze(2)])
        sums.append(layer["n2"](wanted))
    kept = _fitted_anew(layer, "down", moments, torch.arange(len(layer["up"].bias)).unsqueeze(1), count)
    layer["up"] = linear(layer["up"].weight[kept], layer["up"].bias[kept])
    after = [layer["n2"](h + layer["down"](F.gelu(layer["up"](h)))) for h, _, _ in parts]
    return Seen(torch.cat(after), torch.cat(sums), torch.cat([inside for _, _, inside in parts]))


def _in_parts(seen: Seen) -> list[tuple[Tensor, ...]]:
    return list(zip(*(array.split(WINDOWS) for array in seen), strict=True))


class Moments:
    """First and second moments of `given` [rows, k] and `wanted` [rows, m], added up over parts; time O(rows * k²)."""

    def __init__(self) -> None:
        self.rows, self.parts = 0, [torch.zeros(())] * 4

    def add(self, given: Tensor, wanted: Tensor) -> None:
        found = (given.T @ given, given.T @ wanted, given.sum(0), wanted.sum(0))
        self.parts = [before.to(f.device, torch.float64) + f for before, f in zip(self.parts, found, strict=True)]
        self.rows += len(given)

    def centred(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Covariances [k, k] and [k, m], and the two means."""
        gram, cross, given, wanted = (part / self.rows for part in self.parts)
        covered = gram - torch.outer(given, given), cross - torch.outer(given, wanted), given, wanted
        return tuple(array.float() for array in covered)


def _fitted_anew(layer: nn.ModuleDict, name: str, moments: Moments, groups: Tensor, count: int) -> Tensor:
    """Puts a refitted product of `count` groups of columns in the place of `name`; gives the columns that it keeps."""
    kept, weight, bias = fitted(moments, groups, count)
    layer[name] = linear(weight, bias)
    return kept


def fitted(moments: Moments, groups: Tensor, count: int) -> tuple[Tensor, Tensor, Tensor]:
    """The columns kept of what is given, and weight and bias that bring them nearest to what is wanted.

    `groups` [g, size]: columns that go or stay together; `count` of the groups stay.
    """
    gram, cross, middle, aim = moments.centred()
    gram = gram + RIDGE * gram.diagonal().mean() * torch.eye(len(gram), device=gram.device)
    step = AT_ONCE if groups.shape[1] == 1 else 1
    while len(groups) > count:
        cost = _costs(gram, cross, groups)
        gone = cost.argsort()[: min(step, len(groups) - count)]
        groups = groups[~torch.isin(torch.arange(len(groups), device=gone.device), gone).cpu()]
    kept = groups.flatten()
    weight = torch.linalg.solve(gram[kept][:, kept], cross[kept])
    return kept, weight.T.contiguous(), aim - middle[kept] @ weight


def _costs(gram: Tensor, cross: Tensor, groups: Tensor) -> Tensor:
    """By how much the squared error grows where a group goes and the others are refitted [g]."""
    columns, (count, size) = groups.flatten(), groups.shape
    inverse = torch.linalg.inv(gram[columns][:, columns])
    weight = (inverse @ cross[columns]).view(count, size, -1)
    if size == 1:
        return (weight**2).sum((1, 2)) / inverse.diagonal()
    blocks = inverse.view(count, size, count, size).diagonal(dim1=0, dim2=2).permute(2, 0, 1)
    return (weight * torch.linalg.solve(blocks, weight)).sum((1, 2))


def linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    """A product of this weight and bias."""
    found = nn.Linear(weight.shape[1], weight.shape[0])
    found.weight.data, found.bias.data = weight.clone(), bias.clone()
    return found
