"""States behind the words for their people: "Sandoran ministers" are those of Sandoral, where that name stands in the text.

A people's word may change the name's end in ways that no list of endings holds. So it is enough that a name shares its
stem, is the only one to do so, and that a minister or a body stands with the word. Without such a name the word itself,
which is all that the report says, has to do.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.runs import Run
from nonpaper.claims.gazetteer.shapes import WORD, words
from nonpaper.text.places import NONE, places

_STEM = 5  # letters that a name and its people's word share at least
_KEY = 4  # the same, where the word ends in "ish", as nothing else does that is named beside an official: "Corlish", of Corlow
_NAMES_OWN, _PEOPLES_OWN = 2, 5  # letters at most that only the name, or only the people's word, ends with
_TWO = 2  # words of a name such as "Serrano Coast"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words()
    offices = rf"(?:{any_case_of(rows['offices_of_state'])}|{WORD}[ \n]Minister)"
    return (
        re.compile(rf"(?<![\w-])({WORD})(?=[ \n](?:[a-z-]+[ \n])?(?:{any_of(rows['state_people'])}|{offices})\b)"),
        re.compile(rf"(?<![\w-])({WORD})(?=[ \n](?:{offices})\b)"),
    )


def of_ministers(text: str) -> frozenset[str]:
    """Words that are surely those for a people, since an office that only states have stands after them. Linear."""
    ends = tuple(words()["unnamed_endings"])
    found = (m[1] for m in places(text).found(_patterns()[1], NONE, named=True))
    return frozenset(word for word in found if _is_peoples(word) and word.endswith(ends))


def of_officials(text: str) -> frozenset[str]:
    """The same, where an official or a body of any kind stands after them. Linear."""
    return frozenset(m[1] for m in places(text).found(_patterns()[0], NONE, named=True) if _is_peoples(m[1]))


def _is_peoples(word: str) -> bool:
    named = len(word) > _STEM and "-" not in word and word not in words()["many_peoples"]
    return named and word.endswith(tuple(words()["people_endings"]))


def by_stems(runs: Iterable[Run]) -> dict[str, set[Run]]:
    """The `runs` of capitalised words of a text by the stem of each word in them."""
    found: dict[str, set[Run]] = {}
    for run in runs:
        for word in run:
            found.setdefault(word[:_KEY], set()).add(run)
    return found


def by_stem(people: str, runs: Mapping[str, Iterable[Run]]) -> str | None:
    """The one name among the capitalised `runs` of a text that shares the stem of a people's word; None for none or several.

    >>> runs = by_stems([("Sandoral",), ("Monteval",), ("Osdral", "Heights")])
    >>> by_stem("Sandoran", runs), by_stem("Heighter", runs)
    ('Sandoral', 'Osdral Heights')
    """
    found = {name for run in runs.get(people[:_KEY], ()) for name in _alike(people, run)}
    return next(iter(found)) if len(found) == 1 else None


def _alike(people: str, run: Run) -> Iterator[str]:
    if not any(_shares(people, word) for word in run):
        return
    if len(run) == 1:
        yield run[0]
    elif len(run) == _TWO and run[1] in (*words()["regions"], *words()["lands"]):
        yield " ".join(run)
    else:
        yield ""  # a person's name or a longer one: then it is not plain whose people they are


def _shares(people: str, word: str) -> bool:
    """Whether a word has a people's stem and is no word for a people itself."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(people, word, strict=False)))
    own = len(word) - stem
    least = _KEY if people.endswith("ish") else _STEM
    return stem >= least and own <= _NAMES_OWN and len(people) - stem <= _PEOPLES_OWN and word.rstrip("s") != people


def adjectives(name: str) -> Iterator[str]:
    """Adjectives that a state's name may have; of a name of two words, also from the last alone."""
    for loses, gains in words()["adjective_endings"]:
        if name.endswith(loses) and len(name) - len(loses) > 2 and (gains or loses):
            form = name[: len(name) - len(loses)] + gains
            yield form
            if " " in form:
                yield form.rsplit(maxsplit=1)[-1]


def has_people(name: str, capitalised: Container[str]) -> bool:
    """Whether a word for a name's people is among the capitalised ones of a text, for one of them or for many."""
    return any(form in capitalised or f"{form}s" in capitalised for form in adjectives(name))


def is_people(word: str, capitalised: Container[str]) -> bool:
    """Whether a word is that for the people, or the language, of a name among the capitalised ones of a text: "Sorvi" beside "Sorv".

    >>> is_people("Tarunki", {"Tarunk", "Ostel"}), is_people("Ostel", {"Tarunk", "Ostel"})
    (True, False)
    """
    forms = ((gains, word[: len(word) - len(gains)] + loses) for loses, gains in words()["adjective_endings"] if gains)
    return any(word.endswith(gains) and len(base) >= _SHARED and base in capitalised for gains, base in forms)


_SHARED = 4  # letters that such a name has at least
