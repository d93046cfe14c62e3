"""`python -m eval.linear`: hostile texts at one length and at four times that; the rules' time may grow no faster.

The model's own time is linear by construction (one window after another) and is left out, so that the rules show. What
it might see is planted: a term and a stance, with a holder and a condition, in every few words of the text.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from unittest import mock

from nonpaper.claims import reader
from nonpaper.claims.shipped import Seen
from nonpaper.claims.terms import RawCondition, RawStance, RawTerm
from nonpaper.claims.terms.records import Heads
from nonpaper.model.report import Report, ReportText
from nonpaper.model.span import Span

SHORT, LONG = 20_000, 80_000
LIMIT = 8.0
"""Ratio of times that is missed: four would be linear, sixteen quadratic; clocks are noisy."""

TEXTS: dict[str, Callable[[int], str]] = {
    "nested quotation marks": lambda n: "\u201c" * n + " he said",
    "mixed quotation marks": lambda n: '"\u201c\u2018' * (n // 3),
    "one sentence": lambda n: "the plan said that the minister told the envoy and " * (n // 51),
    "commas": lambda n: "a," * (n // 2),
    "zero width": lambda n: "\u200b\u200d\ufeffplan\u202e would " * (n // 15),
    "control characters": lambda n: "the\x01\x02 plan\x1b[31m said \x7f" * (n // 22),
    "numbers": lambda n: " ".join(f"{i}." for i in range(n // 7)),
    "names": lambda n: "Kessara Norvia " * (n // 15),
    "newlines": lambda n: "a\n" * (n // 2),
    "texts": lambda n: "the 22-point plan would " * (n // 24),
    "terms": lambda n: "the plan calls for a ceasefire " + "and a withdrawal " * (n // 17),
    "clauses": lambda n: "the plan calls for a ceasefire " + "; a withdrawal " * (n // 15),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "lead-ins": lambda n: "X demands:\n" * (n // 11),
    "bullets": lambda n: "- the plan: \n" * (n // 13),
    "conditions": lambda n: "if " * (n // 3),
    "dates": lambda n: "by Thursday must answer 20 March " * (n // 33),
    "sentences": lambda n: "The plan would require Kessara to cut its army. " * (n // 48),
    "drafts": lambda n: (
        "A 17-point and a 22-point plan. The June draft would require Kessara to cut its army. " * (n // 86)
    ),
    "titles": lambda n: "Foreign Minister Anselm Rook said. " * (n // 35),
    "states": lambda n: "government of " * (n // 14),
    "owners": lambda n: "Its envoy, Anselm Rook, left. The ministry's aide, Ilo Vant, stayed. " * (n // 69),
    "short names": lambda n: "The Reed Delta Front, or RDX, left the Front. " * (n // 46),
    "many names": lambda n: "".join(
        f"Qa{_letters(i)}ia's president, Vo{_letters(i)} Rook, left. " for i in range(n // 42)
    ),
    "a draft's terms": lambda n: "Under the draft Armenia would withdraw its troops and " * (n // 54),
    "quoted terms": lambda n: "the envoy said \u201cthe draft would open the border\u201d and " * (n // 52),
    "items in a sentence": lambda n: "the plan would: " + "(a) open the border; (b) cut the army; " * (n // 37),
    "many conditions": lambda n: "Armenia would withdraw " + "if the draft is signed and " * (n // 27),
    "many figures": lambda n: "the draft would cap it at " + "5,000 troops by 20 March 2031, " * (n // 31),
    "many parties": lambda n: "the draft obliges " + "Armenia, Azerbaijan, France and " * (n // 32),
    "its and theirs": lambda n: "Azerbaijan would give its army to the group, " * (n // 45),
    "no text named": lambda n: "The army, led by Armenia, shall see that Russia withdraws its guns. " * (n // 69),
    "refusals": lambda n: "Armenia rejects the draft and demands that Russia leave and " * (n // 60),
}
_FEW_WORDS = re.compile(r"(?P<first>\S{1,40})(?: \S{1,40}){1,7}")


def _letters(number: int) -> str:
    """A number in letters, so that it may stand in a name."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


def main() -> int:
    missed = 0
    with mock.patch.object(reader, "see", side_effect=planted):
        seconds(TEXTS["sentences"](SHORT))  # data files are read once, at first use
        for name, made in TEXTS.items():
            short, long = seconds(made(SHORT)), seconds(made(LONG))
            ratio = long / max(short, 0.02)
            missed += ratio > LIMIT
            print(f"{name:24} {short:6.2f} s {long:6.2f} s  x {ratio:4.1f} {'MISSED' if ratio > LIMIT else ''}")
    return 1 if missed else 0


def planted(text: str, *_: object) -> Seen:
    """A term and a stance in every few words of a text, sure enough to be stated: all is asked of them."""
    found = [(Span(*m.span()), Span(*m.span("first"))) for m in _FEW_WORDS.finditer(text)]
    return Seen(heads=Heads(terms=tuple(_term(*f) for f in found), stances=tuple(_stance(*f) for f in found)))


def _term(span: Span, first: Span) -> RawTerm:
    return RawTerm(
        span=span,
        sure=0.99,
        topics=(("force_limits", 1.0),),
        presented_as="draft",
        presented_sure=0.99,
        modality="must",
        text_status="in",
        obligors=(first,),
        conditions=(RawCondition(span=span, kind="precondition", sure=0.9),),
    )


def _stance(span: Span, first: Span) -> RawStance:
    return RawStance(
        span=span,
        sure=0.99,
        stance="demands",
        stance_sure=0.9,
        topics=(("force_limits", 1.0),),
        basis="self",
        holder=first,
        conditions=(RawCondition(span=span, kind="precondition", sure=0.9),),
    )


def seconds(text: str) -> float:
    received = ReportText(report=Report(id="hostile", path="hostile", published="2031-03-04"), text=text)
    start = time.process_time()
    reader.read(received)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
