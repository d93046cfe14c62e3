"""A trained network made narrower: heads and inner neurons are left out, and what stays is fitted anew.

The product that ends a block (`o` of attention, `down` of the feed-forward part) is solved by least squares so that the
sum before the normalisation comes nearest to what the whole network has there, given what the narrow one has: so each
block makes good what it can of the errors below it. Which columns go: those whose absence costs least once the others
are refitted (Hassibi and Stork, Optimal Brain Surgeon, 1993), neurons sixty-four at a time, heads one by one. Pieces
weigh, and columns cost, by how far what the network says depends on them (`felt`); the narrow side is rounded as it
ships, and its pieces look only at those near them (`claims.attribution.blocks`), so that a fit makes good what either
spoils.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.felt import Felt
from training.forms import SMALL
from training.network import Network, attended, in_blocks
from training.rounding import eight_bits, product
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
def narrow(
    network: Network, table: Table, sizes: Sequence[Size], own: Sequence[Size], weighed: Mapping[str, Felt]
) -> None:
    """Makes a network narrower in place, by what it has on all windows of `table`; one size a layer, terms' own last.

    `weighed` is what `felt` gives for the same windows.

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
        seen = narrow_layer(layer, seen, size, [weighed[f"layers.{i}.{norm}"] for norm in ("n1", "n2")])
    seen = at_fork if forked < len(network.layers) else seen
    for i, (layer, size) in enumerate(zip(network.own, own, strict=True)):
        seen = narrow_layer(layer, seen, size, [weighed[f"own.{i}.{norm}"] for norm in ("n1", "n2")])
    network.plan = network.plan._replace(blocks=True)


@torch.no_grad()
def narrow_layer(layer: nn.ModuleDict, seen: Seen, size: Size, weighed: Sequence[Felt]) -> Seen:
    """One layer made narrower in place; what the two networks have after it."""
    parts, moments = [], Moments()
    for (h, whole, inside), weight in zip(_in_parts(seen), weighed[0].weight.split(WINDOWS), strict=True):
        mixed = eight_bits(attended(product(layer["qkv"], h, inside), inside, in_blocks(inside)), inside)
        wanted = whole + layer["o"](attended(layer["qkv"](whole), inside))
        moments.add(*_rows(inside, mixed, wanted - h, weight))
        parts.append((h, mixed, layer["n1"](wanted), inside))
    columns = torch.arange(SMALL.width).view(-1, SMALL.head)
    kept = _fitted_anew(layer, "o", moments, columns, size.heads, weighed[0].root)
    rows = torch.cat([kept + part * SMALL.width for part in range(3)])
    layer["qkv"] = linear(layer["qkv"].weight[rows], layer["qkv"].bias[rows])
    middle = [
        Seen(layer["n1"](h + product(layer["o"], mixed[:, :, kept], inside)), whole, inside)
        for h, mixed, whole, inside in parts
    ]
    return _narrow_inner(layer, middle, size.inner, weighed[1])


def _narrow_inner(layer: nn.ModuleDict, parts: list[Seen], count: int, weighed: Felt) -> Seen:
    moments, sums = Moments(), []
    for (h, whole, inside), weight in zip(parts, weighed.weight.split(WINDOWS), strict=True):
        wanted = whole + layer["down"](F.gelu(layer["up"](whole)))
        wide = eight_bits(F.gelu(product(layer["up"], h, inside)), inside)
        moments.add(*_rows(inside, wide, wanted - h, weight))
        sums.append(layer["n2"](wanted))
    kept = _fitted_anew(layer, "down", moments, torch.arange(len(layer["up"].bias)).unsqueeze(1), count, weighed.root)
    layer["up"] = linear(layer["up"].weight[kept], layer["up"].bias[kept])
    after = [layer["n2"](h + _inner(layer, h, inside)) for h, _, inside in parts]
    return Seen(torch.cat(after), torch.cat(sums), torch.cat([inside for _, _, inside in parts]))


def _inner(layer: nn.ModuleDict, h: Tensor, inside: Tensor) -> Tensor:
    return product(layer["down"], F.gelu(product(layer["up"], h, inside)), inside)


def _rows(inside: Tensor, *arrays: Tensor) -> list[Tensor]:
    """What stands at pieces that are no padding."""
    return [array[inside.squeeze(2)] for array in arrays]


def _in_parts(seen: Seen) -> list[tuple[Tensor, ...]]:
    return list(zip(*(array.split(WINDOWS) for array in seen), strict=True))


class Moments:
    """First and second moments of `given` [rows, k] and `wanted` [rows, m], each row as often as its weight says.

    Added up over parts; time O(rows * k²).
    """

    def __init__(self) -> None:
        self.rows, self.parts = 0.0, [torch.zeros(())] * 4

    def add(self, given: Tensor, wanted: Tensor, weight: Tensor) -> None:
        often = given * weight[:, None]
        found = (often.T @ given, often.T @ wanted, often.sum(0), (wanted * weight[:, None]).sum(0))
        self.parts = [before.to(f.device, torch.float64) + f for before, f in zip(self.parts, found, strict=True)]
        self.rows += float(weight.sum())

    def centred(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Covariances [k, k] and [k, m], and the two means."""
        gram, cross, given, wanted = (part / self.rows for part in self.parts)
        covered = gram - torch.outer(given, given), cross - torch.outer(given, wanted), given, wanted
        return tuple(array.float() for array in covered)


def _fitted_anew(layer: nn.ModuleDict, name: str, moments: Moments, groups: Tensor, count: int, root: Tensor) -> Tensor:
    """Puts a refitted product of `count` groups of columns in the place of `name`; gives the columns that it keeps."""
    kept, weight, bias = fitted(moments, groups, count, root)
    layer[name] = linear(weight, bias)
    return kept


def fitted(moments: Moments, groups: Tensor, count: int, root: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The columns kept of what is given, and weight and bias that bring them nearest to what is wanted.

    `groups` [g, size]: columns that go or stay together; `count` of the groups stay. `root` [m, m] is of the metric by
    which columns cost; what is left is fitted alike in any metric.
    """
    gram, cross, middle, aim = moments.centred()
    gram = gram + RIDGE * gram.diagonal().mean() * torch.eye(len(gram), device=gram.device)
    step = AT_ONCE if groups.shape[1] == 1 else 1
    while len(groups) > count:
        cost = _costs(gram, cross @ root, groups)
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
