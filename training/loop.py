"""The loop that every training runs: seeded, bound by steps and by seconds, and to be gone on with.

On a CUDA device a step is captured once and replayed: one launch a step, no Python between its kernels.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from training.network import Network
from training.tables import Table

Loss = Callable[[Network, list[Table]], Tensor]


class Feed(NamedTuple):
    """A table, which of its rows are trained on, and how many of them a step takes.

    Of so many steps as are `alike` the rows are put in order of length, so that a step's are about as long.
    """

    table: Table
    rows: Tensor
    size: int
    alike: int = 1


class Course(NamedTuple):
    """How long and how fast: bound by `steps` and by `seconds`; rounded as shipped after `rounded_from` of it."""

    steps: int
    seconds: float
    lr: float
    rounded_from: float = 2.0
    heads: float = 1.0
    seed: int = 1


class Machine(NamedTuple):
    """Where it runs: `low` is bfloat16 products; `part` a file that a long run keeps, to go on from."""

    device: torch.device = torch.device("cpu")
    low: bool = False
    part: Path | None = None


SAID_EVERY = 50
KEPT_EVERY = 300.0
"""Seconds."""


class Stepper:
    """One step over fixed buffers: rows in, weights changed, the loss added up."""

    def __init__(self, network: Network, feeds: Sequence[Feed], loss_of: Loss, machine: Machine, heads: float) -> None:
        self.network, self.feeds, self.loss_of, self.machine = network, feeds, loss_of, machine
        cuda = machine.device.type == "cuda"
        self.optimizer = torch.optim.AdamW(groups(network, heads), betas=(0.9, 0.98), fused=True, capturable=cuda)
        for group in self.optimizer.param_groups:
            group["lr"] = torch.zeros((), device=machine.device) if cuda else 0.0
        self.rows = [torch.zeros(f.size, dtype=torch.long, device=machine.device) for f in feeds]
        self.lost = torch.zeros((), device=machine.device)
        self.graph: torch.cuda.CUDAGraph | None = None

    def step(self, rows: Sequence[Tensor], rate: float) -> None:
        """One step on these rows of the tables."""
        for held, given in zip(self.rows, rows, strict=True):
            held.copy_(given)
        self._rate(rate)
        if self.graph is not None:
            self.graph.replay()
        else:
            self._step()

    def capture(self) -> None:
        """The step as it is now as one graph, made again where that changes. Its trial steps change no weight."""
        self._rate(0.0)
        aside = torch.cuda.Stream()
        aside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(aside):
            for _ in range(3):
                self._step()
        torch.cuda.current_stream().wait_stream(aside)
        self.lost.zero_()
        self.optimizer.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self._step()

    def _step(self) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        kind = self.machine.device.type
        with torch.autocast(kind, dtype=torch.bfloat16, enabled=self.machine.low, cache_enabled=False):
            loss = self.loss_of(self.network, self._batches())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.lost += loss.detach()

    def _batches(self) -> list[Table]:
        """What this step sees; cut to its longest window where no captured graph needs one shape."""
        found = [taken(f.table, r) for f, r in zip(self.feeds, self.rows, strict=True)]
        return found if self.machine.device.type == "cuda" else shortened(found)

    def _rate(self, rate: float) -> None:
        for group in self.optimizer.param_groups:
            if isinstance(group["lr"], Tensor):
                group["lr"].fill_(rate * group["times"])
            else:
                group["lr"] = rate * group["times"]


def taken(table: Table, rows: Tensor) -> Table:
    return {name: array.index_select(0, rows) for name, array in table.items()}


OVER_PIECES = {"ids": 1, "shapes": 1, "roles": 2, "rows": 2, "taught.roles": 1, "taught.rows": 1}
"""Arrays of which a side is the pieces of a window, and which side."""


def shortened(batches: Sequence[Table]) -> list[Table]:
    """Batches without the places that no window of them fills; what is computed of them is the same."""
    longest = max(int(batch["size"].max()) for batch in batches)
    return [
        batch | {name: batch[name].narrow(side, 0, longest) for name, side in OVER_PIECES.items() if name in batch}
        for batch in batches
    ]


def train(
    network: Network, course: Course, feeds: Sequence[Feed], loss_of: Loss, machine: Machine, name: str = ""
) -> int:
    """Trains in place; gives the number of steps made. One that was cut off goes on where it was kept."""
    torch.manual_seed(course.seed)
    orders = [order(feed, course, machine.device) for feed in feeds]
    network.to(machine.device).train()
    stepper = Stepper(network, feeds, loss_of, machine, course.heads)
    step, before = _resumed(stepper, machine)
    begun = kept = time.monotonic()
    rounded: bool | None = None
    while (done := share(step, time.monotonic() - begun + before, course)) < 1:
        if rounded != (done >= course.rounded_from):
            rounded = network.rounded = done >= course.rounded_from
            if machine.device.type == "cuda":
                _captured(stepper)
        given = [o[step * f.size : (step + 1) * f.size] for o, f in zip(orders, feeds, strict=True)]
        stepper.step(given, course.lr * schedule(done))
        step += 1
        if step % SAID_EVERY == 0:
            _say(name, step, stepper, time.monotonic() - begun + before)
        if machine.part and time.monotonic() - kept > KEPT_EVERY:
            kept = time.monotonic()
            _keep(stepper, machine.part, step, kept - begun + before)
    if machine.part:
        machine.part.unlink(missing_ok=True)
    return step


AHEAD = 0.05
"""So much further on than the steps must the clock be to tell how far a run is: else no two runs were the same."""


def share(step: int, seconds: float, course: Course) -> float:
    """How much of a run is done, by its steps; by the clock where that is ahead or has run out."""
    by_steps, by_time = step / course.steps, seconds / course.seconds
    return by_time if by_time >= min(by_steps + AHEAD, 1.0) else by_steps


def _captured(stepper: Stepper) -> None:
    """One launch a step where that can be had; else step by step, and it is said: a loan is short."""
    try:
        stepper.capture()
    except RuntimeError as error:
        stepper.graph = None
        print(f"no graph of a step: {error}; kernels are launched one by one", flush=True)


def order(feed: Feed, course: Course, device: torch.device) -> Tensor:
    """Rows for every step, the whole feed in random order again and again."""
    drawn = torch.Generator().manual_seed(course.seed)
    rounds = -(-course.steps * feed.size // len(feed.rows))
    found = torch.cat([feed.rows[torch.randperm(len(feed.rows), generator=drawn)] for _ in range(rounds)])
    found = found[: course.steps * feed.size]
    if feed.alike > 1:
        found = torch.cat([_by_length(part, feed, drawn) for part in found.split(feed.alike * feed.size)])
    return found.to(device)


def _by_length(rows: Tensor, feed: Feed, drawn: torch.Generator) -> Tensor:
    """Rows of several steps, those of one step about as long, the steps in random order."""
    steps = rows[feed.table["size"].cpu()[rows].argsort(stable=True)].view(-1, feed.size)
    return steps[torch.randperm(len(steps), generator=drawn)].flatten()


def groups(network: Network, heads: float) -> list[dict]:
    """No weight decay on biases and norms; `heads` times the rate for what is new above the encoder."""
    layers = ("word.", "pos.", "shape.", "norm.", "layers.", "own.", "near.")
    named = [(n.startswith(layers), p) for n, p in network.named_parameters() if p.requires_grad]
    return [
        {"params": found, "weight_decay": decay, "times": 1.0 if old else heads}
        for old in (True, False)
        for many, decay in ((True, 0.01), (False, 0.0))
        if (found := [p for was, p in named if was == old and (p.ndim >= 2) == many])
    ]


def schedule(done: float) -> float:
    """Warm-up over the first 6 %, then linear decay to nothing."""
    return done / 0.06 + 0.005 if done <= 0.06 else 1 - done


def _say(name: str, step: int, stepper: Stepper, seconds: float) -> None:
    mean = stepper.lost.item() / SAID_EVERY
    stepper.lost.zero_()
    print(f"{name}: {step} steps, loss {mean:.3f}, {seconds:.0f} s", flush=True)


def _keep(stepper: Stepper, path: Path, step: int, seconds: float) -> None:
    state = {"net": stepper.network.state_dict(), "optimizer": stepper.optimizer.state_dict()}
    aside = path.with_suffix(".new")
    torch.save(state | {"step": step, "seconds": seconds, "chance": torch.get_rng_state()}, aside)
    aside.replace(path)


def _resumed(stepper: Stepper, machine: Machine) -> tuple[int, float]:
    """The step and the seconds at which an earlier run was kept; nothing where there was none."""
    if machine.part is None or not machine.part.exists():
        return 0, 0.0
    state = torch.load(machine.part, map_location=machine.device, weights_only=True)
    stepper.network.load_state_dict(state["net"])
    stepper.optimizer.load_state_dict(state["optimizer"])
    torch.manual_seed(torch.initial_seed() + state["step"])
    torch.set_rng_state(state["chance"].cpu())  # a run on a processor is then the same as one that was never cut off
    return state["step"], state["seconds"]
