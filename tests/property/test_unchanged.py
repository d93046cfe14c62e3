"""What is put together once and used again is what would be put together anew, whatever happens in between."""

from __future__ import annotations

import gc
import importlib
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from eval.talks import planted, reader, report
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier
from nonpaper.drafts import known, support
from nonpaper.present import most, timeline
from nonpaper.present.record import brief_json

AT = "2033-03-15T12:00:00+00:00"
NOW = datetime(2033, 3, 15, 12, tzinfo=UTC)
KEPT = {
    "drafts.evidence": ("cut",),
    "drafts.namings": ("_in_text",),
    "drafts.standing": ("_speaks_of_agreement",),
    "drafts.statement": ("_words",),
    "drafts.quantity": ("quantities", "amounts_told"),
    "reports.copies.features": ("features",),
}
"""What is kept from one brief to the next, by module."""


def forget() -> None:
    for module, names in KEPT.items():
        for name in names:
            getattr(importlib.import_module(f"nonpaper.{module}"), name).cache_clear()


def pages(dossier: Dossier) -> Iterator[str | bytes]:
    """The brief as a page and as JSON, of all and of what is marked internal or lower."""
    yield dossier.brief(at=NOW)
    yield brief_json(dossier.brief_record(at=NOW))
    if {"open", "internal"} & set(dossier.store.handled().values()):
        yield dossier.reports(up_to="internal").brief(at=NOW)


class Acts:
    """Things that people do, one after another, at random."""

    def __init__(self, dossier: Dossier, folder: Path, seed: int) -> None:
        self.dossier, self.folder = dossier, folder
        self.chance = random.Random(seed)
        self.there: list[int] = []
        self.judged: list[str] = []
        self.add()
        self.check()

    def act(self) -> None:
        self.chance.choice([self.add, self.judge, self.judge, self.check, self.undo, self.mark, self.merge])()

    def add(self) -> None:
        number = self.chance.randrange(12)
        add_reports(self.dossier.store, [report(number)], reader=reader(), at=AT)
        self.there = sorted({*self.there, number})

    def judge(self) -> None:
        left, right = self.chance.choice(self.there), self.chance.choice(self.there)
        quotes = [self.quote(number) for number in (left, right)]
        kind = self.chance.choice(["same", "different"])
        sides = [
            f'{{ report = "{n}.txt", quote = "{q}", nth = 1 }}' for n, q in zip((left, right), quotes, strict=True)
        ]
        done = self.dossier.judge(
            f'[[{kind}]]\nleft = {sides[0]}\nright = {sides[1]}\nreason = "so"\n', by="A. Analyst"
        )
        self.judged += done.added

    def check(self) -> None:
        number = self.chance.choice(self.there)
        item = f'report = "{number}.txt"\nitem = "provision"\nquote = "{self.quote(number)}"\nnth = 1\nreason = "so"\n'
        change = self.chance.choice(["[[checked]]\n", '[[change]]\nset = { topic = "other" }\n'])
        self.judged += self.dossier.judge(change + item, by="A. Analyst").added

    def quote(self, number: int) -> str:
        text, reading = planted(number)
        terms = [p for p in reading.provisions if p.presented_as == "draft" and not p.unsure]
        return self.chance.choice(terms).span.quote(text.text)

    def undo(self) -> None:
        if self.judged:
            self.dossier.undo(self.judged.pop(), by="B. Analyst", reason="a slip")

    def mark(self) -> None:
        for number in self.there:
            self.dossier.mark(self.chance.choice(["open", "internal", "restricted"]), f"{number}.txt")

    def merge(self) -> None:
        path = self.folder / f"{self.chance.randrange(1 << 40)}.dossier"
        with create_dossier(path, reader=reader()) as other:
            number = self.chance.randrange(12)
            add_reports(other.store, [report(number)], reader=reader(), at=AT)
            self.dossier.merge(other)
            self.there = sorted({*self.there, number})


@pytest.mark.parametrize("seed", range(9))
def test_a_brief_made_again_is_one_made_anew(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a page shows the first few of everything, as it does of many reports."""
    if seed >= 6:
        monkeypatch.setattr(most, "WHOLE", 2)
        monkeypatch.setattr(most, "FIRST", most.Most(listed=3, cell=1, accounts=2, evidence=1, reports=2, terms=2))
        monkeypatch.setattr(timeline, "CROWD", 4)
    path = tmp_path / "talks.dossier"
    with create_dossier(path, reader=reader()) as dossier:
        acts = Acts(dossier, tmp_path, seed)
        list(pages(dossier))
        for _ in range(8):
            acts.act()
            again = list(pages(dossier))
            kept = {
                name: getattr(importlib.import_module(f"nonpaper.{m}"), name) for m, ns in KEPT.items() for name in ns
            }
            assert all(function.cache_info().currsize for function in kept.values())
            forget()
            with open_dossier(path, reader=reader()) as anew:
                assert again == list(pages(anew))


def test_one_report_more_costs_what_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = support.support
    monkeypatch.setattr(known, "support", lambda term, *rest: made.append(term.id) or real(term, *rest))
    with create_dossier(tmp_path / "talks.dossier", reader=reader()) as dossier:
        add_reports(dossier.store, [report(number) for number in range(40)], reader=reader(), at=AT)
        dossier.brief(at=NOW)
        first = len(made)
        dossier.brief(at=NOW)
        assert len(made) == first
        add_reports(dossier.store, [report(40)], reader=reader(), at=AT)
        dossier.brief(at=NOW)
        assert 0 < len(made) - first < first / 4


def test_a_page_made_again_leaves_no_circles_behind(tmp_path: Path) -> None:
    """What an open dossier remembers is not looked through for them, so that each page would stay in memory whole."""
    with create_dossier(tmp_path / "talks.dossier", reader=reader()) as dossier:
        add_reports(dossier.store, [report(number) for number in range(6)], reader=reader(), at=AT)
        for _ in range(2):
            dossier.brief(at=NOW, since=date(2031, 1, 1))
            list(pages(dossier))
        gc.collect()
        gc.disable()
        try:
            add_reports(dossier.store, [report(7)], reader=reader(), at=AT)
            gc.collect()
            dossier.brief(at=NOW, since=date(2031, 1, 1))
            list(pages(dossier))
            assert gc.collect() == 0
        finally:
            gc.enable()
