"""How two statements of one text relate, by the phenomena that the rules name."""

from __future__ import annotations

from typing import Any

import pytest

from nonpaper.drafts.quantity import Quantity, agree, quantities
from nonpaper.drafts.relation import Relation, relation
from nonpaper.drafts.statement import Names, statement
from nonpaper.model.draft import Wording
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

KNOWN = Names(frozenset({"kessara", "norvia"}), frozenset())


def between(topic: str, left: str, right: str, **fields: tuple[Any, Any]) -> Relation:
    """The relation of two statements; each field is given for the left and the right."""
    sides = []
    for at, quote in enumerate((left, right)):
        here = {"modality": "must"} | {name: both[at] for name, both in fields.items()}
        item = Provision(span=Span(0, len(quote)), topic=topic, **here)  # type: ignore[arg-type]
        sides.append(statement(Wording(report="r", index=0, quote=quote, provision=item), KNOWN))
    found, turned = relation(*sides), relation(*reversed(sides))
    assert found == turned.turned(), "turned round, narrower and wider change places and nothing else"
    return found


@pytest.mark.parametrize(
    ("topic", "left", "right", "kind"),
    [
        ("prisoners", "an exchange of all captives", "release of every prisoner of war", "same"),
        ("force_limits", "cut its army by half", "an army of no more than 40,000", "same"),
        ("humanitarian_aid", "300 aid trucks a day", "four hundred lorries of relief daily", "same"),
        ("humanitarian_aid", "300 aid trucks a day", "50 fuel tankers a day", "other"),
        ("withdrawal", "withdraw from Dole", "withdraw from Dole and Marn", "narrower"),
        ("withdrawal", "withdraw from much of the Dole valley", "withdraw from the Dole valley", "narrower"),
        ("withdrawal", "withdraw from Dole", "withdraw from Marn", "other"),
        ("detention", "free detained journalists", "free all political detainees", "narrower"),
        ("disarmament", "hand over its mortars", "hand over all its arms", "narrower"),
        ("territory", "recognise Dole as Norvian", "no recognition of Dole as Norvian", "other"),
        ("amnesty", "pardons for fighters", "no fighter would be prosecuted", "same"),
        ("ceasefire", "a ceasefire", "a truce on land and at sea within ten days", "same"),
        ("withdrawal", "leave the areas it holds", "withdraw from Dole", "unsure"),
        ("minerals", "preferential access to nickel", "preferential access to cobalt", "other"),
    ],
)
def test_phenomena(topic: str, left: str, right: str, kind: str) -> None:
    assert between(topic, left, right).kind == kind


@pytest.mark.parametrize(
    "fields",
    [
        {"obligor": (("Kessara",), ("Norvia",))},
        {"beneficiary": (("Kessara",), ("Norvia",))},
        {"modality": ("must", "must_not")},
        {"modality": ("must", "lapses_if")},
        {"text_status": ("in", "dropped")},
        {"presented_as": ("draft", "demand")},
        {"number": ("3", "4")},
    ],
)
def test_like_words_are_not_one_term_where_who_or_whether_differs(fields: dict[str, Any]) -> None:
    alike = ("a guarantee of safety for the port", "a guarantee of the port's safety")
    assert between("security_guarantees", *alike).kind == "same"
    assert between("security_guarantees", *alike, **fields).kind in {"other", "unsure"}


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("a limit of 60,000", [("count", 60_000)]),
        ("forty-five thousand men", [("count", 45_000)]),
        ("two hundred and fifty trucks", [("count", 250)]),
        ("$1.5 billion", [("money", 1.5e9)]),
        ("30 billion dollars", [("money", 30e9)]),
        ("by half", [("share", 0.5)]),
        ("two fifths of it", [("share", 0.4)]),
        ("40 per cent", [("share", 0.4)]),
        ("a year", [("duration", 365)]),
        ("10-kilometre strip", [("distance", 10)]),
        ("the 22-point plan of 2031", []),
        ("under point 7", []),
    ],
)
def test_amounts(words: str, amounts: list[tuple[str, float]]) -> None:
    assert [(q.kind, pytest.approx(q.amount)) for q in quantities(words)] == amounts


def test_amounts_of_other_kinds_neither_agree_nor_differ() -> None:
    days, men = (Quantity("duration", 60.0),), (Quantity("count", 60.0),)
    assert agree(days, men) is None
    assert agree(days, (Quantity("duration", 60.8),)) is True
    assert agree(days, (Quantity("duration", 90.0),)) is False
