"""Claims from raw attributions: who speaks, for whom, through whom, and how firmly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from nonpaper.claims.attribution import RawAttribution
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Act, SourceKind
from nonpaper.model.span import Pieces, Span, hull

SURE = 0.70
"""Attributions that the model scores below this are listed for review."""
_VIA_AFTER = re.compile(
    r"^\s*,?\s*(?:who\s+)?(?:told|cited (?:by|in)|quoted (?:by|in)|speaking to|in an interview with)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("nonpaper.claims.sources").joinpath("cues.toml").read_text("utf-8"))


@cache
def _any(table: str, key: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[table][key]), re.IGNORECASE)


def claims_of(page: Page, raw: Sequence[RawAttribution]) -> tuple[Claim, ...]:
    """Claims in text order of their contents, with hearsay that has no source added."""
    found = [_claim(page, r) for r in raw]
    found += _hearsay(page, found)
    found.sort(key=lambda c: (hull(c.content).start, hull(c.content).end))
    return tuple(_resolved(page, _unlisted(page, found)))


def _claim(page: Page, raw: RawAttribution) -> Claim:
    source, cue, content = (tuple(Span(s, e) for s, e in part) for part in (raw.source, raw.cue, raw.content))
    source, via = _without_carriers(page, source, cue)
    words, said = _words(page, source), _words(page, cue)
    kind, party = _who(page, source, words)
    whole = said + " " + _words(page, content)
    return Claim(
        source=source,
        cue=cue,
        content=content,
        kind=kind,
        party=party,
        via=via,
        act=_act(said),
        hedged=bool(_any("hedge", "say").search(whole)),
        denied=bool(_any("denial", "say").search(whole)),
        score=raw.score,
        unsure=raw.score < SURE,
        doubts=("the model is not sure of this attribution",) if raw.score < SURE else (),
    )


def _words(page: Page, pieces: Pieces) -> str:
    return " ".join(p.quote(page.text) for p in pieces)


def _without_carriers(page: Page, source: Pieces, cue: Pieces) -> tuple[Pieces, tuple[str, ...]]:
    """The innermost source, and the outlets named with it as carriers."""
    if not source:
        return source, ()
    area = hull((*source, *cue))
    near = Span(area.start, min(len(page.text), area.end + 40))
    outlets = [m for m in page.mentions if m.kind == "outlet" and near.contains(m.span)]
    via, kept = [], source
    for m in outlets:
        before = page.text[max(0, m.span.start - 40) : m.span.start]
        if re.search(
            r"(?:told|cited (?:by|in)|quoted (?:by|in)|interview with|according to|citing)\s+(?:the\s+)?$",
            before,
            re.IGNORECASE,
        ):
            if any(s.start < m.span.start < s.end for s in kept):
                cut = re.search(
                    r"\s*,?\s*(?:who\s+)?(?:told|cited|quoted|in an)\b", page.text[kept[0].start : m.span.start]
                )
                if cut is None:
                    continue
                kept = (Span(kept[0].start, kept[0].start + cut.start()),)
            elif any(s.overlaps(m.span) for s in kept):
                continue
            via.append(m.name)
    return kept, tuple(dict.fromkeys(via))


def _who(page: Page, source: Pieces, words: str) -> tuple[SourceKind, str | None]:
    if not source:
        return "none", None
    named = [m for m in page.mentions if any(s.overlaps(m.span) for s in source)]
    parties = {m.party for m in named if m.party}
    party = next(iter(parties)) if len(parties) == 1 else None
    kind = _kind(named, words)
    if kind in ("outlet_relay", "analyst", "document_seen"):
        return kind, None
    if (kind == "unnamed_official" and any(m.kind == "group" for m in named)) or (
        kind == "unnamed_official" and party == "Europe"
    ):
        party = None
    return kind, party


def _kind(named: Sequence[Mention], words: str) -> SourceKind:
    if _any("kind", "analyst").search(words):
        return "analyst"
    if _any("kind", "on_record_spokesperson").search(words):
        return "on_record_spokesperson"
    if any(m.kind == "outlet" for m in named) or re.search(r"\breports\b", words):
        return "outlet_relay"
    persons = [m for m in named if m.kind == "person"]
    if persons and re.search(r"[’']s (?:office|government|administration)", words):
        return "institution_unspecified"
    if persons:
        roles: dict[str | None, SourceKind] = {
            "principal": "on_record_principal",
            "spokesperson": "on_record_spokesperson",
        }
        return roles.get(persons[0].role, "named_party_official")
    for kind in ("person_familiar", "unnamed_official", "document_seen"):
        if _any("kind", kind).search(words):
            return kind
    return "institution_unspecified"


def _act(cue: str) -> Act:
    for act in ("wants", "thinks", "does"):
        if _any("act", act).search(cue):
            return act
    return "says"


def _hearsay(page: Page, known: Sequence[Claim]) -> list[Claim]:
    """Words like "reportedly" that no claim covers: a claim with no source, its content the rest of the clause."""
    out = []
    for found in re.finditer(r"(?<!\w)(?:reportedly|allegedly)\s+", page.text, re.IGNORECASE):
        cue = Span(found.start(), found.start() + len(found.group().rstrip()))
        sentence = next((s for s in page.sentences if s.contains(cue)), None)
        if sentence is None or any(s.overlaps(cue) for c in known for s in (*c.cue, *c.content)):
            continue
        end = sentence.end
        for block in page.lists:
            if block.lead is not None and block.lead.contains(cue):
                end = block.items[-1].span.end
        if found.end() < end:
            content = Span(found.end(), found.end() + len(page.text[found.end() : end].rstrip(" .\n")))
            out.append(Claim(source=(), cue=(cue,), content=(content,), hedged=True, hedges=(cue,)))
    return out


def _unlisted(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """A content that leads into a list runs on over its items."""
    out = []
    for claim in claims:
        last = claim.content[-1]
        block = next((b for b in page.lists if b.lead and _leads(page.text, b.lead, last)), None)
        if block is not None:
            grown = Span(last.start, block.items[-1].span.end)
            out.append(msgspec.structs.replace(claim, content=(*claim.content[:-1], grown)))
        else:
            out.append(claim)
    return out


def _leads(text: str, lead: Span, last: Span) -> bool:
    """Whether a content ends where a lead-in does, at its colon."""
    return lead.start < last.end <= lead.end and lead.end - last.end < 3 and text[lead.end - 1] == ":"


def _resolved(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """A pronoun stands for the nearest source of one person before it; kind and party come with it."""
    out: list[Claim] = []
    for claim in claims:
        pronoun = claim.source and _PRONOUN.match(_words(page, claim.source).strip())
        out.append(_antecedent(claim, out) if pronoun else claim)
    return out


def _antecedent(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    start = claim.source[0].start
    before = [c for c in earlier if c.source and hull(c.source).end <= start and c.kind != "outlet_relay"]
    if not before:
        doubts = (*claim.doubts, "whom the pronoun stands for is not plain")
        return msgspec.structs.replace(claim, unsure=True, doubts=doubts)
    last = before[-1]
    return msgspec.structs.replace(claim, resolved=last.resolved or last.source, kind=last.kind, party=last.party)


def origins_of(page: Page, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Outlets that the report credits, in the order in which it names them; its own outlet is none of them."""
    names = [m.name for m in page.mentions if m.kind == "outlet" and _credited(page, m)]
    names += [name for c in claims for name in c.via]
    return tuple(n for n in dict.fromkeys(names) if page.outlet is None or n.casefold() != page.outlet.casefold())


def _credited(page: Page, mention: Mention) -> bool:
    return not re.match(r"\s*(?:correspondent|reporter)\b", page.text[mention.span.end : mention.span.end + 20])
