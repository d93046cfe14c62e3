"""Invented reports of any number, and readings of them made without the model: pure functions of a number.

What `read` finds in a report of `report` is planted there, so it serves as a fast reader too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from nonpaper.dossier.reader import Reader
from nonpaper.model.claim import Claim
from nonpaper.model.finding import Finding
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText
from nonpaper.model.span import Span
from nonpaper.reports.identity import report_id

PARTIES = ("Kessara", "Norvia", "Aldoria")
OUTLETS = ("Harbour Post", "Lorn Gazette", "Coastal Monitor", "Hadrin Wire")
TERMS = (
    "the draft would ban foreign bases",
    "the draft would set up a buffer zone of {} miles",
    "the draft would cap the army at {} thousand",
    "the draft would free {} prisoners",
    "the draft would lift sanctions after {} months",
)
FILLER = (
    "Talks in the harbour town ran late into the night, and the delegations left by separate doors.",
    "Nobody at the table would be photographed with the paper in hand.",
    "A second round is planned for the spring, once the passes are open again.",
)
_SAID = re.compile(r"([A-Z]\w+) (said) (the draft would [^.]+)\.")


def report(number: int, *, sentences: int = 20) -> ReportText:
    """Report `number`: about 1,700 characters with the default of twenty sentences, a third of them claims."""
    chance = random.Random(number)  # noqa: S311 (invented text)
    lines = [f"Report number {number} on the talks."]
    for place in range(sentences - 1):
        term = chance.choice(TERMS).format(chance.randrange(10, 90))
        said = f"{chance.choice(PARTIES)} said {term}."
        lines.append(said if place % 3 == 0 else chance.choice(FILLER))
    text = " ".join(lines)
    outlet, day = chance.choice(OUTLETS), f"2031-{1 + number % 12:02}-{1 + number % 28:02}"
    name = report_id(text, outlet=outlet, url=None, published=day)
    about = Report(id=name, path=f"invented/{number}.txt", outlet=outlet, published=day, language="en")
    return ReportText(report=about, text=text)


def reports(count: int, *, start: int = 0) -> Iterator[ReportText]:
    """Reports `start` to `start + count - 1`, made as they are asked for."""
    return (report(number) for number in range(start, start + count))


def read(received: ReportText) -> Reading:
    """What was planted: one claim, one provision and one position a sentence of who said what the draft would do."""
    found = list(_SAID.finditer(received.text))
    return Reading(
        report=received.report,
        text=received.text,
        claims=tuple(_claim(m) for m in found),
        provisions=tuple(Provision(span=_span(m, 3), topic="ceasefire", claim=i) for i, m in enumerate(found)),
        positions=tuple(
            Position(party=m[1], topic="ceasefire", stance="accepts", basis="self", span=Span(*m.span()), claim=i)
            for i, m in enumerate(found)
        ),
    )


def _claim(match: re.Match[str]) -> Claim:
    return Claim(source=(_span(match, 1),), cue=(_span(match, 2),), content=(_span(match, 3),), party=match[1])


def _span(match: re.Match[str], group: int) -> Span:
    return Span(*match.span(group))


def reader(name: str = "planted") -> Reader:
    """A reader of planted reports; `name` tells its states apart."""
    return Reader(name, _read_all)


def _read_all(items: Iterable[ReportText | Finding], jobs: int) -> Iterator[Reading | Finding]:
    del jobs  # it is fast enough alone
    return (item if isinstance(item, Finding) else read(item) for item in items)
