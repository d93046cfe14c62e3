"""`python -m eval.consolidation [--misses] [--speed]`: are statements of one draft put together as marked?"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from random import Random
from time import process_time
from typing import Any

from eval.data import ROOT
from nonpaper.claims.provisions.values import value_of
from nonpaper.drafts import consolidate
from nonpaper.drafts.relation import Relation, relation
from nonpaper.drafts.statement import NamesIn, statement
from nonpaper.model.draft import Wording
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

FOLDER = ROOT / "eval" / "same_term"
Record = dict[str, Any]


def records(kind: str, part: str) -> list[Record]:
    """The marked pairs or sets of one part."""
    lines = (FOLDER / f"{kind}.{part}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def provision(said: Record, span: Span, draft: str) -> Provision:
    """A marked statement as a reader notes it."""
    return Provision(
        span=span,
        topic=said["topic"],
        obligor=tuple(said.get("obligor", ())),
        beneficiary=tuple(said.get("beneficiary", ())),
        modality=said.get("modality"),
        value=value_of(said["quote"]),
        number=said.get("number"),
        draft=draft,
    )


def related(pairs: Sequence[Record]) -> list[tuple[Record, Relation]]:
    """What the program makes of each pair; the names it knows are those in all pairs of one conflict."""
    found = []
    for conflict in dict.fromkeys(p["conflict"] for p in pairs):
        here = [(p, wording(p, "left"), wording(p, "right")) for p in pairs if p["conflict"] == conflict]
        known = NamesIn(conflict, [w for _, left, right in here for w in (left, right)]).all
        found += [(p, relation(statement(left, known), statement(right, known))) for p, left, right in here]
    return found


def wording(pair: Record, side: str) -> Wording:
    """One side of a pair."""
    said = pair[side]
    item = provision(said, Span(0, len(said["quote"])), "it")
    return Wording(report=side, index=0, quote=said["quote"], provision=item)


def pair_scores(part: str) -> Record:
    """Share of relations right, in percent, and how many of the pairs called unsure are plain."""
    found = [(pair["label"], made.kind) for pair, made in related(records("pairs", part))]
    asked = [label for label, kind in found if kind == "unsure"]
    plain = sum(label in ("same", "other") for label in asked)
    return {
        "pairs": len(found),
        "right": percent(sum(label == kind for label, kind in found), len(found)),
        "called unsure": len(asked),
        "plain among unsure": percent(plain, len(asked)),
        "same called other": sum(f == ("same", "other") for f in found),
        "other called same": sum(f == ("other", "same") for f in found),
    }


def percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def readings_of(marked: Record) -> tuple[list[Reading], dict[tuple[str, int], str]]:
    """A set as readings, one a report, and the term of each statement by report and index."""
    by_report: dict[str, list[Record]] = defaultdict(list)
    for said in marked["statements"]:
        by_report[said["report"]].append(said)
    readings, terms = [], {}
    for name, listed in by_report.items():
        text, items = "", []
        for index, said in enumerate(listed):
            items.append(provision(said, Span(len(text), len(text) + len(said["quote"])), marked["draft"]))
            text += said["quote"] + ". "
            terms[name, index] = f"{marked['id']}/{said['term']}"
        report = Report(id=name, path=f"{name}.txt", outlet=name, published="2031-03-04")
        readings.append(Reading(report=report, text=text, provisions=tuple(items)))
    return readings, terms


def set_scores(part: str) -> Record:
    """B-cubed precision, recall and F1 over all statements of all sets, in percent."""
    pairs: list[tuple[Hashable, Hashable]] = []
    for marked in records("sets", part):
        readings, terms = readings_of(marked)
        for draft in consolidate(readings).drafts:
            pairs += [((marked["id"], t.id), terms[w.report, w.index]) for t in draft.terms for w in t.wordings]
    return {"statements": len(pairs), "terms": len({g for _, g in pairs})} | b_cubed(pairs)


def b_cubed(pairs: Sequence[tuple[Hashable, Hashable]]) -> Record:
    """B-cubed (Bagga and Baldwin 1998) over (cluster found, cluster marked) of each item, in percent.

    >>> b_cubed([(1, "a"), (1, "a"), (2, "a")])
    {'p': 100.0, 'r': 55.6, 'f1': 71.4}
    """
    found, marked, both = Counter(f for f, _ in pairs), Counter(m for _, m in pairs), Counter(pairs)
    p = sum(both[f, m] / found[f] for f, m in pairs) / len(pairs)
    r = sum(both[f, m] / marked[m] for f, m in pairs) / len(pairs)
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(200 * p * r / (p + r), 1)}


def scores() -> Record:
    """All figures, by part."""
    return {
        f"{kind} {part}": score(part)
        for part in ("tuning", "validation", "heldout")
        for kind, score in (("pairs", pair_scores), ("sets", set_scores))
    }


def misses(part: str = "tuning") -> None:
    """Prints the pairs of the part that may be looked at in which the program differs."""
    for pair, found in related(records("pairs", part)):
        if found.kind != pair["label"]:
            sides = " | ".join(pair[s]["quote"] for s in ("left", "right"))
            print(f"{pair['id']} {pair['label']} -> {found.kind} {found.likeness:.2f} ({found.why}): {sides}")


def seconds(n: int) -> float:
    """Processor time to put together n made-up statements of one draft, hardly two of them alike."""
    random = Random(1)  # noqa: S311 - made-up words, no secret
    topics = list(dict.fromkeys(p["left"]["topic"] for p in records("pairs", "tuning")))[:12]
    verbs, things = (
        ["leave", "quit", "reopen", "share", "rebuild", "guard"],
        ["bridge", "road", "camp", "tower", "market", "school"],
    )
    readings = []
    for at in range(n):
        place = f"Town{chr(97 + random.randrange(12))}{chr(97 + random.randrange(8))}"
        words = f"{random.choice(verbs)} the {random.choice(things)} at {place} and the {random.choice(things)}"
        said = {"quote": words, "topic": random.choice(topics), "obligor": [random.choice(("Kessara", "Norvia"))]}
        item = provision(said, Span(0, len(words)), "it")
        readings.append(Reading(report=Report(id=f"r{at}", path="made up"), text=words, provisions=(item,)))
    start = process_time()
    consolidate(readings)
    return process_time() - start


def main() -> int:
    for name, row in scores().items():
        print(f"{name:16} {row}")
    if "--misses" in sys.argv:
        misses()
    if "--speed" in sys.argv:
        print(f"10,000 statements of one draft on twelve topics: {seconds(10_000):.1f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
