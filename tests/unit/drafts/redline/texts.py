"""Random texts with points, edits of them, and hostile characters, for the properties of a redline."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "army", "bridge", "shall", "release", "within", "six", "months", "the", "Parties", "of", "Ravonia", "and",
    "Ostelle", "600", "men,", "zone;", "guns", "crowns",
]  # fmt: skip
HOSTILE = [
    "\u202e", "\0", "[", "]", "\u00ad", "e\u0301", "\ud7ff", "\U0001f600", "<b>", "&amp;", "\t", "\r\n",
    "\x85", "____", "\ufeff", "\n\n",
]  # fmt: skip
word = st.sampled_from(WORDS) | st.sampled_from(HOSTILE) | st.text(max_size=4)
body = st.lists(word, min_size=1, max_size=14).map(" ".join)
mark = st.sampled_from(["{}. ", "({}) ", "Article {}. ", "- ", "", "ARTICLE {}\n", "{}.1 ", "[{}] "])
point = st.tuples(mark, st.integers(1, 12), body, st.sampled_from([".\n", "\n\n", ";\n", ". ", ""]))
points = st.lists(point, max_size=9)


def written(parts: list[tuple[str, int, str, str]]) -> str:
    return "".join(m.format(n) + b + end for m, n, b, end in parts)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """A text and another that comes of it by moving, dropping, adding, rewording, splitting and merging points."""
    old = draw(points)
    new = list(draw(st.permutations(old))) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 4))):
        if not new:
            break
        at = draw(st.integers(0, len(new) - 1))
        m, n, b, end = new[at]
        match draw(st.sampled_from(["drop", "add", "reword", "split", "merge", "renumber"])):
            case "drop":
                del new[at]
            case "add":
                new.insert(at, draw(point))
            case "reword":
                new[at] = (m, n, b.replace(draw(st.sampled_from(WORDS)), draw(word)), end)
            case "split":
                cut = len(b) // 2
                new[at : at + 1] = [(m, n, b[:cut], ".\n"), (m, n + 1, b[cut:], end)]
            case "merge" if at + 1 < len(new):
                new[at : at + 2] = [(m, n, b + " " + new[at + 1][2], end)]
            case _:
                new[at] = (m, n + 1, b, end)
    return written(old), written(new)


texts = points.map(written) | st.text(max_size=200)
