"""The brief in a browser: at three widths, in both themes, by keyboard, without scripts or network, and on paper."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser
WIDTHS = (390, 820, 1400)

# Relative luminance and contrast of WCAG 2, of every text node's colour on the first opaque ground behind it.
CONTRAST = """
() => {
  const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const rgb = s => { const m = s.match(/[\\d.]+/g); return m ? m.map(Number) : null; };
  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c && (c.length < 4 || c[3] === 1)) return c; } return [255, 255, 255]; };
  let worst = 21, where = "";
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.checkVisibility() || e.closest("svg, .vh")) continue;
    const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
    const c = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (c < worst) { worst = c; where = e.className + ": " + walk.currentNode.data.trim().slice(0, 40); }
  }
  return [worst, where];
}
"""


def opened(browser: Browser, path: Path, width: int = 1400, theme: str = "light", *, scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        offline=True,
    )
    page = context.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(browser: Browser, brief_file: Path, width: int) -> None:
    page = opened(browser, brief_file, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_contrast_in_both_themes(browser: Browser, brief_file: Path, theme: str) -> None:
    worst, where = opened(browser, brief_file, theme=theme).evaluate(CONTRAST)
    assert worst >= 4.5, where


def test_nothing_is_asked_of_the_network(browser: Browser, brief_file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(brief_file.as_uri())
    assert asked == [brief_file.as_uri()]


def test_it_reads_without_scripts(browser: Browser, brief_file: Path) -> None:
    page = opened(browser, brief_file, scripts=False)
    first = page.locator("article.term").first
    assert not first.locator(".evidence").is_visible()
    first.locator("summary").first.click()
    assert first.locator(".evidence mark").first.is_visible()


def test_the_keyboard_opens_the_evidence(browser: Browser, brief_file: Path) -> None:
    page = opened(browser, brief_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the text"
    page.locator("article.term summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("article.term .evidence").first.is_visible()


def test_a_link_of_the_summary_leads_to_its_evidence(browser: Browser, brief_file: Path) -> None:
    page = opened(browser, brief_file)
    link = page.locator("#short a.ref").first
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()


def test_a_screen_reader_finds_headings_names_and_the_table(browser: Browser, brief_file: Path) -> None:
    page = opened(browser, brief_file)
    assert page.locator("h1").count() == 1
    levels = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map(h => Number(h.tagName[1]))")
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.locator("table.matrix thead th[scope=col]").count() > 1
    assert page.locator("table.matrix tbody th[scope=row]").count() > 1
    assert page.locator("svg:not([aria-label])").count() == 0
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_has_page_numbers_and_the_evidence(browser: Browser, brief_file: Path, paper: str) -> None:
    page = opened(browser, brief_file)
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    count = len(texts)
    assert all(f"{n} / {count}" in text for n, text in enumerate(texts, 1))
    assert all("not a draft" in text for text in texts)
    whole = " ".join(unicodedata.normalize("NFKC", " ".join(texts)).split())  # paper has ligatures
    assert "and verified it with an Aldorian official" in whole  # a folded report prints whole
