"""Whom it serves that captives are let go: the side that they fought for, or that they were taken from."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.roles.names import Names, unknown_name
from nonpaper.claims.sides.other import other_side
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

REACH = 90
"""Characters after the verb in which those are named whom it sets free."""
# Who lets somebody go. "Free" before a noun is no verb: "free passage", "free elections".
_LETS_GO = re.compile(
    r"\b(?:fre(?:e|es|ed|eing)|releas(?:e|es|ed|ing)|liberates?|sets? free|lets? (?:go|out)|hand(?:s|ing)? (?:over|back)|g[ia]ves? (?:up|back)|returns?|unlocks? the cells of|opens? the (?:cells|prisons?|gates) (?:for|of|to))\b",
    re.IGNORECASE,
)
# Those whom a war makes captives.
_CAPTIVES = re.compile(
    r"(?:[^,;.:]|(?<=\d),(?=\d)){0,60}?\b(?:fighters|gunmen|guerrillas|insurgents|militiamen|hostages?|captives?|prisoners?(?: of war)?|pows?|soldiers|troops|servicem[ae]n|servicewomen|conscripts|pilots?|airm[ae]n|sailors?|marines|crew(?:s|m[ae]n)?|officers?|detainees|lifers|convicts|inmates)\b(?! of (?:conscience|all))",
    re.IGNORECASE,
)
# Those for whom nobody fights, and all whom a state has locked up, for whatever reason.
_OF_NO_SIDE = re.compile(
    r"\b(?:own|civilians?|political|dissidents?|opposition|journalists?|activists?|foreign(?:ers)?|common|criminals?|illegal|students?|aid workers?|third)\b|\ball (?:the )?(?:prisoners|detainees|inmates|convicts)\b(?! of war)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|never|neither|without|refus\w+|against)\b", re.IGNORECASE)


def freed(page: Page, term: Provision) -> Names:
    """The other of two sides, where one is to let captives go: its own are not meant, nor a third party's."""
    if len(term.obligor) != 1 or term.modality not in ("must", "expects", None):
        return ()
    whom = _captives(page, term.span)
    other = other_side(page, term.obligor[0]) if whom is not None else None
    named = {m.party for m in parties_in(page, whom)} if whom is not None else set()
    return (other,) if other is not None and named <= {other} else ()


def _captives(page: Page, term: Span) -> Span | None:
    """The words for those whom a term's own verb sets free."""
    verb = _LETS_GO.search(page.text, term.start, term.end)
    stop = min(term.end, verb.end() + REACH) if verb else term.end
    whom = _CAPTIVES.match(page.text, verb.end(), stop) if verb else None
    if verb is None or whom is None or _NOT.search(page.text, term.start, verb.start()):
        return None
    return None if _OF_NO_SIDE.search(whom[0]) or unknown_name(page, Span(*whom.span())) else Span(*whom.span())
