"""What a machine with a GPU needs, in one small folder: the texts as tables, the starting encoder in half precision."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from safetensors.torch import save_file

from training.states import starting


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="what training.text made")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    kept = {
        n: a.half().contiguous() for n, a in starting(options.encoder).items() if n.startswith(("embed", "encoder."))
    }
    save_file({n: a for n, a in kept.items() if a.ndim and "position_ids" not in n}, options.out / "model.safetensors")
    shutil.copy(options.texts, options.out / "texts.npz")
    size = sum(p.stat().st_size for p in options.out.iterdir())
    print(f"{options.out}: {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
