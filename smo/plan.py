"""The result of an analysis: every table and the settings, frozen, saved without pickle."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

import smo
from smo.errors import SmoError
from smo.extras import Extras
from smo.kept import KEPT_TABLES, chosen_extras, extras_of, kept_tables
from smo.report.files import write_bytes, write_text
from smo.report.parquet import load_tables, save_tables
from smo.settings import Settings
from smo.slots import Frame
from smo.tables import (
    CLICKS,
    COVERAGE,
    CURVE,
    DIAGNOSTICS,
    DIALECT,
    KEYWORDS,
    MATCHES,
    PAGES,
    PROPOSALS,
    READS,
    SCENT,
    SCORES,
    TOPICS,
    Table,
)

if TYPE_CHECKING:
    from smo.report.draw import Figure

TABLES = {spec.name: spec for spec in (
    PROPOSALS, SCORES, TOPICS, MATCHES, KEYWORDS, CLICKS, PAGES, READS, COVERAGE, DIAGNOSTICS,
    CURVE, DIALECT, SCENT,
)}  # fmt: skip


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class TopicPlan:
    """A ranked, evidenced list of content topics per audience segment.

    A plan never changes: each table it hands out is a copy, so sorting or editing
    ``plan.proposals`` leaves the plan as it was. A notebook shows the plan as the first
    proposals of each segment, and a table, a plain pandas frame, by its first rows.

    Parameters
    ----------
    proposals, scores, topics, keywords : frame
        Tables of `smo.tables`; one row is a proposal, a topic in a segment, a keyword in its
        topic, a keyword as read.
    matches, clicks, pages, reads, coverage, diagnostics, curve, dialect, scent : frame, optional
        The other tables; empty when absent. A lone surrogate in a text, which no file can
        hold, becomes U+FFFD.
    extras : Extras, optional
        Tables made beside the plan: every report shows them, and they are saved with it.
    settings : Settings, optional
        The choices the plan was made with.
    version : str, optional
        Version of the library that made it.

    Raises
    ------
    SmoError
        When a table does not keep to its spec.

    Examples
    --------
    >>> from smo.checks import empty_table
    >>> blank = {name: empty_table(TABLES[name]) for name in ("proposals", "scores")}
    >>> rest = {name: empty_table(TABLES[name]) for name in ("topics", "keywords")}
    >>> plan = TopicPlan(**blank, **rest)
    >>> plan
    <TopicPlan: 0 proposals in 0 segments from 0 keywords and 0 click rows>
    """

    proposals: Frame = Frame(PROPOSALS)
    scores: Frame = Frame(SCORES)
    topics: Frame = Frame(TOPICS)
    keywords: Frame = Frame(KEYWORDS)
    matches: Frame = Frame(MATCHES, optional=True)
    clicks: Frame = Frame(CLICKS, optional=True)
    pages: Frame = Frame(PAGES, optional=True)
    reads: Frame = Frame(READS, optional=True)
    coverage: Frame = Frame(COVERAGE, optional=True)
    diagnostics: Frame = Frame(DIAGNOSTICS, optional=True)
    curve: Frame = Frame(CURVE, optional=True)
    dialect: Frame = Frame(DIALECT, optional=True)
    scent: Frame = Frame(SCENT, optional=True)
    extras: Extras = field(default_factory=Extras)
    settings: Settings = field(default_factory=Settings)
    version: str = smo.__version__

    def to_html(self, path: str | os.PathLike[str], *, extras: Extras | None = None) -> Path:
        """Write the plan as one HTML page that needs no network, and return its path.

        Parameters
        ----------
        path : path
            File to write; folders above it are made, a file there is replaced whole.
        extras : Extras, optional
            Tables made beside the plan, in place of its own, each shown where it has rows,
            and screenshots of pages.

        Returns
        -------
        Path
            The file written.

        Raises
        ------
        SmoError
            When the file cannot be written, or a screenshot is of no page of the click map.
        """
        from smo.report.html import render_html  # noqa: PLC0415

        return write_text(render_html(self, chosen_extras(extras, self.extras)), path)

    def to_excel(self, path: str | os.PathLike[str], *, extras: Extras | None = None) -> Path:
        """Write the plan as an Excel workbook, one sheet for each table, and return its path.

        A cover tells what the data can and cannot say, the settings, and what a sheet cannot
        hold: texts beyond 32,767 characters are cut, tables beyond 1,048,576 rows split.

        Parameters
        ----------
        path : path
            File to write, such as `plan.xlsx`; a file there is replaced whole.
        extras : Extras, optional
            Tables made beside the plan, in place of its own; each that has rows is a sheet.

        Returns
        -------
        Path
            The file written.

        Raises
        ------
        SmoError
            When the file cannot be written; nothing half-written stays behind.
        """
        from smo.report.excel import render_excel  # noqa: PLC0415

        return write_bytes(render_excel(self, chosen_extras(extras, self.extras)), path)

    def figures(self, *, extras: Extras | None = None) -> dict[str, Figure]:
        """Return the figures of the plan by name, those alone whose data the plan has.

        Returns
        -------
        dict of str to Figure
            `matrix/SEGMENT` (demand against attention), `opportunity/SEGMENT` (sizes with
            intervals), `topics` (map of the topics), `curve` (silhouette of each number of topics
            tried), `elements/SEGMENT/PAGE` and, where clicks have coordinates,
            `heat/SEGMENT/PAGE`, over a screenshot of the `extras`; of these also `flows/SEGMENT`,
            `tactics`, `replay/SEGMENT`. Each has `.svg`, is shown by notebooks, and is saved by
            ``.save("figure.svg")`` or, with the extra `viz`, ``.save("figure.png")``.

        Examples
        --------
        >>> import pandas as pd, smo
        >>> words = pd.DataFrame({"segment": "all", "keyword": ["rope", "tent"], "volume": [9, 5]})
        >>> list(smo.analyze(words).figures())
        ['opportunity/all']
        """
        from smo.report.figures import plan_figures  # noqa: PLC0415
        from smo.report.named import NamedFigures  # noqa: PLC0415

        return NamedFigures(plan_figures(self, extras=chosen_extras(extras, self.extras)))

    def brief(self, topic: int | str, *, segment: str | None = None) -> str:
        """Return a one-page content brief of a topic that the plan proposes, as Markdown.

        Parameters
        ----------
        topic : int or str
            Id of the topic, or the title of its proposal.
        segment : str, optional
            Segment to write for; all that propose the topic where none is named.

        Returns
        -------
        str
            Why, when it is done, questions, pages, elements, hashtags, terms, and the keywords
            with what was counted of each.

        Raises
        ------
        SmoError
            When the plan proposes no such topic.

        Examples
        --------
        >>> import pandas as pd, smo
        >>> words = pd.DataFrame({"segment": "all", "keyword": ["rope", "tent"], "volume": [9, 5]})
        >>> smo.analyze(words).brief("rope").splitlines()[0]
        '# rope'
        """
        from smo.report.brief import render_brief  # noqa: PLC0415

        return render_brief(self, topic, segment)

    def to_markdown(
        self, path: str | os.PathLike[str] | None = None, *, extras: Extras | None = None
    ) -> str:
        """Return the plan as Markdown, with its `extras`; with a path, write it there too.

        Raises
        ------
        SmoError
            When the file cannot be written; nothing half-written stays behind.
        """
        from smo.report.markdown import render_markdown  # noqa: PLC0415

        text = render_markdown(self, chosen_extras(extras, self.extras))
        if path is not None:
            write_text(text, path)
        return text

    def save(self, folder: str | os.PathLike[str], *, extras: Extras | None = None) -> Path:
        """Save the plan as a folder of Parquet files and `plan.json`, and return the folder.

        The folder appears whole or not at all. A plan already saved there is replaced;
        any other folder with something in it is refused. `extras` are saved in place of its own.

        Raises
        ------
        SmoError
            When the folder holds anything but a saved plan, or cannot be written.
        """
        beside = kept_tables(chosen_extras(extras, self.extras))
        tables = {name: self.__dict__[f"_{name}"] for name in TABLES} | beside
        specs = TABLES | {name: KEPT_TABLES[name] for name in beside}
        facts = {"version": self.version, "settings": self.settings.to_dict()}
        return save_tables(folder, tables, specs, facts)

    def _repr_html_(self) -> str:
        from smo.report.html import render_snippet  # noqa: PLC0415

        return render_snippet(self)

    def _draw_table(self, frame: pd.DataFrame, spec: Table) -> str:
        """Return a table this plan gave as a notebook shows it."""
        from smo.report.html import render_preview  # noqa: PLC0415

        return render_preview(frame, spec, self.settings.report_language)

    def __repr__(self) -> str:
        counts = {name: len(self.__dict__[f"_{name}"]) for name in TABLES}
        segments = self.__dict__["_proposals"]["segment"].nunique()
        return (
            f"<TopicPlan: {counts['proposals']} proposals in {segments} segments "
            f"from {counts['keywords']} keywords and {counts['clicks']} click rows>"
        )


def load_plan(folder: str | os.PathLike[str]) -> TopicPlan:
    """Return the plan saved in a folder by `TopicPlan.save`.

    Parameters
    ----------
    folder : path
        The folder that `save` returned, or the one above it, as `smo analyze --out` fills it.

    Returns
    -------
    TopicPlan
        Equal to the plan saved, with its extras: same rows, same order, same types.

    Raises
    ------
    SmoError
        When the folder holds no plan, a file is missing or changed, or a newer version of
        the library saved it.

    Examples
    --------
    >>> load_plan("no-such-folder")
    Traceback (most recent call last):
    smo.errors.SmoError: no-such-folder: there is no saved plan here. Remedy: ...
    """
    tables, facts = load_tables(folder, TABLES, KEPT_TABLES)
    settings = facts.get("settings")
    if not isinstance(settings, dict):
        raise SmoError("plan.json has no settings", where=str(folder), remedy="save the plan again")
    return TopicPlan(
        **{name: tables[name] for name in TABLES},
        extras=extras_of(tables),
        settings=Settings.from_dict(settings),
        version=str(facts.get("version")),
    )
