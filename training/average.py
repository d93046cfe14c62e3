"""The mean of several weights that share their start: better than each of them (Wortsman and others, ICML 2022)."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found = [torch.load(path, map_location="cpu")["net"] for path in options.weights]
    mean = {name: torch.stack([net[name].float() for net in found]).mean(0) for name in found[0]}
    torch.save({"net": mean}, options.out)


if __name__ == "__main__":
    main()
