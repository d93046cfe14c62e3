"""An earlier brief, given back: the record of what it was made of, out of any file that claims to have one."""

from __future__ import annotations

import msgspec

from nonpaper.errors import BriefError
from nonpaper.present.made_of import OPENS, MadeOf

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


def _on_page(data: bytes, where: str) -> bytes:
    opens = OPENS.encode()
    start = data.find(opens)
    end = data.find(b"'", start + len(opens))
    if start < 0 or end < 0:
        raise BriefError(f"{where}: is no brief, or an older one that does not say what it was made of; {_AGAIN}")
    return data[start + len(opens) : end]
