"""Train the attribution model from PolNeAR's training part. See README.md for the one command."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from nonpaper.claims.attribution.pieces import BREAK_ID
from training.corpus import Article, Links, Window, links, load, tokenizer_of, windows
from training.network import Network

LINK_WEIGHT = 0.4
TAG_WEIGHT = 3.0
MASK_ID = 103


def main() -> None:
    options = arguments()
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = tokenizer_of(options.encoder)
    articles = [a for path in options.data for a in load(path, tokenizer, options.stand_ins)]
    network = Network(options.encoder)
    if options.start:
        network.load_state_dict(torch.load(options.start, map_location="cpu")["net"])
    optimizer = torch.optim.AdamW(groups(network), lr=options.lr, betas=(0.9, 0.98))
    total = step = 0
    start = time.time()
    for epoch in range(options.epochs):
        batches = shuffled(windows(articles, options.window - 2, options.stride), options.batch)
        total = total or len(batches) * options.epochs
        for batch in batches:
            rate = options.lr * schedule(min(step / total, 1.0))
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(network, articles, batch, options.hide)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 10 == 0:
                print(
                    f"epoch {epoch} step {step}/{total} loss {loss.item():.3f} {time.time() - start:.0f} s", flush=True
                )
        torch.save({"net": network.state_dict(), "step": step}, options.out)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="PolNeAR's train.jsonl, train.multi.jsonl")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the encoder's own")
    parser.add_argument("--hide", type=float, default=0.0, help="share of pieces shown as [MASK], anew each epoch")
    parser.add_argument("--stand-ins", action="store_true", help="one word for all states, as the program reads")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, default=Path("attribution.pt"))
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--window", type=int, default=384)
    parser.add_argument("--stride", type=int, default=352)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--lr", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def groups(network: Network) -> list[dict]:
    """No weight decay on biases and norms."""
    named = list(network.parameters())
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


def tensors(articles: list[Article], batch: list[Window], hide: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = max(end - start for _, start, end in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    shapes, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    labels = torch.full((len(batch), 3, longest), -100)
    for row, (which, start, end) in enumerate(batch):
        pieces, marked, _ = articles[which]
        size = end - start
        ids[row, 0], ids[row, size + 1] = 101, 102
        ids[row, 1 : size + 1] = torch.from_numpy(pieces.ids[start:end])
        unseen = (torch.rand(size) < hide) & (ids[row, 1 : size + 1] != BREAK_ID)
        ids[row, 1 : size + 1][unseen] = MASK_ID
        shapes[row, 1 : size + 1] = torch.from_numpy(pieces.shapes[start:end])
        mask[row, : size + 2] = 1
        labels[row, :, 1 : size + 1] = torch.from_numpy(marked[:, start:end])
    return ids, shapes, mask, labels


def loss_of(network: Network, articles: list[Article], batch: list[Window], hide: float) -> Tensor:
    """Tag cross-entropy plus the two links'; the encoder runs in bfloat16, the rest in single precision."""
    ids, shapes, mask, labels = tensors(articles, batch, hide)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encode(ids, shapes, mask)
        scores = network.tag(network.drop(hidden))
    hidden = hidden.float()
    loss = TAG_WEIGHT * F.cross_entropy(
        scores.float().view(-1, 3), labels.transpose(1, 2).reshape(-1), ignore_index=-100
    )
    for which in (0, 1):
        parts = []
        for row, window in enumerate(batch):
            found = links(articles, window)
            marks = (ids[row].numpy() == BREAK_ID).astype(np.int64)
            part = link_loss(network, which, hidden[row], found, marks)
            parts += [part] if part is not None else []
        if parts:
            loss = loss + LINK_WEIGHT * torch.cat(parts).mean()
    return loss


def link_loss(network: Network, which: int, hidden: Tensor, found: Links, marks: np.ndarray) -> Tensor | None:
    """For each child, minus the log of what its right parents together are given."""
    right, parents = (found.content_to_cue, found.cues) if which == 0 else (found.cue_to_source, found.sources)
    if not right:
        return None
    scores = network.link(which, hidden, np.array(list(right)), np.array(parents).reshape(-1, 2), marks)
    logs = scores.float().log_softmax(1)
    allowed = torch.full_like(logs, -1e9)
    for row, choices in enumerate(right.values()):
        allowed[row, list(choices)] = 0
    return -(logs + allowed).logsumexp(1)


if __name__ == "__main__":
    main()
