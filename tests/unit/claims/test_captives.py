"""Captives are hostages or prisoners by who holds them, where the words leave it open."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.captives import told_by_holder
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Norvia and the Salt Hills Front (SHF), a rebel movement, met again. "


@pytest.mark.parametrize(
    ("said", "obligor", "before", "after"),
    [
        ("SHF will release 33 captives", (), "prisoners", "hostages"),
        ("all those it holds are let go", ("SHF",), "prisoners", "hostages"),
        ("the last captives come out in May", ("SHF",), "detention", "hostages"),
        ("Norvia frees 200 captives", (), "hostages", "prisoners"),
        ("detainees are released in stages", ("Norvia",), "hostages", "prisoners"),
        # the words say which, or two hold them
        ("SHF will release captured soldiers", (), "prisoners", "prisoners"),
        ("Norvia frees the abducted and captives", (), "hostages", "hostages"),
        ("all captives are exchanged", ("Norvia", "SHF"), "prisoners", "prisoners"),
        ("captives are let go", (), "prisoners", "prisoners"),
        ("SHF hands back the port", (), "withdrawal", "withdrawal"),
    ],
)
def test_a_movements_captives_are_hostages_a_states_prisoners(
    said: str, obligor: tuple[str, ...], before: Topic, after: Topic
) -> None:
    text = LEAD + f"Under the draft, {said}."
    at = text.index(said, len(LEAD))
    term = Provision(span=Span(at, at + len(said)), topic=before, obligor=obligor)
    assert told_by_holder(page_of(text), term).topic == after
