"""What both JSON-LD exports share: names for things, and documents that carry their own context."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from nonpaper import __version__

Node = dict[str, Any]
PREFIX = "urn:nonpaper:"
SOFTWARE = f"{PREFIX}software:{__version__}"
COMMON: Node = {
    "id": "@id",
    "type": "@type",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "label": "rdfs:label",
    "title": "dcterms:title",
    "language": "dcterms:language",
    "issued": "dcterms:issued",
    "address": {"@id": "dcterms:source", "@type": "@id"},
}


def name(anchor: str) -> str:
    """The IRI of a thing by its stable id.

    >>> name("w-a b-1")
    'urn:nonpaper:w-a%20b-1'
    """
    return PREFIX + quote(anchor, safe="-.")


def document(context: Node, graph: list[Node]) -> str:
    """One JSON-LD document; its context stands in it, so nothing need be fetched to read it."""
    return json.dumps({"@context": COMMON | context, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def web(address: str | None) -> Node:
    """A report's address where it is one of the web that may stand as an IRI."""
    sound = address and address.startswith(("http://", "https://")) and not set(address) & set(' "<>\\^`{|}\n\t')
    return {"address": address} if sound else {}


def without_none(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
