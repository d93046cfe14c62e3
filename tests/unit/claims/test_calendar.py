"""Days and events: what comes to one day, what keeps its words, and what is no event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.calendar import find_events
from nonpaper.claims.calendar.dates import WEEKDAYS, days_in
from nonpaper.claims.page import page_of
from nonpaper.model.event import Event
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

THURSDAY = date(2031, 3, 6)


def days(text: str, *, past: bool = False) -> list[tuple[str, str | None]]:
    return [(s.quote(text), day) for s, day in days_in(text, Span(0, len(text)), THURSDAY, past=past)]


def events(text: str, published: str | None = "2031-03-06") -> list[Event]:
    return list(find_events(page_of(text), (), (), published))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("on 27 November", "2030-11-27"),
        ("by March 20", "2031-03-20"),
        ("on 2 Jan. 2032", "2032-01-02"),
        ("on 2031-04-01", "2031-04-01"),
        ("by Thursday", "2031-03-06"),
        ("on Monday", "2031-03-10"),
        ("tomorrow", "2031-03-07"),
        ("next week", None),
        ("next Thursday", None),
        ("in the coming weeks", None),
        ("on 31 February", None),
    ],
)
def test_a_dating_comes_to_one_day_or_keeps_its_words(said: str, day: str | None) -> None:
    assert [d for _, d in days(f"They meet {said}.")] == [day]


def test_a_past_weekday_lies_before_publication() -> None:
    assert days("on Tuesday", past=True) == [("Tuesday", "2031-03-04")]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_a_week_and_is_that_weekday(published: date, name: str) -> None:
    text = f"by {name.title()}"
    (_, ahead), (_, back) = (
        next(iter(days_in(text, Span(0, len(text)), published, past=past))) for past in (False, True)
    )
    assert ahead is not None
    assert back is not None
    first, last = date.fromisoformat(ahead), date.fromisoformat(back)
    assert published <= first < published + timedelta(days=7)
    assert published - timedelta(days=7) < last <= published
    assert first.weekday() == last.weekday() == WEEKDAYS.index(name)


@pytest.mark.parametrize(
    ("said", "kind", "state", "day"),
    [
        ("Esk has given both sides until March 20 to answer.", "deadline", "ahead", "2031-03-20"),
        ("An earlier deadline of March 10 was dropped.", "deadline", "withdrawn", "2031-03-10"),
        ("The deadline was extended to 1 April.", "deadline", "moved", "2031-04-01"),
        ("The envoys will meet in Dalmar on Monday.", "meeting", "ahead", "2031-03-10"),
        ("Parliament is to vote on the plan on 12 March.", "vote", "ahead", "2031-03-12"),
    ],
)
def test_what_lies_ahead_is_an_event(said: str, kind: str, state: str, day: str) -> None:
    (event,) = events(said)
    assert (event.kind, event.state, event.date) == (kind, state, day)
    assert event.span.quote(said) == said


@pytest.mark.parametrize(
    "said",
    [
        "The envoys met in Dalmar on Monday.",
        "If they meet on Monday, the talks could resume.",
        "Will they meet on Monday?",
        "They may meet on Monday.",
        "The minister spoke on Thursday.",
        "They will meet.",
    ],
)
def test_what_is_past_supposed_or_asked_is_none(said: str) -> None:
    assert events(said) == []


def test_a_term_of_a_text_is_no_event() -> None:
    text = "Elections will be held and parliament will vote on 12 March."
    term = Provision(span=Span(0, len(text) - 1), topic="elections")
    assert find_events(page_of(text), (), (term,), "2031-03-06") == ()


def test_without_a_date_of_publication_a_weekday_keeps_its_words() -> None:
    (event,) = events("The envoys will meet on Monday.", published=None)
    assert event.date is None
    assert event.when is not None
    assert event.when.quote("The envoys will meet on Monday.") == "Monday"
