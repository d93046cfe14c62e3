"""What turns a stance's words round, or makes them another's: such a stance is not stated, or only as unsure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.another import (
    addressed,
    another_acts,
    anothers_wish,
    armed_act,
    for_another,
    may_be_text,
    of_a_person,
    solicited,
)
from nonpaper.claims.stances.turned.answers import (
    counterfactual,
    gives_nothing,
    inverted,
    needs_none,
    no_choice,
    obliged,
    only_looks,
    only_silent,
    waited_for,
    yes_withdrawn,
)
from nonpaper.claims.stances.turned.around import (
    answers_a_wish,
    demanded_less,
    denied_by_itself,
    of_no_clause,
    of_no_text,
    puts_off,
    says_both,
    undone,
)
from nonpaper.claims.stances.turned.at_home import at_home
from nonpaper.claims.stances.turned.conditional import on_condition, taken_from_text
from nonpaper.claims.stances.turned.courtesies import of_a_courtesy
from nonpaper.claims.stances.turned.demands import given_up, never_demanded, only_leads, set_against, unsaid
from nonpaper.claims.stances.turned.doubtful import is_half_true
from nonpaper.claims.stances.turned.elsewhere import (
    agrees_to_talk,
    an_offer_dismissed,
    clefted,
    has_turned,
    insists_it_is_so,
    neither_nor,
    of_a_link,
    of_a_named,
    of_an_answer,
    of_both,
    reported_only,
    urges_a_no,
)
from nonpaper.claims.stances.turned.hypothetical import only_supposed
from nonpaper.claims.stances.turned.no_threat import (
    all_stays,
    must_only_know,
    never_in_the_past,
    only_decides,
    warns_of_others,
)
from nonpaper.claims.stances.turned.nobodys_word import (
    concedes_a_fact,
    of_a_fiction,
    of_its_text,
    of_no_office,
    of_some_in_office,
    of_some_people,
    of_who_is_told,
    of_whom_it_speaks,
)
from nonpaper.claims.stances.turned.not_denied import corrects_itself, not_denied, of_his_person, of_not_everybody
from nonpaper.claims.stances.turned.told_of import told_of_another
from nonpaper.claims.stances.turned.unlinked import unlinked
from nonpaper.claims.stances.turned.unreal import unreal
from nonpaper.claims.stances.turned.untrue import doubts_another, foretold, only_warns, only_wonders, supposed, untrue
from nonpaper.claims.stances.turned.urged import bids_others, only_urges
from nonpaper.claims.stances.turned.withdrawn import taken_back_next, withdrawn
from nonpaper.claims.stances.turned.words import DENIALS, FIRM, Words, shows, words_of
from nonpaper.model.position import Position

FORETOLD = "may be a forecast"


LOOKS = "a look at a text may be no yes"


WHOSE = "it is not plain whose stance this is"


WHICH = "it is not plain which stance this is"


TAKEN_BACK = "what follows takes it back"
DENIED = "the party denies it"
NO_TERM = "it is not plain that the talks or a text are about this"


def upright(page: Page, positions: Sequence[Position]) -> list[Position]:
    """The positions without those whose words say the reverse or are another's; those that may be so as unsure.

    A report that is rejected is denied.
    """
    return [p for position in positions for p in _upright(page, position)]


def _upright(page: Page, position: Position) -> Iterator[Position]:
    words = words_of(page, position)
    if any(turns(words) for turns in _UNREAL) or (position.stance in FIRM and any(turns(words) for turns in _TURNS)):
        return
    if position.stance in DENIALS and (only_wonders(words) or is_half_true(words.said) or of_no_text(words)):
        return
    position = _named_rightly(words, _of_silence(words, position))
    for doubts, why in _DOUBTS:
        if why not in position.doubts and doubts(words):
            position = doubted(position, why)
    yield position


def _of_silence(words: Words, position: Position) -> Position:
    """Who only refuses to speak is silent; who will not speak of a thing before another step may be against it."""
    if position.stance in ("no_comment", *NO) and puts_off(words):
        return doubted(replace(position, stance="rejects"), WHICH)
    if position.stance in NO and only_silent(words):
        own = "self" if position.basis == "reporter" else position.basis
        return replace(position, stance="no_comment", basis=own)
    return position


def _named_rightly(words: Words, position: Position) -> Position:
    """The position with the stance that its words show where they were taken for one beside it."""
    if position.stance in DENIALS and _SAID_NOTHING.search(words.said) and not _SAYS_NO.search(words.said):
        position = replace(position, stance="no_comment")
    if position.stance == "rejects" and _claim("told_of").search(words.said):
        position = replace(position, stance="denies_report")
    if neither_nor(words):
        position = replace(position, stance="reserves", conditions=())
    if an_offer_dismissed(words):
        position = replace(position, stance="rejects")
    if position.stance == "accepts" and _IN_PRINCIPLE.search(words.said):
        position = replace(position, stance="accepts_in_principle")
    if (
        position.stance in NO
        and _NOT_RULED_OUT.search(words.said)
        and not shows(_NOT_RULED_OUT.sub(" ; ", words.said), NO)
    ):
        position = replace(position, stance="reserves")
    position = on_condition(words, taken_from_text(words, position))
    if position.stance in ("accepts", "accepts_if") and _has_own_say(words):
        position = replace(position, stance="accepts_ad_referendum", conditions=())
    if position.stance == "amends" and of_no_clause(words):
        position = replace(position, stance="demands")
    if position.stance in ("offers", "offers_if") and for_another(words):
        position = replace(position, stance="demands", conditions=())
        position = position if WHICH in position.doubts else doubted(position, WHICH)
    return position


_SAID_NOTHING = re.compile(
    r"\b(?:said|says|told \w+|confirm(?:s|ed)|announc(?:es|ed)|disclos(?:es|ed)|reveal(?:s|ed)) nothing\b(?! (?:had|has|was|of the (?:sort|kind)|like))",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"\b(?:den(?:y|ies|ied)|false|untrue|fabricat\w+|knows?|knew|heard|seen|received)\b", re.IGNORECASE
)


_NOT_RULED_OUT = re.compile(
    r"\b(?:cannot|can not|could not|can[’']t|couldn[’']t|would not|did not|does not) (?:\w+ly |yet )?rule (?:[\w’'-]+ ){0,4}?out\b",
    re.IGNORECASE,
)


def _has_own_say(words: Words) -> bool:
    """Whether a yes waits for a body of the party itself, in its words or right after them."""
    stop = words.position.span.end
    found = _BY_ITS_OWN.search(words.page.text, words.position.span.start, stop + _NEXT)
    return found is not None and found.start() <= stop + 1


_NEXT = 90
"""Characters after a yes in which it is said who has to approve."""
# "subject to the approval of its | senate": what a party's own body has to say is no condition that another can meet.
_BY_ITS_OWN = re.compile(
    r"\b(?:subject )?to (?:the |an? |its |their |his |her |final )*(?:approval|vote|consent|ratification|assent|agreement|backing|blessing|yes) (?:of|by|in|from) (?:its|his|her|their|the|our|my)(?: own)? (?:\w+ )?"
    r"(?:senate|parliament|congress|chamber|assembly|council|cabinet|house|legislature|voters|people|members|party|king|supreme court|constitutional court)\b",
    re.IGNORECASE,
)


_IN_PRINCIPLE = re.compile(
    r"\bin (?:principle|outline|broad (?:terms|outline|lines))\b|\bas a (?:basis|starting point)\b|\b(?:with|to) the (?:idea|principle|notion|thrust|outline) \b|\bwith the idea\b",
    re.IGNORECASE,
)


@cache
def _claim(key: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reject|refus|dismiss|rebuff|brush|rul)\w*\s+(?:out\s+|aside\s+|as \w+\s+)?"
        rf"(?:(?!(?:of|in|on|for|to|by|and|with|from|at|as|that)\b)[\w’'-]+\s+){{0,5}}?{any_of('turned', key)}(?!\w)",
        re.IGNORECASE,
    )


Rule = Callable[[Words], bool]


_UNREAL: tuple[Rule, ...] = (
    told_of_another,
    unreal,
    withdrawn,
    only_supposed,
    bids_others,
    not_denied,
)
"""By which a stance of any kind is nobody's."""


_TURNS: tuple[Rule, ...] = (
    unsaid,
    given_up,
    yes_withdrawn,
    no_choice,
    untrue,
    only_wonders,
    only_leads,
    waited_for,
    inverted,
    gives_nothing,
    needs_none,
    obliged,
    counterfactual,
    addressed,
    armed_act,
    solicited,
    anothers_wish,
    another_acts,
    clefted,
    reported_only,
    insists_it_is_so,
    has_turned,
    says_both,
    at_home,
)


_DOUBTS: tuple[tuple[Rule, str], ...] = (
    (foretold, FORETOLD),
    (supposed, FORETOLD),
    (only_warns, WHICH),
    (only_looks, LOOKS),
    (of_a_person, WHOSE),
    (may_be_text, WHOSE),
    (never_demanded, WHICH),
    (set_against, WHICH),
    (doubts_another, WHICH),
    (of_a_named, WHOSE),
    (of_both, WHOSE),
    (of_an_answer, WHICH),
    (of_a_link, WHICH),
    (agrees_to_talk, LOOKS),
    (urges_a_no, WHICH),
    (undone, TAKEN_BACK),
    (denied_by_itself, DENIED),
    (demanded_less, WHICH),
    (answers_a_wish, WHICH),
    (of_a_courtesy, NO_TERM),
    (unlinked, NO_TERM),
    (taken_back_next, TAKEN_BACK),
    (only_urges, WHICH),
    (of_some_people, WHOSE),
    (of_no_office, WHOSE),
    (of_some_in_office, WHOSE),
    (of_a_fiction, WHOSE),
    (concedes_a_fact, WHICH),
    (of_his_person, NO_TERM),
    (of_its_text, WHOSE),
    (of_whom_it_speaks, WHOSE),
    (of_who_is_told, WHOSE),
    (corrects_itself, WHOSE),
    (of_not_everybody, WHICH),
    (warns_of_others, WHICH),
    (all_stays, WHICH),
    (must_only_know, WHICH),
    (never_in_the_past, WHICH),
    (only_decides, WHICH),
)
