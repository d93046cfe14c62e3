"""What captives are by who holds them: a movement's are hostages, a state's prisoners, where the words leave it open."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.load import table
from nonpaper.claims.page import Page, mentions_in
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

# Words for people held that do not say as what.
_OPEN = re.compile(
    r"\b(?:captives?|captured|detainees?|those (?:it|they) holds?|(?:people|men|women) held)\b", re.IGNORECASE
)
# Words that do.
_SOLDIERS = re.compile(
    r"\b(?:prisoners?|pows?|soldiers?|troops|servicem[ae]n|fighters?|sailors?|pilots?|airmen|marines|conscripts?|guerrillas?|convicts?|inmates?)\b",
    re.IGNORECASE,
)
_HOSTAGES = re.compile(r"\b(?:hostages?|abduct\w*|kidnap\w*|ransom)\b", re.IGNORECASE)
_LET_GO = re.compile(r"\b(?:release|free|let|hand|return|set|give|swap|exchange)\w*\b", re.IGNORECASE)


def told_by_holder(page: Page, term: Provision) -> Provision:
    """The term as one on hostages or prisoners by who lets them go; as it is where two hold them or the words say which."""
    if term.topic not in ("prisoners", "hostages", "detention"):
        return term
    said = term.span.quote(page.text)
    if not _OPEN.search(said) or _SOLDIERS.search(said) or _HOSTAGES.search(said):
        return term
    holders = set(term.obligor) or _named_first(page, term.span)
    if len(holders) != 1:
        return term
    holder = next(iter(holders))
    if is_movement(holder):
        return replace(term, topic="hostages")
    state = holder not in table("groups")["group"]
    return replace(term, topic="prisoners") if state and term.topic == "hostages" else term


def _named_first(page: Page, span: Span) -> set[str]:
    """The parties named before the verb that lets somebody go."""
    verb = _LET_GO.search(page.text, span.start, span.end)
    until = verb.start() if verb else span.start
    return {m.party for m in mentions_in(page, Span(span.start, until)) if m.party} if until > span.start else set()
