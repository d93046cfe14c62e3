"""`python -m eval.copies_bench [REPORTS]`: copies found among invented reports, with time and pairwise figures.

Families are made by a seeded generator: an original, exact and lightly edited copies, spun ones (a third of the common
words exchanged), excerpts inside other reporting, and, as what must not be found, reports of the same event written
apart, with the same names and numbers and with the same speaker quoted.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import combinations

import msgspec

from nonpaper.model.copy import Copy
from nonpaper.reports.copies import Published, find_copies

COMMON = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "for",
    "it",
    "was",
    "on",
    "with",
    "as",
    "by",
    "be",
    "at",
    "from",
    "this",
)
SYLLABLES = ("ka", "re", "mo", "li", "tan", "dor", "ves", "shi", "ul", "ne", "pra", "gon", "bel", "sar", "ti")
KINDS = ("exact", "light", "spun", "excerpt", "apart")


class Made(msgspec.Struct, frozen=True):
    """A report of a family, and what was done to make it."""

    report: Published
    family: int
    kind: str


class Topic(msgspec.Struct, frozen=True):
    """What all families on one event share: its names, its numbers and its usual words."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    quote: str


def word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))


def topic(rng: random.Random) -> Topic:
    words = tuple(dict.fromkeys(word(rng) for _ in range(500)))
    return Topic(
        names=tuple(word(rng).capitalize() for _ in range(12)),
        numbers=tuple(str(rng.randint(10, 900_000)) for _ in range(10)),
        words=words,
        quote=" ".join(rng.choice((*COMMON, *words[:60])) for _ in range(45)),
    )


def sentence(rng: random.Random, of: Topic) -> str:
    """Half of the words are common ones, the rest the event's by Zipf's law, with its names and numbers in it."""
    weights = [1 / rank for rank in range(1, len(of.words) + 1)]
    body = [rng.choice(COMMON) if rng.random() < 0.5 else rng.choices(of.words, weights)[0] for _ in range(18)]
    body.insert(rng.randrange(len(body)), rng.choice(of.names))
    if rng.random() < 0.4:
        body.insert(rng.randrange(len(body)), rng.choice(of.numbers))
    return " ".join([body[0].capitalize(), *body[1:]]) + "."


def original(rng: random.Random, of: Topic) -> list[str]:
    said = f'"{of.quote}," {rng.choice(of.names)} said.'
    return [*(sentence(rng, of) for _ in range(rng.randint(12, 26))), said]


def light(rng: random.Random, text: list[str]) -> list[str]:
    """A few words changed, a sentence gone, the order kept."""
    kept = [s for i, s in enumerate(text) if i != len(text) // 2]
    return [_exchanged(rng, s, 0.06) for s in kept]


def spun(rng: random.Random, text: list[str]) -> list[str]:
    return [_exchanged(rng, s, 0.33) for s in text]


def _exchanged(rng: random.Random, said: str, share: float) -> str:
    """Words in small letters exchanged for others; names and numbers stay."""
    return " ".join(word(rng) if w.islower() and w.isalpha() and rng.random() < share else w for w in said.split())


def excerpt(rng: random.Random, of: Topic, text: list[str]) -> list[str]:
    """Four sentences in a row of the original within reporting of one's own, less than it."""
    at = rng.randrange(max(len(text) - 5, 1))
    own = [sentence(rng, of) for _ in range(3)]
    return [*own, *text[at : at + 4]]


def families(count: int, seed: int = 7) -> Iterator[Made]:
    """About `count` reports: six a family, five families an event."""
    rng = random.Random(seed)  # noqa: S311  (a made-up corpus, not a secret)
    about = topic(rng)
    for family in range(count // 6):
        about = topic(rng) if family % 5 == 0 else about
        text = original(rng, about)
        made = {
            "original": text,
            "exact": text,
            "light": light(rng, text),
            "spun": spun(rng, text),
            "excerpt": excerpt(rng, about, text),
            "apart": original(rng, about),
        }
        for kind, said in made.items():
            report = Published(id=f"{rng.randrange(10**12):012d}-{family}-{kind}", text=" ".join(said), language="en")
            yield Made(report, -family if kind == "apart" else family, kind)


def planted(made: list[Made]) -> dict[frozenset[str], str]:
    """Pairs of one family, with the harder of the two kinds."""
    rank = {kind: place for place, kind in enumerate(("original", *KINDS))}
    groups: dict[int, list[Made]] = {}
    for m in made:
        if m.kind != "apart":
            groups.setdefault(m.family, []).append(m)
    return {
        frozenset({a.report.id, b.report.id}): max(a.kind, b.kind, key=rank.__getitem__)
        for group in groups.values()
        for a, b in combinations(group, 2)
    }


def closed(found: tuple[Copy, ...]) -> set[frozenset[str]]:
    """Found pairs, and of reports with exactly the same words every pair that follows."""
    same: dict[str, str] = {c.right: c.left for c in found if c.kind == "exact"}
    heads: dict[str, set[str]] = {}
    for copy, head in same.items():
        heads.setdefault(head, {head}).add(copy)
    out = {frozenset({c.left, c.right}) for c in found}
    for pair in list(out):
        a, b = sorted(pair)
        left, right = heads.get(same.get(a, a), {a}), heads.get(same.get(b, b), {b})
        out |= {frozenset({x, y}) for x in left for y in right if x != y}
    return out


def figures(made: list[Made], found: tuple[Copy, ...]) -> dict[str, float]:
    """Precision and recall over pairs, in percent, and recall by the harder kind of a pair.

    An excerpt and a spun copy of one original share little of their own; most of them are tied through the original
    alone, and count as missed here.
    """
    right, told = planted(made), closed(found)
    hits = told & right.keys()
    out = {"precision": 100 * len(hits) / max(len(told), 1), "recall": 100 * len(hits) / max(len(right), 1)}
    with_original = {p for p in right if any(i.endswith("-original") for i in p)}
    out["recall, with the original"] = 100 * len(with_original & told) / max(len(with_original), 1)
    for kind in KINDS[:-1]:
        of_kind = {pair for pair, name in right.items() if name == kind}
        out[f"recall, {kind}"] = 100 * len(of_kind & told) / max(len(of_kind), 1)
    return out


def main() -> None:
    made = list(families(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
    words = sum(len(m.report.text.split()) for m in made)
    start, cpu = time.perf_counter(), time.process_time()
    found = find_copies([m.report for m in made])
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{len(made):,} reports, {words:,} words: {wall:.1f} s ({cpu:.1f} s of processor; goal: under 60)")
    for name, value in figures(made, found).items():
        print(f"{name}: {value:.1f}")
    print(f"peak resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
