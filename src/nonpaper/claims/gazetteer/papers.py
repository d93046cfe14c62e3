"""Outlets that a report names: papers by their noun ("the Tavik Courier"), stations, and what it calls a newspaper or an agency."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.carrying import by_what_they_do, is_body
from nonpaper.claims.gazetteer.fresh import fresh
from nonpaper.claims.gazetteer.load import Entry, is_form
from nonpaper.claims.gazetteer.shapes import NAME, WORD, clean, is_title, words
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.claims.gazetteer.sought import Sought, as_written, found
from nonpaper.text.places import firsts

_CALLED = (
    "newspaper", "daily", "agency", "broadcaster", "news", "website", "magazine", "weekly", "tabloid", "citing", "quoting",
    "channel", "station", "outlet", "portal", "paper",
)  # fmt: skip
_BEGIN = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Sunday", "Saturday"}
)
_OPENERS = frozenset(
    {"In", "On", "At", "By", "But", "And", "For", "From", "With", "When", "While", "As", "After", "Before", "Under"}
    | {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Today", "Yesterday"}
)
_NO_NAME = rf"(?![ \n](?!\w+day\b){WORD})"  # "the Nuhr newspaper | The Lamp"
_SPEAKS = re.compile(r"\b(?:said|says) $")
_NEXT = re.compile(rf"[ \n]({WORD})")
_RANKS = (
    "largest",
    "leading",
    "main",
    "biggest",
    "top",
    "state",
    "official",
    "independent",
    "oldest",
    "national",
    "own",
)
_THE, _ACCORDING = frozenset({"the"}), frozenset({"according"})


@cache
def _patterns() -> dict[str, Sought]:
    w = words()
    weak, bare, called = (
        as_written(w["weak_outlets"]),
        as_written(w["bare_outlets"]),
        firsts([*_CALLED, *w["stations"]]),
    )
    return {
        "noun": Sought(_with_noun(), named=True, nouns=as_written(w["outlets"])),
        "weak": Sought(_with_weak_noun(), firsts(w["before_outlet"]), named=True, nouns=weak),
        "called": Sought(_called(), called | firsts(_RANKS) | _ACCORDING | _THE, named=True, words=called),
        "of": Sought(  # "the Observer of Kell, which published it"
            re.compile(
                rf"\b[Tt]he[ \n](?P<name>(?:{any_of((*w['outlets'], *w['weak_outlets']))})[ \n]of[ \n]{WORD}),?[ \n](?:which[ \n])?{any_of(w['after_paper'])}\b"
            ),
            _THE,
            nouns=as_written((*w["outlets"], *w["weak_outlets"])),
        ),
        "reporting": Sought(
            re.compile(rf"\b[Tt]he[ \n]({any_of(w['weak_outlets'])}),?[ \n](?:{any_of(w['after_outlet'])})\b"),
            _THE,
            nouns=weak,
        ),
        "bare": Sought(
            re.compile(rf"\b[Tt]he[ \n](?P<noun>{any_of(w['bare_outlets'])}),?[ \n](?:{any_of(w['reports'])})\b"),
            _THE,
            nouns=bare,
        ),
    }


def _with_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he[ \n])?(?P<name>(?:{WORD}[ \n]){{1,3}}(?:{any_of(words()['outlets'])}))\b")


def _with_weak_noun() -> re.Pattern[str]:
    w = words()
    return re.compile(
        rf"\b(?P<before>{any_case_of(w['before_outlet'])}[ \n](?:the[ \n])?)?(?:[Tt]he[ \n])?"
        rf"(?P<name>(?:{WORD}[ \n]){{1,3}}(?P<noun>{any_of(w['weak_outlets'])}))\b"
        rf"(?P<after>,?[ \n](?:{any_of(w['after_outlet'])})\b)?"
    )


def _called() -> re.Pattern[str]:
    return re.compile(
        # "the Daily Anchor" is so called; "the daily Anchor" is a daily
        rf"\b[Tt]he[ \n](?P<name6>Daily[ \n]{WORD})(?![ \n]{WORD})"
        rf"|\b(?:(?i:newspaper|daily|(?:news )?agency|broadcaster|news site|news website|magazine|news outlet|news portal)|weekly|channel|radio station|television station|outlet)[ \n]"
        rf"(?P<name>{NAME}(?:[ \n](?:(?:y|e|et|und|de|del|du|des|la|le|der)[ \n]|(?:al|el|ad|an|as)-){WORD})?(?:[ \n]\d{{1,3}}\b)?)"
        rf"|\b(?P<name2>{NAME})[ \n](?:newspaper|news[ \n]agency|news[ \n]site|broadcaster|magazine)\b{_NO_NAME}"
        rf"|(?<!\w)(?P<name3>Voice[ \n]of[ \n]the[ \n]{NAME}|(?:{any_of(words()['stations'])})[ \n]{WORD})(?!\w)"
        rf"|\b(?P<name4>{NAME}),[ \n](?:an?|the)[ \n](?:[\w-]+[ \n]){{0,3}}?"
        r"(?:newspaper|weekly|daily|broadcaster|news[ \n]agency|news[ \n]service|magazine|news[ \n]site|tabloid|(?:(?:radio|television)[ \n]station|(?:opposition|rival|local|independent|leftist|liberal|conservative|government|private|regional)[ \n]paper)(?=[,.;]|[ \n](?:in|based|that|which|with|run|close|of)\b))\b"
        rf"{_NO_NAME}"
        rf"|\b(?:{any_of(_RANKS)}|[A-Z]\w+[’']s)[ \n](?:[a-z-]+[ \n])?(?:newspaper|daily|weekly|broadcaster|magazine|station|news[ \n]agency),[ \n](?:the[ \n])?(?P<name7>{NAME}),"
        rf"|\b[Aa]ccording[ \n]to[ \n](?P<name5>{NAME}),[ \n](?:citing|quoting)\b"
    )


def take_papers(text: str, new: dict[str, Entry], outlet: str | None = None) -> None:
    """Take the outlets that the report explains, and the one that publishes it, where its name is an outlet's."""
    own = _plain(outlet) if outlet else ""
    nouns = (*words()["outlets"], *words()["weak_outlets"])
    if re.fullmatch(rf"{WORD}(?: {WORD}){{1,3}}", own) and own.endswith(tuple(nouns)) and fresh(own, new):
        new[own] = Entry("outlet", own)
    of_towns = (clean(m["name"]) for m in found(text, _patterns()["of"]))
    for names in (_by_noun(text), _by_weak_noun(text), of_towns, _by_what_they_are_called(text), by_what_they_do(text)):
        for name in names:
            if _free(name, new) and not is_title(name):
                new[name] = Entry("outlet", name)
    _take_bare(text, new)


def _free(name: str, new: Container[str]) -> bool:
    """Whether a name is still free; that of a paper may begin with a direction or a day: "the Northern Post"."""
    if " " in name and (name.startswith("The ") or name.split(maxsplit=1)[0] in _BEGIN):
        return name not in new and not is_form(name)
    return fresh(name, new)


def _by_noun(text: str) -> Iterator[str]:
    for m in found(text, _patterns()["noun"]):
        name = _plain(m["name"])
        while (first := name.split()[0]) in _OPENERS and " " in name:  # "On Tuesday"
            name = _plain(name.removeprefix(f"{first} "))
        longer = _NEXT.match(text, m.end())  # "the Red Star Society" is no paper
        if " " in name and not (longer and is_body(longer[1])):
            yield name


def _by_weak_noun(text: str) -> Iterator[str]:
    """Names whose noun also ends other names, where words beside them, or beside the noun alone, tell of reporting."""
    reporting = frozenset(m[1] for m in found(text, _patterns()["reporting"]))
    matches = found(text, _patterns()["weak"])
    names = (_plain(m["name"]) for m in matches if m["before"] or m["after"] or m["noun"] in reporting)
    return (name for name in names if " " in name)


def _by_what_they_are_called(text: str) -> Iterator[str]:
    for m in found(text, _patterns()["called"]):
        if _SPEAKS.search(text, max(0, m.start() - 6), m.start()) and m.group().startswith("broadcaster "):
            continue  # "said broadcaster Ann Tarn": a person's trade
        name = _plain(whole := clean(next(n for n in m.groups() if n)))
        if " " not in name and whole.startswith("The "):  # "the newspaper The Lamp"
            yield whole
        elif " " in name or not (m["name2"] and _article_before(text, m.start())):
            yield name


def _take_bare(text: str, new: dict[str, Entry]) -> None:
    """Papers that the report never names in full: "the Standard reported"."""
    whole = {short_of(e.name) for e in new.values()}
    for m in found(text, _patterns()["bare"]):
        if m["noun"] not in whole and not is_form(f"the {m['noun']}") and fresh(m["noun"], new):
            new[m["noun"]] = Entry("outlet", m["noun"])


def _plain(name: str) -> str:
    return re.sub(r"^(?:The|A|An) ", "", clean(name))


def _article_before(text: str, at: int) -> bool:
    """Whether the name only describes: "the Tavik newspaper" is a newspaper of Tavik."""
    return re.search(r"\b(?:[Tt]he|[Aa]n?)[ \n]$", text[max(0, at - 4) : at]) is not None
