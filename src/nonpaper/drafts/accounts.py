"""Accounts of one term: wordings that give the same content together, those that differ side by side."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.drafts.quantity import Quantity, agree, quantities
from nonpaper.model.draft import Account, Wording

Given = tuple[Quantity, ...] | str


def accounts(wordings: Sequence[Wording]) -> tuple[Account, ...]:
    """Accounts by the amount they give, smaller first. "Sixty thousand" and "60,000" are one.

    A wording that gives no value stands with the only account there is; where accounts differ it stands by itself.
    """
    found: list[tuple[Given, list[Wording]]] = []
    for wording in sorted(wordings, key=lambda w: _order(_given(w))):
        if found and _one(found[-1][0], _given(wording)):
            found[-1][1].append(wording)
        else:
            found.append((_given(wording), [wording]))
    silent = [group for given, group in found if not given]
    telling = [group for given, group in found if given]
    if len(telling) == 1:
        telling, silent = [telling[0] + [w for group in silent for w in group]], []
    place = {id(w): at for at, w in enumerate(wordings)}
    ordered = [sorted(group, key=lambda w: place[id(w)]) for group in (*telling, *silent)]
    return tuple(
        Account(value=next((w.provision.value for w in group if w.provision.value), None), wordings=tuple(group))
        for group in ordered
    )


def _given(wording: Wording) -> Given:
    value = (wording.provision.value or "").casefold()
    return quantities(value) or value


def _order(given: Given) -> tuple[object, ...]:
    if isinstance(given, str):
        return (2, given) if given else (3, "")
    return 1, tuple(given)


def _one(left: Given, right: Given) -> bool:
    if isinstance(left, str) or isinstance(right, str):
        return left == right
    return agree(left, right) is True
