"""Networks from files and to files: the starting encoder, what a phase left, what is shipped; the mean of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.network import PLANS, Network, Plan
from training.recover import goes_by_blocks, recovered


def starting(folder: Path) -> dict[str, Tensor]:
    """The starting encoder's arrays, in single or in half precision."""
    return load_file(str(folder / "model.safetensors"))


def fresh(start: Mapping[str, Tensor], form: str) -> Network:
    return Network(start, PLANS[form])


def kept(network: Network, path: Path) -> None:
    """Writes a network's weights, whole or not at all."""
    aside = path.with_suffix(".new")
    torch.save({"net": network.state_dict(), "plan": tuple(network.plan)}, aside)
    aside.replace(path)


def loaded(start: Mapping[str, Tensor], path: Path) -> Network:
    """A network as a phase left it (`.pt`), or as its shipped form has it (`.onnx`, its heads beside it).

    What a shipped form has not, such as terms' own in one that only finds who said what, is as at the start.
    """
    if path.suffix == ".onnx":
        state = recovered(path)
        plan = _plan_of(state)._replace(blocks=goes_by_blocks(path))
    else:
        saved = torch.load(path, map_location="cpu", weights_only=True)
        state, plan = saved["net"], Plan(*saved["plan"])
    network = Network(start, plan)
    state = network.state_dict() | state
    network.sized_as(state)
    network.load_state_dict(state)
    return network


def _plan_of(state: Mapping[str, Tensor]) -> Plan:
    """How many layers there are and are shared; which ones of the starting encoder they were does not matter now."""
    layers, own = ({n.split(".")[1] for n in state if n.startswith(f"{of}.")} for of in ("layers", "own"))
    shared = len(layers) - len(own) if own else min(Plan().shared, len(layers))
    return Plan(tuple(range(len(layers))), shared)


def mean(networks: Sequence[Network]) -> Network:
    """The mean of several that share their start: better than each of them (Wortsman and others, ICML 2022)."""
    states = [n.state_dict() for n in networks]
    found = networks[0]
    found.load_state_dict({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]})
    return found
