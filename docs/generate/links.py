"""Looks at a built site: every link leads to a page and a place in it, and nothing is asked of the network.

    python -m docs.generate.links build/docs

Addresses elsewhere are not fetched; the site has none but those named in `ALLOWED`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ALLOWED = frozenset(
    {
        "https://github.com/pradyunsg/furo",  # the makers of the theme, named at the foot of each page
        "https://distributed.dask.org",  # the cluster that a page is about
    }
)
_LOADS = {"src", "srcset", "data", "poster"}
_ELSEWHERE = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")
_SHELL = {"genindex.html", "search.html", "py-modindex.html"}


class Page(HTMLParser):
    """What one page links to, what it loads, and the places in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gathers addresses and ids."""
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        self.loads += [value for name, value in given.items() if name in _LOADS]
        if "href" in given:
            (self.loads if tag == "link" else self.links).append(given["href"])


def faults(site: Path) -> Iterator[str]:
    """One line for each fault: the page, the address and what is wrong with it."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        for address, loaded in [*((a, False) for a in page.links), *((a, True) for a in page.loads)]:
            wrong = _wrong(address, loaded, path, pages)
            if wrong:
                yield f"{path.relative_to(site)}: {address}: {wrong}"
    for path in sorted(site.rglob("*.css")):
        for address in _ELSEWHERE.findall(path.read_text("utf-8")):
            yield f"{path.relative_to(site)}: {address}: is loaded from elsewhere"


def _wrong(address: str, loaded: bool, path: Path, pages: dict[Path, Page]) -> str:
    parts = urlsplit(address)
    if parts.scheme == "data":
        return ""
    if not loaded and address in ALLOWED:
        return ""
    if parts.scheme or parts.netloc:
        return "is loaded from elsewhere" if loaded else "leads out of the site"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        return "leads to no file"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
        return "" if _made_by_script(target) else "leads to no place in that page"
    return ""


def _made_by_script(target: Path) -> bool:
    return target.name in _SHELL


def main() -> int:
    """Prints the faults; status 1 where there are any, 2 without a site."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "build/docs").resolve()
    if not (site / "index.html").is_file():
        print(f"{site}: has no index.html; build the site first: make docs", file=sys.stderr)
        return 2
    found = list(faults(site))
    print("\n".join(found) or f"{site.name}: every link leads somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
