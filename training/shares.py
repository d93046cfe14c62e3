"""What trained networks say together of every window, asked once before a network is taught by it.

A teacher that was kept from a part of the articles answers for that part before those who have learned its marks by
heart (as in cross-fitting: what is known from elsewhere is a better signal than what is remembered).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from training.loop import Machine, taken
from training.losses import MARKED, SAID, Scores, attribution_scores, terms_scores, through
from training.network import Network
from training.tables import Table

AT_ONCE = 64


class Teacher(NamedTuple):
    """A trained network and the parts of the articles that it was kept from."""

    network: Network
    apart: tuple[int, ...] = ()


@torch.no_grad()
def shares(teachers: Sequence[Teacher], table: Table, names: tuple[str, ...], machine: Machine) -> Table:
    """The table with the mean share of every answer, as `taught.NAME` in half precision."""
    for teacher in teachers:
        teacher.network.to(machine.device).eval()
    parts = [
        _asked(teachers, taken(table, rows), names, machine)
        for rows in torch.arange(len(table["ids"]), device=table["ids"].device).split(AT_ONCE)
    ]
    return table | {f"taught.{name}": torch.cat([p[name] for p in parts]) for name in names}


def _asked(teachers: Sequence[Teacher], batch: Table, names: tuple[str, ...], machine: Machine) -> Scores:
    weight = torch.stack([_may(t, batch["fold"]) for t in teachers])
    weight = torch.where(weight.any(0), weight, True).float()
    weight = weight / weight.sum(0)
    total: Scores = {}
    for teacher, mine in zip(teachers, weight, strict=True):
        with torch.autocast(machine.device.type, dtype=torch.bfloat16, enabled=machine.low):
            seen = _scores(teacher.network, batch, names)
        for name in names:
            share = seen[name].float().softmax(-1) * mine.view(-1, *[1] * (seen[name].ndim - 1))
            total[name] = total[name] + share if name in total else share
    return {name: share.half() for name, share in total.items()}


def _may(teacher: Teacher, fold: Tensor) -> Tensor:
    """Which windows a teacher has not learned by heart."""
    return torch.isin(fold, torch.tensor(teacher.apart, dtype=fold.dtype, device=fold.device))


def _scores(network: Network, batch: Table, names: tuple[str, ...]) -> Scores:
    shared = through(network, batch)
    seen: Scores = {}
    if set(names) & set(SAID):
        seen |= attribution_scores(network, batch, shared)
    if set(names) & set(MARKED):
        seen |= terms_scores(network, batch, shared)
    return seen
