"""What stands around a title that may tell whose it is: the words right before it, and whom the sentence before is about."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.shapes import (
    WORD,
    never,
)

# "the U.N. envoy for | X", "the ambassador to | X": whom the person was sent to.
SENT = re.compile(
    r"(?:[a-z]+ )*(?:envoy|ambassador|representative|commissioner|coordinator|delegate|adviser|advisor|mediator|consul) (?:to|for) (?!(?:the )?(?:peace|talks|negotiations)\b)"
)


# "the Front's representative in | X": where the person sits.
POSTED = re.compile(r" (?:in|at) ")


_TIED = re.compile(r"\w+-[a-z]+\b ?")


_SITS = re.compile(rf"(?P<whose>\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|.*[’']s?)) {WORD}$")


def own_words(left: str) -> str:
    """The words before a title without where its holder sits or what for: "its | Paris", "a | Doha-based", "Kessara's | Iran"."""
    return _SITS.sub(r"\g<whose>", _TIED.sub("", left).strip())


SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s+")


OURS = re.compile(
    r"^[“\"«‘](?:We\b|Our\b|[^.!?]*\bour (?:country|army|soil|territory|soldiers|troops|people|government)\b)"
)


QUOTES = ("“", '"', "«", "‘")


ITS = re.compile(r"\b(?:its|their|his|her)\b[^,]*$", re.IGNORECASE)


_STOP = re.compile(
    r"[.;:!?,\n“\"]|\b(?:by|with|from|to|against|between|in|on|at|for|told|said|that|as|after|when|while|and|but|which|who)\s",
    re.IGNORECASE,
)


def words_before(text: str, at: int) -> str:
    """The words of the same phrase right before `at`, four at most: "Maravia's deputy"."""
    return " ".join(_STOP.split(text[max(0, at - 40) : at])[-1].split()[-4:])


# "Kessara will not sign, | its premier, X, said": who opens a sentence and does something in it, before it goes on to "its".
_HEAD = re.compile(
    rf"[\d\W]*(?P<who>(?:[Tt]he )?(?:rebel |opposition )?{WORD}(?: {WORD}){{0,3}}) (?:(?:will|would|can|could|cannot|must|may|might|shall|has|had|is|was|does|did)\b|(?!and\b|or\b|of\b|from\b|in\b|to\b)[a-z]+(?:s|ed)\b)[^.;]*, its\b"
)


def before_quotation(earlier: str) -> str:
    """The words up to a quotation that goes on to "its" office, with the sentence that it stands in: "X is for it. “Who is not?” its …"."""
    *told, last, said = SENTENCE_END.split(earlier)
    return f"{told[-1]} {said}" if told and last[-1:] in ("”", '"', "?", "!") else ""


def own_head(said: str) -> str:
    """Who opens a sentence that goes on to "its" office after what is said of him; empty where nobody does."""
    found = _HEAD.match(said) if ", its" in said else None
    return "" if found is None or found["who"].split()[0] in _NO_HEADS | never() - {"The"} else found["who"]


_NO_HEADS = frozenset(
    {
        "Nothing",
        "Nobody",
        "Everything",
        "Everybody",
        "Everyone",
        "Somebody",
        "Something",
        "Anything",
        "Much",
        "Little",
        "Few",
        "Many",
        "None",
        "All",
        "Some",
    }
)


_TWO = 2  # sentences, one that is over and one that goes on; owners of one office, enough to say that it is not plain whose


_SUBJECT = 5  # words at the head of a sentence that may name whom it is about


def last_sentence(earlier: str) -> str:
    """Whom the sentence before the one that is going on is about: its first words, else the names that act in it."""
    ended = re.split(r"(?<=[.!?])[”\"]?\s+", earlier)
    if len(ended) < _TWO:
        return ""
    words = ended[-2].split(",")[0].split()
    head = " ".join(words[:_SUBJECT])
    if "and" in words[: _SUBJECT + 1]:
        return ""
    named = [w for w in re.findall(WORD, head) if w not in never()]
    return head if named else " | ".join(m[1] for m in _ACTING.finditer(ended[-2]))


_ACTING = re.compile(rf"({WORD}(?: {WORD})?) (?:has|had|is|was|would|will|wants|[a-z]{{3,}}ed)\b")
