"""Standing: how well a term is known, and how a party is heard. A denial stands beside the rest."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.codes import TextStatus

Denied = Literal["content", "receipt", "authorship"]


class Said(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One statement: its report and place among its provisions, who made it, for which party, in the report's words."""

    report: str
    index: int
    who: str = ""
    party: str | None = None


class Denial(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What is denied, and by whom. `index` counts the reading's provisions for `content` of a term, else particulars.

    `draft` is the text meant, None where the report does not say which.
    """

    of: Denied
    report: str
    index: int
    who: str = ""
    party: str | None = None
    draft: str | None = None


class Standing(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Everything said of how a term stands; the lists stand side by side, none outweighs another.

    `reported` are all reports that state it, by id. `agreed` are statements that say so; a stance on a topic is none.
    """

    term: str
    text_status: TextStatus
    reported: tuple[str, ...] = ()
    attested: tuple[Said, ...] = ()
    published: tuple[Said, ...] = ()
    agreed: tuple[Said, ...] = ()
    signed: tuple[Said, ...] = ()
    denied: tuple[Denial, ...] = ()


class Heard(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """How many stances of a party are its own words, another's account, or stated with no source.

    The same stance in reports that copy one another counts once.
    """

    party: str
    own: int = 0
    others: int = 0
    unsourced: int = 0
