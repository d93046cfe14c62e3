"""Export trained weights as the package ships them: encoder and tags in ONNX (seven bits), heads in half precision."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import numpy as np
import onnx
import torch

from training.graph import encoder
from training.network import HEADS, LAYERS, SHARED

BRANCHES = {
    "tag": [f"layers.{i}" for i in range(SHARED, LAYERS)],
    "term": [f"own.{i}" for i in range(LAYERS - SHARED)],
}
ENCODER = ("word", "pos", "shape", "norm", "layers", "own", *BRANCHES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the package's weights folder")
    options = parser.parse_args()
    state = {k: v.float().numpy() for k, v in torch.load(options.weights, map_location="cpu")["net"].items()}
    onnx.save(encoder(state, HEADS, SHARED, BRANCHES), str(options.out / "encoder.onnx"))
    heads = {k: v.astype(np.float16) for k, v in state.items() if k.split(".")[0] not in ENCODER}
    np.savez_compressed(options.out / "heads.npz", **heads)
    sums(options.out)


def sums(folder: Path) -> None:
    """SHA256SUMS over what is shipped, in the form that sha256sum -c reads."""
    names = ("encoder.onnx", "heads.npz", "tokenizer.json")
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
