"""Cues of one or more words, found in a list of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Table = dict[str, list[tuple[tuple[str, ...], str]]]


class Cues:
    """Cues of several names, found in a list of words; the longest cue that begins at a word wins."""

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._exact: Table = {}
        self._open: Table = {}
        for name, listed in cues.items():
            for cue in listed:
                first, *rest = cue.split()
                table = self._open if first.endswith("*") else self._exact
                table.setdefault(first.rstrip("*"), []).append((tuple(rest), name))
        self._cache: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}

    def at(self, words: Sequence[str], place: int) -> tuple[int, str] | None:
        """(number of words, name) of the longest cue at `place`; None where there is none."""
        best: tuple[int, str] | None = None
        for rest, name in self._starting(words[place]):
            length = len(rest) + 1
            if (best is None or length > best[0]) and (not rest or _follow(words, place + 1, rest)):
                best = length, name
        return best

    def found(self, words: Sequence[str]) -> set[str]:
        """The names of all cues in the words."""
        names, at = set(), 0
        while at < len(words):
            length, name = self.at(words, at) or (1, "")
            names.add(name)
            at += length
        return names - {""}

    def _starting(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        known = self._cache.get(word)
        if known is None:
            opened = [entry for n in range(len(word), 1, -1) for entry in self._open.get(word[:n], ())]
            known = self._cache[word] = (*self._exact.get(word, ()), *opened)
        return known


def _follow(words: Sequence[str], place: int, rest: tuple[str, ...]) -> bool:
    if place + len(rest) > len(words):
        return False
    for at, cue in enumerate(rest, place):
        if not (words[at].startswith(cue[:-1]) if cue[-1] == "*" else words[at] == cue):
            return False
    return True
