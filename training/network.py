"""The network: a six-layer encoder, two tag heads, two linkers over spans, and heads for terms and stances."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from nonpaper.claims.attribution.link import BREAKS, DISTANCES, RIVALS, breaks_between, buckets, gaps, rivals_between
from nonpaper.claims.attribution.pieces import SHAPES
from nonpaper.claims.terms.codes import ACTS, CLASSES, ROWS

WIDTH, INNER, HEADS, LAYERS, SPAN = 384, 1536, 12, 6, 128
SHARED = 4
"""Layers that attribution and terms share; each goes on from there by layers of its own."""


def small() -> nn.Sequential:
    return nn.Sequential(nn.Linear(3 * WIDTH, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, SPAN))


class Network(nn.Module):
    """Weights start from all-MiniLM-L6-v2; shapes (case, quotation) start at nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.shape, self.norm = nn.Embedding(SHAPES, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(self._layer() for _ in range(LAYERS))
        self.tag, self.drop = nn.Linear(WIDTH, 9), nn.Dropout(0.1)
        self.child, self.parent = nn.ModuleList([small(), small()]), nn.ModuleList([small(), small()])
        self.dist, self.brk, self.riv = (nn.Parameter(torch.zeros(2, n)) for n in (DISTANCES, BREAKS, RIVALS))
        self.none = nn.ModuleList([nn.Linear(SPAN, 1), nn.Linear(SPAN, 1)])
        self.own = nn.ModuleList(self._layer() for _ in range(LAYERS - SHARED))
        self.term = nn.Linear(WIDTH, 3 * len(ROWS))
        self.kind = nn.ModuleDict({tag: small() for tag in CLASSES})
        self.codes = nn.ModuleDict(
            {tag: nn.ModuleDict({n: nn.Linear(SPAN, len(v)) for n, v in c.items()}) for tag, c in CLASSES.items()}
        )
        self.act_item, self.act_actor = small(), small()
        self.act_scale = nn.Parameter(torch.ones(len(ACTS), SPAN))
        self.act_dist = nn.Parameter(torch.full((len(ACTS), DISTANCES), -2.0))
        self.held_child, self.held_parent, self.held_none = small(), small(), nn.Linear(SPAN, 1)
        self.tied_child, self.tied_parent, self.tied_none = small(), small(), nn.Linear(SPAN, 1)
        self.held_dist, self.tied_dist = (nn.Parameter(torch.zeros(DISTANCES)) for _ in range(2))
        self.rounded = False
        nn.init.zeros_(self.shape.weight)
        self._start_from(load_file(str(folder / "model.safetensors")))

    @staticmethod
    def _layer() -> nn.ModuleDict:
        return nn.ModuleDict(
            {
                "qkv": nn.Linear(WIDTH, 3 * WIDTH),
                "o": nn.Linear(WIDTH, WIDTH),
                "n1": nn.LayerNorm(WIDTH, eps=1e-12),
                "up": nn.Linear(WIDTH, INNER),
                "down": nn.Linear(INNER, WIDTH),
                "n2": nn.LayerNorm(WIDTH, eps=1e-12),
            }
        )

    def _start_from(self, weights: dict[str, Tensor]) -> None:
        names = {"o": "attention.output.dense", "n1": "attention.output.LayerNorm", "up": "intermediate.dense"}
        names |= {"down": "output.dense", "n2": "output.LayerNorm"}
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                heads = [weights[f"{at}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
                getattr(layer["qkv"], part).data = torch.cat(heads)
                for name, theirs in names.items():
                    getattr(layer[name], part).data = weights[f"{at}{theirs}.{part}"].clone()
        emb = "embeddings."
        self.word.weight.data = weights[emb + "word_embeddings.weight"].clone()
        kind = weights[emb + "token_type_embeddings.weight"][0]
        self.pos.weight.data = weights[emb + "position_embeddings.weight"] + kind
        self.norm.weight.data = weights[emb + "LayerNorm.weight"].clone()
        self.norm.bias.data = weights[emb + "LayerNorm.bias"].clone()

    def shared(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [b, n, 384] of pieces [b, n] after the shared layers, and what keeps padding out of attention."""
        h = self.drop(self.norm(self.word(ids) + self.pos(torch.arange(ids.shape[1])) + self.shape(shapes)))
        bias = (1.0 - mask[:, None, None].to(h.dtype)) * -1e4
        for layer in self.layers[:SHARED]:
            h = self._through(layer, h, bias)
        return h, bias

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Vectors [b, n, 384] for attribution."""
        h, bias = self.shared(ids, shapes, mask)
        for layer in self.layers[SHARED:]:
            h = self._through(layer, h, bias)
        return h

    def encode_terms(self, h: Tensor, bias: Tensor) -> Tensor:
        """Vectors [b, n, 384] for terms, from those after the shared layers."""
        for layer in self.own:
            h = self._through(layer, h, bias)
        return h

    def _through(self, layer: nn.Module, h: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = h.shape
        q, k, v = layer["qkv"](self._in(h)).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        h = layer["n1"](h + self.drop(layer["o"](self._in(a.transpose(1, 2).reshape(b, n, WIDTH)))))
        return layer["n2"](h + self.drop(layer["down"](self._in(F.gelu(layer["up"](self._in(h)))))))

    def _in(self, x: Tensor) -> Tensor:
        """What a product takes: as it is, or rounded to 256 values between a window's least and greatest."""
        if not self.rounded:
            return x
        with torch.no_grad():
            low, high = x.amin((1, 2), keepdim=True).clamp(max=0), x.amax((1, 2), keepdim=True).clamp(min=0)
            step = (high - low).clamp(min=1e-8) / 255
            off = ((x / step).round() * step) - x
        return x + off

    def seen(self, tag: str, spans_: Tensor) -> Tensor:
        """What is seen of provisions (p), positions (s) or conditions (c), given the vectors of their spans."""
        return F.gelu(self.kind[tag](spans_))

    def part(self, name: str, spans_: Tensor) -> Tensor:
        """One side of a link by its name."""
        return getattr(self, name)(spans_)

    def acts(self, items: Tensor, actors: Tensor, item_at: np.ndarray, actor_at: np.ndarray) -> Tensor:
        """Scores [kinds, provisions, actors] that an actor is obligor, beneficiary, guarantor of a provision."""
        near = self.act_dist[:, torch.as_tensor(buckets(gaps(item_at, actor_at)))]
        return torch.einsum("ps,ks,as->kpa", items, self.act_scale, actors) / math.sqrt(SPAN) + near

    def chosen(
        self, name: str, children: Tensor, parents: Tensor, child_at: np.ndarray, parent_at: np.ndarray
    ) -> Tensor:
        """Scores [children, parents + 1] of `held` (position to holder) or `tied` (condition to item); last is none."""
        none = getattr(self, f"{name}_none")(children)
        if not len(parents):
            return none
        near = getattr(self, f"{name}_dist")[torch.as_tensor(buckets(gaps(child_at, parent_at)))]
        return torch.cat([children @ parents.T / math.sqrt(SPAN) + near, none], 1)

    def link(self, which: int, h: Tensor, children: np.ndarray, parents: np.ndarray, marks: np.ndarray) -> Tensor:
        """Scores [children, parents + 1]; the last column is none."""
        child = self.child[which](spans(h, children))
        none = self.none[which](child)
        if not len(parents):
            return none
        gap = gaps(children, parents)
        scores = child @ self.parent[which](spans(h, parents)).T / math.sqrt(SPAN)
        scores = scores + self.dist[which][torch.as_tensor(buckets(gap))]
        scores = scores + self.brk[which][torch.as_tensor(breaks_between(children, parents, marks))]
        scores = scores + self.riv[which][torch.as_tensor(rivals_between(gap))]
        return torch.cat([scores, none], 1)


def spans(h: Tensor, at: np.ndarray) -> Tensor:
    """[first, last, mean] of each span of vectors [n, 384]."""
    first, last = torch.as_tensor(at[:, 0]), torch.as_tensor(at[:, 1])
    sums = torch.cat([h.new_zeros(1, h.shape[1]), h.cumsum(0)])
    return torch.cat([h[first], h[last], (sums[last + 1] - sums[first]) / (last + 1 - first)[:, None]], 1)
