"""Where in a model file something stands, so that a finding can name the line."""

from __future__ import annotations

import re
from collections import Counter

Path = tuple[str | int, ...]

_HEADING = re.compile(r"""^\s*(\[\[?)\s*([^\]#]+?)\s*\]\]?\s*(?:#.*)?$""")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w-]+(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*(?:\.|$)""")


class Lines:
    """The lines of one file, 1 the first. In TOML headings and keys are known; elsewhere words are looked for."""

    def __init__(self, text: str, *, toml: bool) -> None:
        self._lines = text.splitlines()
        self._known = _toml_places(self._lines) if toml else {}

    def of(self, path: Path, words: str | None = None) -> int:
        """The line of a key or table, or of `words` at or after it; of the nearest known table where it is absent."""
        at = self._start(path)
        if words:
            for number in range(at, len(self._lines) + 1):
                if words in self._lines[number - 1]:
                    return number
        return at

    def _start(self, path: Path) -> int:
        for length in range(len(path), 0, -1):
            if path[:length] in self._known:
                return self._known[path[:length]]
        return 1 if self._known else self._searched(path)

    def _searched(self, path: Path) -> int:
        at = 1
        for part in path:
            for number in range(at, len(self._lines) + 1):
                if isinstance(part, str) and f'"{part}"' in self._lines[number - 1]:
                    at = number
                    break
        return at


def _toml_places(lines: list[str]) -> dict[Path, int]:
    found: dict[Path, int] = {}
    count: Counter[Path] = Counter()
    table: Path = ()
    for number, line in enumerate(lines, start=1):
        if heading := _HEADING.match(line):
            table = _parts(heading[2])
            if heading[1] == "[[":
                count[table] += 1
                table = (*table, count[table] - 1)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
    return found


def _parts(dotted: str) -> Path:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted) if a or b or c)
