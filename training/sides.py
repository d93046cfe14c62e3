"""Fit what each sign of a side counts (`nonpaper.claims.sides.signs`) on written articles, and print it as TOML.

    PYTHONPATH=src:. .train/bin/python -m training.sides

The two sides of an article are the two parties whose its marked terms and stances are most often; where the page names
them by no pair that it knows, "nobody" is right. Paragraphs of the reports help at less weight: the first two of their
file's parties are right where both are named, "nobody" where not, which is what short reports must be told. The ridge
estimate is found by Newton's method; nothing is drawn by chance. Figures are of articles that the weights were not
fitted on; `--held wk` leaves those whose names begin so out of the weights as well, and judges them apart.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.page import page_of
from nonpaper.claims.sides.signs import OF_ONE, OF_TWO, pairings
from nonpaper.claims.sides.two import PLAIN
from training.gold import record_of
from training.marked import Example, read_all

HERE = Path(__file__).parent
NAMES = (*OF_ONE, *OF_TWO, "nobody")
RIDGE, HELP, FOLDS, STEPS = 0.5, 0.1, 8, 12
"""Weight of the penalty on scaled weights, weight of a report's paragraph, parts of the articles, Newton's steps."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """One text: a row of signs for each pair of parties and one for "nobody" at the end; which row is right."""

    signs: Matrix
    right: int
    counts: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held", default="wk", help="how the names of articles begin that are only judged")
    held = parser.parse_args().held
    files = sorted((HERE / "articles").glob("w*.txt"))
    articles = _articles([f for f in files if not f.name.startswith(held)])
    reports = [c for e in read_all(sorted((HERE / "reports").glob("r*.txt"))) if (c := _of_paragraph(e))]
    weights = fitted([*articles, *reports])
    parts = [[c for i, c in enumerate(articles) if i % FOLDS != fold] for fold in range(FOLDS)]
    _tell([r for i, part in enumerate(parts) for r in _judged(articles[i::FOLDS], fitted([*part, *reports]))])
    _tell(_judged(_articles([f for f in files if f.name.startswith(held)]), weights))
    print("[weights]")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name} = {weight:.2f}")


def _articles(files: Sequence[Path]) -> list[Choice]:
    read = read_all(files) if files else ()  # without files everything that is written is read
    return [choice for example in read if (choice := _of_article(example))]


def _of_article(example: Example) -> Choice | None:
    """None where three parties are as often meant as the second."""
    top = _meant(example).most_common(3)
    plain = len(top) > 1 and (len(top) == 2 or top[1][1] > top[2][1])
    return _choice(example, {name for name, _ in top[:2]}, 1.0) if plain else None


def _of_paragraph(example: Example) -> Choice | None:
    """None where a paragraph names the first two alone, or nobody; "nobody" is right where it lacks one of them."""
    choice = _choice(example, {_plain(party[0]) for party in example.parties[:2]}, HELP)
    others = len(choice.signs) - 1
    if choice.right == others:
        return replace(choice, counts=HELP / 2) if others else None
    return choice if others > 1 else None


def _meant(example: Example) -> Counter[str]:
    """How often a marked term or stance is each party's; a mediator's stances are left out."""
    record = record_of(example, "")
    found: Counter[str] = Counter()
    for term in record["provisions"]:
        found.update({_called(example, name) for name in (*term["obligor"], *term["beneficiary"])})
    for stance in record["positions"]:
        names = (stance["party"] or "").split("|") if stance["basis"] != "mediator" else ()
        found.update(_called(example, name) for name in names if name)
    return found


def _choice(example: Example, sides: set[str], counts: float) -> Choice:
    found = pairings(page_of(example.text, title=None, outlet=example.head.get("outlet")))
    right = [i for i, pair in enumerate(found) if {_called(example, name) for name in pair.parties} == sides]
    signs = np.zeros((len(found) + 1, len(NAMES)))
    for row, pair in zip(signs, found, strict=False):
        row[:-1] = pair.signs
    signs[-1, -1] = 1
    return Choice(signs, right[0] if right else len(found), counts)


def _plain(name: str) -> str:
    return name.replace("_", " ").removeprefix("the ").removeprefix("The ")


def _called(example: Example, name: str) -> str:
    """The first of a party's names in the head of its file."""
    forms = {_plain(form).casefold(): _plain(party[0]) for party in example.parties for form in party}
    return forms.get(_plain(name).casefold(), _plain(name))


def fitted(choices: Sequence[Choice]) -> Matrix:
    """The weights that make the right rows likeliest, under a penalty on their squares; signs have one deviation."""
    scale = np.concatenate([c.signs[:-1] for c in choices]).std(0) + 1e-6
    scale[-1] = 1
    penalty = RIDGE * np.where(np.array(NAMES) == "nobody", 0.1, 1.0)
    weights = np.zeros(len(NAMES))
    for _ in range(STEPS):
        slope, bend = penalty * weights, np.diag(penalty)
        for choice in choices:
            rows = choice.signs / scale
            share = softmax(rows @ weights)
            mean = rows.T @ share
            slope = slope + choice.counts * (mean - rows[choice.right])
            bend = bend + choice.counts * ((rows * share[:, None]).T @ rows - np.outer(mean, mean))
        weights = weights - np.linalg.solve(bend, slope)
    return np.asarray(weights / scale)


def softmax(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def _judged(choices: Sequence[Choice], weights: Matrix) -> list[tuple[float, bool, bool]]:
    """Of each text: the likeliest pair's share, whether it is right, and whether one was."""
    rows = []
    for choice in choices:
        share, there = softmax(choice.signs @ weights), choice.right < len(choice.signs) - 1
        best = int(share[:-1].argmax()) if len(share) > 1 else -1
        rows.append((float(share[best]) if best >= 0 else 0.0, best == choice.right and there, there))
    return rows


def _tell(rows: Sequence[tuple[float, bool, bool]]) -> None:
    named = sum(there for *_, there in rows)
    print(f"# {named} articles name both sides, {len(rows) - named} do not")
    for least in (PLAIN - 0.1, PLAIN, PLAIN + 0.1, PLAIN + 0.3):
        taken = [(right, there) for share, right, there in rows if share >= least]
        right = sum(right for right, _ in taken)
        wrong = sum(there and not right for right, there in taken)
        astray = sum(not there for _, there in taken)
        print(f"# from {least:.2f}: {right} right, {wrong} wrong; of the others {astray} wrong")


if __name__ == "__main__":
    main()
