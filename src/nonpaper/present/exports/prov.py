"""W3C PROV-O (2013) as JSON-LD: which words each term rests on, and which origins those rest on.

A statement `wasQuotedFrom` its report; a term `wasDerivedFrom` its statements; what a report or a statement rests on is
its `hadPrimarySource`. Reporting that goes in a circle shows as two chains that meet at one primary source. Unsure
statements take no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.drafts.origins import canonical
from nonpaper.model.claim import Claim
from nonpaper.model.draft import Consolidation, Draft, Term, Wording
from nonpaper.model.reading import Reading
from nonpaper.model.span import hull
from nonpaper.present.exports.linked import SOFTWARE, Node, document, name, web, without_none
from nonpaper.present.ids import (
    claim_anchor,
    draft_anchor,
    origin_anchor,
    report_anchor,
    term_anchor,
    wording_anchor,
)

_LINKS = (
    "wasDerivedFrom",
    "wasQuotedFrom",
    "hadPrimarySource",
    "wasAttributedTo",
    "wasGeneratedBy",
    "wasAssociatedWith",
    "actedOnBehalfOf",
    "used",
)
CONTEXT: Node = {
    "prov": "http://www.w3.org/ns/prov#",
    "np": "urn:nonpaper:terms:",
    **{kind: f"prov:{kind}" for kind in ("Entity", "Activity", "Agent", "SoftwareAgent")},
    **{kind: f"np:{kind}" for kind in ("Report", "Statement", "Claim", "Reconstruction", "Term", "Origin")},
    **{link: {"@id": f"prov:{link}", "@type": "@id"} for link in _LINKS},
    "value": "prov:value",
    "partOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
}
ACTIVITY = "urn:nonpaper:reading"


def provenance(readings: Sequence[Reading], together: Consolidation) -> str:
    """Reports, statements, terms and texts, and what each was made from. Linear in what was read."""
    nodes = [*_made(readings), *(node for r in readings for node in _of_report(r)), *_of_texts(readings, together)]
    return document(CONTEXT, list({repr(node): node for node in nodes}.values()))  # one thing may be told of in parts


def _made(readings: Sequence[Reading]) -> Iterator[Node]:
    yield {"id": SOFTWARE, "type": "SoftwareAgent", "label": "Nonpaper"}
    reports = [name(report_anchor(r.report.id)) for r in readings]
    yield {"id": ACTIVITY, "type": "Activity", "label": "reading", "used": reports, "wasAssociatedWith": SOFTWARE}


def _of_report(reading: Reading) -> Iterator[Node]:
    about, own = reading.report, name(report_anchor(reading.report.id))
    origins = [o for o in reading.origins if canonical(o) != canonical(about.outlet or "")]
    yield without_none(
        {
            "id": own,
            "type": ["Entity", "Report"],
            "title": about.title,
            "issued": about.published,
            "language": about.language,
            "wasAttributedTo": _agent(about.outlet) if about.outlet else None,
            "hadPrimarySource": [name(origin_anchor(o)) for o in origins],
        }
        | web(about.url)
    )
    yield from _agents([about.outlet] if about.outlet else [])
    yield from _origins(origins)
    for index, claim in enumerate(reading.claims):
        if claim.content and not claim.unsure:
            yield from _of_claim(reading, index, claim)


def _of_claim(reading: Reading, index: int, claim: Claim) -> Iterator[Node]:
    """A claim, whom it is attributed to, and the carriers between: each a step further from the report."""
    own, report = name(claim_anchor(reading.report.id, index)), name(report_anchor(reading.report.id))
    source = " ".join(" ".join(s.quote(reading.text) for s in claim.resolved or claim.source).split())
    steps = [f"{own}-via-{place}" for place in range(len(claim.via))]
    yield without_none(
        {
            "id": own,
            "type": ["Entity", "Claim"],
            "value": hull(claim.content).quote(reading.text),
            "wasQuotedFrom": report,
            "wasDerivedFrom": steps[:1],
            "wasAttributedTo": _agent(source) if source else None,
            "wasGeneratedBy": ACTIVITY,
        }
    )
    for place, (step, carrier) in enumerate(zip(steps, claim.via, strict=True)):
        further = steps[place + 1 : place + 2]
        yield without_none(
            {"id": step, "type": "Entity", "wasAttributedTo": _agent(carrier), "wasDerivedFrom": further}
        )
    yield from _agents([*claim.via, *([source] if source else [])])
    if source and claim.party and claim.kind == "on_record_spokesperson":
        yield {"id": _agent(source), "type": "Agent", "label": source, "actedOnBehalfOf": _agent(claim.party)}
        yield from _agents([claim.party])


def _of_texts(readings: Sequence[Reading], together: Consolidation) -> Iterator[Node]:
    claims = {r.report.id: r.claims for r in readings}
    for draft in together.drafts:
        yield _draft(draft)
        for term in draft.terms:
            yield _term(term, draft)
    for term in together.outside:
        yield _term(term, None)
    terms = (*(t for d in together.drafts for t in d.terms), *together.outside)
    for wording in (w for t in terms for w in t.wordings):
        yield from _statement(wording, claims[wording.report])


def _draft(draft: Draft) -> Node:
    label = f"the {draft.name} text, reconstructed from reporting" if draft.name else "a text that no report names"
    return {"id": name(draft_anchor(draft.id)), "type": ["Entity", "Reconstruction"], "label": label}


def _term(term: Term, draft: Draft | None) -> Node:
    return without_none(
        {
            "id": name(term_anchor(term.id)),
            "type": ["Entity", "Term"],
            "label": f"{term.wordings[0].provision.presented_as}: {term.topic}",
            "wasDerivedFrom": [name(wording_anchor(w.report, w.index)) for w in term.wordings],
            "partOf": name(draft_anchor(draft.id)) if draft else None,
        }
    )


def _statement(wording: Wording, claims: Sequence[Claim]) -> Iterator[Node]:
    claim = wording.provision.claim
    stated = claim is not None and claim < len(claims) and claims[claim].content and not claims[claim].unsure
    yield without_none(
        {
            "id": name(wording_anchor(wording.report, wording.index)),
            "type": ["Entity", "Statement"],
            "value": wording.quote,
            "wasQuotedFrom": name(report_anchor(wording.report)),
            "wasDerivedFrom": name(claim_anchor(wording.report, claim)) if stated and claim is not None else None,
            "hadPrimarySource": [name(origin_anchor(o)) for o in wording.origins],
            "wasGeneratedBy": ACTIVITY,
        }
    )
    yield from _origins(wording.origins)


def _origins(names: Sequence[str]) -> Iterator[Node]:
    for one in names:
        yield {"id": name(origin_anchor(one)), "type": ["Entity", "Origin"], "label": canonical(one)}


def _agent(who: str) -> str:
    return name(f"agent:{' '.join(who.split()).casefold()}").replace("%3A", ":")


def _agents(names: Sequence[str]) -> Iterator[Node]:
    for one in names:
        yield {"id": _agent(one), "type": "Agent", "label": " ".join(one.split())}
