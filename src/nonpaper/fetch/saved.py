"""What was fetched, as files: reports that `nonpaper brief` reads, and the bytes as received beside them.

A folder of fetched reports holds one `.jsonl` file an address: a line a report with address, outlet, date, title and
text. The bytes lie in `.received/`, which folders of reports do not show to the reader, with the server's tokens for
asking again only if something changed.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from nonpaper.fetch.get import Fetched
from nonpaper.fetch.limits import KINDS
from nonpaper.model.report import ReportText

RECEIVED = ".received"
_PLAIN = re.compile(r"[^a-z0-9]+")


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One report as JSON Lines hold it. `received` is the SHA-256 of the bytes that it was read from."""

    url: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    fetched: str
    received: str
    text: str


class Receipt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an address answered with, and when."""

    url: str
    fetched: str
    received: str
    etag: str | None = None
    modified: str | None = None


def name_of(url: str) -> str:
    """A file name for an address, without ending: its host and path in plain letters, and eight digits of its hash."""
    parts = urlsplit(url)
    words = _PLAIN.sub("-", f"{parts.hostname or ''} {parts.path}".lower()).strip("-")[:60].strip("-")
    return f"{words or 'page'}-{hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def known(folder: Path, url: str) -> dict[str, str]:
    """The headers that ask for an address only if it changed; empty where nothing of it is kept, or not soundly."""
    try:
        receipt = msgspec.json.decode((folder / RECEIVED / f"{name_of(url)}.json").read_bytes(), type=Receipt)
    except (OSError, msgspec.DecodeError, UnicodeError):
        return {}
    if receipt.url != url or not (folder / f"{name_of(url)}.jsonl").is_file():
        return {}
    pairs = (("If-None-Match", receipt.etag), ("If-Modified-Since", receipt.modified))
    return {name: value for name, value in pairs if value and value.isascii() and value.isprintable()}


def save(folder: Path, url: str, answer: Fetched, reports: list[ReportText], *, now: str) -> Path:
    """Writes the reports read in an answer, the bytes and the receipt; the path of the reports. OSError if not."""
    digest = hashlib.sha256(answer.data).hexdigest()
    name, kept = name_of(url), folder / RECEIVED
    kept.mkdir(parents=True, exist_ok=True)
    _write(kept / (name + KINDS[answer.kind]), answer.data)
    lines = [msgspec.json.encode(_line(item, answer.url, digest, now)) + b"\n" for item in reports]
    _write(folder / f"{name}.jsonl", b"".join(lines))
    receipt = Receipt(url=url, fetched=now, received=digest, etag=answer.etag, modified=answer.modified)
    _write(kept / f"{name}.json", msgspec.json.encode(receipt))
    return folder / f"{name}.jsonl"


def _line(item: ReportText, url: str, digest: str, now: str) -> Line:
    """A page's own word on its address is not taken; an entry's is, since the feed stands for it."""
    report = item.report
    return Line(
        url=report.url if "#" in report.path and report.url else url,
        title=report.title,
        outlet=report.outlet or urlsplit(url).hostname,
        published=report.published,
        language=report.language,
        fetched=now,
        received=digest,
        text=item.text,
    )


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
