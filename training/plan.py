"""Carries out a plan of training: one phase after the other, each bound by steps and by its share of the time.

    python -m training.plan training/plans/taught.toml --texts texts.npz --encoder FOLDER --out weights --seconds 600

Each phase leaves NAME.pt in the folder; one that is there already is not done again, and a long one that was cut off
goes on where it was last kept. The plan says what each phase is; `Phase` says what may stand there.
"""

from __future__ import annotations

import argparse
import time
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec
import torch

from training import text
from training.felt import felt
from training.loop import Course, Feed, Loss, Machine, train
from training.losses import (
    MARKED,
    SAID,
    attribution_loss,
    attribution_scores,
    taught,
    terms_loss,
    terms_scores,
    through,
)
from training.narrow import Size, narrow
from training.network import HELD, Network
from training.shares import Teacher, shares
from training.spliced import spliced
from training.states import fresh, kept, loaded, mean, starting
from training.tables import Table


class Phase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One network trained, or the mean of several: its `name`, and how."""

    name: str
    learns: str = "attribution"
    """`attribution`, `terms`, `both`; `mean` is the mean of others; `narrow` leaves out heads and neurons of what it
    goes on from."""
    form: str = "whole"
    """Which layers: `whole` or `thin`."""
    goes_on: str | None = None
    """An earlier phase, or `shipped`, to start from."""
    of: tuple[str, ...] = ()
    """Phases that are averaged, or that teach."""
    apart: tuple[int, ...] = ()
    """Parts of PolNeAR's articles (0 to 5) that it is kept from."""
    stays: bool = False
    """Whether all but terms' own stays as it was."""
    anew: bool = False
    """Whether terms' own layers begin as those of attribution are."""
    share: float = 0.0
    """Weight of what teachers say beside what is marked."""
    sizes: tuple[Size, ...] = ()
    """For `narrow`: heads and inner neurons of each layer, terms' own layers last."""
    seed: int = 1
    steps: int = 1000
    part_of_time: float = 1.0
    """Its part of the time, beside the other phases' parts."""
    lr: float = 4e-4
    heads: float = 1.0
    """How many times the rate for what is new above the encoder."""
    rounded_from: float = 2.0
    """From which part of the steps on it is rounded as it is shipped; 2: never."""
    alike: int = 1
    """Steps whose windows are put in order of length."""
    batch: tuple[int, int] = (48, 12)
    """Windows of PolNeAR, and of what is written here, a step."""


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phases in order."""

    phase: tuple[Phase, ...]


def read_plan(path: Path) -> Plan:
    """A plan; a phase that names one which does not come before it is refused."""
    plan = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Plan)
    before: set[str] = set()
    for phase in plan.phase:
        if gone := {*phase.of, *([phase.goes_on] if phase.goes_on else [])} - before - {SHIPPED}:
            raise SystemExit(f"{path}: {phase.name} needs {', '.join(sorted(gone))}, which no phase before it makes")
        before.add(phase.name)
    return plan


SHIPPED = "shipped"
"""What ships for who said what, as if a phase had made it."""


class Work:
    """What all phases share: texts and starting encoder on the device, the folder, the weights that ship."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.out, self.shipped = options.out, options.shipped
        self.machine = Machine(torch.device(options.device), options.low)
        self.texts = text.Texts(*(to(t, self.machine.device) for t in text.load(options.texts)))
        self.start = starting(options.encoder)

    def path(self, name: str) -> Path:
        return self.shipped / "encoder.onnx" if name == SHIPPED else self.out / f"{name}.pt"

    def do(self, phase: Phase, seconds: float, plan: Plan) -> None:
        """One phase from its start to its file."""
        if phase.learns == "mean":
            kept(mean([loaded(self.start, self.path(n)) for n in phase.of]), self.path(phase.name))
            return
        torch.manual_seed(phase.seed)
        if phase.learns == "narrow":
            kept(self._narrow(phase), self.path(phase.name))
            return
        network = loaded(self.start, self.path(phase.goes_on)) if phase.goes_on else fresh(self.start, phase.form)
        if phase.stays:
            _stay(network)
        if phase.anew:
            network.copy_upper()
        begun = time.monotonic()
        feeds, names = self._feeds(phase, plan), _names(phase)
        left = max(seconds - (time.monotonic() - begun), 1.0)
        course = Course(phase.steps, left, phase.lr, phase.rounded_from, phase.heads, phase.seed)
        machine = self.machine._replace(part=self.out / f"{phase.name}.part")
        train(network, course, feeds, loss_for(phase, names), machine, phase.name)
        kept(network, self.path(phase.name))

    def _narrow(self, phase: Phase) -> Network:
        network = loaded(self.start, self.path(phase.goes_on or SHIPPED))
        table = to(spliced(self.texts, phase.batch, phase.seed), self.machine.device)
        count = len(network.layers)
        narrow(network, table, phase.sizes[:count], phase.sizes[count:], felt(network, table))
        return network

    def _feeds(self, phase: Phase, plan: Plan) -> list[Feed]:
        wanted = {"attribution": (self.texts.read,), "terms": (self.texts.own,), "both": self.texts}[phase.learns]
        sizes = {"attribution": phase.batch[:1], "terms": phase.batch[1:], "both": phase.batch}[phase.learns]
        teachers = [self._teacher(plan, name) for name in phase.of]
        feeds = []
        for table, size in zip(wanted, sizes, strict=True):
            shown = table
            for names, known in teachers_by(teachers, table):
                shown = shares(known, shown, names, self.machine)
            feeds.append(Feed(shown, rows(table, phase.apart, self.machine.device), size, phase.alike))
        return feeds

    def _teacher(self, plan: Plan, name: str) -> tuple[str, Teacher]:
        phase = next(p for p in plan.phase if p.name == name)
        return phase.learns, Teacher(loaded(self.start, self.path(name)), phase.apart)


def teachers_by(teachers: Sequence[tuple[str, Teacher]], table: Table) -> list[tuple[tuple[str, ...], list[Teacher]]]:
    """Who is asked what of a table: those of attribution of all windows, those of terms of what is marked for terms."""
    said = [t for learned, t in teachers if learned in {"attribution", "both"}]
    marked = [t for learned, t in teachers if learned in {"terms", "both"}]
    asked = [(SAID, said), (MARKED, marked if "rows" in table else [])]
    return [(names, known) for names, known in asked if known]


def rows(table: Table, apart: tuple[int, ...], device: torch.device) -> torch.Tensor:
    """The windows that are trained on."""
    inside = ~torch.isin(table["fold"], torch.tensor(apart, dtype=table["fold"].dtype, device=device))
    return inside.nonzero().squeeze(1).cpu()


def _names(phase: Phase) -> tuple[str, ...]:
    return () if not phase.of else {"attribution": SAID, "terms": MARKED, "both": (*SAID, *MARKED)}[phase.learns]


def _stay(network: Network) -> None:
    for name, parameter in network.named_parameters():
        parameter.requires_grad = name.startswith(HELD)


def loss_for(phase: Phase, names: tuple[str, ...]) -> Loss:
    """What a step of the phase costs, of the batches of its feeds."""

    def of_marks(marks: torch.Tensor, scores: Table, batch: Table) -> torch.Tensor:
        said = tuple(n for n in names if n in scores and f"taught.{n}" in batch)
        if not said:
            return marks
        shown = {n: batch[f"taught.{n}"] for n in said}
        return (1 - phase.share) * marks + phase.share * taught(scores, shown, batch, said)

    def loss(network: Network, batches: list[Table]) -> torch.Tensor:
        batch = batches[0] if len(batches) == 1 else together(batches)
        shared = through(network, batch)
        costs = []
        if phase.learns != "terms":
            scores = attribution_scores(network, batch, shared)
            costs.append(of_marks(attribution_loss(scores, batch), scores, batch))
        if phase.learns != "attribution":
            own, count = batches[-1], len(batches[-1]["ids"])
            scores = terms_scores(network, own, (shared[0][-count:], shared[1][-count:]))
            costs.append(of_marks(terms_loss(scores, own), scores, own))
        return torch.stack(costs).sum()

    return loss


def together(batches: list[Table]) -> Table:
    """What all batches have, one after the other."""
    return {n: torch.cat([b[n] for b in batches]) for n in batches[0] if all(n in b for b in batches)}


def to(table: Table, device: torch.device) -> Table:
    return {name: array.to(device) for name, array in table.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--texts", type=Path, required=True, help="what training.text made")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=1e9, help="time for all phases")
    parser.add_argument("--shipped", type=Path, default=Path("src/nonpaper/claims/weights"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--low", action="store_true", help="bfloat16 products, where the machine has them")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--only", nargs="+", default=(), help="phases to carry out, where others are or will be made elsewhere"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_float32_matmul_precision("high")
    options.out.mkdir(parents=True, exist_ok=True)
    carry_out(read_plan(options.plan), Work(options), options.seconds, options.only)


def carry_out(plan: Plan, work: Work, seconds: float, only: Collection[str] = ()) -> None:
    """All phases that are not there yet, or `only` some, in what time there is."""
    begun = time.monotonic()
    todo = to_do(plan, work, only)
    for i, phase in enumerate(todo):
        left = seconds - (time.monotonic() - begun)
        parts = [p.part_of_time for p in todo[i:] if p.learns != "mean"]
        work.do(phase, max(left * phase.part_of_time / max(sum(parts), 1e-9), 1.0), plan)
        print(f"{phase.name} done, {time.monotonic() - begun:.0f} s of all", flush=True)


def to_do(plan: Plan, work: Work, only: Collection[str]) -> list[Phase]:
    """The phases that are not there yet, or `only` some; SystemExit where one is unknown or needs what is not there."""
    if unknown := set(only) - {p.name for p in plan.phase}:
        raise SystemExit(
            f"the plan has no phase {', '.join(sorted(unknown))}; it has {', '.join(p.name for p in plan.phase)}"
        )
    todo = [p for p in plan.phase if not work.path(p.name).exists() and (not only or p.name in only)]
    needed = {name for p in todo for name in (*p.of, p.goes_on) if name} - {p.name for p in todo}
    if gone := sorted(name for name in needed if not work.path(name).exists()):
        raise SystemExit(f"{work.out} lacks {', '.join(gone)}, which the phases to be carried out go on from")
    return todo


if __name__ == "__main__":
    main()
