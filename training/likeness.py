"""How far a narrow network is from the one that it was made of: in its vectors, and in what it says of tags and links.

The other network runs in the same step: its vectors of all windows would take more room than they take time.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.loop import Loss
from training.losses import MARKED, SAID, Scores, marked_of, said_of, taught, through
from training.network import Network
from training.tables import Table

BELOW, SAYS = 0.25, 2.0
"""Weights of the vectors after the shared layers and of what is said, beside the last vectors."""


def likeness(teacher: Network) -> Loss:
    """What a step costs that brings attribution's layers, the shared ones too, nearer to a teacher's."""
    teacher.eval()

    def loss(network: Network, batches: list[Table]) -> Tensor:
        batch = batches[0]
        with torch.no_grad():
            known = through(teacher, batch)
            aim = teacher.for_attribution(*known)
            said = _shares(said_of(teacher, batch, aim, known[1]))
        shared, inside = through(network, batch)
        found = network.for_attribution(shared, inside)
        far = distance(found, aim, inside) + BELOW * distance(shared, known[0], inside)
        return far + SAYS * taught(said_of(network, batch, found, inside), said, batch, SAID)

    return loss


def likeness_of_terms(teacher: Network) -> Loss:
    """The same of terms' own layers; windows of both tables, what is marked in those of the last."""
    teacher.eval()

    def loss(network: Network, batches: list[Table]) -> Tensor:
        return torch.stack([_of_terms(teacher, network, batch) for batch in batches]).sum()

    return loss


def _of_terms(teacher: Network, network: Network, batch: Table) -> Tensor:
    with torch.no_grad():
        known, (shared, inside) = through(teacher, batch), through(network, batch)
        aim = teacher.for_terms(*known)
    found = network.for_terms(shared, inside)
    far = distance(found, aim, inside)
    if "rows" not in batch:
        return far
    said = _shares(marked_of(teacher, batch, aim, inside))
    return far + SAYS * taught(marked_of(network, batch, found, inside), said, batch, MARKED)


def distance(found: Tensor, aim: Tensor, inside: Tensor) -> Tensor:
    """Mean squared difference of vectors [b, n, 384] in shares of their variance; `inside` [b, n, 1]: no padding."""
    squares = ((found - aim) ** 2).masked_fill(~inside, 0).sum()
    middle = (aim * inside).sum((0, 1)) / inside.sum()
    spread = ((aim - middle) ** 2).masked_fill(~inside, 0).sum()
    return squares / spread.clamp(min=1e-8)


def _shares(scores: Scores) -> Scores:
    return {name: found.detach().float().softmax(-1) for name, found in scores.items()}
