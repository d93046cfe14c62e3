"""Export trained weights as the package ships them: encoder and tags in ONNX (seven bits), heads in half precision.

A narrower network of the same heads is a graph alone, under another name.
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

from training.graph import encoder
from training.network import HEAD, HELD, Plan

SHIPPED = {"encoder.onnx", "narrow.onnx", "heads.npz", "terms.onnx", "terms.npz", "tokenizer.json"}
NOT_HEADS = ("word", "pos", "shape", "norm", "layers", "own", "tag", "term")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the package's weights folder, with its tokenizer.json")
    parser.add_argument("--graph", help="write the graph alone, under this name; the heads are those that are there")
    parser.add_argument("--terms", action="store_true", help="write terms.onnx and terms.npz, which terms have alone")
    options = parser.parse_args()
    saved = torch.load(options.weights, map_location="cpu", weights_only=True)
    state, plan = {k: v.float().numpy() for k, v in saved["net"].items()}, Plan(*saved["plan"])
    if options.terms:
        write_terms(state, plan, options.out)
    elif options.graph:
        write_graph(state, plan, options.out / options.graph)
    else:
        write(state, plan, options.out)
    sums(options.out)


def write(state: Mapping[str, NDArray[np.float32]], plan: Plan, folder: Path) -> None:
    """The graph and the heads of one network."""
    write_graph(state, plan, folder / "encoder.onnx")
    np.savez_compressed(folder / "heads.npz", **heads(state))


def write_terms(state: Mapping[str, NDArray[np.float32]], plan: Plan, folder: Path) -> None:
    """The graph and the heads of a network for terms alone."""
    own = {"term": [f"own.{i}" for i in range(len(plan.layers) - plan.shared)]}
    onnx.save(encoder(state, HEAD, plan.shared, own), str(folder / "terms.onnx"))
    of_terms = {name: array for name, array in heads(state).items() if name.startswith(HELD)}
    np.savez_compressed(folder / "terms.npz", **of_terms)


def write_graph(state: Mapping[str, NDArray[np.float32]], plan: Plan, path: Path) -> None:
    """The graph of one network."""
    above = range(plan.shared, len(plan.layers))
    branches = {"tag": [f"layers.{i}" for i in above], "term": [f"own.{i}" for i in range(len(above))]}
    onnx.save(encoder(state, HEAD, plan.shared, branches), str(path))


def heads(state: Mapping[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float16]]:
    """All that is not in the graph, in half precision."""
    return {k: v.astype(np.float16) for k, v in state.items() if k.split(".")[0] not in NOT_HEADS}


def sums(folder: Path) -> None:
    """SHA256SUMS over what is shipped, in the form that sha256sum -c reads."""
    names = sorted(path.name for path in folder.iterdir() if path.name in SHIPPED)
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
