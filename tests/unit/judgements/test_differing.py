"""What people decided differently: which entries cannot all be meant, and which of them acts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.judgements import parse_corrections
from nonpaper.judgements.differing import differing, unfound
from nonpaper.judgements.records import Entry
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

TEXT = "The draft limits the army to 60,000 people and bans foreign bases in Kessara, two officials said."
LIMIT, BASES = Span(10, 42), Span(47, 76)
READING = Reading(
    report=Report(id="r1", path="leak.txt"),
    text=TEXT,
    provisions=(Provision(span=LIMIT, topic="force_limits"), Provision(span=BASES, topic="foreign_forces")),
)


def entries(*bodies: tuple[str, str, str]) -> list[Entry]:
    """Each by an author, of a kind, with the rest of its lines."""
    made = [
        f'[[{kind}]]\nauthor = "{by}"\ndate = 2031-03-04\nreason = "so"\n{rest}\n'.replace("\\n", "\n")
        for by, kind, rest in bodies
    ]
    return list(parse_corrections("".join(made)).entries)


def item(quote: str, more: str = "") -> str:
    return f'report = "r1"\nitem = "provision"\nquote = "{quote}"\n{more}'


def asked(*bodies: tuple[str, str, str]) -> list[tuple[tuple[int, ...], int | None]]:
    listed = entries(*bodies)
    return [tuple(one) for one in differing(listed, [READING], unfound(listed, [READING]))]


SIXTY, EIGHTY = (item("60,000", f'set = {{ value = "{n},000" }}') for n in (60, 80))
TOPIC = item("60,000", 'set = { topic = "other" }')


def test_other_values_for_one_field() -> None:
    assert asked(("A", "change", SIXTY), ("B", "change", EIGHTY)) == [((0, 1), 1)]
    assert asked(("A", "change", SIXTY), ("B", "change", SIXTY)) == []
    assert asked(("A", "change", SIXTY), ("A", "change", EIGHTY)) == []
    assert asked(("A", "change", SIXTY), ("B", "change", TOPIC)) == []


def test_one_item_under_two_quotations() -> None:
    whole = item("limits the army to 60,000 people", 'set = { value = "80,000" }')
    assert asked(("A", "change", SIXTY), ("B", "change", whole)) == [((0, 1), 1)]
    assert asked(("A", "change", SIXTY), ("B", "change", item("foreign bases", 'set = { value = "2" }'))) == []


def test_what_was_taken_out_cannot_be_changed_after() -> None:
    """The later one finds nothing, so that the earlier acts."""
    assert asked(("A", "remove", item("60,000")), ("B", "change", EIGHTY)) == [((0, 1), 0)]
    assert asked(("A", "change", EIGHTY), ("B", "remove", item("60,000"))) == [((0, 1), 1)]


def test_a_check_before_a_change_differs_and_after_it_does_not() -> None:
    assert asked(("A", "checked", item("60,000")), ("B", "change", EIGHTY)) == [((0, 1), 1)]
    assert asked(("A", "change", EIGHTY), ("B", "checked", item("60,000"))) == []


def test_pairs_whichever_stands_left() -> None:
    left, right = (f'{{ report = "r1", quote = "{q}" }}' for q in ("60,000", "foreign bases"))
    one, two = f"left = {left}\nright = {right}", f"left = {right}\nright = {left}"
    assert asked(("A", "same", one), ("B", "different", two)) == [((0, 1), 1)]
    assert asked(("A", "same", one), ("B", "same", two)) == []


def test_copies_that_cannot_both_be() -> None:
    one, two = 'report = "r1"\nof = "r2"', 'report = "r2"\nof = "r1"'
    assert asked(("A", "copy", one), ("B", "copy", two)) == [((0, 1), 1)]
    assert asked(("A", "copy", one), ("B", "copy", one)) == []


def test_words_that_nobody_finds_act_not() -> None:
    lost = [item("7,000", f'set = {{ value = "{n}" }}') for n in (1, 2)]
    assert asked(("A", "change", lost[0]), ("B", "change", lost[1])) == [((0, 1), None)]


pool = st.sampled_from([("change", SIXTY), ("change", EIGHTY), ("remove", item("60,000")), ("checked", item("60,000"))])


@given(st.lists(st.tuples(st.sampled_from("ABC"), pool), max_size=5))
def test_names_make_no_difference(listed: list[tuple[str, tuple[str, str]]]) -> None:
    other = {"A": "C", "B": "A", "C": "B"}
    swapped = [(other[by], *what) for by, what in listed]
    found = asked(*[(by, *what) for by, what in listed])
    assert found == asked(*swapped)
    for places, acts in found:
        assert len({listed[at][0] for at in places}) > 1
        assert acts is None or acts in places
