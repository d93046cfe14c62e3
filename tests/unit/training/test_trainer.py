"""The trainer on a tiny invented set: tables say what the marks say, losses fall, heads are the program's."""

from __future__ import annotations

import copy

import numpy as np
import pytest

pytest.importorskip("torch", reason="training has an environment of its own (training/README.md)")

import torch

from nonpaper.claims.attribution.linker import Asked, choices, span_vectors
from nonpaper.claims.terms.codes import CLASSES, ROWS
from training.corpus import article
from training.loop import Course, Feed, Machine, order, share, shortened, taken, train
from training.losses import (
    MARKED,
    SAID,
    attribution_loss,
    attribution_scores,
    rooms,
    taught,
    terms_loss,
    terms_scores,
    through,
)
from training.network import pooled
from training.shares import Teacher, shares
from training.tables import NO_PAIR
from training.text import windows

WORDS = 2000
"""Rows of the tiny network's table of words; ids are taken modulo this."""


def words_at(place, pieces, text):
    first, last = (int(i) - 1 for i in place)
    return text[pieces.starts[first] : pieces.ends[last]]


def test_a_table_says_what_the_marks_say(tiny, tokenizer, invented):
    record, wanted = invented
    table, text = tiny.read, record["text"]
    room, row = rooms(table), 0
    both = [article(record, tokenizer, stood_in).pieces for stood_in in (False, True)]
    ids = table["ids"][row, 1 : int(table["size"][row]) - 1].numpy()
    pieces = next(p for p in both if np.array_equal(p.ids % WORDS, ids))
    content, cue, source = table["spans"][row].split([room.content, room.cue, room.source])
    found = set()
    for child, right in enumerate(table["cue_right"][row]):
        for which in right.nonzero().flatten().tolist():
            (parent,) = table["source_right"][row, which].nonzero().flatten().tolist()
            places = (source[parent], cue[which], content[child])
            found.add(tuple(words_at(p, pieces, text) for p in places))
    assert {tuple(w.strip(".") for w in f) for f in found} == {tuple(w.strip(".") for w in f) for f in wanted}


def test_labels_are_those_of_the_spans(tiny):
    table = tiny.read
    room = rooms(table)
    for row, spans in enumerate(table["spans"]):
        for role, places in enumerate(reversed(spans.split([room.content, room.cue, room.source]))):
            labels = torch.zeros(table["ids"].shape[1], dtype=torch.int8)
            for first, last in places.tolist():
                if last >= first:
                    labels[first], labels[first + 1 : last + 1] = 1, 2
            size = int(table["size"][row])
            assert torch.equal(table["roles"][row, role, 1 : size - 1], labels[1 : size - 1])


def test_terms_of_a_table_are_those_marked(tiny):
    table = tiny.own
    codes = {name: table["p"][..., i].flatten() for i, name in enumerate(CLASSES["p"])}
    (topic,) = codes["topic"][codes["topic"] >= 0].tolist()
    assert CLASSES["p"]["topic"][topic] == "withdrawal"
    assert table["acts"].sum() == 1
    assert table["held_right"][..., :-1].sum() == 1
    assert table["tied_right"][..., :-1].sum() == 1
    assert [int((table["rows"][:, i] == 1).sum()) for i in range(len(ROWS))] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("n", [5, 90, 91, 400, 777])
def test_windows_cover_an_article_and_are_full(n, tokenizer, invented):
    long = article({**invented[0], "text": "word " * n, "attributions": []}, tokenizer, stood_in=False)
    assert len(long.pieces) == n
    cut = windows([long], 90, 60)
    assert {i for _, start, end in cut for i in range(start, end)} == set(range(n))
    assert {end - start for _, start, end in cut} == {min(n, 90)}


def test_the_heads_say_what_the_programs_own_say(tiny, network):
    """Dense links over a batch against the program's, window by window."""
    network.eval()
    with torch.no_grad():
        for weights in (network.dist, network.brk, network.riv):
            weights.normal_()
        batch = taken(tiny.read, torch.tensor([1, 0]))
        shared = through(network, batch)
        scores, vectors = attribution_scores(network, batch, shared), network.for_attribution(*shared)
    state = {name: a.numpy() for name, a in network.state_dict().items()}
    room = rooms(batch)
    for row in range(2):
        marks = (batch["ids"][row].numpy() == 1).astype(np.int64)
        groups = [p[p[:, 1] >= p[:, 0]].long().numpy() for p in batch["spans"][row].split([*room[:3]])]
        for which, name in enumerate(("cue", "source")):
            children, parents = groups[which], groups[which + 1]
            [known] = choices(state, which, [Asked(vectors[row].numpy(), children, parents, marks)])
            given = scores[name][row].softmax(-1)[: len(children)].numpy()
            here = np.concatenate([given[:, : len(parents)], given[:, -1:]], 1)
            np.testing.assert_allclose(here, known, atol=1e-5)
            assert (batch[f"{name}_near"][row, : len(children), : len(parents)] < NO_PAIR).all()


def test_vectors_of_spans_are_the_programs():
    vectors, places = torch.randn(2, 30, 384), torch.tensor([[[0, 0], [3, 9], [0, -1]], [[2, 29], [5, 6], [0, -1]]])
    found = pooled(vectors, places)
    for row in range(2):
        known = span_vectors(vectors[row].numpy(), places[row, :2].numpy())
        np.testing.assert_allclose(found[row, :2].numpy(), known, atol=1e-5)
    assert (found[:, 2, 2 * 384 :] == 0).all()


@pytest.mark.parametrize("rounded", [False, True])
def test_padding_and_batch_mates_do_not_show(tiny, network, rounded):
    network.eval()
    network.rounded = rounded
    batch = taken(tiny.read, torch.tensor([0, 1]))
    size = int(batch["size"][0])
    with torch.no_grad():
        whole, _ = through(network, batch)
        alone, _ = network.shared(batch["ids"][:1, :size], batch["shapes"][:1, :size], batch["size"][:1])
    np.testing.assert_allclose(whole[0, :size].numpy(), alone[0].numpy(), atol=0.05 if rounded else 1e-4)


def test_a_batch_cut_to_its_longest_window_says_the_same(tiny, network):
    network.eval()
    batch = taken(tiny.own, torch.arange(len(tiny.own["ids"])))
    (short,) = shortened([batch])
    assert short["ids"].shape[1] == short["rows"].shape[2] == int(batch["size"].max()) < batch["ids"].shape[1]
    with torch.no_grad():
        whole, cut = (terms_loss(terms_scores(network, b, through(network, b)), b) for b in (batch, short))
    assert float(whole) == pytest.approx(float(cut), abs=1e-4)


def test_steps_of_like_length_take_every_window_as_often(network):
    """Of 64 windows in steps of 8, twice through: each is taken twice, and those of a step are about as long."""
    sizes = torch.tensor([(7 * i) % 64 for i in range(64)], dtype=torch.int16)
    course = Course(steps=16, seconds=1e9, lr=1.0)
    plain, alike = (order(Feed({"size": sizes}, torch.arange(64), 8, n), course, torch.device("cpu")) for n in (1, 8))
    assert plain.sort().values.tolist() == alike.sort().values.tolist() == sorted([*range(64)] * 2)

    def spread(rows):
        return (sizes[rows].view(-1, 8).max(1).values - sizes[rows].view(-1, 8).min(1).values).float().mean()

    assert spread(alike) == 7
    assert spread(plain) > 40


def test_losses_fall(tiny, network):
    def loss(net, batches):
        read, own = batches
        total = attribution_loss(attribution_scores(net, read, through(net, read)), read)
        return total + terms_loss(terms_scores(net, own, through(net, own)), own)

    feeds = [Feed(t, torch.arange(len(t["ids"])), 1) for t in tiny]
    batches = [taken(f.table, f.rows[:1]) for f in feeds]
    with torch.no_grad():
        before = float(loss(network, batches))
    assert train(network, Course(steps=12, seconds=1e9, lr=1e-3, rounded_from=0.5), feeds, loss, Machine()) == 12
    assert network.rounded
    network.eval()
    with torch.no_grad():
        assert float(loss(network, batches)) < 0.8 * before


def test_a_run_that_was_cut_off_goes_on(tiny, network, tmp_path, monkeypatch):
    """Kept after each step, cut off after three of five: two are left, the file is gone, and it was all as without."""
    monkeypatch.setattr("training.loop.KEPT_EVERY", 0.0)
    feed, part, made, whole = Feed(tiny.read, torch.arange(3), 1), tmp_path / "x.part", [], copy.deepcopy(network)

    def loss(net, batches):
        if len(made) == 3:
            made.append("cut")
            raise KeyboardInterrupt
        made.append("step")
        return attribution_loss(attribution_scores(net, batches[0], through(net, batches[0])), batches[0])

    course, machine = Course(steps=5, seconds=1e9, lr=1e-4), Machine(part=part)
    with pytest.raises(KeyboardInterrupt):
        train(network, course, [feed], loss, machine)
    assert part.exists()
    train(network, course, [feed], loss, machine)
    assert made == ["step"] * 3 + ["cut"] + ["step"] * 2
    assert not part.exists()
    train(whole, course, [feed], loss, Machine())
    for one, other in zip(network.parameters(), whole.parameters(), strict=True):
        assert torch.equal(one, other)


def test_time_bounds_a_run(tiny, network):
    feed = Feed(tiny.read, torch.arange(3), 1)

    def loss(net, batches):
        return attribution_loss(attribution_scores(net, batches[0], through(net, batches[0])), batches[0])

    assert 0 < train(network, Course(steps=10**6, seconds=0.3, lr=1e-4), [feed], loss, Machine()) < 100


@pytest.mark.parametrize(
    ("step", "seconds", "done"), [(0, 0.4, 0.0), (5, 5.2, 0.5), (5, 6, 0.6), (5, 2, 0.5), (9, 10, 1.0), (10, 3, 1.0)]
)
def test_steps_tell_how_far_a_run_is_unless_time_is_short(step, seconds, done):
    assert share(step, seconds, Course(steps=10, seconds=10, lr=1)) == pytest.approx(done)


def test_a_teacher_answers_first_for_what_it_was_kept_from(tiny, start):
    from training.network import Network, Plan

    torch.manual_seed(5)
    one, other = (Network(start, Plan(layers=(0,), shared=1)) for _ in range(2))
    table = taken(tiny.read, torch.tensor([0, 1, 2])) | {"fold": torch.tensor([0, 1, 2], dtype=torch.int16)}
    both = shares([Teacher(one, (0,)), Teacher(other, (1,))], table, SAID, Machine())
    mine, theirs = (shares([Teacher(n)], table, SAID, Machine()) for n in (one, other))
    for name in (f"taught.{n}" for n in SAID):
        assert torch.equal(both[name][0], mine[name][0])
        assert torch.equal(both[name][1], theirs[name][1])
        mean = (mine[name][2].float() + theirs[name][2].float()) / 2
        assert torch.allclose(both[name][2].float(), mean, atol=2e-3)


def test_what_is_taught_is_least_for_who_says_the_same(tiny, network):
    """Cross-entropy with shares is least where the shares are the network's own."""
    network.eval()
    for table, names, of in ((tiny.read, SAID, attribution_scores), (tiny.own, MARKED, terms_scores)):
        batch = taken(table, torch.tensor([0]))
        with torch.no_grad():
            scores = of(network, batch, through(network, batch))
        shown = {n: s.softmax(-1) for n, s in scores.items()}
        moved = {n: s + torch.randn_like(s) for n, s in scores.items()}
        assert taught(scores, shown, batch, names) < taught(moved, shown, batch, names)
