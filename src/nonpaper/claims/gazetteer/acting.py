"""States that a report never explains, but that act or stand as states do: "Sarn accuses Orvia", "neighbouring Sarn".

One sure word beside a name is enough ("neighbouring X", "X shall …"), or that it acts with something of "its" own and
is no town by the words beside it. Else it has to act, with a verb of states, and
to be joined to a known party, or to be both dealt with and a place. A name that stands beside another capitalised one
is a person's or a part of a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.armed import at_talks
from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.peoples import is_people
from nonpaper.claims.gazetteer.runs import capitalised
from nonpaper.claims.gazetteer.shapes import NAME, UPPER, WORD, clean, is_title, never, words
from nonpaper.claims.gazetteer.shortened import nouns
from nonpaper.text.places import firsts, places

IsParty = Callable[[str], bool]
_LETTERS = 4  # letters of such a name at least
_BEFORE = 48  # characters before a name in which the word beside it is looked for
_WEAK = frozenset({"act", "dealt", "place"})
_DEAL = frozenset({"deal", "agreement"})  # also of firms and clubs
_SURE_FIRST = firsts(
    [
        "neighbouring",
        "neighboring",
        "neighbour",
        "neighbor",
        "next-door",
        "neutral",
        "breakaway",
        "island",
        "small",
        "autonomy",
        "offer",
        "offers",
        "offered",
        "grant",
        "grants",
        "granted",
        "promised",
        "promises",
    ]
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = words()
    acts, owned, thirds = any_of(rows["state_acts"]), any_of(rows["owned_by_states"]), any_of(rows["acts_of_thirds"])
    helped = r"(?:(?:has|had|have|also|now|since|already|still|never|not)[ \n]){0,2}"
    joined = rf"(?:the[ \n])?(?:[A-Z][a-z]+[ \n]of[ \n])?(?P<joined>{WORD})"
    return {
        "sure": re.compile(
            rf"(?:[Nn]eighbou?ring|[Nn]ext-door|\bneutral|\bneighbou?r,?|[Bb]reakaway[ \n](?:\w+[ \n])?of|(?:island|small)[ \n](?:state|nation|country|republic|kingdom)[ \n]of|[Aa]utonomy[ \n]\w+[ \n]for[ \n](?:the|{WORD}[’']s))[ \n](?P<name>{NAME})(?![ \n]?[(&])"
            rf"|(?:offer|grant|promis)(?:s|ed|es)?[ \n]the[ \n](?P<region>{NAME})[ \n](?:an?[ \n]|its[ \n]own[ \n])?(?:[a-z-]+[ \n])?(?:legislature|parliament|assembly|autonomy|self-rule|self-government|referendum|independence)\b"
        ),
        "after": re.compile(
            rf"[ \n](?P<sure>[“\"]?shall[ \n](?!we\b|I\b)|and[ \n]its[ \n](?:\w+[ \n])?neighbou?rs?\b)"
            rf"|,[ \n](?:the|an?)[ \n](?P<sure2>(?:breakaway|secessionist|island|neighbou?ring|self-declared)[ \n]\w+|(?:region|republic|province)[ \n]that[ \n](?:broke|has[ \n]broken)|(?:[\w’'-]+[ \n]){{0,3}}?(?:country|state|power|kingdom|republic|member)[ \n](?:that|which)|(?:third|neutral|friendly|host)[ \n](?:country|state|power)(?=[,.;]))\b"
            rf"|(?P<sure4>,[ \n]for[ \n]its[ \n](?:own[ \n])?part,)|,[ \n](?P<sure3>whose[ \n](?:{owned})\b|which[ \n](?:(?:has|had|is)[ \n])?(?:also[ \n])?(?:{thirds})\b|which[ \n]keeps[ \n][\d,.]+[ \n])"
            rf"|[ \n](?P<own>{helped}{acts}\b[^.,;:!?“”\"{UPPER}]{{0,40}}?[ \n]its[ \n])"
            rf"|[ \n](?P<act>{helped}{acts}|delegation|negotiators|leadership|authorities)\b|,[ \n]which[ \n](?P<act2>{helped}{acts})\b|[ \n](?P<own2>and[ \n](?:the[ \n])?rebel[ \n](?:alliance|movement|group|coalition|army|front)\b)|[ \n]and[ \n]the[ \n](?P<ally>{NAME})(?=[ \n](?:have|had|were|are)\b)|,?[ \n]and[ \n]{joined}(?![’'\w])"
        ),
        "before": re.compile(
            rf"(?P<sure>\b(?:(?:mediated|hosted|brokered|facilitated|guaranteed|drawn[ \n]up|tabled)[ \n]by|invitation[ \n]of))[ \n]$"
            rf"|(?P<sure2>\b(?:[Nn]egotiators|[Dd]elegat(?:ions|es)|[Ee]nvoys|[Ff]oreign[ \n][Mm]inisters)[ \n]of[ \n]{NAME}[ \n]and[ \n](?:the[ \n])?)$"
            rf"|(?P<own>\b(?:(?:[Nn]egotiators|[Dd]elegat(?:ions|es)|[Ee]nvoys|[Ff]oreign[ \n][Mm]inisters)[ \n](?:from|of)|[Ww]ar[ \n]between)[ \n](?:{NAME}[ \n]and[ \n](?:the[ \n])?)?)$"
            rf"|(?P<place>\b(?:in|into|inside|across|within|from))[ \n]$|(?P<joined>{WORD}),?[ \n](?:and|(?:(?:has|had)[ \n])?(?:asks|asked|accuses|accused|blames|blamed|urges|urged|told|tells))[ \n]$|(?P<joined2>\b(?:[Ii]ts|[Tt]heir)[ \n](?:[a-z]+[ \n])?(?:rival|foe|adversary|enemy),?)[ \n]$"
            rf"|(?P<dealt>\b(?:with|by|against|between|accuses|accused|asks|asked|urged|urges|requires|obliges|to))[ \n]$"
        ),
    }  # fmt: skip


def acting(text: str, names: Iterable[str], of_party: IsParty) -> Iterator[str]:
    """Names that stand as states, in reports of talks: of `names`, single words, or beside a sure word. Linear.

    `of_party` tells whether a word names a party. Two unknown ones that stand together are states if both act.
    """
    seen = places(text)
    of_talks = at_talks(text)
    if of_talks or seen.has(_DEAL):
        yield from surely(text)
    if not of_talks:
        return
    towns = _towns(text)
    found = {
        name: frozenset(signs_of(text, name, of_party))
        for name in names
        if _may_be(name) and not is_people(name, capitalised(text))
    }
    for name, beside in found.items():
        signs = {sign for sign, _ in beside}
        if "sure" in signs:
            yield name
        elif name in towns:
            continue
        elif "own" in signs or {"act", "joined"} <= signs or signs >= _WEAK:
            yield name
        elif "act" in signs:
            for other in (o for sign, o in beside if sign == "pair" and ("act", "") in found.get(o, ())):
                yield from (name, other)


def surely(text: str) -> Iterator[str]:
    """Names beside a word that only states or their regions have: "neighbouring X", "the island state of X"."""
    if places(text).has(_SURE_FIRST):
        yield from (clean(m["name"] or m["region"]) for m in places(text).found(_patterns()["sure"], _SURE_FIRST))


@cache
def _town() -> re.Pattern[str]:
    rows = words()
    listed = rf"{WORD}(?:(?:,|,?[ \n]and)[ \n]{WORD})*"
    return re.compile(
        rf"\b(?:(?i:town|city|village|port|mayor|streets|university|outskirts|harbour|market)[ \n]of|(?:[Rr]eporting|staff|correspondents?|bureau)[ \n]in)[ \n](?P<of>{listed})"
        rf"|\b(?P<name>{WORD})[ \n](?:{any_of(rows['parts_of_towns'])})\b"
    )


def _towns(text: str) -> frozenset[str]:
    """Names that a report uses as those of towns: "the town of Reva", "reporting in Tessaro and Kall"."""
    return frozenset(name for m in _town().finditer(text) for name in re.findall(WORD, m["of"] or m["name"]))


def _may_be(name: str) -> bool:
    if len(name) < _LETTERS or name.isupper() or name in never() or "-" in name or name in nouns():
        return False
    no_names = ("bodies", "openers", "of_texts")
    return not (is_form(name) or is_title(name) or any(name in words()[key] for key in no_names))


def signs_of(text: str, name: str, of_party: IsParty) -> Iterator[tuple[str, str]]:
    """What tells that a name is a state: "sure", or "act" of its "own", "joined" to a party, "dealt" with, "place".

    Beside another unknown name it is a "pair" with that.
    """
    after, before = _patterns()["after"], _patterns()["before"]
    for at in places(text).written({name: None}.keys()):
        if text[at - 1 : at] == "[":  # opens a wording that is not agreed, and is a plain noun as likely
            continue
        stands = before.search(text, max(0, at - _BEFORE), at)
        is_object = stands is not None and stands.lastgroup in ("place", "dealt")
        for m in (stands, after.match(text, at + len(name))):
            if m is not None and m.lastgroup == "ally" and of_party(clean(m["ally"])):
                yield "own", ""
            sign = (m.lastgroup or "").rstrip("234") if m is not None else ""
            other = m["joined"] if m is not None and m.lastgroup == "joined" else ""
            if other and not of_party(other):
                yield "pair", other
            elif (
                sign and sign != "ally" and not (sign in ("act", "own") and is_object)
            ):  # in "a pact with Sarn would …" the pact would
                yield sign, ""
