"""Credibility on the Admiralty scale by rules stated here; 1 is a person's to give, reliability a person's to set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nonpaper.drafts.origins import canonical
from nonpaper.model.credibility import Credibility, Reliability
from nonpaper.model.draft import Term, Wording
from nonpaper.model.reading import Reading
from nonpaper.model.support import Origin, Support

PUBLISHED = frozenset({"leaked_full_text", "official_text"})
RULES: dict[str, tuple[int, str]] = {
    "person": (1, "confirmed, on a person's word alone"),
    "agree": (2, "two or more separate origins give it alike, and none differently"),
    "record": (2, "one origin, with a party on the record or published or signed wording, and none differently"),
    "agree_but": (3, "two or more separate origins give it alike, others differently"),
    "seen": (3, "one origin, which says that it has or has seen the text, and none differently"),
    "figure": (4, "one origin gives the value, and the others give none"),
    "alone": (4, "one origin, and no other confirms it"),
    "alone_but": (4, "one origin, and one other gives it differently"),
    "against": (5, "one origin, and two or more others give it differently"),
    "unknown": (6, "its origin is not known"),
}
"""Rules in the order of their grades. Denials and reliability are shown beside, and enter none of them."""


def credibility(
    term: Term,
    support: Support,
    readings: Mapping[str, Reading],
    *,
    confirmed: Mapping[str, str] | None = None,
    reliability: Mapping[str, Reliability] | None = None,
) -> tuple[Credibility, ...]:
    """One for each account of a term. `confirmed` is a person's word by term, `reliability` letters by outlet."""
    letters, words = by_outlet(reliability or {}), (confirmed or {}).get(term.id)
    paths = [(o, {(p.report, p.index) for p in o.paths}) for o in support.origins]
    refs = [{(w.report, w.index) for w in account.wordings} for account in term.accounts]
    resting = [[o for o, stated in paths if not stated.isdisjoint(mine)] for mine in refs]
    out = []
    for place, account in enumerate(term.accounts):
        mine = resting[place]
        others = {o.name for p, found in enumerate(resting) if p != place for o in found} - {o.name for o in mine}
        grade, why = RULES["person" if words else _rule(account.wordings, mine, len(others), readings)]
        why = f"{why} ({words})" if words else why
        graded = tuple(_letter(o, letters) for o in mine)
        out.append(Credibility(term=term.id, value=account.value, grade=grade, why=why, reliability=graded))
    return tuple(out)


def by_outlet(reliability: Mapping[str, Reliability]) -> dict[str, Reliability]:
    """Letters by the one name of each outlet that counts, in small letters."""
    return {canonical(name).casefold(): letter for name, letter in reliability.items()}


def _rule(wordings: Sequence[Wording], mine: Sequence[Origin], others: int, readings: Mapping[str, Reading]) -> str:
    if not mine:
        return "unknown"
    giving = _giving(wordings)
    figure = len(giving) < len(wordings) and sum(_rests(o, giving) for o in mine) < 2 <= len(mine)
    if len(mine) > 1 and not figure:
        return "agree_but" if others else "agree"
    if others:
        return "against" if others > 1 else "alone_but"
    if any(w.provision.status in ("attested", "published", "signed") for w in giving):
        return "record"
    if any(_seen(readings[w.report], w) for w in giving):
        return "seen"
    return "figure" if figure else "alone"


def _giving(wordings: Sequence[Wording]) -> Sequence[Wording]:
    """Those that give the account's value; all where none gives one. Silence on a figure does not confirm it."""
    return [w for w in wordings if w.provision.value] or wordings


def _rests(origin: Origin, wordings: Sequence[Wording]) -> bool:
    refs = {(w.report, w.index) for w in wordings}
    return any((p.report, p.index) in refs for p in origin.paths)


def _seen(reading: Reading, wording: Wording) -> bool:
    """Whether a wording comes from whoever says that he has or has seen the text.

    What an outlet tells of a text in its own voice, or as the text's own words, does so where the report says that it
    has a copy; "under the draft" alone does not say that anybody has read it.
    """
    claim = reading.claims[wording.provision.claim] if wording.provision.claim is not None else None
    if claim is not None and (claim.kind in PUBLISHED or claim.access in ("obtained", "seen")):
        return True
    has_copy = any(p.aspect == "copy" for p in reading.particulars)
    return has_copy and (claim is None or claim.kind == "document_seen")


def _letter(origin: Origin, letters: Mapping[str, Reliability]) -> Reliability:
    """The one letter that all its names have; F where they differ or none was set."""
    found = {letters.get(n.casefold(), "F") for n in origin.names}
    return found.pop() if len(found) == 1 else "F"
