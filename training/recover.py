"""The shipped weights as a network's state again, so that training can go on from what is shipped.

What whole numbers rounded stays rounded: each weight comes back as its integer times its scale.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor


def recovered(named: Path) -> dict[str, Tensor]:
    """Names and tensors of a Network, or of a part of one, from the two files of that name that export.py writes."""
    graph = onnx.load(str(named.with_suffix(".onnx"))).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    state = {}
    for name, array in held.items():
        if name == "pos.w":
            state["pos.weight"] = array
        elif name.endswith(".w"):
            scale = held[f"{name[:-2]}.scale"]
            rows = (array if scale.ndim == 2 else array.T) * scale.reshape(-1, 1)
            state[f"{name[:-2]}.weight"] = rows
        elif name.endswith(".b"):
            state[f"{name[:-2]}.bias"] = array
        elif name.endswith((".weight", ".bias")):
            state[name] = array
    with np.load(named.with_suffix(".npz")) as stored:
        state |= {name: stored[name] for name in stored.files}
    return {name: torch.from_numpy(np.array(array, np.float32)) for name, array in state.items()}


def goes_by_blocks(named: Path) -> bool:
    """Whether the attention of a shipped network goes by blocks, as its inputs tell."""
    return any(given.name == "looking" for given in onnx.load(str(named.with_suffix(".onnx"))).graph.input)
