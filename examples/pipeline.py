"""From exports to a plan of content topics: the main job, end to end.

Without arguments it reads the exports in `examples/data` (three audience segments of an invented
shop for outdoor gear). With arguments it reads yours:

    python examples/pipeline.py --keywords buyers=search-console.zip --clicks buyers=map.csv

It prints the best proposals of each segment and leaves `plan.html` to open, `plan.md`, and the
saved plan in a folder.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

import smo

DATA = Path(__file__).resolve().parent / "data"
FILES = {
    "keywords": "keyword export (zip, folder, CSV, XLSX)",
    "clicks": "click-map export",
    "pages": "page report",
}
SHOWN = 3  # proposals printed for each segment; the report holds all of them


def main(arguments: Sequence[str]) -> int:
    """Read, analyze, print and write; return the exit code."""
    options = parse(arguments)
    try:
        run(options)
    except smo.SmoError as error:
        print(f"pipeline: {error}", file=sys.stderr)
        return 2
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options; files are given as `segment=path`, or as a path alone."""
    parser = argparse.ArgumentParser(description="From exports to a plan of content topics.")
    for name, what in FILES.items():
        parser.add_argument(
            f"--{name}", help=what, action="append", default=[], metavar="[SEGMENT=]PATH"
        )
    parser.add_argument("--language", choices=["en", "ru"], default="en", help="of the report")
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder for the results")
    options = parser.parse_args(arguments)
    if (options.clicks or options.pages) and not options.keywords:
        parser.error("give --keywords too: topics are made from what people search")
    if not options.keywords:
        options.keywords = [f"{p.stem.split('_')[0]}={p}" for p in sorted(DATA.glob("*.zip"))]
        options.clicks = [f"{p.stem.split('_')[0]}={p}" for p in sorted(DATA.glob("*_map.csv"))]
        options.pages = [str(p) for p in sorted(DATA.glob("Pages_and_screens*.csv"))]
    return options


def run(options: argparse.Namespace) -> None:
    """Read the files, analyze them, print and write the plan."""
    began = time.perf_counter()
    keywords, pages = [], []
    for segment, path in map(split, options.keywords):
        step(f"reading {path}")
        export = smo.read_export(path, segment=segment)
        if export.keywords.empty:
            raise smo.SmoError(
                "it holds no keywords", where=path, remedy="give maps by --clicks, pages by --pages"
            )
        keywords.append(export.keywords)
        pages.append(export.pages)
    clicks = [
        smo.read_clicks(path, segment=segment) for segment, path in map(split, options.clicks)
    ]
    pages += [smo.read_pages(path, segment=segment) for segment, path in map(split, options.pages)]

    step("analyzing")
    plan = smo.analyze(
        pd.concat(keywords, ignore_index=True),
        pd.concat(clicks, ignore_index=True) if clicks else None,
        pages=pd.concat(pages, ignore_index=True),
        settings=smo.Settings(report_language=options.language),
    )

    show(plan)
    options.out.mkdir(parents=True, exist_ok=True)
    page = plan.to_html(options.out / "plan.html")
    (options.out / "plan.md").write_text(plan.to_markdown(), encoding="utf-8")
    plan.save(options.out / "plan")
    step(f"done in {time.perf_counter() - began:.0f} s")
    print(f"\nOpen {page} in a browser.")


def split(argument: str) -> tuple[str | None, str]:
    """Return segment and path of `segment=path`; a path alone has no segment."""
    segment, equals, path = argument.partition("=")
    return (segment, path) if equals else (None, argument)


def step(message: str) -> None:
    """Say on stderr what is being done, so that stdout holds the result alone."""
    print(f"... {message}", file=sys.stderr)


def show(plan: smo.TopicPlan) -> None:
    """Print the first proposals of each segment, with their reasons."""
    for segment, proposals in plan.proposals.groupby("segment"):
        print(f"\n{segment}")
        for row in proposals.head(SHOWN).itertuples():
            print(f"  {row.rank}. {row.title}  [{row.action}: {row.verdict}]")
            print(textwrap.indent(textwrap.fill(str(row.reason), 90), " " * 5))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
