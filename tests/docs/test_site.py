"""The pages: what they call exists, what they show can be read, and a broken link stops the site."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from typer import Exit

from docs.generate import MADE, filled
from docs.generate.commands import ROOT as PROGRAM
from docs.generate.commands import others, walked
from docs.generate.findings import found
from docs.generate.links import faults
from nonpaper.judgements import load_corrections
from nonpaper.judgements.load import parse_corrections

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md"]
CALL = re.compile(r"^ *(?:\$ )?nonpaper (.+)$", re.MULTILINE)
PARTS = re.compile(r"\s(?:\d?>|\|\|?|#)\s.*$")


def calls(page: Path) -> Iterator[list[str]]:
    """The words of every command on a page that can be given as it stands."""
    text = re.sub(r"^```text\n[\s\S]*?^ *```$", "", page.read_text("utf-8"), flags=re.MULTILINE)
    for said in CALL.findall(text):
        if not re.search(r"\[-|\||NAME\.dossier \.\.\.", PARTS.sub("", said)):
            yield shlex.split(PARTS.sub("", said))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_on_a_page_can_be_given(page: Path) -> None:
    for words in calls(page):
        command, at = PROGRAM, 0
        while hasattr(command, "commands"):
            command, at = command.commands[words[at]], at + 1
        with suppress(Exit):  # an option that prints and leaves
            command.make_context(" ".join(words[:at]), words[at:])


@pytest.mark.parametrize("page", ["README.md", "examples/README.md"])
def test_links_of_pages_beside_the_site_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_pages_have_commands_to_look_at() -> None:
    assert sum(len(list(calls(page))) for page in PAGES) > 80


def test_the_reference_has_every_command_once() -> None:
    told = "\n".join(MADE[name]() for name in MADE if name.startswith("commands ") and name != "commands list")
    headings = re.findall(r"^## (nonpaper .+)$", told, re.MULTILINE)
    assert sorted(headings) == sorted(" ".join(path) for path, _ in walked())
    assert all(f"[`{heading}`]" in MADE["commands list"]() for heading in headings)


def test_every_option_of_a_command_is_told() -> None:
    told = MADE["commands reports"]()
    assert all(f"`{option}" in told or f", {option}" in told for option in ("--since", "--max-handling", "--jobs"))
    assert others() == ""


def test_every_code_of_a_finding_is_told() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r'\bcode="(\w+)"', source)) <= {made.code for made in found()}


def test_a_mark_that_nothing_is_made_for_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("% made: nothing of the kind\n")


def test_the_corrections_shown_can_be_used(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", (DOCS / "how-to" / "correct.md").read_text("utf-8"), re.DOTALL)
    entries = parse_corrections(shown).entries
    assert {e.kind for e in entries} == {"change", "remove", "add", "copy", "confirmed"}
    for place in (e.place for e in entries):
        assert place.quote in (ROOT / "examples" / "reports" / place.report).read_text("utf-8")
    (tmp_path / "c.toml").write_text(shown, "utf-8")
    assert load_corrections(str(tmp_path / "c.toml")).entries


def test_faults_of_a_built_page_are_named(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="other.html#here">a</a><a href="#top">b</a><a href="other.html#gone">c</a><a href="gone.html">d</a>'
        '<a href="https://elsewhere.example/">e</a><script src="https://elsewhere.example/s.js"></script>'
        '<link href="theme.css"><h1 id="top"></h1>',
        "utf-8",
    )
    (tmp_path / "other.html").write_text('<p id="here"></p>', "utf-8")
    (tmp_path / "theme.css").write_text(
        "@import '//elsewhere.example/font.css'; a { background: url(own.png) }", "utf-8"
    )
    assert sorted(faults(tmp_path)) == [
        "index.html: gone.html: leads to no file",
        "index.html: https://elsewhere.example/: leads out of the site",
        "index.html: https://elsewhere.example/s.js: is loaded from elsewhere",
        "index.html: other.html#gone: leads to no place in that page",
        "theme.css: //elsewhere.example/font.css: is loaded from elsewhere",
    ]


@pytest.mark.filterwarnings("ignore")
def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    """With the settings of the site, warnings as errors, as `make docs` calls it; nothing of a page's look is made."""
    pages = tmp_path / "pages"
    pages.mkdir()
    links = "".join(f"- [to]({link})\n" for link in ("other.md#here", "other.md#gone", "gone.md", "#nothing"))
    (pages / "index.md").write_text(f"# One\n\n{links}\n```{{toctree}}\nother\n```\n", "utf-8")
    (pages / "other.md").write_text("# Other\n\n## Here\n", "utf-8")
    looks = {"html_static_path": [], "html_theme": "basic", "html_css_files": [], "html_theme_options": {}}
    said = StringIO()
    app = Sphinx(pages, DOCS, tmp_path / "out", tmp_path / "trees", "dummy", looks, None, said, warningiserror=True)
    app.build()
    assert app.statuscode == 1
    assert [link in said.getvalue() for link in ("gone.md", "gone", "nothing", "here")] == [True, True, True, False]
    assert said.getvalue().count("WARNING") == 3
