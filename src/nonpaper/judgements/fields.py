"""Which fields of an item a person may set, and what each takes."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Literal, get_args

import msgspec

from nonpaper.errors import CorrectionsError
from nonpaper.judgements.records import ItemKind
from nonpaper.model import codes

Takes = Literal["code", "text", "names", "flag", "words", "conditions"]


class Field(msgspec.Struct, frozen=True):
    """What a field takes; `blank` says that "" is allowed and means "not said"."""

    takes: Takes
    allowed: tuple[str, ...] = ()
    blank: bool = False
    required: bool = False


def _code(vocabulary: object, *, blank: bool = False, required: bool = False) -> Field:
    return Field("code", get_args(vocabulary), blank, required)


_TEXT = Field("text", blank=True)
_NAMES, _FLAG, _WORDS, _CONDITIONS = Field("names"), Field("flag"), Field("words"), Field("conditions")

FIELDS: dict[ItemKind, dict[str, Field]] = {
    "claim": {
        "source": _WORDS,
        "cue": _WORDS,
        "content": _WORDS,
        "resolved": _WORDS,
        "kind": _code(codes.SourceKind),
        "party": _TEXT,
        "via": _NAMES,
        "hedged": _FLAG,
        "denied": _FLAG,
        "act": _code(codes.Act),
    },
    "provision": {
        "words": _WORDS,
        "topic": _code(codes.Topic, required=True),
        "obligor": _NAMES,
        "beneficiary": _NAMES,
        "modality": _code(codes.Modality, blank=True),
        "value": _TEXT,
        "draft": _TEXT,
        "presented_as": _code(codes.PresentedAs),
        "text_status": _code(codes.TextStatus),
        "status": _code(codes.Status),
        "number": _TEXT,
        "conditions": _CONDITIONS,
    },
    "position": {
        "words": _WORDS,
        "party": Field("text", required=True),
        "speaker": _TEXT,
        "topic": _code(codes.Topic, required=True),
        "stance": _code(codes.Stance, required=True),
        "basis": _code(codes.Basis, required=True),
        "conditions": _CONDITIONS,
    },
}


def suggestion(word: str, allowed: tuple[str, ...]) -> str:
    """What is allowed, the likeliest meant first.

    >>> suggestion("reject", ("accepts", "rejects"))
    'did you mean "rejects"? Allowed: accepts, rejects'
    """
    close = get_close_matches(word, allowed, n=1)
    asked = f'did you mean "{close[0]}"? ' if close else ""
    return f"{asked}Allowed: {', '.join(allowed)}"


def checked_fields(item: ItemKind, given: object, where: str) -> dict[str, Any]:
    """The fields as an item takes them ("" as None); CorrectionsError for what it does not take."""
    if not isinstance(given, dict):
        raise CorrectionsError(f'{where}: `set` needs fields in braces, as in set = {{ topic = "ceasefire" }}')
    return {str(name): _checked(item, str(name), value, where) for name, value in given.items()}


def _checked(item: ItemKind, name: str, value: object, where: str) -> Any:
    field = FIELDS[item].get(name)
    if field is None:
        raise CorrectionsError(f'{where}: a {item} has no field "{name}"; {suggestion(name, tuple(FIELDS[item]))}')
    at = f"{where}, field {name}"
    if field.takes == "flag":
        if not isinstance(value, bool):
            raise CorrectionsError(f"{at}: write true or false, without quotation marks")
        return value
    if field.takes == "conditions":
        return _conditions(value, at)
    if field.takes == "names":
        return _names(value, at)
    return _text(field, value, at)


def _text(field: Field, value: object, at: str) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and field.takes == "text":
        return str(value)
    if not isinstance(value, str):
        raise CorrectionsError(f"{at}: write it in quotation marks")
    if not value.strip():
        if field.blank:
            return None
        raise CorrectionsError(f"{at}: may not be empty")
    if field.takes == "code" and value not in field.allowed:
        raise CorrectionsError(f'{at}: "{value}" is unknown; {suggestion(value, field.allowed)}')
    return value if field.takes == "words" else value.strip()


def _names(value: object, at: str) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(n, str) for n in listed):
        raise CorrectionsError(f'{at}: write names in brackets, as in ["Ukraine", "Russia"]')
    return tuple(n.strip() for n in listed if n.strip())


def _conditions(value: object, at: str) -> tuple[tuple[str, str], ...]:
    """Pairs of quoted words and kind."""
    kinds = get_args(codes.ConditionKind)
    if not isinstance(value, list) or not all(isinstance(c, dict) and set(c) == {"quote", "kind"} for c in value):
        raise CorrectionsError(f'{at}: write [{{ quote = "if …", kind = "precondition" }}]')
    for each in value:
        if not isinstance(each["quote"], str) or not each["quote"].strip():
            raise CorrectionsError(f"{at}: a condition's quote may not be empty")
        if each["kind"] not in kinds:
            raise CorrectionsError(f'{at}: "{each["kind"]}" is unknown; {suggestion(str(each["kind"]), kinds)}')
    return tuple((c["quote"], c["kind"]) for c in value)
