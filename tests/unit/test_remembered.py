"""What is remembered is what would be made, made once; and what nobody asks for any more is let go."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.remembered import KEPT, Memory, by_key, each, lasting, once, remembered
from nonpaper.remembered import memory as memory_module


class Record:
    """One of its kind, whatever is in it."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.value == other.value

    __hash__ = None  # type: ignore[assignment]


made: list[Any] = []


@remembered
def twice(record: Record, more: tuple[object, ...] = ()) -> list[int]:
    made.append(record)
    return [record.value * 2, len(more)]


def test_the_same_record_is_not_one_that_is_equal() -> None:
    made.clear()
    one, equal = Record(3), Record(3)
    with Memory().remembering():
        assert twice(one) is twice(one)
        assert twice(one) is not twice(equal)
    assert len(made) == 2


def test_outside_of_a_memory_nothing_is_kept() -> None:
    one = Record(3)
    assert twice(one) == twice(one)
    assert twice(one) is not twice(one)
    assert lasting(list) is not lasting(list)


def test_words_and_tuples_are_told_apart_by_what_is_in_them() -> None:
    one, other = Record(1), Record(2)
    with Memory().remembering():
        assert twice(one, (one, other)) is twice(one, (one, other))
        assert twice(one, (one, other)) is not twice(one, (other, one))
        assert twice(one, ("a", ("b", None))) is twice(one, ("a", ("b", None)))
        assert once("name", (one, "x"), lambda: [1]) is once("name", (one, "x"), lambda: [2])
        assert once("name", (one, "x"), lambda: [1]) is not once("other", (one, "x"), lambda: [2])


def test_what_several_rounds_do_not_ask_for_is_let_go() -> None:
    memory, one = Memory(), Record(1)
    gone = weakref.ref(one)
    with memory.remembering():
        twice(one)
        list(each("rows", [one], lambda record: record.value))
    del one
    made.clear()
    for _ in range(2 * KEPT):
        with memory.remembering():
            pass
    gc.collect()
    assert gone() is None
    assert len(memory) == 0


def test_two_memories_know_nothing_of_each_other() -> None:
    one, left, right = Record(1), Memory(), Memory()
    with left.remembering():
        first = twice(one)
        with right.remembering():
            assert twice(one) is not first
        assert twice(one) is first


def test_a_part_is_kept_as_long_as_what_it_is_a_part_of() -> None:
    memory, one = Memory(), Record(1)
    for _ in range(4 * KEPT):
        with memory.remembering():
            (kept,) = each("doubled", [one], twice)
    with memory.remembering():
        assert twice(one) is kept


def test_of_the_same_rows_the_very_same_answers_are_given() -> None:
    memory, records = Memory(), [Record(n) for n in range(5)]
    with memory.remembering():
        first, other = squares(records), squares(records[2:])
        assert squares(records) is first
    with memory.remembering():
        assert squares(records[2:]) is other
        assert squares([*records]) is first
        assert squares(records[1:]) is not first
        assert squares([]) == ()


def test_rows_are_compared_as_records_are() -> None:
    """Equal records are two, equal words, numbers and tuples are one, wherever in a row they stand."""
    memory, one, equal = Memory(), Record(3), Record(3)
    rows = [(one, "word" * n, (n * 1000, (None, "x" * n))) for n in range(4)]
    again = [(one, "word" * n, (n * 1000, (None, "x" * n))) for n in range(4)]
    with memory.remembering():
        first = each("rows", rows, list)
    with memory.remembering():
        assert each("rows", again, list) is first
        found = each("rows", [*again[:2], (equal, *again[2][1:]), again[3]], list)
        assert [a is b for a, b in zip(found, first, strict=True)] == [True, True, False, True]
        found = each("rows", [*again[:3], (one, *again[3][1:2], (1, ()))], list)
        assert [a is b for a, b in zip(found, first, strict=True)] == [True, True, True, False]


def squares(records: list[Record]) -> Any:
    return each("squares", records, lambda record: record.value**2)


@given(st.lists(st.lists(st.integers(0, 8), max_size=12, unique=True), max_size=6))
def test_each_is_what_one_by_one_would_be(rounds: list[list[int]]) -> None:
    """Whatever comes, goes or moves; and what stood there in the last round is not made again."""
    records, memory = [Record(n) for n in range(9)], Memory()
    before: set[int] = set()
    for numbers in rounds:
        asked: list[int] = []
        rows = [records[n] for n in numbers]
        with memory.remembering():
            found = each("squares", rows, lambda r, asked=asked: asked.append(r.value) or r.value**2)  # type: ignore[misc]
            again = each("squares", [(r, "x") for r in rows], lambda row: row[0].value, ("other",))
        assert list(found) == [n * n for n in numbers]
        assert list(again) == numbers
        if numbers:
            assert set(asked) == set(numbers) - before
            assert len(asked) == len(set(asked))
            before = set(numbers)


ROWS = st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.lists(st.integers(0, 1), max_size=2)), max_size=8)


@given(st.lists(ROWS, max_size=5))
def test_rows_of_several_columns_are_compared_in_all_of_them(rounds: list[list[tuple[int, bool, list[int]]]]) -> None:
    records, memory = [Record(n) for n in range(3)], Memory()
    for listed in rounds:
        rows = [(records[n], said, tuple([records[m] for m in more])) for n, said, more in listed]
        with memory.remembering():
            found = each("rows", rows, lambda row: (row[0].value, row[1], [record.value for record in row[2]]))
        assert list(found) == listed


@given(st.lists(st.lists(st.integers(0, 3), max_size=6), max_size=8))
def test_several_lists_of_one_name_do_not_disturb_one_another(lists: list[list[int]]) -> None:
    """Nor does a record that stands twice in a list."""
    records, memory = [Record(n) for n in range(4)], Memory()
    for _ in range(3):
        with memory.remembering():
            for numbers in lists:
                assert list(squares([records[n] for n in numbers])) == [n * n for n in numbers]


@given(st.lists(st.lists(st.dictionaries(st.integers(0, 3), st.lists(st.integers(0, 9), max_size=2)), max_size=6)))
def test_what_rows_have_of_each_key_is_what_all_of_them_would_be_gone_through_for(
    rounds: list[list[dict[int, list[int]]]],
) -> None:
    memory = Memory()
    for rows in rounds:
        with memory.remembering():
            assert by_key("numbers", rows) == by_key_of_all(rows)


def test_of_a_key_that_no_changed_row_has_the_very_same_is_given() -> None:
    memory, rows = Memory(), [{"odd": [1], "even": [2]}, {"odd": [3]}]
    with memory.remembering():
        first = by_key("numbers", rows)
    with memory.remembering():
        again = by_key("numbers", [rows[0], {"odd": [5]}, rows[1]])
    assert again == {"odd": (1, 5, 3), "even": (2,)}
    assert again["even"] is first["even"]


def by_key_of_all(rows: list[dict[int, list[int]]]) -> dict[int, tuple[int, ...]]:
    found = {key: tuple(n for row in rows for n in row.get(key, ())) for row in rows for key in row}
    return {key: of for key, of in found.items() if of}


def test_what_is_open_is_looked_through_for_circles_again_once_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "MANY", 2)
    memory, records, before = Memory(), [Record(n) for n in range(4)], gc.get_freeze_count()
    for _ in range(2):
        with memory.remembering():
            assert not gc.isenabled()
            for record in records:
                twice(record)
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    memory.forget()
    assert gc.get_freeze_count() == 0
    assert len(memory) == 0
