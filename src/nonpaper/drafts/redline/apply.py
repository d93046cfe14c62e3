"""One text made from the other and the redline between them."""

from __future__ import annotations

from collections.abc import Callable

from nonpaper.errors import RedlineError
from nonpaper.model.redline import Edit, Redline
from nonpaper.model.span import Span

_REMEDY = "give the text it was made from"
Place = Callable[[Edit], Span | None]


def apply(made: Redline, old: str) -> str:
    """The later text, from the earlier one; RedlineError where `old` is another text. O(edits log edits)."""
    return _written(made, old, _old, _new)


def revert(made: Redline, new: str) -> str:
    """The earlier text, from the later one; RedlineError where `new` is another text. O(edits log edits)."""
    return _written(made, new, _new, _old)


def _old(edit: Edit) -> Span | None:
    return edit.old


def _new(edit: Edit) -> Span | None:
    return edit.new


def _written(made: Redline, text: str, given: Place, wanted: Place) -> str:
    edits = [edit for change in made.changes for edit in change.edits]
    _check(edits, text, given)
    placed = sorted((span, edit) for edit in edits if (span := wanted(edit)) is not None)
    return "".join(edit.words if (at := given(edit)) is None else text[at.start : at.end] for _, edit in placed)


def _check(edits: list[Edit], text: str, given: Place) -> None:
    """Every stretch of the text given must be the one that the redline was made from."""
    stretches = sorted((span, edit.words) for edit in edits if (span := given(edit)) is not None)
    reach = 0
    for span, words in stretches:
        if span.start != reach or text[span.start : span.end] != words:
            raise RedlineError(f"the redline does not fit this text from character {reach} on; {_REMEDY}")
        reach = span.end
    if reach != len(text):
        raise RedlineError(f"the text goes on after character {reach}, where the redline ends; {_REMEDY}")
