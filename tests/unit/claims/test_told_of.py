"""What a speaker tells of somebody else is no stance of his, and what he tells of his own side is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.stances.turned import upright
from nonpaper.claims.who import parties_of
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the rebels of the ELF have talked for a month. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


def left(said: str, party: str, stance: Stance) -> str | None:
    """What becomes of a stance that is all of `said`, as the own word of `party`; its mark of doubt behind it."""
    page = page_of(LEAD + said)
    span = Span(len(LEAD), len(LEAD) + len(said))
    found = Position(party=party, topic="plan", stance=stance, basis="self", span=span)
    return next((p.stance + "?" * p.unsure for p in upright(page, [found])), None)


@pytest.mark.parametrize(
    ("said", "party", "stance"),
    [
        ("Osterland's envoy says that the government has accepted the draft in principle.", "Osterland", "accepts"),
        ("Osterland said the army had rejected the draft.", "Osterland", "rejects"),
        ("Osterland's envoy reported that neither side had accepted the draft.", "Osterland", "accepts"),
        ("In the view of Osterland's envoy, Dunmore has yet to accept the draft.", "Osterland", "accepts"),
        ("Kessara's envoy thinks that the other side has accepted the draft.", "Kessara", "accepts"),
        ("Osterland's minister said both men had accepted the draft.", "Osterland", "accepts"),
        ("Kessara's spokesman said the figure had been rejected by the other side.", "Kessara", "rejects"),
        ("The ELF's commander claims that the government has accepted the draft.", "ELF", "accepts"),
        ("The ELF's commander said that Dunmore would reject the draft.", "ELF", "rejects"),
        ("Osterland is confident that the rebels will accept the draft.", "Osterland", "accepts"),
    ],
)
def test_what_is_told_of_somebody_else_is_not_the_tellers(said: str, party: str, stance: Stance) -> None:
    assert left(said, party, stance) is None


@pytest.mark.parametrize(
    ("said", "party", "stance"),
    [
        ("A minister said that the government had accepted the draft.", "Kessara", "accepts"),
        ("The ELF's commander said that the movement had rejected the draft.", "ELF", "rejects"),
        ("Kessara's minister said that Kessara would reject the draft.", "Kessara", "rejects"),
        ("Kessara's minister said that they had accepted the draft.", "Kessara", "accepts"),
        ("Kessara said both sides were close, but warned that it would leave the talks.", "Kessara", "threatens"),
        ("Kessara insists that the rebels leave the port.", "Kessara", "demands"),
        ("Osterland criticised that the government had rejected the draft.", "Osterland", "criticises"),
    ],
)
def test_what_is_told_of_ones_own_side_stays(said: str, party: str, stance: Stance) -> None:
    assert left(said, party, stance) == stance


@pytest.mark.parametrize(
    ("lead", "words", "party"),
    [
        ("The Guard wants the road opened. ", "the army", None),
        ("The Quiet League has a plan. ", "The rebels", None),
        ("The government of Norvia wants the road opened. ", "the army", "Norvia"),
    ],
)
def test_an_army_is_no_guards_and_rebels_are_no_blocs(lead: str, words: str, party: str | None) -> None:
    page = page_of(f"{lead}On Monday {words} said no.")
    page = page if party else with_party(page, lead)
    at = page.text.index(words, len(lead))
    assert parties_of(page, Span(at, at + len(words))) == ((party,) if party else ())


def with_party(page: Page, lead: str) -> Page:
    """The page with the name after "The" as a party."""
    name = lead.removeprefix("The ").split(" wants")[0].split(" has")[0]
    start = page.text.index(name)
    known = [m for m in page.mentions if not m.span.overlaps(Span(start, start + len(name)))]
    mention = Mention(span=Span(start, start + len(name)), kind="party", name=name, party=name)
    return replace(page, mentions=tuple(sorted([*known, mention], key=lambda m: m.span)))
