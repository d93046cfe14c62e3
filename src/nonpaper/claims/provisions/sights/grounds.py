"""What bears out a weak sight: its own words, or a report so full of talks that it may be believed."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import starts
from nonpaper.claims.provisions.deeds import deed_in, present
from nonpaper.claims.provisions.plainness import PLAINEST
from nonpaper.claims.provisions.reserved import full_of_talks
from nonpaper.claims.provisions.sights.around import around_of, nameless_of
from nonpaper.claims.provisions.text_near import text_near
from nonpaper.claims.terms import RawTerm
from nonpaper.claims.topics import topic_scores

SHORTEST, FEWEST = 2, 3
"""Words; one alone is no term, two are none where it was seen only weakly."""
BORNE_OUT, STRONG, MOST_WORDS = 0.5, 4.0, 25
"""A sight in few words that name a topic strongly may be stated from the first on, where it is very plain of a text."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|does|did|will|would|could|can|may|might)\b", re.IGNORECASE)
# What hangs on the words before it, and what is a text and no term of one.
_HANGS = re.compile(r"(?:up|according|of|that|which|who|by|and|or|in the [A-Z]|(?:signed|led|followed|written) by)\b")
# What somebody holds right or has in mind: "troops should be there", "in his words the army would leave".
HELD_RIGHT = re.compile(
    r"\b(?:should|ought to)\b|\bin (?:his|her|their|its) (?:words|view|opinion|eyes)\b", re.IGNORECASE
)
_ITSELF = re.compile(r"(?:[\w’'-]+\s+){0,2}?(?:\d+|[\w-]+)-point\b")


def borne_out(page: Page, said: str, term: RawTerm) -> bool:
    """Whether the words themselves speak for a term: a strong topic beside its names, a deed or no verb, no opinion."""
    if len(said.split()) > MOST_WORDS or _HANGS.match(said) or _ITSELF.match(said):
        return False
    scores = topic_scores(nameless_of(page, term.span))
    around = around_of(page, term).quote(page.text)
    opinion = starts("not_a_term", "frame").search(around) or starts("not_a_term", "after").search(around)
    plain = term.text_status == "in" and term.presented_sure >= PLAINEST and not opinion
    strong = bool(scores) and scores[0][1] >= STRONG
    return plain and strong and (deed_in(said) is not None or _FINITE.search(said) is None)


def grounded(page: Page, said: str, term: RawTerm) -> bool:
    """Whether a report is so full of war and talks, and names a text so near, that a weak sight of a term may be believed."""
    if (
        term.text_status != "in"
        or not full_of_talks(page)
        or not FEWEST <= len(said.split()) <= MOST_WORDS
        or _HANGS.match(said)
    ):
        return False
    whole = around_of(page, term).quote(page.text)
    if starts("not_a_term", "frame").search(whole) or HELD_RIGHT.search(whole):
        return False
    done = deed_in(said) is not None or present().search(" " + said) is not None
    names_something = bool(topic_scores(nameless_of(page, term.span))) and _FINITE.search(said) is None
    return (done or names_something) and not said.endswith(":") and text_near(page, term.span)
