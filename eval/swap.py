"""`python -m eval.swap`: do the parties' names decide? They are swapped in every example and the results compared."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable

import msgspec

from eval.data import ROOT
from nonpaper.claims.reader import read
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather

PAIR = ("Kessara", "Norvia")
SAME = 0.99
"""Share of items that must stay what they were, names swapped."""
Item = tuple[str, ...]


def swapped(text: str) -> str:
    """The text with the two parties' names, and the adjectives made of them, changed for each other."""
    other = dict(zip(PAIR, PAIR[::-1], strict=True))
    return re.sub("|".join(PAIR), lambda m: other[m.group()], text)


def items(reading: Reading, turned: Callable[[str], str] = str) -> Counter[Item]:
    """Everything read, by its words and what is said of them, `turned`; no places, since names differ in length."""
    text = reading.text
    found = [
        ("claim", c.kind, c.party or "", c.act, str(c.unsure), *(p.quote(text) for p in c.content))
        for c in reading.claims
    ]
    found += [("stance", p.party, p.topic, p.stance, p.basis, p.span.quote(text)) for p in reading.positions]
    terms = [
        (
            "term",
            p.topic,
            p.presented_as,
            str(p.modality),
            *sorted(map(turned, p.obligor)),
            "/",
            *sorted(map(turned, p.beneficiary)),
            turned(p.span.quote(text)),
        )
        for p in reading.provisions
    ]
    return Counter([*(tuple(map(turned, item)) for item in found), *terms])


def changes() -> tuple[int, list[tuple[str, Item]]]:
    """How many items there are, and those that are not the same after the swap, with where."""
    total, changed = 0, []
    for received in gather([str(ROOT / "examples" / "reports")]):
        if not isinstance(received, ReportText):
            continue
        about = received.report
        turned = msgspec.structs.replace(
            received,
            text=swapped(received.text),
            report=msgspec.structs.replace(
                about, title=swapped(about.title or ""), outlet=swapped(about.outlet or "") or None
            ),
        )
        before, after = items(read(received)), items(read(turned), swapped)
        total += before.total()
        changed += [(about.path, item) for item in (before - after)]
    return total, changed


def main() -> int:
    total, changed = changes()
    for path, item in changed:
        print(path.rsplit("/", 1)[-1], item)
    share = 1 - len(changed) / total
    print(f"{total} items, {len(changed)} changed by swapping {' and '.join(PAIR)}: {share:.1%} the same")
    return share < SAME


if __name__ == "__main__":
    sys.exit(main())
