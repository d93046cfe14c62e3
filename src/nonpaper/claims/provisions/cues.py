"""The cue data of provisions, compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from nonpaper.model.codes import Modality, TextStatus
from nonpaper.text.openings import exactly, openings

Pattern = re.Pattern[str]


@cache
def listed(name: str) -> dict[str, Any]:
    """The whole of one of this folder's files of words, read once."""
    return tomllib.loads(resources.files("nonpaper.claims.provisions").joinpath(f"{name}.toml").read_text("utf-8"))


def data() -> dict[str, Any]:
    """The whole of cues.toml."""
    return listed("cues")


def anyof(phrases: list[str]) -> str:
    """One alternation, longest first."""
    return "(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + ")"


@cache
def words(table: str, key: str) -> Pattern:
    """Any of a list of cue words as whole words."""
    return re.compile(r"(?<!\w)" + anyof(data()[table][key]) + r"(?!\w)", re.IGNORECASE)


@cache
def starts(table: str, key: str) -> Pattern:
    """Any of a list of cue beginnings, anywhere at the start of a word."""
    return re.compile(r"(?<!\w)" + anyof(data()[table][key]), re.IGNORECASE)


@cache
def begins(table: str, key: str) -> frozenset[str]:
    """What a list of cues may begin with."""
    return openings(f"{cue} " for cue in data()[table][key])


@cache
def subject_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first words of the nouns one of which `text_subject` holds, and what its verbs begin with."""
    verbs = (say for row in data()["verb"] for say in row["say"])
    nouns = (noun.split("-")[0].split()[0].rstrip("?") for noun in data()["text"])
    return exactly([*nouns, "point", "it", "one"]), openings(f"{verb} " for verb in verbs)


@cache
def text_subject() -> Pattern:
    """A negotiating text as the subject of a verb; `aside` stands between them, what follows group `verb` is the term."""
    noun = anyof(data()["text"]) + "s?"
    verbs = anyof([say for row in data()["verb"] for say in row["say"]])
    determiner = r"(?:the|this|that|its|a|an|their|another|other|one|each|both|further|key|new|latest|draft|secret|original|emerging|leaked|current)"
    named = rf"(?<!\w){determiner}(?:\s+[\w’'-]+){{0,4}}?\s+{noun}(?:\s+\d+)?"
    owned = r"(?<!\w)[\w-]+[’']s (?:[\w-]+ ){0,2}?(?:draft|text|agreement|accord|paper|document|treaty|outline|framework|roadmap|compromise|annex|protocol)"
    one = r"(?<!\w)the (?:new|newer|latest|current|revised|later|old|older|earlier|previous) one"
    before = rf"(?:{named}|{owned}|{one}|(?<!\w)(?:point|article|clause) \d+|^It)"
    aside = r"(?P<aside>\s*,[^,.;:]{3,120},(?:\s[^,.;:]{2,60},)?|\s+(?:by|of|for|on|from|in|to|under|between|with|at|that|which|circulating|approved|backed|drawn|prepared|supported|authored|written|drafted|put|proposed|crafted|brokered|mediated|pushed|presented|seen|obtained|reviewed|circulated|leaked|published|shared|viewed|read|described|negotiated|agreed|signed|reached|discussed)\b(?! which\b)[^.;:]{0,110}?)?"
    also = r"(?:\s+(?:also|further|reportedly|then|now|would|will|also would))*"
    return re.compile(rf"{before}{aside}{also}\s+(?P<verb>{verbs})(?!\w)", re.IGNORECASE)


@cache
def _verbs() -> tuple[tuple[Pattern, Modality, TextStatus], ...]:
    return tuple(
        (re.compile(anyof(row["say"]) + r"$", re.IGNORECASE), row["modality"], row.get("status", "in"))
        for row in data()["verb"]
    )


@cache
def own_verb() -> Pattern:
    """Verbs that are themselves part of the term."""
    rows = [row["say"] for row in data()["verb"] if row.get("own")]
    return re.compile(anyof([say for row in rows for say in row]) + r"$", re.IGNORECASE)


@cache
def opening_verb() -> Pattern:
    """What a text does, at the start of what goes on from another thing it does: "drops X | and keeps Y"."""
    return re.compile(
        rf"(?:also\s+|instead\s+)?(?P<verb>{anyof([say for row in data()['verb'] for say in row['say']])})(?!\w)\s*",
        re.IGNORECASE,
    )


@cache
def text_noun() -> Pattern:
    """A word for a negotiating text."""
    return re.compile(r"(?<!\w)" + anyof(data()["text"]) + r"s?(?!\w)", re.IGNORECASE)


@cache
def under_text() -> Pattern:
    """A sentence that opens under a text: "Under the plan, …", "In the leaked draft …", "Under Article 9, …", "As part of the deal, …"."""
    noun = anyof(data()["text"])
    of_it = rf"(?:(?:a|the) (?:copy|summary|version|text|part|page|\w+ phase) of )?(?:the|this|that|its|a|both|either|each|one)(?: [\w’'-]+){{0,5}}? {noun}s?(?!\w)(?! {noun}\b)(?: of \w+)?"
    seen = r"(?: (?:seen|obtained|reviewed|read|circulated|published|leaked|put forward|drawn up|drafted|proposed|brokered|mediated|signed|initialled|agreed|reached|struck|presented|tabled|unveiled|submitted|negotiated|worked out|concluded|announced|outlined|sponsored) (?:by|to|on|in|at|between|with|last|late|early|this) [^,.;]{2,60})?"
    numbered = rf"(?:{anyof(data()['numbered'])}) \w{{1,4}}(?: of the \w+)?(?!\w)"
    return re.compile(
        rf"\W*(?:(?:under|according to|in|during|by the terms of|as part of) {of_it}{seen}|(?:under|in) {numbered}|under (?:it|its terms)(?=,)),?\s+",
        re.IGNORECASE,
    )


@cache
def late_under() -> Pattern:
    """A text named behind what it holds: "…, under a charter initialled on Friday"."""
    noun = anyof(data()["text"])
    return re.compile(
        rf",?\s+(?:under|as part of|in) (?:the|this|that|a|an)(?: [\w’'-]+){{0,4}}? {noun}(?!\w)", re.IGNORECASE
    )


@cache
def heads_text() -> Pattern:
    """A heading under which a report gives what is in a text: "What the draft says", "Key points of the plan"."""
    noun = rf"(?:the |this |a )?(?:[\w’'-]+ ){{0,4}}?(?:{anyof(data()['text'])})s?"
    return re.compile(
        rf"\W*(?:what(?:[’']s| is| would be)? (?:in|inside|on the table in) {noun}|what {noun} (?:says?|contains?|includes?|provides?(?: for)?|would do|would mean|foresees?|calls? for|offers?|entails?)"
        rf"|(?:the |its )?(?:key|main|central|principal|other|reported|known|agreed) (?:points?|terms|elements|provisions|clauses)(?: (?:of|in) {noun})?|(?:the )?terms(?: of {noun})?|{noun}(?: at a glance|,? point by point|,? in brief| in (?:short|full)))\W*",
        re.IGNORECASE,
    )


@cache
def under_ordinal() -> Pattern:
    """A sentence that opens under a part of a text named just before: "Under the second, …", "In the first of these, …"."""
    return re.compile(
        rf"\W*(?:under|in|during) the (?:{anyof(data()['ordinal'])})(?: of (?:these|them|the \w+))?,\s+", re.IGNORECASE
    )


def verb_meaning(verb: str) -> tuple[Modality, TextStatus]:
    """The modality and the place in the text that a verb of a text gives its term."""
    return next(((m, s) for pattern, m, s in _verbs() if pattern.match(verb)), ("must", "in"))
