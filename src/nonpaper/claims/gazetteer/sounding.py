"""Names that no word explains but that sound like a country's, or stand in one text with the word for its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nonpaper.claims.gazetteer.peoples import has_people
from nonpaper.claims.gazetteer.runs import beside, capitalised
from nonpaper.claims.gazetteer.shapes import words

_FEWEST = 2  # times an unexplained name must occur to be taken for a country
_LONG = 4  # letters that a name has at least which its people's word alone explains


def country_like(text: str) -> Iterator[str]:
    """Unexplained names that sound like a country, stand alone, and come twice or with their adjective."""
    ends = tuple(words()["country_endings"])
    counts = capitalised(text)
    alike = [name for name in counts if name.endswith(ends) or _with_people(name, counts)]
    alike = [name for name in alike if counts[name] >= _FEWEST or has_people(name, counts)]
    yield from (name for name in alike if name not in beside(text))


def _with_people(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a name stands beside the word for its people: "Manoaka" and "Manoakan"."""
    if name in (*words()["regions"], *words()["lands"]) or len(name) <= _LONG:
        return False
    stem = name.removesuffix("a")
    forms = (f"{name}n",) if name[-1] in "aeo" else (f"{name}ian", f"{name}an", f"{name}ese")
    return any(form in counts for form in (*forms, f"{stem}i")) or f"{name.removesuffix('s')}ers" in counts
