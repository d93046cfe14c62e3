"""All decisions that a dossier has ever recorded, those taken back too."""

from __future__ import annotations

from typing import Any

import msgspec

from nonpaper.dossier.deciding import standing
from nonpaper.errors import CorrectionsError
from nonpaper.store import Judged, Store


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: what it corrects (`entry`: its fields as a corrections file has them, with `kind`), or takes back.

    `at` is when it was recorded, ISO 8601 with its zone; `undoes` the id of the decision that it takes back.
    """

    id: str
    at: str
    author: str
    reason: str
    in_force: bool
    entry: dict[str, Any] | None = None
    undoes: str | None = None


def judgements_of(store: Store) -> tuple[Judgement, ...]:
    """Every decision, in the order of time. O(judgements)."""
    judged = store.judgements()
    stand = {each.id for each in standing(judged)}
    return tuple(
        Judgement(
            id=j.id,
            at=j.at,
            author=j.author,
            reason=j.reason,
            in_force=j.id in stand,
            entry=_entry(j, store.path) if j.correction else None,
            undoes=j.undoes,
        )
        for j in judged
    )


def _entry(judged: Judged, path: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(judged.correction or "", type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise CorrectionsError(f"{path}, judgement {judged.id}: is damaged ({error}); run nonpaper check") from error
