"""Export trained weights as the package ships them: int8 encoder and tags in ONNX, linkers in half precision."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn

from training.network import Network

LINKERS = ("child", "parent", "none", "dist", "brk", "riv")


class Exported(nn.Module):
    """What runs in the program: tags and vectors of windows of pieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.network.encode(ids, shapes, mask)
        return self.network.tag(hidden), hidden


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the package's weights folder")
    options = parser.parse_args()
    network = Network(options.encoder)
    network.load_state_dict(torch.load(options.weights, map_location="cpu")["net"])
    network.eval()
    with tempfile.TemporaryDirectory() as work:
        to_onnx(network, Path(work) / "float.onnx")
        quant_pre_process(Path(work) / "float.onnx", Path(work) / "ready.onnx", skip_symbolic_shape=True)
        quantize_dynamic(
            Path(work) / "ready.onnx",
            options.out / "attribution.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    state = {k: v.numpy().astype(np.float16) for k, v in network.state_dict().items() if k.split(".")[0] in LINKERS}
    np.savez_compressed(options.out / "linkers.npz", **state)
    sums(options.out)


def to_onnx(network: Network, path: Path) -> None:
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(3))
    shape = {0: torch.export.Dim("b", min=1, max=64), 1: torch.export.Dim("n", min=2, max=512)}
    program = torch.onnx.export(
        Exported(network),
        example,
        dynamo=True,
        input_names=["ids", "shapes", "mask"],
        output_names=["tags", "hidden"],
        dynamic_shapes=(shape,) * 3,
        external_data=False,
    )
    program.optimize()
    program.save(str(path))


def sums(folder: Path) -> None:
    """SHA256SUMS over what is shipped, in the form that sha256sum -c reads."""
    names = ("attribution.onnx", "linkers.npz", "tokenizer.json")
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
