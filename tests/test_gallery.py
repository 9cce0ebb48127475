"""The gallery of the site shows every example, as it is today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "gallery.md"
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.fixture(scope="module")
def maker() -> Any:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "docs" / "make_gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_script_writes(maker: Any) -> None:
    written = maker.gallery_markdown(ROOT / "examples")
    assert PAGE.read_text(encoding="utf-8") == written, "run python docs/make_gallery.py"


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_on_the_page(script: Path) -> None:
    assert f"python examples/{script.name}\n" in PAGE.read_text(encoding="utf-8")


def test_an_entry_is_title_paragraph_and_commands(maker: Any, tmp_path: Path) -> None:
    text = '"""Title: more.\n\npython x.py file\n\nSaid\ntwice.\n\nLeft out.\n"""\n'
    (tmp_path / "x.py").write_text(text, encoding="utf-8")
    entry = "## Title: more\n\nSaid\ntwice.\n\n```sh\npython examples/x.py\npython x.py file\n```\n"
    assert maker.gallery_markdown(tmp_path) == f"{maker.HEAD}\n{entry}"
