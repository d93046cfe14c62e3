"""`python -m eval.fuzz --inputs N --seed S`: damaged reports through all readers of `reports/` and rules of `text/`.

Examples and test data are cut, joined, doubled and sprinkled with marks that the formats give a meaning to. For each
input nothing but ReportError may be raised, every span must lie in its text, every character must have its place in the
raw input, and time must stay under a line in the input's length. Input number I of a seed is the same in every run.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn
from unittest import mock

import msgspec

from eval.damage import Seeds, damaged
from nonpaper.claims import reader
from nonpaper.claims.shipped import Seen
from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.model.span import Span
from nonpaper.reports.gather import read_bytes
from nonpaper.reports.offsets import to_raw
from nonpaper.text.lines import lines
from nonpaper.text.lists import list_blocks
from nonpaper.text.quotes import quoted
from nonpaper.text.sentences import paragraphs, sentences
from nonpaper.text.tokens import words

SHARES = {"plain": 320, "markdown": 320, "jsonl": 300, "feed": 40, "html": 5, "pdf": 15}
"""Inputs of a kind in a thousand: the slow parsers are others' code, and get fewer."""
SUFFIX = {"plain": ".txt", "markdown": ".md", "jsonl": ".jsonl", "feed": ".xml", "html": ".html", "pdf": ".pdf"}
SECONDS, SECONDS_A_BYTE = 1.0, 50e-6
"""Processor time that one input may take: the constant covers pauses of a busy machine."""
HANG = 10.0
"""Processor seconds after which an input is given up."""


Check = Callable[[ReportText | Finding], None]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that must not happen, with what is needed to see it again."""

    kind: str
    number: int
    what: str
    place: str
    data: bytes


def fuzz(
    seeds: Seeds, kinds: Sequence[str], numbers: range, seed: int, checks: Sequence[Check] = ()
) -> Iterator[Fault]:
    """The faults among the inputs of these numbers."""
    weights = [SHARES[kind] for kind in kinds]
    for number in numbers:
        kind, data = damaged(seeds, kinds, weights, seed, number)
        fault = tried(kind, data, checks)
        if fault:
            what, place = fault
            yield Fault(kind=kind, number=number, what=what, place=place, data=data)


def check_rules(item: ReportText | Finding) -> None:
    """The rules of `claims/`, as far as they work without the model: nothing raised, spans in their text."""
    if isinstance(item, Finding):
        return
    with mock.patch.object(reader, "see", return_value=Seen()):
        found = reader.read(item)
    for span in (*(p.span for p in found.provisions), *(p.span for p in found.positions)):
        check_spans(found.text, [span])


def tried(kind: str, data: bytes, checks: Sequence[Check] = ()) -> tuple[str, str] | None:
    """What is wrong with the reading of `data` as a file of `kind`, and where; None where all is as it must be."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        for item in read_bytes(data, "input", SUFFIX[kind]):
            check_item(item)
            for check in checks:
                check(item)
    except ReportError as error:
        if not (error.what and error.where and error.remedy):
            return "an error that does not say all", str(error)
    except Exception as error:  # noqa: BLE001 # what is looked for
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {str(error)[:100]}", f"{Path(frame.filename).name}:{frame.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    spent = time.process_time() - start
    allowed = SECONDS + SECONDS_A_BYTE * len(data)
    return ("slow", f"{spent:.1f} s for {len(data)} bytes") if spent > allowed else None


def check_item(item: ReportText | Finding) -> None:
    """Raises AssertionError where a record of the readers does not hold what it promises."""
    if isinstance(item, Finding):
        holds(bool(item.what and item.where and item.remedy), "a finding says what, where and what to do")
        return
    holds(msgspec.json.decode(msgspec.json.encode(item), type=ReportText) == item, "a record can be written")
    check_spans(item.text, item.headings)
    _check_offsets(item)
    for rule in (sentences, paragraphs, quoted, words):
        check_spans(item.text, rule(item.text))
    found = [Span(line.start, line.end) for line in lines(item.text)]
    check_spans(item.text, found)
    for block in list_blocks(item.text):
        check_spans(item.text, [entry.span for entry in block.items])


def check_spans(text: str, spans: Sequence[Span]) -> None:
    """Spans lie in their text, in order, and none is empty."""
    for span in spans:
        holds(0 <= span.start < span.end <= len(text), f"{span} lies in a text of {len(text)} characters")
        holds(len(span.quote(text)) == span.end - span.start, f"{span} quotes what it spans")
    holds(all(a.start <= b.start for a, b in pairwise(spans)), "spans stand in order")


def holds(true: bool, what: str) -> None:
    """`assert` that optimised runs keep."""
    if not true:
        raise AssertionError(what)


def _check_offsets(item: ReportText) -> None:
    raw = item.text if item.raw is None else item.raw
    places = [to_raw(item.offsets, at) for at in range(len(item.text))]
    holds(all(a < b for a, b in pairwise(places)), "places in the raw text ascend")
    same = all(raw[place] == char or char.isspace() for place, char in zip(places, item.text, strict=True))
    holds(same, "every character stands in the raw text")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--inputs", type=int, default=10_000)
    ask.add_argument("--from", dest="first", type=int, default=0, help="number of the first input")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--kind", action="append", choices=list(SHARES), help="only this kind; may be given again")
    ask.add_argument("--rules", action="store_true", help="the rules of claims/ too, without the model; slow")
    ask.add_argument("--keep", type=Path, help="folder for the inputs that show a fault")
    ask.add_argument("--every", type=int, default=20_000, help="inputs between two lines of progress")
    told = ask.parse_args()
    checks = [check_rules] if told.rules else []
    kinds = told.kind or list(SHARES)
    signal.signal(signal.SIGVTALRM, _hangs)
    last = told.first + told.inputs
    seen: Counter[str] = Counter()
    for check in checks:  # data files are read once, at first use
        tried("plain", b"The draft would cap the army of Kessara.", [check])
    start = time.perf_counter()
    for at in range(told.first, last, told.every):
        for fault in fuzz(Seeds.shipped(), kinds, range(at, min(at + told.every, last)), told.seed, checks):
            _say(fault, seen, told.keep)
        _progress(min(at + told.every, last) - told.first, start, seen)
    return 1 if seen else 0


def _hangs(_: int, __: object) -> NoReturn:
    raise TimeoutError(f"no end after {HANG:.0f} s")


def _say(fault: Fault, seen: Counter[str], keep: Path | None) -> None:
    name = f"{fault.kind} {fault.what} {fault.place}" if fault.what != "slow" else f"{fault.kind} slow"
    seen[name] += 1
    if seen[name] > 5:
        return
    print(
        json.dumps({"kind": fault.kind, "number": fault.number, "what": fault.what, "place": fault.place}), flush=True
    )
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{fault.number}{SUFFIX[fault.kind]}").write_bytes(fault.data)


def _progress(done: int, start: float, seen: Counter[str]) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = done / (time.perf_counter() - start)
    print(f"{done:,} inputs, {rate:,.0f} a second, {memory:.0f} MB, {sum(seen.values())} faults", flush=True)


if __name__ == "__main__":
    sys.exit(main())
