"""Sentences marked in the line, read back as text and spans (the notation is in sentences/README.md).

    python -m training.marked [FILE…]

checks the files and prints how often each code occurs.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from nonpaper.model.codes import Basis, ConditionKind, Modality, PresentedAs, Stance, Topic

FOLDER = Path(__file__).parent / "sentences"
CODES = {
    "topic": set(get_args(Topic)),
    "presented_as": set(get_args(PresentedAs)),
    "modality": set(get_args(Modality)),
    "text_status": {"dropped", "open"},
    "stance": set(get_args(Stance)),
    "basis": set(get_args(Basis)),
    "kind": set(get_args(ConditionKind)),
}
TAKES = {
    "p": ("topic", "presented_as", "modality", "text_status"),
    "s": ("stance", "topic", "basis"),
    "c": ("kind",),
    "o": (), "b": (), "g": (), "v": (), "w": (),
}  # fmt: skip
NEEDS = {"p": ("topic", "presented_as"), "s": ("stance", "topic", "basis"), "c": ("kind",)}
TAG = re.compile(r"<(/?)([a-z])([\d,]*)((?:\s[^<>]*)?)>")


class MarkError(ValueError):
    """What is wrong with a mark, and where."""


@dataclass(frozen=True)
class Mark:
    """One marked stretch: `text[start:end]`, its codes, and the numbers that tie it to others."""

    tag: str
    start: int
    end: int
    codes: dict[str, str]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Example:
    """One paragraph without its marks, the marks, and the parties that its file names."""

    text: str
    marks: tuple[Mark, ...]
    parties: tuple[tuple[str, ...], ...]
    where: str
    style: str = ""


@dataclass
class _Head:
    parties: tuple[tuple[str, ...], ...] = ()
    style: str = ""
    names: set[str] = field(default_factory=set)


def codes_of(tag: str, words: str) -> dict[str, str]:
    """The codes in a mark's head, told apart by which list they stand in."""
    found: dict[str, str] = {}
    if match := re.search(r'of="([^"]+)"', words):
        found["of"] = match[1]
        words = words.replace(match[0], "")
    for word in words.split():
        kinds = [kind for kind in TAKES[tag] if word in CODES[kind] and kind not in found]
        if not kinds:
            raise MarkError(f"<{tag}> does not take “{word}”, or has it twice")
        found[kinds[0]] = word
    for kind in NEEDS.get(tag, ()):
        if kind not in found:
            raise MarkError(f"<{tag}> lacks its {kind}")
    return found


def unmark(line: str) -> tuple[str, list[Mark]]:
    """Text and marks of one paragraph.

    >>> text, marks = unmark("<o>Lenth</o> must <p withdrawal draft>leave</p>.")
    >>> text, marks[1].tag, marks[1].codes["topic"]
    ('Lenth must leave.', 'p', 'withdrawal')
    """
    text, open_marks, marks, at = "", [], [], 0
    for match in TAG.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        closes, tag, numbers, words = match.groups()
        if tag not in TAKES:
            raise MarkError(f"no mark is called <{tag}>")
        if not closes:
            open_marks.append((tag, len(text), codes_of(tag, words), tuple(int(n) for n in numbers.split(",") if n)))
            continue
        if not open_marks or open_marks[-1][0] != tag:
            raise MarkError(f"</{tag}> closes nothing, or crosses another mark")
        tag, start, codes, tied = open_marks.pop()
        held = text[start:]
        if not held or held != held.strip():
            raise MarkError(f"<{tag}> begins or ends with a blank: “{held[:40]}”")
        marks.append(Mark(tag, start, len(text), codes, tied))
    text += line[at:]
    if open_marks:
        raise MarkError(f"<{open_marks[-1][0]}> is never closed")
    if "<" in text or ">" in text:
        raise MarkError("a < or > outside a mark")
    return text, sorted(marks, key=lambda m: (m.start, -m.end))


def _head(lines: list[str]) -> _Head:
    head = _Head()
    for line in lines:
        name, _, value = line.removeprefix("#").strip().partition(":")
        if name == "parties":
            parties = [tuple(w.replace("_", " ") for w in party.split()) for party in value.split("|") if party.strip()]
            head.parties = tuple(parties)
            head.names = {party[0] for party in parties}
        elif name == "style":
            head.style = value.strip()
    return head


def read_file(path: Path) -> Iterator[Example | MarkError]:
    """The examples of one file in order; a fault stands in its example's place."""
    blocks = [b for b in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\r", "")) if b.strip()]
    head = _head([line for b in blocks for line in b.split("\n") if line.startswith("#")])
    if not head.parties:
        yield MarkError(f"{path.name}: no “# parties:” line")
    for number, block in enumerate(blocks, 1):
        body = "\n".join(line for line in block.split("\n") if not line.startswith("#")).strip()
        where = f"{path.name}, paragraph {number}"
        if not body:
            continue
        try:
            text, marks = unmark(body)
            for mark in marks:
                if mark.tag == "s" and mark.codes.get("of") not in head.names | {None}:
                    raise MarkError(f"no party is called “{mark.codes['of']}”")
        except MarkError as error:
            yield MarkError(f"{where}: {error} — {body[:60]}")
        else:
            yield Example(text, tuple(marks), head.parties, where, head.style)


def read_all(paths: list[Path] | None = None) -> Iterator[Example | MarkError]:
    """Every example of every file, doubled ones refused."""
    seen: dict[str, str] = {}
    for path in paths or sorted(FOLDER.rglob("*.txt")):
        for example in read_file(path):
            if isinstance(example, Example) and example.text in seen:
                yield MarkError(f"{example.where}: the same as {seen[example.text]}")
                continue
            if isinstance(example, Example):
                seen[example.text] = example.where
            yield example


def main(arguments: list[str]) -> int:
    """Check, count, print; 1 where something is wrong."""
    counts: Counter[str] = Counter()
    faults = 0
    for example in read_all([Path(a) for a in arguments] or None):
        if isinstance(example, MarkError):
            faults += 1
            print(example, file=sys.stderr)
            continue
        counts["examples"] += 1
        counts["words"] += len(example.text.split())
        counts["without a mark"] += not example.marks
        for mark in example.marks:
            counts[f"<{mark.tag}>"] += 1
            counts.update(f"{mark.tag} {kind} {code}" for kind, code in mark.codes.items() if kind != "of")
    for name, count in sorted(counts.items()):
        print(f"{count:6}  {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
