"""One browser and one plan for all tests of the page; both are made on first use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

import smo

CHROMIUM = os.environ.get("SMO_CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def plan() -> smo.TopicPlan:
    world = smo.datasets.load_demo()
    settings = smo.Settings(null_worlds=0, n_proposals=5)
    two = [t[t["segment"] != "russian"] for t in (world.keywords, world.clicks, world.pages)]
    few = two[0].groupby("segment").head(300).reset_index(drop=True)
    return smo.analyze(few, two[1], pages=two[2], settings=settings)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()
