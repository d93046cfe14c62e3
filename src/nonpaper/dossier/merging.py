"""Two dossiers into one: reports unite by content, judgements by id; what is decided differently becomes a question."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from nonpaper.dossier.differing import questions
from nonpaper.errors import StoreError
from nonpaper.model.finding import Finding
from nonpaper.store import Judged, Kept, Store


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """How much came in, what a person should decide, and words for handling of which the higher rank was kept."""

    reports: int
    judgements: int
    questions: tuple[Finding, ...]
    ranks: tuple[Finding, ...] = ()


def merge(into: Store, other: Store, *, at: str) -> Merged:
    """Takes in what `other` holds: the union, so that order and repetition make no difference.

    A report has the higher of two marks, a word for handling the higher of two ranks. Judgements keep their author and
    time, and act in the order of time. StoreError, and nothing taken in, where `other` is damaged; O(size of `other`).
    """
    fault = next(iter(other.verify()), None)
    if fault is not None:
        raise StoreError(f"{other.path}: {fault.where}: {fault.what}; see nonpaper check {other.path}")
    ranked = _ranked_otherwise(into, other)
    with into.step("merge", at) as step:
        came, renamed, shared = _reports(into, other, at, step)
        into.unite(other.ranks(), {one: words for one, words in other.marks().items() if one in shared})
        known = {j.id for j in into.judgements()}
        new = [j for j in other.judgements() if j.id not in known]
        into.judge(_undone_last(new), step=step)
    asked = (*renamed, *questions(into))
    return Merged(reports=came, judgements=len(new), questions=asked, ranks=ranked)


def _reports(into: Store, other: Store, at: str, step: int) -> tuple[int, tuple[Finding, ...], set[str]]:
    """How many came in, what could not, and the ids that mean the same report in both."""
    came, asked, shared = 0, [], set()
    for about in other.reports():
        received = other.report(about.id)
        there = into.same(received)
        if there is None and into.text_under(about.id) is None:
            kept = next(iter(other.kept([about.id])))
            if isinstance(kept, Kept):
                arrivals = other.arrivals(about.id)
                came += into.put(received, kept.reading, kept.reader, at=at, step=step, arrivals=arrivals)
                shared.add(about.id)
            else:
                asked.append(kept)
        elif there != about.id:
            asked.append(_two_names(other, about.id, about.path))
        else:
            shared.add(about.id)
            if arrivals := other.arrivals(about.id):
                into.arrived(about.id, arrivals)
    return came, tuple(asked), shared


def _two_names(other: Store, name: str, path: str) -> Finding:
    what = f'the id "{name}" is another report\'s here, or this report has another id; it was not taken in'
    remedy = "add its file, and judge it here"
    return Finding(code="id", level="doubt", where=f"{other.path}, {path}", what=what, remedy=remedy)


def _ranked_otherwise(into: Store, other: Store) -> tuple[Finding, ...]:
    """A note on each word that has two ranks."""
    ours, theirs = into.ranks(), other.ranks()
    apart = sorted(word for word in ours.keys() & theirs.keys() if ours[word] != theirs[word])
    return tuple(_two_ranks(into.path, word, *sorted((ours[word], theirs[word]))) for word in apart)


def _two_ranks(where: str, word: str, lower: int, higher: int) -> Finding:
    what = f'"{word}" has two ranks, {lower} and {higher}; the higher is kept, so that fewer may see what is marked so'
    remedy = "agree on words; mark the reports anew if that is too high"
    return Finding(code="handling", level="note", where=where, what=what, remedy=remedy)


def _undone_last(judged: Iterable[Judged]) -> list[Judged]:
    """Each after what it takes back, as references ask."""
    left = {j.id: j for j in judged}
    ordered: list[Judged] = []
    for first in list(left):
        chain: list[Judged] = []
        at: str | None = first
        while at is not None and at in left:
            chain.append(left.pop(at))
            at = chain[-1].undoes
        ordered += reversed(chain)
    return ordered
