"""How the pages become a site: Sphinx, because it links by meaning, warns of what is broken and searches from a file.

MkDocs has had no release since 2024; Sphinx and MyST are released and both read what repositories already show.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from nonpaper import __version__  # noqa: E402 - the source tree beside this file is the one described

project = "Nonpaper"
author = "The authors of Nonpaper"
copyright = "the authors of Nonpaper; Apache-2.0"  # noqa: A001 - the name that Sphinx reads
version = release = __version__
language = "en"
smartquotes = False  # quotation marks of commands and files stay as they are typed

extensions = ["myst_parser", "sphinx.ext.autodoc", "docs.generate"]
exclude_patterns = ["generate", "theme"]
default_role = "code"  # what stands in backticks in a docstring
myst_heading_anchors = 4
myst_enable_extensions = ["deflist", "fieldlist", "colon_fence"]
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"Nonpaper {version}"
html_theme_options = {  # the colours of the brief
    "light_css_variables": {
        "color-brand-primary": "#7a2418",
        "color-brand-content": "#7a2418",
        "color-brand-visited": "#7a2418",
        "color-background-primary": "#fdfcf9",
        "color-background-secondary": "#f6f4ee",
        "color-code-background": "#f4f2ea",
        "color-inline-code-background": "#f1eee6",
        "color-admonition-title--note": "#7a2418",
        "color-admonition-title-background--note": "#f1eee6",
        "color-admonition-background": "#f6f4ee",
    },
    "dark_css_variables": {
        "color-brand-primary": "#e5a08f",
        "color-brand-content": "#e5a08f",
        "color-brand-visited": "#e5a08f",
        "color-background-primary": "#15140f",
        "color-background-secondary": "#1c1b16",
        "color-code-background": "#24221c",
        "color-inline-code-background": "#2c2a23",
        "color-admonition-background": "#1c1b16",
        "color-admonition-title--note": "#e5a08f",
        "color-admonition-title-background--note": "#2a2624",
    },
}
html_static_path = ["theme"]
html_css_files = ["nonpaper.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_search_summary = False  # it would fetch each page, which a browser refuses for files
pygments_style, pygments_dark_style = "a11y-high-contrast-light", "a11y-high-contrast-dark"
