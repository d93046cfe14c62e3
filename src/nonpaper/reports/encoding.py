"""Bytes to text: byte-order marks, UTF-8, then the most likely older encoding. Binary data is refused by kind."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from nonpaper.errors import ReportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich-text document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "a compressed file",
    b"BZh91AY&SY": "a compressed file",
    b"\xfd7zXZ\x00": "a compressed file",
    b"\x28\xb5\x2f\xfd": "a compressed file",
    b"7z\xbc\xaf\x27\x1c": "an archive",
    b"Rar!\x1a\x07": "an archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}
_PACKED = {"a compressed file", "an archive", "an empty zip archive"}
_SAVE = "save the report as text, HTML or PDF and give that"
# What reports are still met in; with every encoding ever made among the candidates, the guess is often an odd one.
_OLDER = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "cp866", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "mac_roman", "iso8859_2",
)  # fmt: skip
_SAMPLE = 65_536
_DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,30})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """Text without its byte-order mark. `guessed` is the encoding's name where nothing in the bytes told it."""

    text: str
    guessed: str | None = None
    damaged: int = 0


def decode(data: bytes, *, where: str) -> Decoded:
    """The text in `data`; ReportError with code "binary" where it is not text at all."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(_lenient(data[len(mark) :], name), where)
    refuse_packed(data, where)
    wide = _wide(data)
    if wide:
        return _checked(_lenient(data, wide), where)
    try:
        return _checked(Decoded(data.decode("utf-8")), where)
    except UnicodeDecodeError:
        return _checked(_other(data), where)


def refuse_packed(data: bytes, where: str) -> None:
    """Raises for what is plainly no text. Nothing is unpacked here: what is small outside may be huge inside."""
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            remedy = "unpack it, and give the reports that are in it" if kind in _PACKED else _SAVE
            raise ReportError(f"is {kind}, not text", where=where, remedy=remedy, code="binary")


def decode_html(data: bytes, *, where: str) -> Decoded:
    """As `decode`, but the encoding that a page declares is tried before any guess."""
    declared = _DECLARED.search(data[:4096])
    return decode_as(data, declared[1].decode("ascii", "replace") if declared else "", where=where)


def decode_as(data: bytes, declared: str, *, where: str) -> Decoded:
    """As `decode`, but the encoding named is tried before any guess; the name may be anything."""
    refuse_packed(data, where)
    name = declared.lower()
    if name and name.replace("-", "") not in {"utf8", "utf16", "utf32"} and not data.startswith(codecs.BOM_UTF8):
        try:
            if codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 # the only way to tell
                return _checked(Decoded(data.decode(name)), where)
        except (LookupError, ValueError):
            pass  # a page may declare anything
    return decode(data, where=where)


def _lenient(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text, None, text.count("\ufffd"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of mostly Latin text is zero."""
    sample = data[:4096]
    if len(sample) < 8 or sample.count(0) < 0.3 * len(sample):
        return None
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if min(odd, even) > 0.05 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _other(data: bytes) -> Decoded:
    """Damaged UTF-8 where nearly all of it is sound, else the likeliest single encoding."""
    repaired = _lenient(data, "utf-8")
    beyond_ascii = len(re.findall(r"[^\x00-\x7f\ufffd]", repaired.text[:_SAMPLE]))
    if repaired.damaged * 3 <= beyond_ascii or (repaired.damaged <= 2 and repaired.damaged * 500 < len(repaired.text)):
        return repaired
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample[: sample.rfind(b" ") + 1] or sample, cp_isolation=list(_OLDER)).best()
    if best is None:
        return repaired
    text = data.decode(best.encoding, "replace")
    return Decoded(text, best.encoding.replace("_", "-"), text.count("\ufffd"))


def _checked(decoded: Decoded, where: str) -> Decoded:
    sample = decoded.text[:_SAMPLE]
    odd = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if odd > 0.02 * len(sample) + 1:
        raise _binary(where, "is not text")
    return decoded


def _binary(where: str, what: str) -> ReportError:
    return ReportError(what, where=where, remedy=_SAVE, code="binary")
