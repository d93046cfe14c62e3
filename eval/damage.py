"""Damaged reports for the fuzzer: pieces of examples, cut, joined, doubled and sprinkled with what formats give meaning."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from eval.data import ROOT

LONGEST_SEED = 500
_BY_SUFFIX = {".txt": "plain", ".md": "markdown", ".html": "html", ".jsonl": "jsonl"}
_FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Hadrin Wire</title><link>https://hadrin.example</link>'
    b"<item><title>Army capped</title><link>https://hadrin.example/army</link><pubDate>Tue, 04 Mar 2031 10:00:00 +0100"
    b"</pubDate><description>&lt;p&gt;The draft would cap the army of Kessara at 60,000 people.&lt;/p&gt;</description>"
    b"</item></channel></rss>",
    b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lorn Gazette</title><entry><title>Talks'
    b'</title><link href="https://lorn.example/t"/><updated>2031-03-04T10:00:00Z</updated><content type="html">'
    b"&lt;p&gt;Norvia would keep the northern valley, two envoys said.&lt;/p&gt;</content></entry></feed>",
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>'
    b"<title>World Digest</title></channel><item><title>Truce</title><link>https://digest.example/a</link><description>"
    b"The truce would last ninety days, the envoy said.</description></item></rdf:RDF>",
)
_PDF = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
    "<< /Length 112 >>\nstream\nBT /F1 11 Tf 14 TL 50 750 Td (The draft would cap the army of Kessara at) Tj T* (sixty "
    "thousand people.) Tj ET\nendstream",
)
_TOKENS: dict[str, Sequence[bytes]] = {
    "any": [
        *("“", "”", "‘", "’", "«", "»", '"', "'", "\u202e", "\u2066", "\u200b", "\u2028", "\x85", "\x00", "\x0c", "\ufeff"),
        *("\r", "\n", "\r\n", "\n\n", "\t", "  ", " \n", "1. ", "(a) ", "- ", "• ", "iv) ", "7.", "...", "…", "?!", ". "),
        *("U.S.", "Mr. ", "e.g. ", "said", "The draft would cap ", "Date: ", "Title: ", "ß", "İ", "\u0301", "שלום", "字"),
        *("𝒜", "\ud7ff", "�", "🕊️", "2031-03-04", "MERROW, March 4 (Hadrin Wire) - ", ":", ";", "–", "—", "Kes-\nsara"),
    ],
    "markdown": ["---\n", "# ", "## ", " ##\n", "> ", "**", "__", "`", "```", "[a](b)", "![", "](", ")", "<!--", "-->", "\\*", "***\n"],
    "jsonl": ['{"text": "', '"}', "\\u0000", "\\ud800", "\\n", "{", "}", "[", "]", ":", ",", '"id": "a"', "1e999", "null", '"published": "10/11/2031"'],
    "html": [
        *("<p>", "</p>", "<div>", "<article>", "<ol>", "<ol start='9'>", "<li>", "<h2>", "<!--", "-->", "<script>", "&#0;"),
        *("&nbsp;", "<table><tr><td>", "<meta charset=utf-16>", "<html lang=", "<![CDATA[", "<svg>", "<template>", "<base href='//'>"),
        *('<meta name="date" content="', "<time datetime='", "<a href='http://[", "<br>", "<", ">", "</", "&", "<?xml encoding='x'?>"),
    ],
    "feed": [
        *("<item>", "</item>", "<entry>", "<title>", "</title>", "<content type='xhtml'>", "<![CDATA[", "]]>", "&lt;", "&amp;"),
        *("<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<link href='", "xmlns='", "<a:b>", "<!--", "<?", "&#x0;", "encoding='utf-7'"),
    ],
    "pdf": [
        *("obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "(", ")", "/Kids [2 0 R]", "/Parent 4 0 R", "0 R", "xref"),
        *("/Length 5 0 R", "/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /LZWDecode]", "trailer", "startxref\n9\n", "/Prev 0"),
        *("/Encrypt", "/Count 999999999", " Tj", "BT", "ET", "9" * 40, "-1", "/ObjStm", "/ToUnicode 5 0 R", "BI ID EI", "q ", "Q "),
    ],
}  # fmt: skip
_TOKENS = {kind: [str(t).encode("utf-8", "replace") for t in tokens] for kind, tokens in _TOKENS.items()}  # type: ignore[misc]


class Seeds(msgspec.Struct, frozen=True):
    """Sound reports to start from, by kind."""

    by_kind: dict[str, tuple[bytes, ...]]

    @staticmethod
    @cache
    def shipped() -> Seeds:
        """The examples and the tests' data, in pieces short enough to be read fast."""
        found: dict[str, list[bytes]] = {"feed": list(_FEED), "pdf": [_pdf()]}
        for folder in ("examples/reports", "tests/data"):
            for path in sorted((ROOT / folder).rglob("*")):
                kind = _BY_SUFFIX.get(path.suffix)
                if kind:
                    found.setdefault(kind, []).extend(_pieces(path.read_bytes(), kind))
        return Seeds({kind: tuple(pieces) for kind, pieces in found.items()})


def _pdf() -> bytes:
    """A sound PDF: a damaged table of places is not searched for by every parser."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(_PDF, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return body + table + b"trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def _pieces(data: bytes, kind: str) -> list[bytes]:
    if kind == "html":
        return [data]
    if kind == "jsonl":
        return data.splitlines(keepends=True)
    return [data[at : at + LONGEST_SEED] for at in range(0, len(data), LONGEST_SEED)]


def damaged(seeds: Seeds, kinds: Sequence[str], weights: Sequence[int], seed: int, number: int) -> tuple[str, bytes]:
    """Input `number` of `seed`: its kind and its bytes."""
    dice = random.Random(seed * 1_000_000_007 + number)  # noqa: S311 # no secret
    (kind,) = dice.choices(kinds, weights)
    own = seeds.by_kind[kind]
    data = bytearray(dice.choice(own))
    for _ in range(dice.choice((0, 1, 1, 2, 3, 5, 9, 20))):
        dice.choice(_WAYS)(data, dice, seeds, kind)
    return kind, bytes(data)


Way = Callable[[bytearray, random.Random, Seeds, str], None]


def _flip(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    if data:
        data[dice.randrange(len(data))] = dice.randrange(256)


def _cut(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    at = dice.randrange(len(data) + 1)
    del data[at : at + dice.choice((1, 2, 5, 30, 300))]


def _put(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    at = dice.randrange(len(data) + 1)
    data[at:at] = _token(dice, kind)


def _many(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    at = dice.randrange(len(data) + 1)
    data[at:at] = _token(dice, kind) * dice.choice((2, 3, 10, 100))


def _twice(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    at = dice.randrange(len(data) + 1)
    to = dice.randrange(len(data) + 1)
    data[to:to] = data[at : at + dice.choice((3, 20, 200))]


def _join(data: bytearray, dice: random.Random, seeds: Seeds, kind: str) -> None:
    other = dice.choice(seeds.by_kind[kind if dice.random() < 0.8 else dice.choice(list(seeds.by_kind))])
    at = dice.randrange(len(data) + 1)
    first = dice.randrange(len(other))
    data[at:] = other[first : first + LONGEST_SEED]


def _swap(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    """One mark for another: what the format's own marks enclose stays."""
    old = _token(dice, kind)
    at = data.find(old, dice.randrange(len(data) + 1))
    if at >= 0:
        data[at : at + len(old)] = _token(dice, kind)


def _token(dice: random.Random, kind: str) -> bytes:
    return dice.choice(_TOKENS[kind if kind in _TOKENS and dice.random() < 0.6 else "any"])


_WAYS: Sequence[Way] = (_flip, _cut, _put, _put, _many, _twice, _join, _swap)
