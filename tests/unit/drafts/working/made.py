"""Invented readings of one draft: open points, alternatives, differing accounts, demands and stands."""

from __future__ import annotations

from typing import Any

from nonpaper.dossier import put_together
from nonpaper.drafts.working import WorkingText, working_text
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

Item = tuple[str, dict[str, Any]]
IN = {"draft": "22-point", "modality": "must"}
CAP = IN | {"topic": "force_limits", "number": "3"}
OPEN = {"draft": "22-point", "text_status": "open", "topic": "borders", "number": "7"}


def stand(words: str, party: str, stance: str, topic: str = "borders", basis: str = "self") -> Item:
    return words, {"party": party, "topic": topic, "stance": stance, "basis": basis}


def reading(name: str, terms: list[Item], stands: list[Item] = [], day: str = "2031-03-04") -> Reading:  # noqa: B006
    """A report whose text is its terms and stands, in order; stands given by words already there lie on these."""
    text = "Report of the " + name + ". "
    made: list[Provision] = []
    held: list[Position] = []
    for words, fields in terms:
        made.append(Provision(span=Span(len(text), len(text) + len(words)), **fields))
        text += words + ". "
    for words, fields in stands:
        at = text.find(words)
        if at < 0:
            at = len(text)
            text += words + ". "
        held.append(Position(span=Span(at, at + len(words)), **fields))
    report = Report(id=name, path=f"{name}.txt", outlet=name, published=day)
    return Reading(report=report, text=text, provisions=tuple(made), positions=tuple(held))


POST = reading(
    "Harbour Post",
    [
        ("limit the army of Kessara to 60,000 men", CAP | {"value": "60,000", "obligor": ("Kessara",)}),
        ("open the bridge at Holm", IN | {"topic": "humanitarian_aid", "number": "1"}),
        ("the frontier on the river Lorn", OPEN),
        ("the frontier along the ridge of Voll", OPEN),
        ("pay for the bridge <script>alert(1)</script> [and] the `road`", IN | {"topic": "reconstruction"}),
        ("an amnesty for all", {"draft": "22-point", "topic": "amnesty", "text_status": "dropped"}),
        ("hand over the islands", {"topic": "territory", "presented_as": "demand"}),
        ("a fleet of six ships", {"topic": "weapons_limits", "draft": "22-point", "unsure": True}),
        ("ban foreign troops", IN | {"topic": "foreign_forces", "draft": "17-point"}),
    ],
    [
        (
            "the frontier on the river Lorn",
            {"party": "Kessara", "topic": "borders", "stance": "demands", "basis": "self"},
        ),
        (
            "Norvia rejects any ridge",
            {"party": "Norvia", "topic": "borders", "stance": "rejects", "basis": "counterpart"},
        ),
    ],
)
GAZETTE = reading(
    "Lorn Gazette",
    [("limit the army of Kessara to 80,000 men", CAP | {"value": "80,000", "obligor": ("Kessara",)})],
    [stand("Kessara accepts a limit if it is watched", "Kessara", "accepts_if", topic="force_limits")],
    day="2031-03-06",
)


def working(*readings: Reading, draft: str = "22-point") -> WorkingText:
    together, stands = put_together(readings)
    found = next(d for d in together.drafts if d.name == draft)
    return working_text(found, readings, stands)
