"""The network: an encoder, two tag heads, two linkers over spans, and heads for terms and stances.

Shapes are fixed and nothing here waits for the processor, so that one step is one list of kernels (a CUDA graph).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from nonpaper.claims.attribution.blocks import blocks
from nonpaper.claims.attribution.link import BREAKS, DISTANCES, RIVALS
from nonpaper.claims.attribution.pieces import SHAPES
from nonpaper.claims.terms.codes import ACTS, CLASSES, ROWS
from training.attention import Attention
from training.forms import PLACES, RANGES, SMALL, Form, form_of, ranges, renamed
from training.rounding import product

SPAN = 128
APART = -1e9
"""Score of what may not be chosen."""
HELD = ("own", "term", "kind", "codes", "act_", "held_", "tied_")
"""Beginnings of the names of what is terms' alone."""


class Plan(NamedTuple):
    """Which layers of the starting encoder are taken, and how many of them attribution and terms share.

    Above the shared ones each goes on through a copy of the rest.
    """

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    shared: int = 4
    blocks: bool = False
    """Whether a piece looks only at those near it."""


PLANS = {"whole": Plan(), "thin": Plan(layers=(0, 1, 3, 5), shared=3), "deep": Plan(layers=tuple(range(8)), shared=8)}


class Dropout(nn.Module):
    """A random tenth of the values left out while a network trains, the rest as much larger.

    A byte is drawn for each value, eight at once: a processor draws values one by one in a sixth of a step's time.
    """

    LEFT_OUT = 26
    """Of 256."""

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        eights = torch.empty(-(-x.numel() // 8), dtype=torch.int64, device=x.device).random_(-(2**63), None)
        kept = eights.view(torch.uint8)[: x.numel()].view(x.shape) >= self.LEFT_OUT
        return x * kept.to(x.dtype).mul_(256 / (256 - self.LEFT_OUT))


class Network(nn.Module):
    """Weights start from a published encoder, whose form it has; shapes (case, quotation) start at nothing."""

    def __init__(self, start: Mapping[str, Tensor], plan: Plan) -> None:
        super().__init__()
        known = renamed(start, plan.layers)
        self.plan, self.form = plan, form_of(known)
        width = self.form.width

        def small() -> nn.Sequential:
            return nn.Sequential(nn.Linear(3 * width, 256), nn.GELU(), Dropout(), nn.Linear(256, SPAN))

        self.word, self.pos = nn.Embedding(len(known["word.weight"]), width), nn.Embedding(PLACES, width)
        self.shape, self.norm = nn.Embedding(SHAPES, width), nn.LayerNorm(width, eps=self.form.adds)
        self.layers = nn.ModuleList(_layer(self.form) for _ in plan.layers)
        self.tag, self.drop = nn.Linear(width, 9), Dropout()
        self.child, self.parent = nn.ModuleList([small(), small()]), nn.ModuleList([small(), small()])
        self.dist, self.brk, self.riv = (nn.Parameter(torch.zeros(2, n)) for n in (DISTANCES, BREAKS, RIVALS))
        self.none = nn.ModuleList([nn.Linear(SPAN, 1), nn.Linear(SPAN, 1)])
        self.own = nn.ModuleList(_layer(self.form) for _ in plan.layers[plan.shared :])
        self.term = nn.Linear(width, 3 * len(ROWS))
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
        if self.form.ranged:
            self.near = nn.Embedding(RANGES, width // self.form.head)
        self.rounded = False
        nn.init.zeros_(self.shape.weight)
        for name, array in known.items():
            self.get_parameter(name).data = array.clone()
        self.copy_upper()

    def sized_as(self, state: Mapping[str, Tensor]) -> None:
        """Every product of the layers as large as in a state, which may be a narrower network's."""
        for path, module in [*self.layers.named_modules(prefix="layers"), *self.own.named_modules(prefix="own")]:
            if isinstance(module, nn.Linear):
                outputs, inputs = state[f"{path}.weight"].shape
                above, _, name = path.rpartition(".")
                self.get_submodule(above)[name] = nn.Linear(inputs, outputs)

    def copy_upper(self) -> None:
        """Terms' own layers begin as attribution's are."""
        for own, layer in zip(self.own, self.layers[self.plan.shared :], strict=True):
            own.load_state_dict(layer.state_dict())

    def embedded(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Vectors [b, n, width] of pieces before the first layer."""
        return self.drop(self.norm(self.word(ids.int()) + self.pos.weight[: ids.shape[1]] + self.shape(shapes.int())))

    def shared(self, ids: Tensor, shapes: Tensor, size: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [b, n, width] of pieces [b, n] after the shared layers, and which are no padding [b, n, 1]."""
        place = torch.arange(ids.shape[1], device=ids.device)
        inside = (place[None] < size[:, None]).unsqueeze(2)
        h = self.embedded(ids, shapes)
        for layer in self.layers[: self.plan.shared]:
            h = self._through(layer, h, inside)
        return h, inside

    def for_attribution(self, h: Tensor, inside: Tensor) -> Tensor:
        """Vectors [b, n, width] for attribution, from those after the shared layers."""
        for layer in self.layers[self.plan.shared :]:
            h = self._through(layer, h, inside)
        return h

    def for_terms(self, h: Tensor, inside: Tensor) -> Tensor:
        """Vectors [b, n, width] for terms, from those after the shared layers."""
        for layer in self.own:
            h = self._through(layer, h, inside)
        return h

    def _through(self, layer: nn.Module, h: Tensor, inside: Tensor) -> Tensor:
        qkv = self._product(layer["qkv"], h, inside)
        a = self._ranged(qkv, inside) if self.form.ranged else attended(qkv, inside, self._blocks(inside))
        h = layer["n1"](h + self.drop(self._product(layer["o"], a, inside)))
        wide = F.gelu(self._product(layer["up"], h, inside))
        return layer["n2"](h + self.drop(self._product(layer["down"], wide, inside)))

    def _blocks(self, inside: Tensor) -> Tensor | None:
        return in_blocks(inside) if self.plan.blocks else None

    def _ranged(self, qkv: Tensor, inside: Tensor) -> Tensor:
        """Attention whose scores have the weight of each distance added."""
        n = qkv.shape[1]
        place = torch.arange(n, device=qkv.device)
        of_range = torch.from_numpy(ranges(n)).to(qkv.device)[place[None] - place[:, None] + n - 1]
        return attended_by_range(qkv, inside, self.form.head, self.near(of_range).permute(2, 0, 1))

    def _product(self, linear: nn.Module, x: Tensor, inside: Tensor) -> Tensor:
        """A product as it is, or as the shipped form rounds it."""
        return product(linear, x, inside) if self.rounded else linear(x)

    def tags(self, h: Tensor, inside: Tensor) -> Tensor:
        """Scores [b, n, 9] of the three roles."""
        return self._product(self.tag, self.drop(h), inside).float()

    def rows(self, h: Tensor, inside: Tensor) -> Tensor:
        """Scores [b, n, 15] of the five rows of terms."""
        return self._product(self.term, self.drop(h), inside).float()

    def link(self, which: int, children: Tensor, parents: Tensor, near: Tensor) -> Tensor:
        """Scores [b, c, p + 1] from the vectors of spans; the last column is none. `near` [b, c, p]: see `nearness`."""
        weight = self.dist[which][:, None, None] + self.brk[which][:, None] + self.riv[which]
        child = self.child[which](children)
        return self._scores(child, self.parent[which](parents), weight, near, self.none[which])

    def chosen(self, name: str, children: Tensor, parents: Tensor, near: Tensor) -> Tensor:
        """Scores [b, c, p + 1] of `held` (position to holder) or `tied` (condition to item); the last is none."""
        child, parent = getattr(self, f"{name}_child")(children), getattr(self, f"{name}_parent")(parents)
        return self._scores(child, parent, getattr(self, f"{name}_dist"), near, getattr(self, f"{name}_none"))

    @staticmethod
    def _scores(child: Tensor, parent: Tensor, weight: Tensor, near: Tensor, none: nn.Module) -> Tensor:
        scores = child @ parent.transpose(1, 2) / math.sqrt(SPAN) + looked_up(weight, near)
        return torch.cat([scores, none(child)], 2)

    def acts(self, items: Tensor, actors: Tensor, near: Tensor) -> Tensor:
        """Scores [b, p, a, kinds] that an actor is obligor, beneficiary, guarantor of a provision."""
        item = self.act_item(items)[:, None] * self.act_scale[None, :, None]
        scores = item @ self.act_actor(actors)[:, None].transpose(2, 3) / math.sqrt(SPAN)
        far = torch.stack([looked_up(dist, near) for dist in self.act_dist], 1)
        return (scores + far).permute(0, 2, 3, 1)

    def classes(self, tag: str, spans: Tensor) -> dict[str, Tensor]:
        """Scores [b, k, codes] of each class of provisions (p), positions (s) or conditions (c)."""
        seen = F.gelu(self.kind[tag](spans))
        return {name: head(seen) for name, head in self.codes[tag].items()}


def in_blocks(inside: Tensor) -> Tensor:
    """Which pieces look at which where attention goes by blocks [b, 1, n, n]; `inside` [b, n, 1]: no padding."""
    found = torch.zeros(len(inside), 1, inside.shape[1], inside.shape[1], dtype=torch.bool, device=inside.device)
    for mask, size in zip(found, inside.sum((1, 2)).int().tolist(), strict=True):
        looking, seen = (torch.from_numpy(places).to(inside.device) for places in blocks(size))
        mask[0, looking.unsqueeze(2), seen.unsqueeze(1)] = True
    return found


def attended(qkv: Tensor, inside: Tensor, near: Tensor | None = None) -> Tensor:
    """What each piece takes from all others, or from those `near` [b, 1, n, n] it: [b, n, k].

    From queries, keys and values [b, n, 3 * k] of heads of 32.
    """
    b, n, _ = qkv.shape
    q, k, v = by_head(qkv, SMALL.head)
    looked_at = inside.view(b, 1, 1, n) if near is None else near
    bias = ((looked_at.to(q.dtype) - 1) * 1e4).expand(b, q.shape[1], n, n)
    if q.dtype == torch.bfloat16 and q.device.type == "cpu":
        taken = Attention.apply(q, k, v, bias, inside)
    else:
        taken = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    return taken.transpose(1, 2).reshape(b, n, -1)


def attended_by_range(qkv: Tensor, inside: Tensor, head: int, bias: Tensor) -> Tensor:
    """The same where scores have a `bias` [heads, n, n] that is learned."""
    b, n, _ = qkv.shape
    q, k, v = by_head(qkv, head)
    unseen = (inside.view(b, 1, 1, n).to(q.dtype) - 1) * 1e4
    shares = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(head) + (bias.to(q.dtype) + unseen), -1)
    return (shares @ v).transpose(1, 2).reshape(b, n, -1)


def by_head(qkv: Tensor, head: int) -> tuple[Tensor, ...]:
    """Queries, keys and values [b, heads, n, head] of [b, n, 3 * k]."""
    b, n, _ = qkv.shape
    return qkv.view(b, n, 3, -1, head).permute(2, 0, 3, 1, 4).unbind(0)


def looked_up(weight: Tensor, near: Tensor) -> Tensor:
    """The learned weight of how two spans lie to each other; one past the last is `APART`."""
    table = torch.cat([weight.reshape(-1), weight.new_full((1,), APART)])
    return table.index_select(0, near.reshape(-1).int()).view(near.shape)


def pooled(h: Tensor, places: Tensor) -> Tensor:
    """[first, last, mean] of each span [b, s, 2] of vectors [b, n, width]: [b, s, 3 * width], by one product.

    What a span takes is a row of a matrix over the window's places: running sums over a whole batch cost more, and are
    less exact.
    """
    at = torch.arange(h.shape[1], device=h.device)
    first, last = places[:, :, 0, None], places[:, :, 1, None]
    within = ((at >= first) & (at <= last)).to(h.dtype)
    taken = torch.stack(
        [(at == first).to(h.dtype), (at == last).to(h.dtype), within / (last - first + 1).clamp(min=1)], 2
    )
    b, s = places.shape[:2]
    return (taken.view(b, 3 * s, -1) @ h).view(b, s, 3 * h.shape[2])


def _layer(form: Form) -> nn.ModuleDict:
    return nn.ModuleDict(
        {
            "qkv": nn.Linear(form.width, 3 * form.width),
            "o": nn.Linear(form.width, form.width),
            "n1": nn.LayerNorm(form.width, eps=form.adds),
            "up": nn.Linear(form.width, form.inner),
            "down": nn.Linear(form.inner, form.width),
            "n2": nn.LayerNorm(form.width, eps=form.adds),
        }
    )
