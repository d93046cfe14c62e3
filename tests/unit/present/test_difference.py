"""What two lists of statements have not in common."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.present.difference import difference
from nonpaper.present.made_of import Statement

made = st.builds(
    lambda report, start, kind, said: Statement(report, start, start + 3, kind, said),
    st.integers(0, 1),
    st.integers(0, 2),
    st.sampled_from(["term", "stance"]),
    st.sampled_from([("a",), ("b",), ("c",)]),
)
lists = st.lists(made, max_size=8)


def named(listed: list[Statement]) -> dict[str, Statement]:
    return {f"w-{number}": one for number, one in enumerate(listed)}


@given(lists)
def test_beside_itself_nothing_differs(listed: list[Statement]) -> None:
    assert difference(listed, named(listed[::-1])) == (frozenset(), (), ())


@given(lists, lists)
def test_all_is_counted_once(before: list[Statement], now: list[Statement]) -> None:
    there, found = named(now), difference(before, named(now))
    fresh = Counter(there[a] for a in found.fresh)
    gone, was = Counter(found.gone), Counter(one for one, _ in found.changed)
    became = Counter(there[a] for _, a in found.changed)
    assert fresh + became == Counter(now) - Counter(before)
    assert gone + was == Counter(before) - Counter(now)
    for one, anchor in found.changed:
        assert (one.report, one.start, one.kind) == (there[anchor].report, there[anchor].start, there[anchor].kind)
        assert one.says != there[anchor].says


@given(lists, lists)
def test_the_other_way_round_new_is_gone(a: list[Statement], b: list[Statement]) -> None:
    there, back = difference(a, named(b)), difference(b, named(a))
    assert Counter(named(b)[x] for x in there.fresh) == Counter(back.gone)
    assert len(there.changed) == len(back.changed)
