"""The encoder and its tag heads as an ONNX graph, written out by hand.

Written by hand and not traced, so that it is made of the runtime's fused operators: one integer product with its
scales and its bias, one attention over all heads. There is no mask: a run is one window, and a window has no padding.

Weights are seven bits wide. The integer products of processors without VNNI add two products in 16 bits, which
eight-bit weights overflow: the same weights would read differently from one machine to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.forms import PLACES, SMALL, form_of, ranges

Floats = NDArray[np.float32]
FUSED = "com.microsoft"
BITS = 63
"""Largest size of a weight's integer."""


class Graph:
    """Nodes and stored arrays as they are added; each method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: list[onnx.TensorProto] = []

    def store(self, name: str, array: NDArray[np.generic]) -> str:
        self.stored.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, inputs: list[str], out: str, domain: str = "", **settings: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **settings))
        return out

    def in_three(self, qkv: str, at: str) -> list[str]:
        """Queries, keys and values that stand side by side, each by itself."""
        parts = [f"{at}.{x}" for x in "qkv"]
        self.nodes.append(helper.make_node("Split", [qkv], parts, axis=-1, num_outputs=3))
        return parts

    def inner(self) -> Graph:
        """A graph inside this one, with the same stored arrays."""
        found = Graph()
        found.stored = self.stored
        return found

    def numbers(self, *values: int) -> str:
        """Whole numbers as an array, stored once."""
        name = f"numbers.{'.'.join(map(str, values))}"
        if all(array.name != name for array in self.stored):
            self.store(name, np.array(values, np.int64))
        return name

    def product(self, x: str, weight: Floats, bias: Floats, out: str) -> str:
        """x times a weight [outputs, inputs] plus its bias; the weight in integers with one scale an output."""
        whole, scale = integers(weight, axis=1)
        inputs = [x, self.store(f"{out}.w", whole.T), self.store(f"{out}.scale", scale)]
        zero = self.store(f"{out}.zero", np.zeros(len(scale), np.int8))
        return self.add("DynamicQuantizeMatMul", [*inputs, zero, self.store(f"{out}.b", bias)], out, FUSED)

    def table(self, ids: str, rows: Floats, out: str) -> str:
        """Rows of a table in integers, one scale a row."""
        whole, scale = integers(rows, axis=1)
        taken = self.add("Gather", [self.store(f"{out}.w", whole), ids], f"{out}.taken")
        scales = self.add("Gather", [self.store(f"{out}.scale", scale[:, None]), ids], f"{out}.scales")
        return self.add("Mul", [self.add("Cast", [taken], f"{out}.cast", to=TensorProto.FLOAT), scales], out)


def integers(weight: Floats, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """Whole numbers and one scale a row."""
    scale = np.maximum(np.abs(weight).max(axis=axis), 1e-8) / BITS
    return np.rint(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


Attend = Callable[[Graph, str, str, int], str]
"""Adds attention to a graph: of queries, keys and values side by side, the beginning of its names, and its heads."""


def to_all(g: Graph, qkv: str, at: str, heads: int) -> str:
    """Every piece looks at all."""
    return g.add("MultiHeadAttention", g.in_three(qkv, at), f"{at}.seen", FUSED, num_heads=heads)


def by_range(g: Graph, qkv: str, at: str, heads: int) -> str:
    """Every piece looks at all, and what it looks for depends on how far they are."""
    given = [*g.in_three(qkv, at), "", "", "near.bias"]
    return g.add("MultiHeadAttention", given, f"{at}.seen", FUSED, num_heads=heads)


def by_blocks(g: Graph, qkv: str, at: str, heads: int) -> str:
    """The pieces of a block look at those near it, as the input `seen` [b, k] says; rows stand block after block."""
    parts = g.in_three(g.add("Squeeze", [qkv, g.numbers(0)], f"{at}.flat"), at)
    shape = g.add("Concat", ["in.blocks", g.numbers(heads * SMALL.head)], f"{at}.shape", axis=0)
    given = [g.add("Reshape", [parts[0], shape], f"{at}.q.block")]
    given += [g.add("Gather", [x, "seen"], f"{x}.block") for x in parts[1:]]
    taken = g.add("MultiHeadAttention", given, f"{at}.taken", FUSED, num_heads=heads)
    return g.add("Reshape", [taken, g.numbers(1, -1, heads * SMALL.head)], f"{at}.seen")


def encoder(
    state: Mapping[str, Floats], shared: int, branches: Mapping[str, list[str]], attend: Attend = to_all
) -> onnx.ModelProto:
    """ids and shapes [1, n] in; of each branch the scores [1, n, …] of its tags and its vectors [1, n, width] out.

    `branches`: the name of a branch's tags to the names of the layers that it has to itself, above the shared ones.
    All but the first run only where the input `NAME.wanted` is true; else what they give has no pieces.
    """
    g = Graph()
    common = _embedded(g, state, attend)
    for i in range(shared):
        common = _layer(g, state, f"layers.{i}", common, attend)
    ins = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"]) for name in ("ids", "shapes")]
    if attend is by_blocks:
        ins += [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", name]) for name in ("looking", "seen")]
    out = []
    for at, (tag, layers) in enumerate(branches.items()):
        inner = g.inner() if at else g
        ends = _branch(inner, state, tag, layers, common, attend)
        if at:
            ins.append(helper.make_tensor_value_info(f"{tag}.wanted", TensorProto.BOOL, []))
            ends = _if_wanted(g, inner, tag, ends)
        out += ends
    graph = helper.make_graph(g.nodes, "reader", ins, out, g.stored)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return model


Ends = list[onnx.ValueInfoProto]


def _branch(g: Graph, state: Mapping[str, Floats], tag: str, layers: list[str], h: str, attend: Attend) -> Ends:
    for name in layers:
        h = _layer(g, state, name, h, attend)
    h = g.add("Slice", [h, g.numbers(0), "count", g.numbers(1)], f"{tag}.pieces") if attend is by_blocks else h
    weight = state[f"{tag}.weight"]
    scores = g.product(h, weight, state[f"{tag}.bias"], tag)
    vectors = g.add("Identity", [h], f"{tag}.vectors")
    sizes = {scores: weight.shape[0], vectors: weight.shape[1]}
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "n", size]) for name, size in sizes.items()]


def _if_wanted(g: Graph, inner: Graph, tag: str, ends: Ends) -> Ends:
    """The branch `inner` with its `ends`, as one operator of `g`: arrays of no pieces where it is not wanted."""
    without, empty, out = Graph(), [], []
    for end in ends:
        size = end.type.tensor_type.shape.dim[2].dim_value
        nothing = numpy_helper.from_array(np.zeros((1, 0, size), np.float32))
        name = without.add("Constant", [], f"{end.name}.none", value=nothing)
        empty.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 0, size]))
        out.append(helper.make_tensor_value_info(f"{end.name}.found", TensorProto.FLOAT, [1, "m", size]))
    sides = {"then_branch": helper.make_graph(inner.nodes, tag, [], ends)}
    sides["else_branch"] = helper.make_graph(without.nodes, f"{tag}.none", [], empty)
    g.nodes.append(helper.make_node("If", [f"{tag}.wanted"], [end.name for end in out], **sides))
    return out


def _embedded(g: Graph, state: Mapping[str, Floats], attend: Attend) -> str:
    pos, ids, shapes = g.store("pos.w", state["pos.weight"]), "ids", "shapes"
    count = g.add("Shape", [ids], "count", start=1, end=2)
    if attend is by_blocks:  # `looking` [b, q] says which piece is in each place; one in two places is the same in both
        g.add("Shape", ["looking"], "in.blocks")
        row = g.add("Reshape", ["looking", g.numbers(-1)], "row")
        ids, shapes = (g.add("Gather", [x, row], f"{x}.row", axis=1) for x in (ids, shapes))
        pos = g.add("Gather", [pos, row], "pos")
    else:
        pos = g.add("Slice", [pos, g.numbers(0), count, g.numbers(0)], "pos")
    word, shape = g.table(ids, state["word.weight"], "word"), g.table(shapes, state["shape.weight"], "shape")
    if attend is by_range:
        _near(g, state["near.weight"])
    total = g.add("Add", [g.add("Add", [word, shape], "word.shape"), pos], "embedded")
    norm = [g.store(f"norm.{p}", state[f"norm.{p}"]) for p in ("weight", "bias")]
    return g.add("LayerNormalization", [total, *norm], "layers.in", axis=-1, epsilon=form_of(state).adds)


def _near(g: Graph, weight: Floats) -> None:
    """The weight of each distance between two of `count` pieces [1, heads, n, n], the same for all layers."""
    by_distance = g.store("near.distances", weight[ranges(PLACES)].T)
    zero, one = (g.store(f"near.{i}", np.array(i, np.int64)) for i in (0, 1))
    place = g.add("Range", [zero, g.add("Squeeze", ["count"], "near.count"), one], "near.place")
    row = g.add("Unsqueeze", [g.add("Add", [place, g.numbers(PLACES - 1)], "near.seen"), g.numbers(0)], "near.row")
    far = g.add("Sub", [row, g.add("Unsqueeze", [place, g.numbers(1)], "near.column")], "near.far")
    g.add("Unsqueeze", [g.add("Gather", [by_distance, far], "near.taken", axis=1), g.numbers(0)], "near.bias")


def _layer(g: Graph, state: Mapping[str, Floats], at: str, h: str, attend: Attend) -> str:
    def product(x: str, name: str) -> str:
        return g.product(x, state[f"{at}.{name}.weight"], state[f"{at}.{name}.bias"], f"{at}.{name}")

    seen = attend(g, product(h, "qkv"), at, len(state[f"{at}.qkv.bias"]) // (3 * form_of(state).head))
    h = _normed(g, state, f"{at}.n1", h, product(seen, "o"))
    wide = g.add("Gelu", [product(h, "up")], f"{at}.wide", FUSED)
    return _normed(g, state, f"{at}.n2", h, product(wide, "down"))


def _normed(g: Graph, state: Mapping[str, Floats], at: str, before: str, added: str) -> str:
    """Residual and normalisation, two operators on purpose: fused into one the runtime takes four times as long."""
    norm = [g.store(f"{at}.{p}", state[f"{at}.{p}"]) for p in ("weight", "bias")]
    total = g.add("Add", [added, before], f"{at}.sum")
    return g.add("LayerNormalization", [total, *norm], f"{at}.out", axis=-1, epsilon=form_of(state).adds)
