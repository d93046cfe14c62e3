"""Measure trained weights in the form that ships: attributions found on PolNeAR's development part, classes of terms.

The model alone, before the program's own rules; found F1 at several thresholds of the score.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import page_of, stand_ins
from nonpaper.claims.shipped import THREADS, ReaderModel
from nonpaper.claims.terms.codes import CLASSES
from training.corpus import ROLES, tokenizer_of
from training.export import write
from training.losses import terms_scores, through
from training.marked import Example, read_all
from training.network import Network
from training.states import loaded, starting
from training.tables import LENGTH, UNMARKED, room_for, table_of
from training.terms import made
from training.text import windows

THRESHOLDS = (0.6, 0.65, 0.7, 0.72, 0.75, 0.8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, help="folder with dev.jsonl and score.py")
    parser.add_argument("--heldout", type=Path, help="folder of marked sentences kept out of training")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    THREADS.set(options.threads)
    start = starting(options.encoder)
    for path in options.weights:
        network = loaded(start, path).eval()
        if options.polnear:
            print(path.stem, found(network, options.polnear), flush=True)
        if options.heldout:
            network.rounded = True
            print(path.stem, classes(network, options.encoder, options.heldout), flush=True)


def found(network: Network, polnear: Path) -> dict[float, float]:
    """Found F1 at each threshold."""
    with tempfile.TemporaryDirectory() as work:
        write({n: a.float().numpy() for n, a in network.state_dict().items()}, network.plan, Path(work) / "encoder")
        shutil.copy(Path(str(files("nonpaper.claims") / "weights" / "tokenizer.json")), work)
        model = ReaderModel(Path(work), terms=None)
        records = [json.loads(line) for line in (polnear / "dev.jsonl").read_text("utf-8").splitlines()]
        seen = [(r["doc_id"], model.see(r["text"], stand_ins(page_of(r["text"]))).attributions) for r in records]
        return {t: scored(seen, t, polnear, Path(work)) for t in THRESHOLDS}


def scored(seen: Sequence[tuple[str, Sequence[RawAttribution]]], threshold: float, polnear: Path, work: Path) -> float:
    lines = [{"doc_id": i, "attributions": [_parts(a) for a in said if a.score >= threshold]} for i, said in seen]
    read, out = work / "read.jsonl", work / "out.json"
    read.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    call = [sys.executable, str(polnear / "score.py"), str(polnear / "dev.jsonl"), str(read), "--json", str(out)]
    subprocess.run(call, check=True, capture_output=True)
    return float(json.loads(out.read_text("utf-8"))["found"]["f1"])


def _parts(attribution: RawAttribution) -> dict[str, list[list[int]]]:
    return {role: [list(p) for p in getattr(attribution, role)] for role in ROLES}


@torch.no_grad()
def classes(network: Network, encoder: Path, folder: Path) -> dict[str, float]:
    """Share of right codes of each class in hundredths, given the spans that are marked."""
    tokenizer = tokenizer_of(encoder)
    marked = [e for e in read_all(sorted(folder.rglob("*.txt"))) if isinstance(e, Example)]
    articles = [made([e], tokenizer) for e in marked]
    cut = windows(articles, LENGTH - 2, LENGTH - 2)
    table = table_of(articles, cut, [0] * len(articles), room_for(articles, cut))
    scores = terms_scores(network, table, through(network, table))
    right = {}
    for tag, names in CLASSES.items():
        for i, name in enumerate(names):
            codes = table[tag][:, :, i]
            hits = (scores[f"{tag}.{name}"].argmax(-1) == codes)[codes != UNMARKED]
            right[f"{tag}.{name}"] = round(100 * hits.float().mean().item(), 1)
    return right


if __name__ == "__main__":
    main()
