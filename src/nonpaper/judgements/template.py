"""A corrections file to start from: the grammar by example, and the reports that it may name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import get_args

from nonpaper.judgements.find import span_of
from nonpaper.judgements.records import ItemKind
from nonpaper.model import codes
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading

_HEAD = """\
# Corrections to what Nonpaper read. Lines that begin with # are notes; take the # away to use an entry.
# Reports are never altered: each entry says what a person decided, who, when and why, and the brief shows it.
# report: a report's id, file name, path or title.  quote: its exact words, as the brief shows them.
# nth: which occurrence, where the words are repeated.  having: fields that tell two items on the same words apart.
# "" means: not said. Entries act from top to bottom.

author = "Your name"
date = 2026-01-31          # year-month-day

# This is wrong, it is that:
# [[change]]
# report = "leak.txt"
# item = "position"        # or "provision" or "claim"
# quote = "would never accept the line"
# set = { stance = "rejects" }
# reason = "the minister spoke of the line, not of the plan"

# Not a provision (position, claim):
# [[remove]]
# report = "leak.txt"
# item = "provision"
# quote = "the earlier accord"
# reason = "a comparison with another text"

# Something was missed:
# [[add]]
# report = "leak.txt"
# item = "provision"
# quote = "observers on both banks"
# nth = 1
# set = { topic = "monitoring", obligor = ["Avaria", "Belmond"], modality = "must", draft = "12-point" }
# reason = "stands in the second paragraph"

# Read and found right:
# [[checked]]
# report = "leak.txt"
# item = "provision"
# quote = "an army of 40,000"
# reason = "compared with the recording"

# Two provisions are one term, or are not:
# [[same]]
# left = { report = "leak.txt", quote = "an army of 40,000" }
# right = { report = "second.txt", quote = "40,000 soldiers" }
# reason = "both quote point 4"
#
# [[different]]
# left = { report = "leak.txt", quote = "an army of 40,000" }
# right = { report = "second.txt", quote = "40,000 reservists" }
# reason = "one is the army, the other the reserve"

# A report rests on another, whatever it says itself:
# [[copy]]
# report = "second.txt"
# of = "leak.txt"
# reason = "the editor says so; nothing was checked"

# A term is confirmed, on your word (credibility 1; nothing else gives it):
# [[confirmed]]
# report = "leak.txt"
# quote = "an army of 40,000"
# reason = "read in the text itself"
"""


def template(readings: Sequence[Reading] = ()) -> str:
    """A commented corrections file that is valid as it stands and changes nothing, with the items held for review."""
    codes_used = "\n".join(_codes())
    return "\n".join([_HEAD, codes_used, "", *(line for reading in readings for line in _report(reading))]) + "\n"


def _codes() -> list[str]:
    lists = {
        "topic": codes.Topic,
        "stance": codes.Stance,
        "basis": codes.Basis,
        "modality": codes.Modality,
        "presented_as": codes.PresentedAs,
        "text_status": codes.TextStatus,
        "status": codes.Status,
        "kind of a claim's source": codes.SourceKind,
        "kind of a condition": codes.ConditionKind,
    }
    return [f"# {name}: {', '.join(get_args(allowed))}" for name, allowed in lists.items()]


def _report(reading: Reading) -> list[str]:
    report = reading.report
    named = " | ".join(_quoted(n) for n in (report.id, report.path, report.title) if n)
    lines = [f"# --- report: {named}"]
    kinds: tuple[ItemKind, ...] = ("provision", "position")
    for kind in kinds:
        items: Sequence[Provision | Position] = reading.provisions if kind == "provision" else reading.positions
        for item in items:
            if item.unsure:
                lines += _held(reading, kind, item)
    return lines


def _held(reading: Reading, kind: ItemKind, item: Provision | Position) -> list[str]:
    """A ready entry for something that the reader was unsure of."""
    return [
        "# [[checked]]",
        f"# report = {_quoted(reading.report.id)}",
        f'# item = "{kind}"           # {_line("; ".join(item.doubts)) or "the reader is unsure"}',
        f"# quote = {_quoted(span_of(item).quote(reading.text))}",
        '# reason = ""',
        "#",
    ]


def _quoted(words: str) -> str:
    """Words as a TOML string on one line; JSON's escapes are TOML's, but for DEL, which JSON leaves as it is."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
