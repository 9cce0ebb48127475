"""The notebook of the examples is its script, executed.

Run with SMO_UPDATE_GOLDEN=1 to execute it anew, then read the diff.
"""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "examples" / "02_notebook.py"
NOTEBOOK = SCRIPT.with_suffix(".ipynb")
PAGE = ROOT / "docs" / "notebook.md"
MOST_BYTES = 400_000


@pytest.fixture(scope="module")
def maker() -> Any:
    spec = importlib.util.spec_from_file_location("maker", ROOT / "docs" / "make_notebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _book() -> dict[str, Any]:
    book: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return book


def test_its_results_are_those_of_today(maker: Any) -> None:
    pytest.importorskip("nbclient", reason="needs the extra docs")
    pytest.importorskip("ipykernel", reason="needs the extra docs")
    text = maker.notebook_text(
        maker.executed(maker.script_cells(SCRIPT.read_text(encoding="utf-8")), SCRIPT.parent)
    )
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        NOTEBOOK.write_text(text, encoding="utf-8", newline="\n")
    assert text == NOTEBOOK.read_text(encoding="utf-8")


def test_its_cells_are_those_of_the_script(maker: Any) -> None:
    cells = maker.script_cells(SCRIPT.read_text(encoding="utf-8"))
    kept = ("id", "cell_type", "source")
    assert [[c[k] for k in kept] for c in _book()["cells"]] == [[c[k] for k in kept] for c in cells]


def test_every_cell_was_run_and_none_failed() -> None:
    code = [cell for cell in _book()["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    kinds = [output["output_type"] for cell in code for output in cell["outputs"]]
    assert set(kinds) == {"stream", "execute_result"}
    assert all(cell["outputs"] for cell in code[1:])


def test_the_page_of_the_site_is_the_notebook(maker: Any) -> None:
    text = maker.notebook_markdown(_book())
    if os.environ.get("SMO_UPDATE_GOLDEN"):
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    assert text == PAGE.read_text(encoding="utf-8"), "run python docs/make_notebook.py"
    assert len(text.encode("utf-8")) < MOST_BYTES
    for source in ("<script", "href=", "src=", "@import", "url("):
        assert source not in text  # nothing is fetched


def test_the_page_shows_every_kind_of_cell(maker: Any) -> None:
    outputs = [{"text": "one\n"}, {"data": {"text/plain": "2"}}, {"data": {"text/html": "<p>"}}]
    cells = [
        {"cell_type": "markdown", "source": "# T"},
        {"cell_type": "code", "source": "f()", "outputs": outputs},
    ]
    assert maker.notebook_markdown({"cells": cells}).split("\n\n")[1:] == [
        "# T", "```python\nf()\n```", "```text\none\n```", "```text\n2\n```",
        '<div class="shown">\n<p>\n</div>\n',
    ]  # fmt: skip


def test_comments_below_a_title_are_its_words(maker: Any) -> None:
    text = (
        '"""Title: more.\n\nWords.\n"""\n\nimport os\n\n# %% First\n# Said\n# twice.\nos\n# kept\n'
    )
    cells = maker.script_cells(text)
    assert [cell["source"] for cell in cells] == [
        "# Title: more.\n\nWords.", "import os", "## First\n\nSaid\ntwice.", "os\n# kept",
    ]  # fmt: skip
