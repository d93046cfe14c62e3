"""Collects what is found in a model file, each with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from nonpaper.model.finding import Finding, Level
from nonpaper.scenarios.lines import Lines, Path

MOST = 100


class Notes:
    """Findings in the order made, at most `MOST`; `stopped` once one of them makes the model unusable."""

    def __init__(self, file: str, lines: Lines) -> None:
        self._file, self._lines = file, lines
        self._found: list[Finding] = []
        self.stopped = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, as the file goes."""
        return tuple(sorted(self._found, key=lambda f: int(f.where.rpartition(":")[2])))

    def fault(self, path: Path, what: str, remedy: str, *, words: str | None = None) -> None:
        """The model cannot be used until this is mended."""
        self.stopped = True
        self._add("model_fault", "left_out", path, what, remedy, words)

    def doubt(self, path: Path, what: str, remedy: str, *, words: str | None = None) -> None:
        """Probably a slip; the model can be used as it stands."""
        self._add("model_doubt", "doubt", path, what, remedy, words)

    def note(self, path: Path, what: str, remedy: str, *, words: str | None = None) -> None:
        """Worth knowing."""
        self._add("model_note", "note", path, what, remedy, words)

    def unknown_keys(self, path: Path, given: Iterable[str], allowed: tuple[str, ...]) -> None:
        """A fault for each key that no model has."""
        for key in given:
            if key not in allowed:
                self.fault((*path, key), f'"{key}" is unknown', suggestion(key, allowed))

    def _add(self, code: str, level: Level, path: Path, what: str, remedy: str, words: str | None) -> None:
        if len(self._found) < MOST:
            where = f"{self._file}:{self._lines.of(path, words)}"
            self._found.append(Finding(code=code, level=level, where=where, what=what, remedy=remedy))


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """The likeliest word meant, else all of them.

    >>> suggestion("optoin", ("option", "state"))
    'did you mean "option"?'
    """
    listed = list(allowed)
    near = difflib.get_close_matches(word, listed, n=1)
    return f'did you mean "{near[0]}"?' if near else f"use {', '.join(listed)}"
