"""Exports of keywords, clicks and pages to the tables of this library."""

from __future__ import annotations

from smo.read.catalog import formats
from smo.read.export import Exports, read_clicks, read_export, read_keywords, read_pages
from smo.read.formats_page import formats_markdown
from smo.read.html_social import social_readiness
from smo.read.mentions import read_mentions
from smo.read.reports import reads_of

__all__ = [
    "Exports",
    "formats",
    "formats_markdown",
    "read_clicks",
    "read_export",
    "read_keywords",
    "read_mentions",
    "read_pages",
    "reads_of",
    "social_readiness",
]
