"""What a training step is made of: processor time by part, and how many kernels a device would be given.

Kernels are counted as the operators that make something new, views apart: on a device each is one launch or a few.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from training import text
from training.loop import Feed, Machine, Stepper, taken
from training.losses import through
from training.network import Network
from training.plan import Phase, loss_for, together
from training.states import fresh, starting
from training.tables import Table


class Counted(TorchDispatchMode):
    """Counts operators by name while it is on."""

    def __init__(self) -> None:
        super().__init__()
        self.made: Counter[str] = Counter()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if not func.is_view and "detach" not in func.name() and "empty" not in func.name():
            self.made[func.name().removeprefix("aten::")] += 1
        return func(*args, **(kwargs or {}))


def spent(act: Callable[[], object]) -> float:
    """Processor seconds, not wall time: other work on the machine does not count."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def parts(network: Network, stepper: Stepper, times: int) -> dict[str, float]:
    """Seconds a step of each part, the least of several; encoder, heads and losses forward and backward."""
    rows = [f.rows[: f.size] for f in stepper.feeds]

    def batches() -> list[Table]:
        return [taken(f.table, r) for f, r in zip(stepper.feeds, rows, strict=True)]

    def encoder() -> None:
        network.zero_grad()
        given = batches()
        shared = through(network, given[0] if len(given) == 1 else together(given))
        total = network.for_attribution(*shared).sum()
        if len(given) > 1:
            count = len(given[-1]["ids"])
            total = total + network.for_terms(shared[0][-count:], shared[1][-count:]).sum()
        total.backward()

    def clipped() -> None:
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)

    acts = {
        "step": lambda: stepper.step(rows, 1e-5),
        "encoder": encoder,
        "rows taken": batches,
        "gradients clipped": clipped,
        "weights changed": stepper.optimizer.step,
    }
    found = {name: min(spent(act) for _ in range(times)) for name, act in acts.items()}
    found["heads and losses"] = found["step"] - sum(v for n, v in found.items() if n != "step")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--batch", type=int, nargs=2, default=(4, 1))
    parser.add_argument("--learns", choices=("attribution", "terms", "both"), default="both")
    parser.add_argument("--rounded", action="store_true")
    parser.add_argument("--times", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(1)
    found = text.load(options.texts)
    tables = {"attribution": found[:1], "terms": found[1:], "both": found}[options.learns]
    sizes = {"attribution": options.batch[:1], "terms": options.batch[1:], "both": options.batch}[options.learns]
    feeds = [Feed(t, torch.randperm(len(t["ids"])), size) for t, size in zip(tables, sizes, strict=True)]
    network = fresh(starting(options.encoder), "whole").train()
    network.rounded = options.rounded
    stepper = Stepper(network, feeds, loss_for(Phase(name="x", learns=options.learns), ()), Machine(), 1.0)
    stepper.step([f.rows[: f.size] for f in feeds], 0.0)
    with Counted() as counted:
        stepper.step([f.rows[: f.size] for f in feeds], 0.0)
    print(f"operators a step: {counted.made.total()}; most: {counted.made.most_common(12)}")
    seconds = parts(network, stepper, options.times)
    for name, took in seconds.items():
        print(f"{name:18} {1000 * took:8.0f} ms {100 * took / seconds['step']:5.1f} %")


if __name__ == "__main__":
    main()
