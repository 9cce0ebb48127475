"""The how-to pages name every export and their code runs; methods.md names what is there."""

from __future__ import annotations

import importlib
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import smo
from smo.audience import influencers
from smo.cli import cli
from smo.evidence import attention, ctr, ctr_part, curve, effect, scent, volume
from smo.join import match
from smo.propose import diversity
from smo.stats import betabinomial, isotonic, ranks
from smo.stats.log_odds import PRIOR
from smo.text import space
from smo.topics import nearness, stability, terms
from tests.read.families.every import SAMPLES

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted((DOCS / "how-to").glob("*.md"))
SAVED_PAGE = "<html><body><main><a href='/boots/'>Boots</a></main></body></html>"
# What the pages call a file: the sample it is written from, or its text.
FILES = {
    "search-console.zip": "Search Console, Spanish, member names garbled",
    "rows.csv": "Search Console add-on for sheets",
    "bq-results.csv": "Search Console bulk export, CSV",
    "Keyword Stats.csv": "keyword planner of 2025, bucketed",
    "Search terms report.csv": "google ads search terms, UTF-16 with TABs",
    "relatedQueries.csv": "google trends related queries",
    "shop.example_KeywordReport_7_18_2026.csv": "bing keywords with inch marks",
    "wordstat_top_queries.csv": "wordstat top 2026",
    "queries-export.csv": "webmaster by page in Russian",
    "hits.tsv": "metrica-hits",
    "visits.tsv": "metrica-visits",
    "tents_broad-match_us.csv": "semrush keyword magic, commas",
    "top-pages.csv": "ahrefs top pages",
    "core.csv": "key collector with mark",
    "Element list.csv": "crazy-egg",
    "heatmap.csv": "hotjar",
    "Clarity_Shop_Click_PC.csv": "clarity-click-pc",
    "Clarity_Shop_Dead clicks_PC.csv": "clarity-dead-clicks",
    "events-1.jsonl": "posthog-events-lines",
    "events-2.jsonl": "posthog-events-listed",
    "Pages_and_screens.csv": "ga4-pages",
    "outbound.csv": "ga4-link-clicks",
    "Contents.csv": "matomo-contents",
    "account_analytics_content.csv": "x-posts",
    "shop_content.xlsx": "linkedin-workbook",
    "comments.csv": "comments",
    "searches.csv": "log of searches",
}
TEXTS = {
    "page.html": SAVED_PAGE,
    "words.csv": "My phrase,Per month\nred rope,90\nlight tent,50\n",
    "map.csv": "Node,Hits,text\n#rope,9,red rope\n",
    "mentions.csv": "author,text\nann,thanks @bob\ncat,see @bob\n",
}


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", _text(page), flags=re.DOTALL)


def _named_exports(page: Path) -> list[tuple[str, str]]:
    """Return the heading and the name of each row of the page's tables of exports."""
    found, heading, inside = [], "", False
    for line in _text(page).splitlines():
        heading = line.removeprefix("## ") if line.startswith("## ") else heading
        inside = line.startswith("|") and (inside or line.startswith("| export |"))
        if inside and not line.startswith(("| export |", "| --- |")):
            found.append((heading, line.split(" | ")[0].removeprefix("| ")))
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that writes the files a page names into the current folder."""
    samples = {sample.name: sample for sample in SAMPLES}
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        for name, sample in FILES.items():
            if name in text:
                (tmp_path / name).write_bytes(samples[sample].data())
        for name, content in TEXTS.items():
            if name in text:
                (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path

    return write


def test_every_family_has_its_heading_on_exactly_one_page() -> None:
    headings = [h for page in PAGES for h in re.findall(r"^## (.+)$", _text(page), re.MULTILINE)]
    families = sorted(smo.formats()["family"].unique())
    assert sorted(h for h in headings if h in families) == families


def test_every_export_is_told_once_under_its_family() -> None:
    told = sorted(row for page in PAGES for row in _named_exports(page))
    formats = smo.formats()
    pairs = set(formats[["family", "name"]].itertuples(index=False, name=None))
    assert [row for row in told if row not in pairs] == []
    rows = formats[formats["table"].isin(["keywords", "clicks", "pages"])]
    assert sorted(rows[["family", "name"]].itertuples(index=False, name=None)) == [
        row for row in told if row[1] in set(rows["name"])
    ]


def test_every_file_of_the_code_is_there() -> None:
    code = "\n".join(b for page in PAGES for kind in ("python", "sh") for b in _blocks(page, kind))
    ending = r"\.(?:csv|zip|tsv|xlsx|jsonl|html)"
    quoted = re.findall(rf'"([^"\n]+{ending})"', code)
    bare = re.findall(rf"(?<=[ =])[\w.-]+{ending}\b", re.sub(r'"[^"\n]*"', '""', code))
    assert {*quoted, *bare} == {*FILES, *TEXTS}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_code_of_the_page_runs(page: Path, folder: Callable[[str], Path]) -> None:
    blocks = _blocks(page, "python")
    for extra, word in (("selectolax", "html="), ("duckdb", "smo.engine")):
        if any(word in block for block in blocks):
            pytest.importorskip(extra)
    folder("\n".join(blocks))
    for block in blocks:
        scope: dict[str, object] = {}
        exec(compile(block, str(page), "exec"), scope)  # noqa: S102 - our own page
        if "plan" in scope:
            plan = scope["plan"]
            assert isinstance(plan, smo.TopicPlan)
            assert len(plan.proposals) > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_the_page_run(page: Path, folder: Callable[[str], Path]) -> None:
    lines = [line for block in _blocks(page, "sh") for line in block.splitlines() if line]
    assert lines
    folder("\n".join(lines))
    for line in lines:
        name, *arguments = shlex.split(line, comments=True)
        done = CliRunner().invoke(cli, arguments, prog_name="smo")
        assert (name, done.exit_code) == ("smo", 0), done.output


def _slug(heading: str) -> str:
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


@pytest.mark.parametrize("page", [*PAGES, DOCS / "methods.md"], ids=lambda page: page.stem)
def test_its_links_lead_to_headings_that_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s:]*#[^)\s]+)\)", _text(page)):
        path, _, anchor = target.partition("#")
        text = _text((page.parent / path).resolve() if path else page)
        slugs = {_slug(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
        assert anchor in slugs | set(re.findall(r"^::: (.+)$", text, re.MULTILINE)), target


def test_the_modules_that_methods_names_are_there() -> None:
    named = set(re.findall(r"`(smo(?:\.\w+)+)`", _text(DOCS / "methods.md")))
    assert len(named) > 30
    for name in sorted(named):
        importlib.import_module(name)


def test_the_numbers_of_methods_are_those_of_the_code() -> None:
    settings, text = smo.Settings(), " ".join(_text(DOCS / "methods.md").split())
    kinds = f"a = v / {volume.BUCKET_BELOW:g} to b = {volume.BUCKET_ABOVE:g} v"
    for told in (
        f"more than {betabinomial.SUPPORT_LOSS:g} in log likelihood",
        f"bins of {isotonic.WIDTH:g} of x",
        f"its {ctr_part.WEIGHT_CAP:.0%} quantile".replace("%", " %"),
        f"keep {curve.MIN_OWN_CLICKS:g} clicks and {curve.MIN_OWN_TOPICS} topics",
        f"below {ctr.MIN_CLICKS:g} clicks or five topics",
        f"fewer than {ctr.MIN_SOURCE_ROWS} rows",
        f"A = {PRIOR:g} min(n1, n2)",
        f"its lower end is at {1 - effect.WORTH:g} or above",
        f"`Settings.fdr` ({settings.fdr:g})",
        f"null_worlds = {settings.null_worlds} worlds",
        f"the middle {settings.interval:.0%}".replace("%", " %"),
        f"below {scent.LEAST:g} arrivals",
        f"{ranks.N_DRAWS} redraws",
        f"Settings.match_rate ({settings.match_rate:g})",
        f"kept between {space.LOWEST_THRESHOLD:g} and {space.HIGHEST_THRESHOLD:g}",
        f"within {space.NEAR_TIE:g} of its best",
        f"above {terms._SURE:g}",
        f"{stability._RESAMPLES} resamples",
        f"the {nearness.FLOOR:.0%} quantile".replace("%", " %"),
        f"{influencers.N_RESAMPLES} resamples ({influencers.N_RESAMPLES_OF_MANY} above",
        f"rank = {influencers.DAMPING:g} (",
        f"argmax {diversity.RELEVANCE:g} x relevance",
        kinds,
    ):
        assert told in text
    assert (ctr.MIN_TOPICS, match.MOST_TOPICS) == (5, 3)
    assert attention.SPEAKS == ("text", "target")
