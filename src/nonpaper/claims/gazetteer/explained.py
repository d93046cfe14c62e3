"""Names that a report explains as states', by what they have and whom they face: "the government of X", "X's fleet", "between X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_case_of
from nonpaper.claims.gazetteer.runs import beside, inside
from nonpaper.claims.gazetteer.shapes import NAME, PERSON, WORD, clean, is_title, titles, words
from nonpaper.claims.gazetteer.sought import Sought, found
from nonpaper.text.places import firsts

_ARTICLES = frozenset({"the", "a", "an"})


_BETWEEN = frozenset({"between"})


_OF_STATES = frozenset({"its", "administration", "authorities", "leadership", "minister"})


_ASKS = ("Would", "Will", "Does", "Did", "Can", "Could", "Has", "Is", "Should", "Might")


_HYPHENED = ("g", "h")  # "the X-Y draft" may also be by two persons, who stand beside their first names somewhere


@cache
def _patterns() -> dict[str, Sought]:
    w = words()
    principals = [x for x, role in titles().items() if role == "principal"]
    nouns, heads, owned = map(any_case_of, (w["state_nouns"], principals, w["owned"]))
    first = firsts([*w["state_nouns"], *principals])
    few = r"(?:\w+[ \n]){0,2}?"
    owner = re.compile(rf"\b(?P<b>{NAME})[’']s?[ \n]{few}(?:{nouns}|{owned})\b")
    return {
        "state": Sought(_explained(nouns, heads, few), first, named=True, words=first | {"delegates"}),
        "owner": Sought(owner, named=True),
        "between": Sought(_between(), _BETWEEN, named=True),
        "office": Sought(_office(), _ARTICLES),
        "its": Sought(_its_office(), named=True, nouns=frozenset({"Its"})),
        "capital": Sought(_capital_of(), frozenset({"the", "capital"}), words=frozenset({"capital"})),
        "pair": Sought(_both(), named=True, words=frozenset({"both", "neither", "two"})),
        "each": Sought(_each(), frozenset({"ministers", "presidents", "premiers"})),
        "asked": Sought(_asked(), firsts(_ASKS), words=frozenset({"its"})),
        "by its": Sought(_by_its_office(), _ARTICLES, named=True, words=_OF_STATES),
    }


def _explained(nouns: str, heads: str, few: str) -> re.Pattern[str]:
    """The words "the government of X", "President First Last of X", "X's chief negotiator"."""
    return re.compile(
        rf"\b{nouns}[ \n]of[ \n](?:the[ \n])?(?P<a>{NAME})"
        rf"|\b(?:{heads}|(?i:(?:special |peace )?envoy|ambassador|(?:chief |lead )?negotiator))[ \n]{PERSON}[ \n]of[ \n](?P<b>{NAME})"
        rf"|\b(?P<c>{NAME})[’']s?[ \n]{few}"
        rf"(?:{heads}|(?i:parliament|constitution|foreign[ \n]ministry|defen[cs]e[ \n]ministry|(?:chief |lead |top )?negotiators?|representative|delegates|delegation))\b"
    )


def _office() -> re.Pattern[str]:
    """The words "the X foreign ministry", where X is no word for a people: an office that only states have."""
    return re.compile(
        rf"(?:[Tt]he|[Aa]n?)[ \n](?P<a>{WORD}(?:[ \n]{WORD})?)[ \n]"
        r"(?:(?:foreign|defen[cs]e|interior|finance|justice)[ \n]minist(?:ry|er)|embassy|ambassador|navy|coast[ \n]?guard)\b"
    )


def _its_office() -> re.Pattern[str]:
    """The words "X did little. Its foreign ministry …", where X opens its sentence and does something."""
    return re.compile(
        rf"(?<![\w,;:] )(?P<a>{WORD})[ \n](?:has|had|is|was|did|does|would|will|[a-z]{{2,}}(?:ed|s))[ \n]"
        r"[^.;:!?“”\"\n]{0,120}[.][ \n]Its[ \n](?:own[ \n])?"
        r"(?:(?:foreign|defen[cs]e|interior|finance|justice)[ \n]minist(?:ry|er)|embassy|ambassador|navy|parliament|prime[ \n]minister|president)\b"
    )


def _capital_of() -> re.Pattern[str]:
    """The words "the capital of X", of a city beside it."""
    return re.compile(rf"(?:(?<=\w,[ \n])|(?<=\bis[ \n]))(?:the[ \n])?capital[ \n]of[ \n](?P<a>{WORD})(?![ \n][A-Z])")


def _both() -> re.Pattern[str]:
    """The words "X and Y signed nothing. Both governments …"."""
    return re.compile(
        rf"(?<![\w,;:] )(?P<a>{WORD})[ \n]and[ \n](?P<b>{WORD})[ \n][a-z]+\b[^.;:!?“”\"\n]{{0,120}}[.][ \n]"
        r"(?:Both|Neither|The[ \n]two)[ \n](?:governments?|countr(?:y|ies)|states?|nations?|republics?|kingdoms?|armies)\b"
    )


def _each() -> re.Pattern[str]:
    """The words "the two presidents, First Last of X and First Last of Y"."""
    of = rf"{PERSON}[ \n]of[ \n]"
    return re.compile(rf"\b(?:ministers|presidents|premiers),?[ \n]{of}(?P<a>{WORD})[ \n]and[ \n]{of}(?P<b>{WORD})\b")


def _asked() -> re.Pattern[str]:
    """The words "Would X give up the port? “Never,” says its prime minister …"."""
    return re.compile(
        rf"\b(?:{'|'.join(_ASKS)})[ \n](?P<a>{WORD})[ \n][a-z]+\b[^.;:!?“”\"\n]{{0,120}}[?][ \n]"
        r"(?:[“\"][^”\"\n]{1,120}[”\"][ \n](?:says|said|answers|answered|replied|replies)[ \n]its|Its)[ \n](?:own[ \n])?"
        r"(?:(?:foreign|defen[cs]e|interior|finance|justice)[ \n]minist(?:ry|er)|embassy|ambassador|prime[ \n]minister|president)\b"
    )


def _by_its_office() -> re.Pattern[str]:
    """The words "X will not sign, its foreign minister said", "X's line holds: its foreign ministry …", within a sentence that X opens."""
    return re.compile(
        rf"(?<![\w,;:] )(?P<a>{WORD})(?:[’']s?[ \n][a-z]+)?[ \n](?:has|had|is|was|did|does|will|would|can|cannot|could|must|[a-z]{{2,}}(?:ed|s))[ \n]"
        rf"(?:(?!{WORD}[’']s?[ \n])[^.;!?\n]){{0,140}}?(?:[,:][”\"]?|\bof|\bby)[ \n]its[ \n](?:own[ \n])?(?:[a-z]+[ \n]){{0,2}}"
        r"(?:minister|ministry|premier|chancellor|ambassador|parliament|senate)\b"
        rf"|\b[Tt]he[ \n](?:[a-z-]+[ \n])?(?P<b>{WORD}[ \n](?:{any_case_of(words()['regions'])}))[ \n](?:administration|authorities|leadership)\b"
        rf"|(?<![\w,;:] )(?P<c>{WORD})[ \n](?:will|would|cannot|shall)[ \n](?:(?!(?<!the[ \n]){WORD}[’']s?[ \n])[^.;!?\n]){{0,120}}?,[ \n](?:says[ \n]|said[ \n])?(?:the[ \n])?(?:Foreign|Prime|Defen[cs]e|Interior|Finance)[ \n]Minister[ \n]{PERSON}[ \n](?:said|told|says|announced|warned|vowed|insisted)\b"
    )


def _between() -> re.Pattern[str]:
    """The words "X and Y peace talks", "between X and Y", "the X-Y draft"."""
    return re.compile(
        rf"\b(?P<c>{WORD})[ \n]and[ \n](?P<d>{WORD})"
        r"[ \n](?:peace|ceasefire|truce|border|water)[ \n](?:talks|deal|agreement|plan)"
        rf"|\bbetween[ \n](?P<e>{WORD})[ \n]and[ \n](?P<f>{WORD})\b"
        rf"|\b(?P<g>{WORD})[-–](?P<h>{WORD})[ \n]"
        r"(?:talks|border|deal|draft|treaty|pact|accord|truce|ceasefire|war|dispute|protocol|armistice)\b"
    )


def of_explained(text: str) -> Iterator[str]:
    """Names that have a government, or somebody who negotiates for them. Linear in the text."""
    return (_plain(n) for m in found(text, _patterns()["state"]) for n in m.groups() if n)


def of_offices(text: str) -> Iterator[str]:
    """Names that stand before an office of states, and are no word for a people."""
    ends = tuple(words()["people_endings"])
    acting = (m for m in found(text, _patterns()["its"]) if m["a"] in inside(text))  # others only open a sentence
    by_its = (name for m in found(text, _patterns()["by its"]) for name in m.groups() if name)
    told = (
        name
        for key in ("capital", "pair", "each", "asked")
        for m in found(text, _patterns()[key])
        for name in m.groups()
    )
    names = map(_plain, (*(m["a"] for m in (*found(text, _patterns()["office"]), *acting)), *by_its, *told))
    return (n for n in names if not n.endswith(ends) and not is_title(n) and n not in words()["of_holders"])


def facing(text: str) -> Iterator[str]:
    """Owners of what is a state's, and twos that talk or fight: each may be a city too."""
    for key in ("owner", "between"):
        for m in found(text, _patterns()[key]):
            for side, n in m.groupdict().items():
                if n and not (side in _HYPHENED and clean(n) in beside(text)):
                    yield _plain(n)


def _plain(name: str) -> str:
    return clean(name).removeprefix("The ")
