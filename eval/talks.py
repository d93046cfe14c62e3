"""Reports of long invented talks, any number of them, with what is planted in each: pure functions of a number.

Made so that a brief of them is like one of real coverage: a new text every hundred days, some twenty points a text,
each worded in many ways and with amounts that differ; demands beside it; one statement in seven that nobody repeats;
in each ten reports five written apart, three copies of a wire's story and two relays that credit another outlet.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

from nonpaper.dossier.reader import Reader
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs, Stance, Topic
from nonpaper.model.finding import Finding
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText
from nonpaper.model.span import Span
from nonpaper.reports.identity import report_id

FIRST, A_DAY, A_TEXT = date(2031, 1, 6), 14, 1400
"""The first day of the talks, reports a day, and reports from one text to the next."""
POINTS = (28, 22, 19, 17, 24, 20, 15, 26)
STANCES: tuple[Stance, ...] = ("rejects", "accepts", "accepts_if", "criticises", "demands", "red_line")
COMMON = tuple("the of and to in that for it was on with as by be at from this which had not".split())  # noqa: SIM905
SYLLABLES = tuple("ka re mo li tan dor ves shi ul ne pra gon bel sar ti".split())  # noqa: SIM905


class Said(NamedTuple):
    """A sentence that states a term: where its parts begin and end in it, and what they are said to mean."""

    text: str
    source: Span
    cue: Span
    content: Span
    term: Span
    tie: Span | None
    topic: Topic
    obligor: str | None
    presented_as: PresentedAs
    draft: str | None
    stance: Stance | None
    party: str


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "talks.toml").read_text("utf-8"))


def _chance(*parts: object) -> random.Random:
    return random.Random(" ".join(map(str, parts)))  # noqa: S311 (invented text)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    chance = _chance("vocabulary")
    words = ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))) for _ in range(6000)]
    return words, list(accumulate(1 / (rank + 10) for rank in range(len(words))))


def _filler(chance: random.Random) -> str:
    """Half common words, half others by Zipf's law, now and then a name and a number."""
    words, summed = _vocabulary()
    rare = chance.choices(words, cum_weights=summed, k=9)
    body = [word for pair in zip(rare, chance.choices(COMMON, k=9), strict=True) for word in pair]
    body.insert(chance.randrange(1, len(body)), chance.choice(words).capitalize())
    if chance.random() < 0.3:
        body.insert(chance.randrange(1, len(body)), str(chance.randint(100, 900_000)))
    return " ".join([body[0].capitalize(), *body[1:]]) + "."


@cache
def _points(text: int) -> tuple[tuple[str, int, str], ...]:
    """The points of a text: topic, amount and who is bound."""
    chance = _chance("text", text)
    topics = chance.sample(sorted(_data()["terms"]), 20)
    return tuple((topic, chance.randrange(10, 90), chance.choice(_data()["parties"])) for topic in topics)


def _statement(chance: random.Random, text: int) -> Said:
    data = _data()
    topic, amount, bound = chance.choices(_points(text), [1 / (k + 2) for k in range(20)])[0]
    beside = chance.random() < 0.25
    other = chance.choice([p for p in data["parties"] if p != bound])
    amount = amount if chance.random() < 0.8 else chance.randrange(10, 90)
    words = chance.choice(data["terms"][topic]).format(n=amount, p=bound, q=other)
    if chance.random() < 0.15:
        rare = chance.choices(_vocabulary()[0], k=3)
        words, bound = chance.choice(data["odd"]).format(a=rare[0], b=rare[1], c=rare[2]), ""
    words += chance.choice(data["tails"]).format(place=chance.choice(data["places"]), m=chance.randrange(2, 60))
    tie = f" if {other} agrees" if chance.random() < 0.06 else ""
    party = chance.choice(data["parties"])
    speaker = chance.choice([party, f"{party}'s delegation", *data["speakers"]])
    cue, points = chance.choice(data["cues"]), POINTS[text % len(POINTS)]
    opens = f"{party} wants to " if beside else f"the {points}-point draft would "
    said, start = f"{speaker} {cue} {opens}{words}{tie}.", len(f"{speaker} {cue} ")
    content = Span(start, len(said) - 1)
    firm = chance.random() < 0.5
    return Said(
        text=said[0].upper() + said[1:],
        source=Span(0, len(speaker)),
        cue=Span(len(speaker) + 1, len(speaker) + 1 + len(cue)),
        content=content,
        term=Span(start + len(opens), start + len(opens) + len(words)),
        tie=Span(content.end - len(tie) + 1, content.end) if tie else None,
        topic=cast("Topic", topic),
        obligor=bound if bound in words else None,
        presented_as="demand" if beside else "draft",
        draft=None if beside else f"{points}-point",
        stance=chance.choice(STANCES) if firm else None,
        party=party,
    )


Line = str | Said


def _written(number: int, sentences: int) -> list[Line]:
    """A report written apart: a third of its sentences state terms, one in ten of them of the text before."""
    chance = _chance("report", number)
    now = number // A_TEXT
    lines: list[Line] = []
    for place in range(sentences):
        earlier = now and chance.random() < 0.1
        lines.append(_statement(chance, now - bool(earlier)) if place % 3 == 0 else _filler(chance))
    return lines


def planted(number: int, *, sentences: int = 20) -> tuple[ReportText, Reading]:
    """Report `number`, about 2,200 characters with the default of twenty sentences, and all that is to be read in it.

    Of each ten, the first is a wire's story: 6 has all of its words, 7 most of them, 8 a part; 9 credits it in its own
    words, and 5 credits the report before it.
    """
    data, chance = _data(), _chance("outlet", number)
    first, place = number - number % 10, number % 10
    lines = _written(first if place in (6, 7, 8) else number, sentences)
    if place == 7:
        lines = [line if isinstance(line, Said) or k % 9 else _filler(chance) for k, line in enumerate(lines)]
    if place == 8:
        lines = lines[3:11] + [_filler(chance) for _ in range(3)]
    outlet = data["wires"][first // 10 % 3] if place == 0 else chance.choice(data["outlets"])
    told = {5: number - 1, 9: first, 8: first, 7: first}.get(place)
    credit = planted(told, sentences=1)[0].report.outlet if told is not None else None
    if credit:
        lines = [f"{credit} first reported this.", *lines]
    day = (FIRST + timedelta(days=number // A_DAY)).isoformat()
    return _put_together(number, lines, outlet, day, (credit,) if credit else ())


def _put_together(
    number: int, lines: list[Line], outlet: str, day: str, origins: tuple[str, ...]
) -> tuple[ReportText, Reading]:
    said = [line if isinstance(line, str) else line.text for line in lines]
    starts = [0]
    for line in said:
        starts.append(starts[-1] + len(line) + 1)
    text = " ".join(said)
    about = Report(
        id=report_id(text, outlet=outlet, url=None, published=day),
        path=f"talks/{number}.txt",
        outlet=outlet,
        published=day,
        language="en",
    )
    found = [(at, s) for (at, _), s in zip(pairwise(starts), lines, strict=True) if isinstance(s, Said)]
    reading = Reading(
        report=about,
        text=text,
        claims=tuple(_claim(at, s) for at, s in found),
        provisions=tuple(_provision(at, s, i) for i, (at, s) in enumerate(found)),
        positions=tuple(_position(at, s, s.stance, i) for i, (at, s) in enumerate(found) if s.stance),
        origins=origins,
    )
    return ReportText(report=about, text=text), reading


def _at(start: int, span: Span) -> Span:
    return Span(start + span.start, start + span.end)


def _claim(at: int, said: Said) -> Claim:
    named = said.text.startswith(said.party)
    return Claim(
        source=(_at(at, said.source),),
        cue=(_at(at, said.cue),),
        content=(_at(at, said.content),),
        kind="institution_unspecified" if named else "unnamed_official",
        party=said.party if named else None,
    )


def _provision(at: int, said: Said, claim: int) -> Provision:
    return Provision(
        span=_at(at, said.term),
        topic=said.topic,
        obligor=(said.obligor,) if said.obligor else (),
        modality="must",
        draft=said.draft,
        presented_as=said.presented_as,
        conditions=(Condition(span=_at(at, said.tie), kind="precondition"),) if said.tie else (),
        unsure=said.content.end % 19 == 0,
        claim=claim,
    )


def _position(at: int, said: Said, stance: Stance, claim: int) -> Position:
    return Position(
        party=said.party,
        topic=said.topic,
        stance=stance,
        basis="self" if said.text.startswith(said.party) else "reporter",
        span=_at(at, said.content),
        claim=claim,
    )


def report(number: int) -> ReportText:
    """Report `number` of the talks, as received."""
    return planted(number)[0]


def reports(count: int, *, start: int = 0) -> Iterator[ReportText]:
    """Reports `start` to `start + count - 1`, made as they are asked for."""
    return (report(number) for number in range(start, start + count))


def reader() -> Reader:
    """Reads what is planted, by the number in a report's path."""
    return Reader("talks", _read_all)


def _read_all(items: Iterable[ReportText | Finding], jobs: int) -> Iterator[Reading | Finding]:
    del jobs  # it is fast enough alone
    return (item if isinstance(item, Finding) else _read(item) for item in items)


def _read(received: ReportText) -> Reading:
    found = planted(int(Path(received.report.path).stem))[1]
    return msgspec.structs.replace(found, report=received.report)
