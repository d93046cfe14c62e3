"""Two dossiers into one: a union, whatever the order; what is decided differently is asked."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.synthetic import reader, report
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.errors import StoreError
from nonpaper.judgements import as_table, parse_corrections
from nonpaper.store import Judged, judgement_id

IDS = tuple(report(n).report.id for n in range(3))
WORDS = (None, "open", "internal", "restricted")
OWN = ("codeword", "eyes only")


def made(at: str, author: str, body: str = "", undoes: str | None = None) -> Judged:
    correction = None
    if body:
        (entry,) = parse_corrections(f'author = "{author}"\ndate = 2031-03-15\n{body}\nreason = "so"\n').entries
        correction = msgspec.json.encode(as_table(entry)).decode()
    rest = (at, 1, author, "so", correction, undoes)
    return Judged(
        id=judgement_id(*rest), at=at, number=1, author=author, reason="so", correction=correction, undoes=undoes
    )


ITEM = f'report = "{IDS[0]}"\nitem = "provision"\nquote = "the draft"\nnth = 1'
SET = '\nset = {{ topic = "{}" }}'
FIRST = made("2031-03-15T12:00:00+00:00", "A", f"[[change]]\n{ITEM}{SET.format('borders')}")
OTHER = made("2031-03-15T13:30:00+02:00", "B", f"[[change]]\n{ITEM}{SET.format('elections')}")
OUT = made("2031-03-16T09:00:00+00:00", "C", f"[[remove]]\n{ITEM}")
BACK = made("2031-03-16T10:00:00+00:00", "B", undoes=OTHER.id)
AGAIN = made("2031-03-14T10:00:00+00:00", "C", undoes=BACK.id)  # a clock that ran behind
POOL = (FIRST, OTHER, OUT, BACK, AGAIN)


class Content(NamedTuple):
    """What a dossier is given: reports with their marks, judgements, and the ranks of words of one's own."""

    reports: dict[int, str | None]
    judged: tuple[Judged, ...]
    ranks: Mapping[str, int] = MappingProxyType({})


def closed(chosen: Sequence[Judged]) -> tuple[Judged, ...]:
    """With all that is taken back, in an order that references allow."""
    wanted = {j.id for j in chosen}
    for j in reversed(POOL):
        if j.id in wanted and j.undoes:
            wanted.add(j.undoes)
    return tuple(j for j in POOL if j.id in wanted)


contents = st.builds(
    Content,
    st.dictionaries(st.integers(0, 2), st.sampled_from((*WORDS, *OWN))),
    st.lists(st.sampled_from(POOL), unique=True).map(closed),
    st.fixed_dictionaries({word: st.sampled_from((5, 15, 25)) for word in OWN}),
)


def held(dossier: Dossier) -> tuple[object, ...]:
    store = dossier.store
    texts = {about.id: store.report(about.id).text for about in store.reports()}
    return texts, store.handled(), store.marks(), store.judgements(), store.ranks()


def fill(path: Path, content: Content) -> Dossier:
    dossier = create_dossier(path, reader=reader())
    add_reports(dossier.store, map(report, content.reports), reader=reader(), at=POOL[0].at)
    for number, word in content.reports.items():
        if word:
            dossier.mark(word, report(number).report.id, rank=content.ranks.get(word))
    with dossier.store.step("judge", POOL[0].at) as step:
        dossier.store.judge(content.judged, step=step)
    return dossier


Build = Callable[[Content], Dossier]


def in_folder(folder: str) -> Build:
    numbers = count()
    return lambda content: fill(Path(folder) / f"{next(numbers)}.dossier", content)


@settings(max_examples=12)
@given(contents, contents, contents)
def test_a_union_whatever_the_order(a: Content, b: Content, c: Content) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build = in_folder(folder)
        left, right = build(a), build(b)
        done_left, done_right = left.merge(build(b)), right.merge(build(a))
        asked_left, asked_right = done_left.questions, done_right.questions
        assert held(left) == held(right)
        assert [f.what for f in done_left.ranks] == [f.what for f in done_right.ranks]
        assert [q.what for q in asked_left] == [q.what for q in asked_right]
        before = held(left)
        left.merge(right)
        assert held(left) == before
        left.merge(build(c))
        tail, head = build(b), build(a)
        tail.merge(build(c))
        head.merge(tail)
        assert held(head) == held(left)
        assert list(left.store.verify()) == []
        for dossier in (left, right, tail, head):
            dossier.close()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    return in_folder(str(tmp_path))


def test_what_is_decided_differently_is_asked(build: Build) -> None:
    whole = {0: None}
    both = build(Content(whole, (FIRST,)))
    (asked,) = both.merge(build(Content(whole, (OTHER,)))).questions
    assert FIRST.id in asked.what
    assert OTHER.id in asked.what
    assert both.outcome().readings[0].provisions[0].topic == "borders"  # recorded at 12:00, the other at 11:30
    (asked,) = both.merge(build(Content(whole, (OUT,)))).questions
    assert all(j.id in asked.what for j in (FIRST, OTHER, OUT))
    assert f"the latest, C ({OUT.id}), acts" in asked.what
    assert both.status().questions == (asked,)
    assert both.merge(build(Content(whole, (OTHER, BACK)))).questions != ()
    assert {j.id for j in both.store.judgements()} == {FIRST.id, OTHER.id, OUT.id, BACK.id}


def test_the_higher_mark_stays(build: Build) -> None:
    one = build(Content({0: "internal", 1: "open", 2: None}, ()))
    one.merge(build(Content({0: "open", 1: "restricted", 2: "open"}, ())))
    assert list(one.store.handled().values()) == ["internal", "restricted", "open"]


def test_of_two_ranks_of_a_word_the_higher_is_kept_and_said(build: Build) -> None:
    one, two = build(Content({0: None, 1: "internal"}, ())), build(Content({1: "open"}, ()))
    one.mark("codeword", IDS[0], rank=5)
    two.mark("codeword", IDS[1], rank=15)
    done = one.merge(two)
    assert one.store.ranks()["codeword"] == 15
    assert one.store.handled() == {IDS[0]: "codeword", IDS[1]: "codeword"}
    assert ["5 and 15" in f.what for f in done.ranks] == [True]
    assert one.merge(two).ranks == ()
    one.mark("open", IDS[1])  # a person's word takes the place of all
    assert one.store.marks() == {IDS[0]: ("codeword",), IDS[1]: ("open",)}


def test_a_word_that_rises_later_still_counts(build: Build) -> None:
    """What was marked with a lower word may be the higher one once a third dossier ranks it so."""
    made = [build(Content({0: None}, ())) for _ in range(3)]
    made[0].mark("x", IDS[0], rank=5)
    made[1].mark("y", IDS[0], rank=6)
    made[2].mark("x", IDS[0], rank=9)
    made[2].mark("open", IDS[0])
    made[0].merge(made[1])
    assert made[0].store.handled() == {IDS[0]: "y"}
    made[0].merge(made[2])
    assert made[0].store.handled() == {IDS[0]: "x"}


def test_damage_is_refused(build: Build) -> None:
    one = build(Content({0: None}, ()))
    three = build(Content({1: None}, ()))
    three.store._link.execute("UPDATE reading SET claims = 99")  # type: ignore[attr-defined]
    with pytest.raises(StoreError, match="hash differs"):
        one.merge(three)
    assert [about.id for about in one.store.reports()] == [IDS[0]]


def test_an_id_that_means_another_report_is_told(build: Build) -> None:
    one, two = build(Content({0: None}, ())), build(Content({}, ()))
    twin = msgspec.structs.replace(report(1), report=msgspec.structs.replace(report(1).report, id=IDS[0]))
    add_reports(two.store, [twin], reader=reader(), at=POOL[0].at)
    done = one.merge(two)
    assert (done.reports, [q.code for q in done.questions]) == (0, ["id"])
