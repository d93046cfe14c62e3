"""A short run of the fuzzer; the long ones are `python -m eval.fuzz`."""

from __future__ import annotations

import signal

import pytest

from eval import fuzz
from eval.damage import Seeds, damaged
from nonpaper.reports import gather

KINDS = list(fuzz.SHARES)


def test_no_fault_in_a_short_run() -> None:
    signal.signal(signal.SIGVTALRM, fuzz._hangs)
    found = fuzz.fuzz(Seeds.shipped(), KINDS, range(1_000), 7)
    assert [f for f in found if f.what != "slow"] == []  # how long a reader takes is measured by eval.fuzz, not here


def test_inputs_come_again_and_every_kind_comes() -> None:
    made = [damaged(Seeds.shipped(), KINDS, [1] * len(KINDS), 7, n) for n in range(60)]
    assert made == [damaged(Seeds.shipped(), KINDS, [1] * len(KINDS), 7, n) for n in range(60)]
    assert {kind for kind, _ in made} == set(KINDS)


def test_the_fuzzer_sees_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, where: str) -> None:
        raise KeyError(where)

    monkeypatch.setitem(gather._READERS, "markdown", broken)
    fault = fuzz.tried("markdown", b"# A\n")
    assert fault is not None
    assert fault[0].startswith("KeyError")
