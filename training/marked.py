"""Sentences and articles marked in the line, read back as text and spans.

The notation is in sentences/README.md and articles/README.md. A file whose head names an outlet is one article.

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

from nonpaper.model.codes import Basis, ConditionKind, Modality, PresentedAs, SourceKind, Stance, Status, Topic

FOLDERS = tuple(Path(__file__).parent / name for name in ("sentences", "articles", "reports"))
CODES = {
    "topic": set(get_args(Topic)),
    "presented_as": set(get_args(PresentedAs)),
    "modality": set(get_args(Modality)),
    "text_status": {"dropped", "open"},
    "stance": set(get_args(Stance)),
    "basis": set(get_args(Basis)),
    "kind": set(get_args(ConditionKind)),
    "source_kind": set(get_args(SourceKind)),
    "status": set(get_args(Status)) - {"reported"},
}
TAKES = {
    "p": ("topic", "presented_as", "modality", "text_status", "status"),
    "s": ("stance", "topic", "basis"),
    "c": ("kind",),
    "a": ("source_kind",),
    "k": (), "o": (), "b": (), "g": (), "v": (), "w": (),
}  # fmt: skip
NEEDS = {"p": ("topic", "presented_as"), "s": ("stance", "topic", "basis"), "c": ("kind",), "a": ("source_kind",)}
QUOTED = {"s": {"of"}, "o": {"of"}, "b": {"of"}, "g": {"of"}, "w": {"of"}, "a": {"of", "via"}, "p": {"version"}}
TAG = re.compile(r"<(/?)([a-z])([\d,]*)((?:\s[^<>]*)?)>")
NAMED = re.compile(r'(\w+)="([^"]+)"')


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
    paragraph: int = 0


@dataclass(frozen=True)
class Example:
    """One paragraph without its marks, the marks, and the parties that its file names."""

    text: str
    marks: tuple[Mark, ...]
    parties: tuple[tuple[str, ...], ...]
    where: str
    head: dict[str, str] = field(default_factory=dict)


@dataclass
class _Head:
    parties: tuple[tuple[str, ...], ...] = ()
    names: set[str] = field(default_factory=set)
    fields: dict[str, str] = field(default_factory=dict)


def codes_of(tag: str, words: str) -> dict[str, str]:
    """The codes in a mark's head, told apart by which list they stand in."""
    found: dict[str, str] = {}
    for name, value in NAMED.findall(words):
        if name not in QUOTED.get(tag, ()):
            raise MarkError(f"<{tag}> takes no {name}=")
        found[name] = value
    for word in NAMED.sub("", words).split():
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
        else:
            head.fields[name] = value.strip()
    return head


def read_file(path: Path) -> Iterator[Example | MarkError]:
    """The examples of one file in order; a fault stands in its example's place."""
    blocks = [b for b in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\r", "")) if b.strip()]
    head = _head([line for b in blocks for line in b.split("\n") if line.startswith("#")])
    if not head.parties:
        yield MarkError(f"{path.name}: no “# parties:” line")
    if "outlet" in head.fields:
        blocks = ["\n\n".join(blocks)]
    for number, block in enumerate(blocks, 1):
        body = "\n".join(line for line in block.split("\n") if not line.startswith("#")).strip()
        where = f"{path.name}, paragraph {number}"
        if not body:
            continue
        try:
            text, marks = unmark(body)
            _check_parties(marks, head.names)
            if "outlet" in head.fields:
                _check_ties(marks)
        except MarkError as error:
            yield MarkError(f"{where}: {error} — {body[:60]}")
        else:
            yield Example(text, tuple(marks), head.parties, where, head.fields)


def _check_parties(marks: list[Mark], names: set[str]) -> None:
    for mark in marks:
        for party in mark.codes.get("of", "").split("|"):
            if party and party not in names:
                raise MarkError(f"no party is called “{party}”")


def _check_ties(marks: list[Mark]) -> None:
    """In an article numbers tie: each belongs to one item, and a cue or a source belongs to one that is there."""
    items = {n: m.tag for m in marks if m.tag in "aps" for n in m.numbers}
    for mark in marks:
        if mark.tag in "as" and len(mark.numbers) != 1:
            raise MarkError(f"<{mark.tag}> without its number")
        if mark.tag in "kw" and not mark.numbers:
            raise MarkError(f"<{mark.tag}> without its number")
        for number in mark.numbers:
            if number not in items:
                raise MarkError(f"<{mark.tag}{number}> is tied to nothing")
            if mark.tag in "aps" and items[number] != mark.tag:
                raise MarkError(f"number {number} is used for <{mark.tag}> and for <{items[number]}>")


def read_all(paths: list[Path] | None = None) -> Iterator[Example | MarkError]:
    """Every example of every file, doubled ones refused."""
    seen: dict[str, str] = {}
    for path in paths or [p for folder in FOLDERS for p in sorted(folder.rglob("*.txt"))]:
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
            counts.update(
                f"{mark.tag} {kind} {code}" for kind, code in mark.codes.items() if kind not in ("of", "via", "version")
            )
    for name, count in sorted(counts.items()):
        print(f"{count:6}  {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
