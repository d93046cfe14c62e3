"""An earlier brief, given back: the record of what it was made of, out of any file that claims to have one."""

from __future__ import annotations

import re
from html import unescape

import msgspec

from nonpaper.errors import BriefError
from nonpaper.present.made_of import OPENS, MadeOf

_OPENS = re.compile(re.escape(OPENS[:-1]).encode() + rb"([\"'])")
_AGAIN = "give a brief of this version or later, as HTML or JSON, or a day: --since 2031-03-05"


class _Record(msgspec.Struct):
    """The one field of a JSON brief that is looked at."""

    made_of: MadeOf


def earlier(data: bytes, where: str) -> MadeOf:
    """What the brief in a file was made of; BriefError for every file that does not say. Linear in the file.

    Nothing else of the file is read, and nothing of it is shown but what the record's types let through.
    """
    try:
        if data[:100].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return msgspec.json.decode(data, type=_Record).made_of
        return msgspec.json.decode(_on_page(data, where), type=MadeOf)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:100]
        raise BriefError(f"{where}: does not say what it was made of as a brief does ({reason}); {_AGAIN}") from error


def _on_page(data: bytes, where: str) -> str:
    """The element's content, as we write it or as a browser does that saved the page."""
    opens = _OPENS.search(data)
    end = data.find(opens[1], opens.end()) if opens else -1
    if opens is None or end < 0:
        raise BriefError(f"{where}: is no brief, or an older one that does not say what it was made of; {_AGAIN}")
    return unescape(data[opens.end() : end].decode())
