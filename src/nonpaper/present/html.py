"""The page as HTML: one file, nothing loaded from outside, all text escaped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import TYPE_CHECKING

from nonpaper.drafts.credibility import RULES
from nonpaper.present import words
from nonpaper.present.made_of import OPENS, on_page
from nonpaper.present.page import BriefView
from nonpaper.present.report import AnalysisView
from nonpaper.present.terms import TermView
from nonpaper.present.whole import ReportView
from nonpaper.remembered import each, once

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Macro
    from markupsafe import Markup


def brief_html(view: BriefView) -> str:
    """The brief as one HTML document."""
    from markupsafe import Markup

    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            view=view,
            shown=view.shown,
            stances=words.STANCES,
            statuses=words.STATUSES,
            rules=tuple(RULES.values()),
            css=_css(),
            made_of=Markup(OPENS + on_page(view.made_of) + "'>"),  # noqa: S704  (inert as it is written)
        )
    )


def analysis_html(view: AnalysisView) -> str:
    """The report on an analyst's problem as one HTML document."""
    return _environment().get_template("analysis.html.j2").render(view=view, css=_css()).lstrip()


def page(template: str, **shown: object) -> str:
    """One of our templates as an HTML document; what is `shown` is escaped."""
    return _environment().get_template(template).render(css=_css(), **shown).lstrip()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"kept": _kept, "kept_each": _kept_each, "beyond": _beyond}
    return made


def _kept(macro: Macro, *views: object) -> str:
    """A part of the page, made once of the same views; the macro must look at nothing else."""
    return once(f"html.{macro.name}", views, lambda: macro(*views))


def _source(name: str) -> str:
    return resources.files("nonpaper.present").joinpath("templates", name).read_text("utf-8")


def _css() -> str:
    from markupsafe import Markup

    return Markup(_source("brief.css"))  # noqa: S704  (our own file)


def _beyond(views: Sequence[TermView | ReportView], shown: frozenset[str]) -> list[TermView | ReportView]:
    """Those that get a line only."""
    return [view for view in views if view.anchor not in shown]


def _kept_each(macro: Macro, views: Sequence[object], *fields: str) -> Markup:
    """The same for each of many views, one after another; of some of their fields where the macro asks for no more."""
    from markupsafe import Markup

    if fields:
        rows = list(zip(*(map(attrgetter(field), views) for field in fields), strict=True))
        made = each(f"html.{macro.name}", rows, lambda row: macro(*row))
        return Markup("".join(made))  # noqa: S704  (a macro escapes what it is given)
    return Markup("".join(each(f"html.{macro.name}", views, macro)))  # noqa: S704  (a macro escapes what it is given)
