"""W3C Web Annotation (2017) as JSON-LD: one annotation a statement, by its exact words and by its place.

What the reader is unsure of is an annotation that asks (`questioning`), all else one that describes; a proposed code is
one that classifies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nonpaper.present.exports.linked import SOFTWARE, Node, document, name, web, without_none
from nonpaper.present.exports.rows import ClaimRow, CodeRow, PositionRow, ProvisionRow, ReportRow, Tables
from nonpaper.present.ids import report_anchor

AROUND = 32
"""Characters before and after the exact words that help to find them again."""
_OA = "http://www.w3.org/ns/oa#"
CONTEXT: Node = {
    "oa": _OA,
    "as": "https://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "SpecificResource": "oa:SpecificResource",
    "Software": "as:Application",
    "describing": "oa:describing",
    "questioning": "oa:questioning",
    "classifying": "oa:classifying",
    "tagging": "oa:tagging",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
}
Statement = ClaimRow | ProvisionRow | PositionRow | CodeRow


def web_annotations(tables: Tables, texts: Mapping[str, str]) -> str:
    """Every claim, provision, position and proposed code as an annotation of its report's text.

    `texts` are the stored texts by report id; positions count Unicode characters, as the recommendation asks.
    """
    graph = [{"id": SOFTWARE, "type": "Software", "label": "Nonpaper"}]
    graph += [_source(r) for r in tables["reports"] if isinstance(r, ReportRow)]
    for table in ("claims", "provisions", "positions", "codes"):
        graph += [_annotation(row, texts) for row in tables[table] if isinstance(row, Statement)]
    return document(CONTEXT, graph)


def _source(report: ReportRow) -> Node:
    node = {"id": name(report_anchor(report.report)), "title": report.title, "language": report.language}
    return without_none(node | {"issued": report.published} | web(report.url))


def _annotation(row: Statement, texts: Mapping[str, str]) -> Node:
    anchor, report = _anchor(row)
    text = texts[report]
    around = {"prefix": text[max(0, row.start - AROUND) : row.start], "suffix": text[row.end : row.end + AROUND]}
    unsure = not isinstance(row, CodeRow) and row.unsure
    return {
        "id": name(anchor),
        "type": "Annotation",
        "motivation": "classifying" if isinstance(row, CodeRow) else "questioning" if unsure else "describing",
        "generator": SOFTWARE,
        "body": [{"type": "TextualBody", "purpose": how, "value": says} for how, says in _bodies(row)],
        "target": {
            "type": "SpecificResource",
            "source": name(report_anchor(report)),
            "selector": [
                {"type": "TextQuoteSelector", "exact": row.words} | {k: v for k, v in around.items() if v},
                {"type": "TextPositionSelector", "start": row.start, "end": row.end},
            ],
        },
    }


def _anchor(row: Statement) -> tuple[str, str]:
    """The annotation's id, and the report that it is about."""
    if isinstance(row, CodeRow):
        return f"{row.provision}-{row.vocabulary}-{row.code}", row.report
    own = row.claim if isinstance(row, ClaimRow) else row.provision if isinstance(row, ProvisionRow) else row.position
    return own, row.report


def _bodies(row: Statement) -> Iterator[tuple[str, str]]:
    if isinstance(row, ClaimRow):
        yield "describing", f"attribution to: {row.resolved or row.source or 'not given'}"
        yield "tagging", row.kind
    elif isinstance(row, ProvisionRow):
        yield "describing", _provision(row)
        yield "tagging", row.topic
    elif isinstance(row, PositionRow):
        yield "describing", f"{row.party}: {row.stance} (basis: {row.basis})"
        yield "tagging", row.topic
    else:
        yield "classifying", f"{row.vocabulary} {row.code}, {row.name}: proposed, not confirmed by a person"
        yield "describing", row.rule
    for doubt in () if isinstance(row, CodeRow) else row.doubts:
        yield "questioning", doubt


def _provision(row: ProvisionRow) -> str:
    what = {"draft": "term as reported", "demand": "demand", "proposal": "proposal", "comparison": "comparison"}
    of = f" of the {row.draft} text" if row.draft else ""
    who = f"; obligor: {', '.join(row.obligor)}" if row.obligor else ""
    stands = f"; text status: {row.text_status}" if row.text_status else ""
    return f"{what[row.presented_as]}{of}{stands}; {row.modality or 'modality not read'}{who}"
