"""What turns a stance's words round, or makes them another's: such a stance is not stated, or only as unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page
from nonpaper.claims.stances.turned.another import (
    addressed,
    another_acts,
    anothers_wish,
    armed_act,
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
    waited_for,
    yes_withdrawn,
)
from nonpaper.claims.stances.turned.around import (
    answers_a_wish,
    demanded_less,
    denied_by_itself,
    of_no_text,
    says_both,
    undone,
)
from nonpaper.claims.stances.turned.at_home import at_home
from nonpaper.claims.stances.turned.bidden import bids_another, only_asked, only_hoped
from nonpaper.claims.stances.turned.courtesies import of_a_courtesy, of_a_word
from nonpaper.claims.stances.turned.demands import given_up, never_demanded, only_leads, set_against, unsaid
from nonpaper.claims.stances.turned.denied_a_thing import denies_a_thing, dismisses_somebody
from nonpaper.claims.stances.turned.doubtful import is_half_true
from nonpaper.claims.stances.turned.earlier import before_then
from nonpaper.claims.stances.turned.elsewhere import (
    agrees_to_talk,
    clefted,
    has_turned,
    insists_it_is_so,
    of_a_link,
    of_a_named,
    of_an_answer,
    of_both,
    reported_only,
    urges_a_no,
)
from nonpaper.claims.stances.turned.hypothetical import only_supposed
from nonpaper.claims.stances.turned.in_jest import in_jest, of_his_kin
from nonpaper.claims.stances.turned.named_rightly import WHICH, named_rightly, of_silence
from nonpaper.claims.stances.turned.no_threat import (
    all_stays,
    leaves_a_trifle_open,
    must_only_know,
    never_in_the_past,
    only_decides,
    only_suffers,
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
from nonpaper.claims.stances.turned.of_a_trade import of_a_trade, of_who_is_addressed
from nonpaper.claims.stances.turned.told_of import told_of_another
from nonpaper.claims.stances.turned.unlinked import unlinked
from nonpaper.claims.stances.turned.unreal import unreal
from nonpaper.claims.stances.turned.untrue import doubts_another, foretold, only_warns, only_wonders, supposed, untrue
from nonpaper.claims.stances.turned.urged import bids_others, only_urges
from nonpaper.claims.stances.turned.withdrawn import taken_back_next, withdrawn
from nonpaper.claims.stances.turned.words import DENIALS, FIRM, Words, words_of
from nonpaper.model.position import Position

FORETOLD = "may be a forecast"


LOOKS = "a look at a text may be no yes"


WHOSE = "it is not plain whose stance this is"


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
    position = named_rightly(words, of_silence(words, position))
    for doubts, why in _DOUBTS:
        if why not in position.doubts and doubts(words):
            position = doubted(position, why)
    yield position


Rule = Callable[[Words], bool]


_UNREAL: tuple[Rule, ...] = (
    told_of_another,
    unreal,
    withdrawn,
    only_supposed,
    bids_others,
    not_denied,
    denies_a_thing,
    only_asked,
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
    (of_a_word, NO_TERM),
    (unlinked, NO_TERM),
    (taken_back_next, TAKEN_BACK),
    (only_urges, WHICH),
    (of_some_people, WHOSE),
    (of_no_office, WHOSE),
    (of_a_trade, WHOSE),
    (of_some_in_office, WHOSE),
    (of_a_fiction, WHOSE),
    (concedes_a_fact, WHICH),
    (of_his_person, NO_TERM),
    (of_its_text, WHOSE),
    (of_whom_it_speaks, WHOSE),
    (of_who_is_told, WHOSE),
    (of_who_is_addressed, WHOSE),
    (corrects_itself, WHOSE),
    (of_not_everybody, WHICH),
    (warns_of_others, WHICH),
    (all_stays, WHICH),
    (must_only_know, WHICH),
    (never_in_the_past, WHICH),
    (only_decides, WHICH),
    (only_suffers, WHICH),
    (leaves_a_trifle_open, NO_TERM),
    (before_then, TAKEN_BACK),
    (dismisses_somebody, NO_TERM),
    (bids_another, WHOSE),
    (only_hoped, WHOSE),
    (in_jest, WHICH),
    (of_his_kin, WHOSE),
)
