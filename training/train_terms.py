"""Train the heads for terms and stances, with two layers of their own, on what is marked here.

The layers below are those of attribution and stay as they are: who said what does not change by what is learned here.
So what they give is computed once for each of several ways of putting the examples together, and kept.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from training.corpus import Article, Window, tokenizer_of, windows
from training.graph import encoder as encoder_graph
from training.losses import tensors, terms_loss
from training.marked import Example, read_all
from training.network import HEADS, LAYERS, SHARED, WIDTH, Network
from training.terms import Terms, cut, packed
from training.train import groups, schedule, shuffled, start_from

HELD_OUT = "heldout"
"""Files in a folder of this name are not trained on."""
TRAINED = ("own", "term", "kind", "codes", "act_", "held_", "tied_")


class Batch(NamedTuple):
    """Vectors after the shared layers, what keeps padding out, labels, and what is marked in each window."""

    vectors: Tensor
    bias: Tensor
    labels: Tensor
    terms: list[Terms]


def main() -> None:
    options = arguments()
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = tokenizer_of(options.encoder)
    files = by_file(options.marked)
    network = prepared(options.encoder, options.start)
    network.rounded = options.rounded
    start_from(network, options.resume)
    begun = time.time()
    session = shared_layers(network, options.threads)
    ways = [batches(session, files, tokenizer, options) for _ in range(options.ways)]
    print(f"{len(files)} files, {sum(map(len, files))} examples, {len(ways[0])} batches; {time.time() - begun:.0f} s")
    optimizer = torch.optim.AdamW(
        [g | {"rate": options.lr} for g in groups(network.own)] + [g | {"rate": options.heads} for g in heads(network)],
        lr=options.lr,
        betas=(0.9, 0.98),
    )
    total = sum(len(ways[epoch % options.ways]) for epoch in range(options.epochs))
    step = 0
    for epoch in range(options.epochs):
        losses = []
        way = ways[epoch % options.ways]
        for batch in random.sample(way, len(way)):
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * schedule(min(step / total, 1.0))
            hidden = network.encode_terms(network.drop(batch.vectors.float()), batch.bias)
            loss = terms_loss(network, hidden, batch.labels, batch.terms)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch + 1}/{options.epochs} loss {np.mean(losses):.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save({"net": network.state_dict(), "step": step}, options.out)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--marked", type=Path, nargs="+", required=True, help="folders of marked sentences and articles"
    )
    parser.add_argument("--start", type=Path, required=True, help="weights, or a folder of shipped ones, to go on from")
    parser.add_argument("--resume", type=Path, help="weights of a run of this command to go on from")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, default=Path("terms.pt"))
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--ways", type=int, default=6, help="how many ways of putting the examples together")
    parser.add_argument("--window", type=int, default=384)
    parser.add_argument("--stride", type=int, default=256)
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--lr", type=float, default=5e-4, help="rate of the layers")
    parser.add_argument("--heads", type=float, default=2e-3, help="rate of what is new")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounded", action="store_true", help="activations rounded as the shipped form rounds them")
    return parser.parse_args()


def by_file(folders: list[Path]) -> list[list[Example]]:
    """The examples of each file that is trained on; a fault in one stops the training."""
    paths = [p for folder in folders for p in sorted(folder.rglob("*.txt")) if HELD_OUT not in p.parts]
    files = []
    for path in paths:
        examples = list(read_all([path]))
        if faults := [e for e in examples if not isinstance(e, Example)]:
            raise SystemExit(str(faults[0]))
        files.append(examples)
    return files


def prepared(encoder: Path, start: Path) -> Network:
    """The network with attribution's weights, which stay; layers for terms begin as attribution's."""
    network = Network(encoder)
    start_from(network, start)
    for own, layer in zip(network.own, network.layers[SHARED:LAYERS], strict=True):
        own.load_state_dict(layer.state_dict())
    for name, parameter in network.named_parameters():
        parameter.requires_grad = name.startswith(TRAINED)
    return network


def heads(network: Network) -> list[dict]:
    """The parameters that are trained and are not of the layers."""
    rest = torch.nn.ParameterList(
        p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("own.")
    )
    return groups(rest)


def shared_layers(network: Network, threads: int) -> onnxruntime.InferenceSession:
    """The shared layers in the form in which they are shipped, so that the heads learn what they will be given."""
    state = {name: array.float().numpy() for name, array in network.state_dict().items()}
    graph = encoder_graph(state, HEADS, SHARED, {"tag": []})
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(graph.SerializeToString(), options)


def batches(
    session: onnxruntime.InferenceSession, files: list[list[Example]], tokenizer, options: argparse.Namespace
) -> list[Batch]:
    """One way of putting the examples together, in windows, with the vectors that the shared layers give."""
    articles = [a for examples in files for a in packed(examples, tokenizer, options.window - 2)]
    cut_up = shuffled(windows(articles, options.window - 2, options.stride), options.batch)
    return [batch_of(session, articles, group) for group in cut_up]


def batch_of(session: onnxruntime.InferenceSession, articles: list[Article], group: list[Window]) -> Batch:
    ids, shapes, mask, _, labels = tensors(articles, group)
    vectors = torch.zeros(*ids.shape, WIDTH, dtype=torch.half)
    for row, size in enumerate(mask.sum(1).tolist()):
        given = {"ids": ids[row : row + 1, :size].numpy(), "shapes": shapes[row : row + 1, :size].numpy()}
        vectors[row, :size] = torch.from_numpy(session.run(["tag.vectors"], given)[0][0]).half()
    terms = [cut(articles[which].terms, start, end) for which, start, end in group]
    return Batch(vectors, (1.0 - mask[:, None, None].float()) * -1e4, labels, terms)


if __name__ == "__main__":
    main()
