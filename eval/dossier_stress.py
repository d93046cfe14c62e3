"""`python -m eval.dossier_stress --kills 200`: a dossier's writers are killed at random moments; nothing may be lost.

After each kill: the file opens, every hash and span is right, all that a writer had been told is in is in, a set of
judgements is in whole or not at all, and the next opening says what stopped.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from eval.synthetic import reader, reports
from nonpaper.dossier.adding import add_reports, reread
from nonpaper.dossier.deciding import judge
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier

AT = "2031-03-15T12:00:00+00:00"
SET = 7
ENTRY = '[[checked]]\nitem = "provision"\nreport = "{}"\nquote = "the draft"\nnth = {}\nreason = "read {}"\n'
WORK = ("add", "rebuild", "judge")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults, told = stress(Path(folder) / "a.dossier", kills=given.kills, seed=given.seed)
    print(f"{given.kills} kills, {told} told at the next opening, {len(faults)} faults")
    print("\n".join(faults[:20]))
    raise SystemExit(int(bool(faults)))


def stress(path: Path, *, kills: int, seed: int) -> tuple[list[str], int]:
    """What went wrong in so many rounds, and how many interruptions the next opening told of."""
    chance = random.Random(seed)  # noqa: S311 (moments of kills)
    create_dossier(path, reader=reader()).close()
    known: set[str] = set()
    faults: list[str] = []
    told = 0
    for number in range(kills):
        work = WORK[number % 3]
        heard = _killed(path, work, number, chance.random() ** 2 * 0.15)
        with open_dossier(path, reader=reader()) as dossier:
            told += len(dossier.stopped)
            known |= heard
            faults += [f"kill {number} in {work}: {fault}" for fault in _faults(dossier, known)]
    return faults, told


def _faults(dossier: Dossier, known: set[str]) -> list[str]:
    found = [f"{f.where}: {f.what}" for f in dossier.store.verify()]
    there = {about.id for about in dossier.store.reports()}
    found += [f"report {name} was stored and is gone" for name in sorted(known - there)]
    judged = len(dossier.store.judgements())
    return found if judged % SET == 0 else [*found, f"{judged} judgements, which is no whole number of sets"]


def _killed(path: Path, work: str, number: int, after: float) -> set[str]:
    """Ids that the writer was told are stored, before it was killed so many seconds after it had the file open."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ears)
        _write(path, work, number, mouth)
    os.close(mouth)
    heard = os.read(ears, 6)  # the file is open
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(ears, 65536):
        heard += more
    os.close(ears)
    return {line for line in heard.decode().split("\n")[1:-1] if line}


def _write(path: Path, work: str, number: int, mouth: int) -> None:
    """The writer: works until it is killed."""
    try:
        with open_dossier(path, reader=reader()) as dossier:
            os.write(mouth, b"ready\n")
            store = dossier.store
            for turn in range(1000):
                if work == "add":
                    many = reports(40, start=number * 100_000 + turn * 40)
                    add_reports(_Telling(store, mouth), many, reader=reader(), at=AT)  # type: ignore[arg-type]
                elif work == "rebuild":
                    reread(store, reader=reader(f"{number}-{turn}"), at=AT)
                else:
                    _judge(dossier, f"{number}-{turn}")
    except Exception as error:  # noqa: BLE001 (told to the parent's screen)
        print(f"the writer failed: {error}", file=sys.stderr)
    finally:
        os._exit(1)


def _judge(dossier: Dossier, why: str) -> None:
    first = next(iter(dossier.store.reports()), None)
    if first is None:
        time.sleep(1)
        return
    text = "".join(ENTRY.format(first.id, nth, why) for nth in range(1, SET + 1))
    judge(dossier.store, text, file="stress", author="A. Analyst", reason=None, at=AT)


class _Telling:
    """A store that tells each id that it has stored."""

    def __init__(self, store: object, mouth: int) -> None:
        self._store, self._mouth = store, mouth

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def put(self, received: object, *rest: object, **more: object) -> bool:
        done = bool(self._store.put(received, *rest, **more))  # type: ignore[attr-defined]
        os.write(self._mouth, f"{received.report.id}\n".encode())  # type: ignore[attr-defined]
        return done


if __name__ == "__main__":
    main()
