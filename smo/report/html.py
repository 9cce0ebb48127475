"""A plan as one HTML page that needs no network, and as a snippet for notebooks."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib.resources import files
from types import SimpleNamespace
from typing import cast

import pandas as pd
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from smo.extras import Extras
from smo.report.beyond import beyond_plan, for_page
from smo.report.draw import STYLE
from smo.report.inert import MAX_SENTENCE, inert, shown
from smo.report.methods import SOURCES, method_notes
from smo.report.parts import page_parts
from smo.report.preview import table_preview
from smo.report.topics import TEXT_COLUMNS
from smo.report.view import Plan, plan_view, topics_caption
from smo.report.words import word
from smo.spec import Table

SNIPPET_SEGMENTS = 6
SNIPPET_PROPOSALS = 3
READ = (
    "proposals", "scores", "topics", "keywords", "matches", "clicks", "reads", "coverage",
    "diagnostics", "curve", "dialect", "scent", "settings", "version",
)  # fmt: skip
FIRST_STEPS = 3  # of each segment, on the first screen
CAUTIONS = 3  # above them; all stand under the data


def render_html(plan: Plan, extras: Extras | None = None) -> str:
    """Return the plan as one HTML page: no script, font, image or style from elsewhere.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.
    extras : Extras, optional
        Tables made beside the plan, each shown where it has rows, and screenshots of pages.

    Returns
    -------
    str
        The page. The same plan gives the same text: nothing depends on the day it is written.
        Every text of the tables is escaped; only http and https addresses are links. One small
        script of our own, named by its hash, filters and sorts; without it all is there to read.
    """
    style, script = _resource("page.css") + STYLE, _resource("page.js")
    held = _held(plan)
    view = plan_view(held)
    parts = page_parts(held, view, extras)
    found = beyond_plan(held, extras)
    anchors = [part.anchor for part in view.segments]
    return (
        _environment()
        .get_template("page.jinja")
        .render(
            view=view,
            cautions=CAUTIONS,
            steps=FIRST_STEPS if len(view.segments) <= SNIPPET_SEGMENTS else 1,
            w=functools.partial(word, language=view.language),
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=_hash(style),
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=_hash(script),
            short=parts.short,
            beside=parts.beside,
            shared=parts.shared,
            strategy=parts.strategy,
            matrices=parts.matrices,
            forests=parts.forests,
            pictures=parts.pictures,
            backdrops=parts.backdrops,
            general=parts.general,
            drill=parts.drill,
            beyond=dict(zip(anchors, for_page(found), strict=False)),
            sections=found.sections,
            caption=functools.partial(topics_caption, view=view),
            text_columns=TEXT_COLUMNS,
            notes=method_notes(view.language),
            sources=SOURCES,
        )
    )


def render_snippet(plan: Plan) -> str:
    """Return the first proposals of each segment as a small HTML table for notebooks."""
    view = plan_view(plan)
    return (
        _environment()
        .get_template("snippet.jinja")
        .render(
            view=view,
            w=functools.partial(word, language=view.language),
            segments=view.segments[:SNIPPET_SEGMENTS],
            more=max(len(view.segments) - SNIPPET_SEGMENTS, 0),
            top=SNIPPET_PROPOSALS,
        )
    )


def render_preview(frame: pd.DataFrame, spec: Table, language: str) -> str:
    """Return the first rows of a table of the plan as a small HTML table for notebooks."""
    template = _environment().get_template("preview.jinja")
    return template.render(shown=table_preview(frame, spec, language))


def _held(plan: Plan) -> Plan:
    """Return the plan with each table taken once: a plan copies its table for whoever asks."""
    return cast("Plan", SimpleNamespace(**{name: getattr(plan, name, None) for name in READ}))


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_resource),
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["brief"] = inert
    environment.filters["shown"] = shown
    return environment


def _harmless(value: object) -> object:
    return value if isinstance(value, Markup | int) else inert(value, limit=MAX_SENTENCE)


def _resource(name: str) -> str:
    return files("smo.report").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
