"""How well a term is known: who attests it, publishes it, calls it agreed or signed, and who denies what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from nonpaper.drafts.evidence import cut
from nonpaper.drafts.origins import OUTLETS
from nonpaper.model.codes import Status
from nonpaper.model.draft import Term, Wording
from nonpaper.model.particular import Aspect
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Denial, Denied, Said, Standing

OF: dict[Aspect, Denied] = {
    "denied_content": "content",
    "denied_receipt": "receipt",
    "denied_authorship": "authorship",
}


def standing(term: Term, readings: Mapping[str, Reading]) -> Standing:
    """Everything said of one term's standing, by report and place; nothing weighs against anything."""
    stated = sorted(term.wordings, key=lambda w: (w.report, w.index))
    return Standing(
        term=term.id,
        text_status=stated[0].provision.text_status,
        reported=tuple(sorted({w.report for w in stated if w.provision.status != "denied"})),
        attested=_with(stated, readings, "attested"),
        published=_with(stated, readings, "published"),
        signed=_with(stated, readings, "signed"),
        agreed=tuple(_said(w, readings) for w in stated if _agreed(w, readings)),
        denied=tuple(_denial(w, readings) for w in stated if w.provision.status == "denied"),
    )


def denied_of_texts(readings: Mapping[str, Reading]) -> tuple[Denial, ...]:
    """What is denied of a text as a whole: that it says what is reported, that it was received, who wrote it."""
    return tuple(
        Denial(
            of=OF[item.aspect],
            report=report,
            index=index,
            who=who(readings[report], item.claim),
            party=item.party,
            draft=item.draft,
        )
        for report in sorted(readings)
        for index, item in enumerate(readings[report].particulars)
        if item.aspect in OF
    )


def _with(stated: Sequence[Wording], readings: Mapping[str, Reading], status: Status) -> tuple[Said, ...]:
    return tuple(_said(w, readings) for w in stated if w.provision.status == status)


def _said(wording: Wording, readings: Mapping[str, Reading]) -> Said:
    reading = readings[wording.report]
    claim = wording.provision.claim
    party = reading.claims[claim].party if claim is not None else None
    return Said(report=wording.report, index=wording.index, who=who(reading, claim), party=party)


def _denial(wording: Wording, readings: Mapping[str, Reading]) -> Denial:
    said = _said(wording, readings)
    draft = wording.provision.draft
    return Denial(of="content", report=said.report, index=said.index, who=said.who, party=said.party, draft=draft)


def who(reading: Reading, claim: int | None) -> str:
    """The words for the person or body that says it; empty where a document does, or the report itself."""
    found = reading.claims[claim] if claim is not None and claim < len(reading.claims) else None
    if found is None or found.kind in OUTLETS - {"none"}:
        return ""
    return " ".join(" ".join(s.quote(reading.text) for s in found.resolved or found.source).split())


def _agreed(wording: Wording, readings: Mapping[str, Reading]) -> bool:
    """Whether the sentence says in so many words that this was agreed; what is open, dropped or denied was not."""
    item = wording.provision
    if item.status == "denied" or item.text_status != "in" or item.presented_as != "draft":
        return False
    text = readings[wording.report].text
    if not _speaks_of_agreement(text):  # most reports do not, and need not be cut into sentences
        return False
    said = [s.quote(text) for s in cut(text) if s.overlaps(item.span)]
    return any(_pattern("agreed")(s) and not _pattern("not_agreed")(s) for s in said)


@lru_cache(maxsize=20_000)  # a report states several terms
def _speaks_of_agreement(text: str) -> bool:
    return _pattern("agreed")(text) is not None


@cache
def _pattern(name: str) -> Callable[[str], object]:
    listed = tomllib.loads(resources.files("nonpaper.drafts").joinpath("agreed.toml").read_text("utf-8"))[name]
    return re.compile("|".join(listed), re.IGNORECASE).search
