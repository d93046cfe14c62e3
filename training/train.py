"""Train attribution from PolNeAR's training part. README.md has the one command."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from training.corpus import Window, load, tokenizer_of, windows
from training.losses import loss_of
from training.network import Network
from training.recover import recovered


def main() -> None:
    options = arguments()
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = tokenizer_of(options.encoder)
    articles = [a for path in options.data for a in load(path, tokenizer, options.stand_ins)]
    network = Network(options.encoder)
    start_from(network, options.start)
    network.rounded = options.rounded
    optimizer = torch.optim.AdamW(groups(network), lr=options.lr, betas=(0.9, 0.98))
    begun, step, total = time.time(), 0, 0
    for epoch in range(options.epochs):
        batches = shuffled(windows(articles, options.window - 2, options.stride), options.batch)
        total = total or len(batches) * options.epochs
        for batch in batches:
            for group in optimizer.param_groups:
                group["lr"] = options.lr * schedule(min(step / total, 1.0))
            loss = loss_of(network, articles, batch, options.hide, options.low)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 10 == 0:
                print(f"{epoch} {step}/{total} loss {loss.item():.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save({"net": network.state_dict(), "step": step}, options.out)


def start_from(network: Network, start: Path | None) -> None:
    """Weights of an earlier run, or of a folder as the package ships them; what they lack stays as it is."""
    if start is None:
        return
    state = recovered(start) if start.is_dir() else torch.load(start, map_location="cpu")["net"]
    missing, unknown = network.load_state_dict(state, strict=False)
    if unknown:
        raise SystemExit(f"{start} has weights that the network has not: {unknown[:3]}")
    print(f"started from {start}; {len(missing)} arrays are new")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="PolNeAR's train.jsonl, train.multi.jsonl")
    parser.add_argument("--start", type=Path, help="weights, or a folder of shipped ones, to go on from")
    parser.add_argument("--hide", type=float, default=0.0, help="share of pieces shown as [MASK], anew each epoch")
    parser.add_argument("--stand-ins", action="store_true", help="one word for all states, as the program reads")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, default=Path("attribution.pt"))
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--low", action="store_true", help="bfloat16 products, on processors that have them")
    parser.add_argument("--rounded", action="store_true", help="activations rounded as the shipped form rounds them")
    parser.add_argument("--window", type=int, default=384)
    parser.add_argument("--stride", type=int, default=352)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--lr", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def groups(network: torch.nn.Module) -> list[dict]:
    """No weight decay on biases and norms; nothing for what is not to be trained."""
    named = [p for p in network.parameters() if p.requires_grad]
    return [
        {"params": [p for p in named if p.ndim >= 2], "weight_decay": 0.01},
        {"params": [p for p in named if p.ndim < 2], "weight_decay": 0.0},
    ]


def schedule(done: float) -> float:
    """Warm-up over the first 6 %, then linear decay to nothing."""
    return done / 0.06 + 0.005 if done <= 0.06 else 1 - done


def shuffled(all_windows: list[Window], size: int) -> list[list[Window]]:
    """Batches of windows of like length, in random order."""
    random.shuffle(all_windows)
    pool = size * 16
    chunks = [all_windows[i : i + pool] for i in range(0, len(all_windows), pool)]
    batches = [
        ordered[i : i + size]
        for chunk in chunks
        for ordered in [sorted(chunk, key=lambda w: w[2] - w[1])]
        for i in range(0, len(ordered), size)
    ]
    random.shuffle(batches)
    return batches


if __name__ == "__main__":
    main()
