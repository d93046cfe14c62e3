"""Export trained weights as the package ships them: graphs in ONNX (seven bits), their heads in half precision.

Three networks: one for who said what, one for terms and stances, and a narrow one for both.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from training.forms import form_of
from training.graph import Attend, by_blocks, by_range, encoder, to_all
from training.network import HELD, Plan

NOT_HEADS = ("near", "word", "pos", "shape", "norm", "layers", "own", "tag", "term")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the package's weights folder, with its tokenizer.json")
    parser.add_argument("--as", dest="name", choices=sorted(WRITERS), default="encoder", help="which network it is")
    options = parser.parse_args()
    saved = torch.load(options.weights, map_location="cpu", weights_only=True)
    state, plan = {k: v.float().numpy() for k, v in saved["net"].items()}, Plan(*saved["plan"])
    WRITERS[options.name](state, plan, options.out / options.name)
    sums(options.out)


State = Mapping[str, NDArray[np.float32]]


def write_roles(state: State, plan: Plan, named: Path) -> None:
    """The part of a network that finds who said what: a graph and its heads, files of one name."""
    graph = encoder(state, plan.shared, {"tag": _above(plan)}, _all(state))
    _write(named, graph, _heads(state, of_terms=False))


def write_terms(state: State, plan: Plan, named: Path) -> None:
    """The part that finds terms and stances."""
    graph = encoder(state, plan.shared, {"term": _own(plan)}, _all(state))
    _write(named, graph, _heads(state, of_terms=True))


def write(state: State, plan: Plan, named: Path) -> None:
    """A whole network."""
    attend = by_blocks if plan.blocks else _all(state)
    graph = encoder(state, plan.shared, {"tag": _above(plan), "term": _own(plan)}, attend)
    _write(named, graph, _heads(state, of_terms=False) | _heads(state, of_terms=True))


WRITERS = {"encoder": write_roles, "terms": write_terms, "narrow": write}
SHIPPED = {f"{name}.{kind}" for name in WRITERS for kind in ("onnx", "npz")} | {"tokenizer.json"}


def _all(state: State) -> Attend:
    """Attention to all pieces of a window."""
    return by_range if form_of(state).ranged else to_all


def _above(plan: Plan) -> list[str]:
    return [f"layers.{i}" for i in range(plan.shared, len(plan.layers))]


def _own(plan: Plan) -> list[str]:
    return [f"own.{i}" for i in range(len(plan.layers) - plan.shared)]


def _write(named: Path, graph: onnx.ModelProto, heads: Mapping[str, NDArray[np.float16]]) -> None:
    onnx.save(graph, str(named.with_suffix(".onnx")))
    np.savez(named.with_suffix(".npz"), **heads)  # packed a tenth smaller, and a twentieth of a short call slower


def _heads(state: State, *, of_terms: bool) -> dict[str, NDArray[np.float16]]:
    """What is not in the graph of one of the two parts, in half precision."""
    mine = {k: v for k, v in state.items() if k.split(".")[0] not in NOT_HEADS and k.startswith(HELD) == of_terms}
    return {k: v.astype(np.float16) for k, v in mine.items()}


def sums(folder: Path) -> None:
    """SHA256SUMS over what is shipped, in the form that sha256sum -c reads."""
    names = sorted(path.name for path in folder.iterdir() if path.name in SHIPPED)
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
