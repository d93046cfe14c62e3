"""The redline of two held texts."""

from __future__ import annotations

from nonpaper.drafts.redline.changes import changes
from nonpaper.drafts.redline.faults import faults
from nonpaper.drafts.redline.groups import Group, Side, groups
from nonpaper.drafts.redline.open import open_places
from nonpaper.drafts.redline.tokens import Alphabet, tokens_of
from nonpaper.drafts.redline.units import units
from nonpaper.model.redline import HeldText, Redline, Unit

METHOD = {
    "units": "points, articles and paragraphs as the reader of negotiating texts cuts them",
    "pairing": "units with the same words first; the rest one to one so that the most words are kept (assignment; a "
    "word counts 1000, the same number 500, the same place up to 499), where at least half of the words are shared, or "
    "three tenths under one number",
    "split and merged": "units left over whose words, seven tenths of them and together, stand in a larger unit and "
    "are not kept elsewhere",
    "words": "longest common subsequence of words and marks of punctuation",
    "moved": "outside the run of units, heaviest by words kept, that stands in one order in both texts",
    "open": "square brackets that are not an editor's, blanks, and words such as “to be agreed”",
}


def redline(old: str, new: str, *, called: tuple[str, str] = ("the old text", "the new text")) -> Redline:
    """How `old` became `new`: `apply` makes the later from it and the earlier, `revert` the earlier from the later.

    Swap the texts and the result swaps: added and dropped, split and merged, opened and closed. O(n m) comparisons of
    units, n squared m at worst for their assignment, and for each pair of units the square of its words over 64.
    """
    left, right = sides(old, new)
    found, cut_short = grouped(left, right)
    made = changes(left, right, found)
    return Redline(
        old=HeldText(name=called[0], characters=len(old), units=left.units),
        new=HeldText(name=called[1], characters=len(new), units=right.units),
        changes=made,
        method=METHOD,
        findings=faults((left, right), called, made, cut_short=cut_short),
    )


def sides(old: str, new: str) -> tuple[Side, Side]:
    """Both texts cut up, their words written in one alphabet."""
    alphabet = Alphabet()
    left, right = (_side(text, alphabet) for text in (old, new))
    return left, right


def _side(text: str, alphabet: Alphabet) -> Side:
    cut = units(text)
    places, single = open_places(text)
    return Side(
        text=text,
        units=cut,
        tokens=tuple(tokens_of(text, unit, alphabet) for unit in cut),
        own=tuple(own_number(text, unit) for unit in cut),
        open=places,
        single=single,
    )


def own_number(text: str, unit: Unit) -> str | None:
    """A unit's number where a mark of its own prints it; None for what only stands under a number."""
    mark = text[unit.span.start : unit.body.start]
    return unit.number if any(c.isalnum() for c in mark) else None


def grouped(left: Side, right: Side) -> tuple[tuple[Group, ...], bool]:
    """Which units became which; found in one direction whatever the order of the texts, so the same in both."""
    if right.text < left.text:
        found, cut_short = groups(right, left)
        return tuple(group.turned() for group in found), cut_short
    return groups(left, right)
