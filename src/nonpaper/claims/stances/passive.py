"""What is done by a party, or stands in what is its own: "backed by Norvia", "Kessara's memorandum demands …"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import openings_in, rows_for
from nonpaper.claims.stances.deeds import deed
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

REACH = 300
"""Characters around a name in which such words stand: a hostile sentence of many names costs its length."""
# Between "approved by" and the name: nothing, an article, titles, or the first of two.
_BESIDE = re.compile(r"\s*(?:(?:the|both)\s+)?(?:[A-Z][\w.’-]*\s+){0,3}(?:and\s+)?(?:the\s+)?")
_NOT_DONE = re.compile(
    r"\b(?:must|to|should|would|will|if|not|could|may|has to|have to|unless|until|once) (?:first )?(?:be )?$",
    re.IGNORECASE,
)
_ALLIES = re.compile(r"(?:’s|'s)?\s+\w+\s+allies")
_COUNTER = re.compile(r"\s+counter-?proposal\b", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:the|a|an|its|their|this)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_CORE = re.compile(r"\b(?:core|key|central|longstanding|main) (?P<who>[\w’.-]+) demand\b", re.IGNORECASE)


def backed_by(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """The party after the verb: "backed by the president", "has alarmed Norvia"."""
    start = max(sentence.start, mention.span.start - REACH)
    before = page.text[start : mention.span.start]
    for cue, stance in rows_for("done", openings_in(before)):
        for found in cue.finditer(before):
            if _BESIDE.fullmatch(before[found.end() :]) and not _NOT_DONE.search(before[: found.start()]):
                end = mention.span.end
                if _ALLIES.match(page.text, end, sentence.end):
                    return None
                return stance, Span(start + found.start(), end), "plan"
    return None


def counter_proposal(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """A party's counter-proposal is its other wording: "the Norvian counter-proposal"."""
    found = _COUNTER.match(page.text, mention.span.end, sentence.end)
    if found is None:
        return None
    lead = _LEAD.search(page.text, max(sentence.start, mention.span.start - REACH), mention.span.start)
    return "amends", Span(lead.start() if lead else mention.span.start, found.end()), "plan"


def core_demand(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """A standing demand: … has been a core Norvian demand."""
    found = _CORE.search(
        page.text, max(sentence.start, mention.span.start - REACH), min(sentence.end, mention.span.end + REACH)
    )
    if found is None or not (found.start("who") <= mention.span.start < found.end("who")):
        return None
    end = sentence.end - len(sentence.quote(page.text)) + len(sentence.quote(page.text).rstrip(" .\n"))
    span = Span(sentence.start, end)
    topic = object_of(span.quote(page.text))
    return "demands", span, topic


def in_paper(page: Page, sentence: Span, mention: Mention, hints: Hints) -> Found | None:
    """What a party's own paper wants or refuses: "Kessara's memorandum, handed over on Monday, demands …"."""
    paper = _PAPER.match(page.text, mention.span.end, sentence.end)
    found = deed(page, paper.end(), sentence.end) if paper is not None else None
    if found is None or found.stance not in _OF_PAPERS:
        return None
    return with_topic((found.stance, Span(mention.span.start, found.end), object_of(found.about)), hints)


_PAPER = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,3}?(?:memorandum|response|reply|answer|counter-?proposal|counter-?offer|letter|ultimatum|list of demands)"
    r"(?:,[^,.;:“”\"]{3,90},)?\s+(?:also\s+|then\s+)?",
    re.IGNORECASE,
)
_OF_PAPERS: frozenset[Stance] = frozenset({"demands", "offers", "offers_if", "rejects", "amends"})
"""Stances that stand in a party's own paper; whether it answers or accepts anything is another question."""


def with_topic(found: Found | None, hints: Hints) -> Found | None:
    """The same with what the page's terms tell that it is about, where its own words name nothing."""
    if found is None or found[2] is not None:
        return found
    return found[0], found[1], hints.topic(found[1])
