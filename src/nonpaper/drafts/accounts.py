"""Accounts of one term: wordings that give the same content together, those that differ side by side."""

from __future__ import annotations

from collections.abc import Sequence, Set

from nonpaper.drafts.quantity import Kind, Quantity, agree, amounts_told, quantities
from nonpaper.model.draft import Account, Wording

Given = tuple[Quantity, ...] | str


def accounts(wordings: Sequence[Wording]) -> tuple[Account, ...]:
    """Accounts by the amount they give, smaller first. "Sixty thousand" and "60,000" are one.

    A wording that gives no value stands with the only account there is; where accounts differ it stands by itself.
    """
    kinds = {q.kind for w in wordings for q in quantities(w.provision.value or "")}
    given = {id(w): _given(w, kinds) for w in wordings}
    found: list[list[Wording]] = []
    for wording in sorted(wordings, key=lambda w: _order(given[id(w)])):
        if found and _one(given[id(found[-1][0])], given[id(wording)]):
            found[-1].append(wording)
        else:
            found.append([wording])
    telling = [group for group in found if given[id(group[0])]]
    silent = [w for group in found if not given[id(group[0])] for w in group]
    if len(telling) == 1:
        telling[0] += silent
    elif silent:
        telling.append(silent)
    place = {id(w): at for at, w in enumerate(wordings)}
    ordered = [sorted(group, key=lambda w: place[id(w)]) for group in telling]
    return tuple(Account(value=_value(group, kinds), wordings=tuple(group)) for group in ordered)


def _value(group: Sequence[Wording], kinds: Set[Kind]) -> str | None:
    """What the account gives, as a reader noted it, else in the words of the first that tells."""
    noted = [w.provision.value for w in group if w.provision.value]
    told = [t.words for w in group for t in amounts_told(w.quote) if not kinds or t.amount.kind in kinds]
    return next(iter(noted or told), None)


def _given(wording: Wording, kinds: Set[Kind]) -> Given:
    """The noted value as an amount, or as it stands; else the amounts in the words, of the kinds noted elsewhere."""
    noted = wording.provision.value
    if noted:
        return quantities(noted) or noted.casefold()
    return tuple(q for q in quantities(wording.quote) if not kinds or q.kind in kinds)


def _order(given: Given) -> tuple[object, ...]:
    if isinstance(given, str):
        return 2, given
    return (1, given) if given else (3,)


def _one(left: Given, right: Given) -> bool:
    if isinstance(left, str) or isinstance(right, str) or not left or not right:
        return left == right
    return agree(left, right) is True
